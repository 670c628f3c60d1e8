/** HTTP of who acts: the link that makes a browser the operator's, the gate before the operator's pages, and leaving. */
import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { OPERATOR } from '../kit/actor.js'
import { refuse } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Carried, Request } from '../web/http.js'
import { hrefIn, RefusalPage } from '../web/index.js'
import type { OperatorKey } from './operator-key.js'
import { enter, isOperator, leave } from './operator.js'

/** Lets the operator's browser through and says who acts; everyone else reads how to become it. */
export const operatorOnly =
  (key: OperatorKey): MiddlewareHandler<Carried> =>
  async (c, next) => {
    if (!isOperator(c, key, c.var.now)) return closed(c)
    c.set('actor', OPERATOR)
    return next()
  }

const closed = (c: Request) => {
  const reader = { ...c.var.reader, reach: 'published' } as const
  const refusal = refuse(say('people.operator.only'), 403)
  const next = [{ href: hrefIn(reader, '/'), label: reader.words('people.operator.public') }]
  return c.html(<RefusalPage reader={reader} refusal={refusal} next={next} />, 403)
}

/** `GET /sv/operator?ticket=…` from the printed link; `POST /sv/me/leave`. */
export function operatorAddresses(key: OperatorKey): Hono<Carried> {
  const found = new Hono<Carried>()
  found.get('/operator', (c) => {
    if (!enter(c, key, c.req.query('ticket') ?? '', c.var.now)) return closed(c)
    return c.redirect(hrefIn({ ...c.var.reader, reach: 'internal' }, '/'), 303)
  })
  found.post('/me/leave', (c) => {
    leave(c, key)
    return c.redirect(hrefIn({ ...c.var.reader, reach: 'published' }, '/'), 303)
  })
  return found
}
