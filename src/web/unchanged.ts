/**
 * A public page that a reader has already, and that nothing has changed since, is answered by saying so: without reading
 * a row or making the page. What changes pages is an act, a judgement that is under way, a new day or a new version.
 */
import type { MiddlewareHandler } from 'hono'
import { dayOfInstant, instantOf } from '../kit/day.js'
import type { Carried } from './http.js'

/** How long what was last seen of the data is trusted: another process may have acted meanwhile. */
const TRUSTED_MS = 1000

/** `stateOf` says in a word how the data stands: another word after every change that a page can show. */
export function unchanged(stateOf: () => Promise<string>): MiddlewareHandler<Carried> {
  let seen: { readonly state: Promise<string>; readonly at: number } | undefined
  const state = () => {
    if (!seen || performance.now() - seen.at > TRUSTED_MS) seen = { state: stateOf(), at: performance.now() }
    return seen.state
  }
  return async (c, next) => {
    if (c.req.method !== 'GET' || c.var.reader.reach === 'internal') {
      await next()
      seen = undefined
      return undefined
    }
    const { now, installation } = c.var
    const tag = `W/"${installation.version}-${dayOfInstant(instantOf(now))}-${await state()}"`
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { ETag: tag })
    await next()
    if (c.res.status === 200 && !c.res.headers.has('set-cookie')) c.header('ETag', tag)
    return undefined
  }
}
