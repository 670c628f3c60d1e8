/** HTTP of who acts: the link that makes a browser the operator's, the gate before the operator's pages, and leaving. */
import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { OPERATOR } from '../kit/actor.js'
import type { Carried } from '../web/http.js'
import { hrefIn } from '../web/index.js'
import type { OperatorKey } from './operator-key.js'
import { enter, isOperator, leave } from './operator.js'

/** Thrown where only the operator may be; `app.tsx` answers with OperatorOnlyPage. */
export class OperatorOnly extends Error {}

/** Lets the operator's browser through and says who acts. */
export const operatorOnly =
  (key: OperatorKey): MiddlewareHandler<Carried> =>
  async (c, next) => {
    if (!isOperator(c, key, c.var.now)) throw new OperatorOnly()
    c.set('actor', OPERATOR)
    return next()
  }

/** `GET /sv/operator?ticket=…` from the printed link; `POST /sv/me/leave`. */
export function operatorAddresses(key: OperatorKey): Hono<Carried> {
  const found = new Hono<Carried>()
  found.get('/operator', (c) => {
    if (!enter(c, key, c.req.query('ticket') ?? '', c.var.now)) throw new OperatorOnly()
    return c.redirect(hrefIn({ ...c.var.reader, reach: 'internal' }, '/'), 303)
  })
  found.post('/me/leave', (c) => {
    leave(c, key)
    return c.redirect(hrefIn({ ...c.var.reader, reach: 'published' }, '/'), 303)
  })
  return found
}
