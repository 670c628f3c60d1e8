/**
 * Who acts, until people can sign in: the operator on this machine, by a cookie that a link from the command line gave.
 * What an act needs (an Actor) stays when sign-in replaces this file.
 */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { OperatorKey } from './operator-key.js'
import { LANGUAGES } from '../kit/words/index.js'

const THIS_MACHINE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Whether the browser runs on this machine. What a proxy hands on comes from somewhere else. */
function isHere(c: Context): boolean {
  if (c.req.header('forwarded') ?? c.req.header('x-forwarded-for') ?? c.req.header('via')) return false
  return THIS_MACHINE.has(getConnInfo(c).remote.address ?? '')
}

export const isOperator = (c: Context, key: OperatorKey, now: Date): boolean =>
  isHere(c) && key.isCookie(getCookie(c, key.cookieName) ?? '', now)

/** The browser sends the cookie to the operator's own pages only: no public page ever sees it. */
const pathOf = (language: string) => `/${language}/me`

/** False, and nothing set, for a link that is old, forged or opened on another machine. */
export function enter(c: Context, key: OperatorKey, ticket: string, now: Date): boolean {
  if (!isHere(c) || !key.isTicket(ticket, now)) return false
  for (const language of LANGUAGES)
    setCookie(c, key.cookieName, key.cookie(now), {
      path: pathOf(language),
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: key.cookieSeconds,
    })
  return true
}

export function leave(c: Context, key: OperatorKey): void {
  for (const language of LANGUAGES) deleteCookie(c, key.cookieName, { path: pathOf(language) })
}
