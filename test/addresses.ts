/** Every public page there is, from the app's own routes: a new page cannot be forgotten by the journeys. */
import type { App, Journey } from './browser.js'

/** `/categories/:code` for every page that everyone may read, without its language. */
export function publicPatterns(app: App): string[] {
  const patterns = app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/sv'))
    .map(({ path }) => path.slice('/sv'.length).replace(/\/$/, ''))
    .filter((path) => !path.includes('*') && !/^\/(me|operator)(\/|$)/.test(path))
  return [...new Set(patterns)].sort()
}

const MOST_OF_A_KIND = 5

/**
 * One address for each pattern, by following links as a reader would: from the front page, and from the answer to an
 * idea. A pattern that no page leads to comes back in `unreachable`.
 */
export async function publicAddresses({ app, base }: Pick<Journey, 'app' | 'base'>) {
  const followed = new Map<string, string[]>(publicPatterns(app).map((pattern) => [pattern, []]))
  const expressions = [...followed.keys()].map((pattern) => [pattern, expressionOf(pattern)] as const)
  /** A page may hold no link of the kind looked for where its neighbour does: a few of each are followed. */
  const isWorthFollowing = (address: string): boolean => {
    const pattern = expressions.find(([, expression]) => expression.test(address))?.[0]
    const known = pattern === undefined ? undefined : followed.get(pattern)
    if (!known || known.includes(address) || known.length >= MOST_OF_A_KIND) return false
    known.push(address)
    return true
  }
  const fixed = expressions.map(([pattern]) => pattern).filter((pattern) => !pattern.includes(':'))
  const waiting = [() => answer(base), ...fixed.filter(isWorthFollowing).map((address) => () => page(base, address))]
  for (let next = waiting.shift(); next && [...followed.values()].some((one) => !one.length); next = waiting.shift())
    for (const address of linksIn(await next())) if (isWorthFollowing(address)) waiting.push(() => page(base, address))
  const pages: string[] = []
  for (const [address] of followed.values())
    if (address !== undefined && (await isPage(base, address))) pages.push(address)
  return { pages, unreachable: [...followed].filter(([, one]) => !one.length).map(([pattern]) => pattern) }
}

const expressionOf = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/:\w+(\{[^}]*\})?/g, '[^/?#]+')}$`)

const page = async (base: string, address: string) => (await fetch(`${base}/sv${address}`)).text()

/** An address that leads on to another, or to a file, is not a page of its own. */
async function isPage(base: string, address: string): Promise<boolean> {
  const response = await fetch(`${base}/sv${address}`, { redirect: 'manual' })
  await response.arrayBuffer()
  return response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('text/html')
}

const answer = async (base: string) => {
  const body = new URLSearchParams({ title: 'Färs av svenska baljväxter', category: '15000000' })
  return (await fetch(`${base}/sv/fit/report`, { method: 'POST', body, headers: { Origin: base } })).text()
}

const linksIn = (html: string) => [...html.matchAll(/href="\/sv(\/[^"?#]*)?["?#]/g)].map(([, address]) => address ?? '')
