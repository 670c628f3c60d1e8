/** Every page there is, from the app's own routes: a new page cannot be forgotten by the journeys. */
import type { APIRequestContext } from 'playwright-core'
import type { App, Journey } from './browser.js'

/** Whose pages: everyone's, or the operator's, which stand under `/sv/me`. */
export type Area = '' | '/me'

/** `/categories/:code` for every page of an area, without its language; files to fetch are no pages. */
function patternsOf(app: App, area: Area): string[] {
  const patterns = app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith(`/sv${area}`) && !path.includes('*'))
    .map(({ path }) => path.slice(`/sv${area}`.length).replace(/\/$/, ''))
    .filter((path) => !/\.\w+$/.test(path) && (area === '/me' || !/^\/(me|operator)(\/|$)/.test(path)))
  return [...new Set(patterns)].sort()
}

/** Led to only where there is something to see: a file that waits or is being read, a rule, what is set apart, a line or article of an invoice. */
const SELDOM = /\/imports\/(waiting|under-way)\/|\/imports\/:id\/articles$|\/(rules|set-apart)$|\/units\/:unit\/lines$/

/** A page may hold no link of the kind looked for where its neighbour does: a few of each kind are followed. */
const MOST_OF_A_KIND = 3

/**
 * One address for each pattern, by following links as a reader would: from the pages that need no name, and from the
 * answer to an idea. A pattern that no page leads to comes back in `unreachable`.
 */
export async function addressesOf(
  { app, base }: Pick<Journey, 'app' | 'base'>,
  request: APIRequestContext,
  area: Area,
) {
  const kinds = patternsOf(app, area).map((pattern) => new Kind(pattern))
  const isNew = (address: string) => kinds.find((kind) => kind.holds(address))?.takes(address) ?? false
  const page = (address: string) => async () => (await request.get(`${base}/sv${area}${address}`)).text()
  const fixed = kinds.filter(({ pattern }) => !pattern.includes(':')).map(({ pattern }) => pattern)
  const waiting = [answer(request, base, area), ...fixed.filter(isNew).map(page)]
  for (let next = waiting.shift(); next && kinds.some(({ known }) => !known.length); next = waiting.shift())
    for (const address of linksIn(await next(), area)) if (isNew(address)) waiting.push(page(address))
  const pages: string[] = []
  for (const [first] of kinds.map(({ known }) => known))
    if (first !== undefined && (await isPage(request, `${base}/sv${area}${first}`))) pages.push(first)
  const unreachable = kinds.filter(({ known }) => !known.length).map(({ pattern }) => pattern)
  return { pages, unreachable: unreachable.filter((pattern) => !SELDOM.test(pattern)) }
}

class Kind {
  readonly known: string[] = []
  private readonly expression: RegExp
  constructor(readonly pattern: string) {
    this.expression = new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/:\w+(\{[^}]*\})?/g, '[^/?#]+')}$`)
  }
  holds(address: string): boolean {
    return this.expression.test(address)
  }
  /** Whether this address is new and still wanted. */
  takes(address: string): boolean {
    if (this.known.includes(address) || this.known.length >= MOST_OF_A_KIND) return false
    this.known.push(address)
    return true
  }
}

/** An address that only leads on to another is not a page of its own. */
async function isPage(request: APIRequestContext, address: string): Promise<boolean> {
  const response = await request.get(address, { maxRedirects: 0 })
  return response.status() === 200 && (response.headers()['content-type'] ?? '').startsWith('text/html')
}

const answer = (request: APIRequestContext, base: string, area: Area) => async () => {
  const form = { title: 'Färs av svenska baljväxter', category: '15000000' }
  return (await request.post(`${base}/sv${area}/fit/report`, { form, headers: { Origin: base } })).text()
}

const linksIn = (html: string, area: Area) =>
  [...html.matchAll(/href="(\/sv[^"?#]*)/g)]
    .map(([, address]) => address!)
    .filter((address) => address.startsWith(`/sv${area}`))
    .map((address) => address.slice(`/sv${area}`.length))
