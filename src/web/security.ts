/** The walls around every request: the strict policy, foreign Host names refused, and the origin of everything sent. */
import { networkInterfaces } from 'node:os'
import type { MiddlewareHandler } from 'hono'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const LOCAL = ['localhost', '127.0.0.1', '[::1]']
const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** A server opened to the network is also reached by this machine's own addresses. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).map((one) => (one.family === 'IPv6' ? `[${one.address}]` : one.address)),
  )

/** Foreign Host headers are refused: a page elsewhere must not reach this machine under its own name (DNS rebinding). */
export function walls({ open, names }: { open: boolean; names: readonly string[] }): MiddlewareHandler {
  const known = new Set([...LOCAL, ...names.map((name) => name.toLowerCase()), ...(open ? ownAddresses() : [])])
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!known.has(nameOf(host))) return c.text('This address is not served here.', 421)
    if (!mayComeFromAnywhere(c.req.method, c.req.path) && !sameOrigin(c.req.header('origin'), host))
      return c.text('A form may only be sent from a page of this site.', 403)
    await next()
    c.header('Content-Security-Policy', POLICY)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  }
}

/** A witness is asked by another installation's server, which has no page; what it asks is signed (`record/`). */
const mayComeFromAnywhere = (method: string, path: string): boolean =>
  method === 'GET' || method === 'HEAD' || (method === 'POST' && path === '/record/add-checkpoint')

const sameOrigin = (origin: string | undefined, host: string): boolean =>
  origin === `http://${host}` || origin === `https://${host}`
