/** The walls around every request: the strict policy, foreign Host names refused, and the origin of everything sent. */
import type { MiddlewareHandler } from 'hono'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])
const nameOf = (host: string): string => host.replace(/:\d+$/, '')

/** Foreign Host headers are refused: a page elsewhere must not reach this machine under its own name (DNS rebinding). */
export const walls: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!LOCAL.has(nameOf(host))) return c.text('This address is not served here.', 421)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin')
    if (origin !== `http://${host}`) return c.text('A form may only be sent from a page of this site.', 403)
  }
  await next()
  c.header('Content-Security-Policy', POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
}
