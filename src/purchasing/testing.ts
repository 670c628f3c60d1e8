/** For tests: an invented buyer's files, and this module's pages asked for without a socket. */
import { Hono } from 'hono'
import { OPERATOR, type Reach } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { wordsFor } from '../kit/words/index.js'
import { NotFound, type Carried } from '../web/http.js'
import { purchasingWith } from './http.js'

export const LEDGER = `kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning
9921091535,Provstad,1,Fisk & Skaldjur AB,9956406483,6412,Livsmedel,1000.50,2025-09-01,Kök
9921091535,Provstad,2,Fisk & Skaldjur AB,9956406483,6412,Livsmedel,-100.50,2026-01-10,Kök
9921091535,Provstad,3,Möbelbolaget AB,9956406491,6412,Livsmedel,300.00,2026-01-11,
9921091535,Provstad,4,"Lomberg, Karin",,6412,Livsmedel,77.00,2026-01-12,Kök
9921091535,Provstad,5,Omsorg i Provstad AB,9956406475,4641,Placering HVB,5000.00,2026-01-12,Socialtjänst
9921091535,Provstad,6,=HYPERLINK AB,9956406467,6412,Livsmedel,många,2026-01-12,Kök
`
export const REGISTER = `avtalsnummer,kopare_id,kopare,upphandling,titel,cpv,typ,leverantor,leverantor_id,start,slut,forlangning_manader,uppsagning_manader,takbelopp,avropsberattigade
A-1,9921091535,Provstad,UPP-1,Färsk fisk,15220000,ramavtal,Fisk & Skaldjur AB,9956406483,2024-01-01,2027-12-31,12,6,500000,Provstad; Provbolaget AB
A-2,9921091535,Provstad,UPP-1,Färsk fisk,15220000,ramavtal,"Lomberg, Karin",,2024-01-01,2027-12-31,12,6,100000,Provstad
A-3,9921091535,Provstad,UPP-2,Stolar,39110000,kontrakt,Möbelbolaget AB,9956406491,2020-01-01,,,,,
`

/** What a person reads, on one line. */
export const textOf = (html: string): string =>
  html
    .replace(/<wbr\/?>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

/** The pages in English on this database, for everyone and for the operator. */
export function pagesOn(db: () => Database) {
  function addressesFor(reach: Reach) {
    const app = new Hono<Carried>()
    app.use(async (c, next) => {
      const path = new URL(c.req.url).pathname
      c.set('reader', { language: 'en', words: wordsFor('en'), reach, path, nav: [], footer: [] })
      c.set('db', db())
      c.set('now', new Date('2026-11-23T09:00:00Z'))
      if (reach === 'internal') c.set('actor', OPERATOR)
      await next()
    })
    app.route(
      '/',
      purchasingWith(() => Promise.resolve(null)),
    )
    app.onError((error, c) => {
      if (error instanceof NotFound) return c.text('not found', 404)
      throw error
    })
    return app
  }
  async function get(reach: Reach, path: string) {
    const response = await addressesFor(reach).request(path)
    return { status: response.status, text: textOf(await response.text()), response }
  }
  async function post(reach: Reach, path: string, files: Record<string, string> = {}) {
    const body = new FormData()
    for (const [name, text] of Object.entries(files)) body.append('file', new File([text], name))
    const response = await arrived(reach, await addressesFor(reach).request(path, { method: 'POST', body }))
    const html = await response.text()
    return { status: response.status, to: response.headers.get('location') ?? '', html, text: textOf(html) }
  }

  /** What a browser comes to that follows an import under way. */
  async function arrived(reach: Reach, response: Response): Promise<Response> {
    const at = /\/imports\/under-way\/[^/]+$/.exec(response.headers.get('location') ?? '')?.[0]
    if (!at) return response
    for (;;) {
      const now = await addressesFor(reach).request(at)
      if (!now.headers.has('refresh')) return now
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  const hrefTo = async (reach: Reach, path: string, label: string): Promise<string> => {
    const html = await (await addressesFor(reach).request(path)).text()
    const link = new RegExp(`href="/en(?:/me)?(/[^"]+)"[^>]*>${label}<`).exec(html)
    if (!link?.[1]) throw new Error(`${path} has no link ${label}`)
    return link[1]
  }

  return { addressesFor, get, post, arrived, hrefTo }
}
