/** The whole URL map on one screen: every module under its path, in both languages, for everyone and under /me for the operator. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { routePath } from 'hono/route'
import { trimTrailingSlash } from 'hono/trailing-slash'
import type { Logger } from 'pino'
import { aboutAddresses, footerOf } from './about/index.js'
import type { Reach } from './kit/actor.js'
import { categoriesWith } from './categories/http.js'
import { fitAddresses } from './fit/index.js'
import { CAPS, ContractLaw, lawHeld } from './law/index.js'
import { ping, type Database } from './kit/db/index.js'
import { climateAddresses } from './impact/http.js'
import { ContractClimate, footprintOfContract, savings } from './impact/index.js'
import { idOf, newId } from './kit/id.js'
import { lawAddresses } from './law/http.js'
import { refuse } from './kit/refuse.js'
import { ROOT } from './kit/root.js'
import { isLanguage, LANGUAGES, say, wordsFor, type Language, type Message } from './kit/words/index.js'
import { operatorAddresses, OperatorOnly, operatorOnly, OperatorOnlyPage, type OperatorKey } from './people/index.js'
import { purchasingWith, startWhenEmpty, type OfContract } from './purchasing/http.js'
import { contractsToday, importAt, judgingState, procurementsUnder } from './purchasing/index.js'
import { recordWith } from './record/http.js'
import { lastEntry, recordFiles, type Cosign } from './record/index.js'
import { termsWith } from './terms/http.js'
import { ContractTerms, type Cap } from './terms/index.js'
import { NotFound, type Carried, type Installation } from './web/http.js'
import { CrashPage, hrefIn, LookPage, NotFoundPage, RefusalPage, type Reader } from './web/index.js'
import { walls } from './web/security.js'
import { unchanged } from './web/unchanged.js'

export interface AppOptions {
  readonly db: Database
  readonly log: Logger
  readonly key: OperatorKey
  readonly installation: () => Installation
  /** Open to the network, and the names it is reached by there. */
  readonly open?: boolean
  readonly names?: readonly string[]
  readonly clock: () => Date
  /** Answers another installation that asks to have its record cosigned. */
  readonly cosign?: Cosign
}

const FORM_KILOBYTES = 256
const FILE_MEGABYTES = 64
const isFile = (path: string): boolean => /^\/(sv|en)\/me\/imports$/.test(path)

/** Pages that show nothing but data. The start page and those about the installation show more. */
const KEPT = [
  'buyers',
  'suppliers',
  'procurements',
  'contracts',
  'renewals',
  'categories',
  'imports',
  'search',
  'climate',
  'terms/contracts',
  'me',
]

export function makeApp(options: AppOptions) {
  const app = new Hono<Carried>()
  app.use(walls({ open: options.open ?? false, names: options.names ?? [] }))
  app.use(compress())
  app.use(trimTrailingSlash())
  app.use(logged(options.log))
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', (c) =>
    ping(options.db).then(
      () => c.text('ready'),
      () => c.text('no database', 503),
    ),
  )
  app.get('/assets/:name', (c) => asset(c.req.param('name')))
  app.get('/', (c) => c.redirect(preferred(c.req.header('accept-language')), 302))
  app.get('/operator', (c) =>
    c.redirect(`${preferred(c.req.header('accept-language'))}/operator${new URL(c.req.url).search}`, 302),
  )
  app.route('/record', recordFiles(options.db, options.cosign))
  app.get('/_look', (c) => c.redirect(`${preferred(c.req.header('accept-language'))}/_look`, 302))
  app.use('/:language/*', carrying(options))
  app.use('/:language/*', limited)
  const kept = unchanged(async () => `${await lastEntry(options.db)}-${await judgingState(options.db)}`)
  for (const noun of KEPT) app.use(`/:language/${noun}/*`, kept)
  for (const language of LANGUAGES) {
    app.use(`/${language}/me/*`, operatorOnly(options.key))
    app.route(`/${language}`, operatorAddresses(options.key))
    for (const area of [`/${language}/me`, `/${language}`]) {
      app.route(area, startWhenEmpty)
      app.route(area, fitAddresses)
      app.route(area, climateAddresses)
      app.route(area, lawAddresses)
      app.route(area, purchasingWith(ofContract))
      app.route(area, termsWith(FRAMEWORK))
      app.route(area, categoriesWith(procuredIn))
      app.route(area, recordWith({ pageOf: importIn, contractsToday }))
    }
    app.route(`/${language}`, aboutAddresses)
    app.get(`/${language}/_look`, (c) => c.html(<LookPage reader={c.var.reader} />))
  }
  app.notFound((c) => c.html(<NotFoundPage reader={readerAt(c, options)} />, 404))
  app.onError((error, c) => crashed(error, c, options))
  return app
}

/** The law's cap on framework agreements, for those who reckon with lengths and know no law. */
const capOf = ({ amount, cites }: (typeof CAPS)[number]): Cap => ({ years: amount, sources: cites })
const FRAMEWORK = capOf(CAPS.find(({ name }) => name === 'frameworkYears')!)

/** What a contract's page shows besides its own; purchasing knows neither law, terms nor climate. */
const ofContract: OfContract = async ({ db, ...of }) => {
  const { reader, contract } = of
  const footprint = await footprintOfContract(db, reader.reach, contract.id)
  const saving = (await savings(db, reader.reach))([contract.address])
  return (
    <>
      <ContractLaw {...of} held={await lawHeld(db)} />
      <ContractTerms {...of} cap={FRAMEWORK} />
      <ContractClimate {...{ reader, contract, footprint, saving }} />
    </>
  )
}

const SHOWN = 26

/** A category's page shows what is procured there; categories know no purchasing, so it is handed to them. */
const procuredIn = async (db: Database, reader: Reader, digits: string) =>
  (await procurementsUnder(db, reader.reach, [digits], SHOWN)).map((row) => ({
    title: row.title,
    href: hrefIn(reader, `/procurements/${row.address}`),
    buyer: row.buyerName,
    on: row.publishedOn,
  }))

/** What an entry tells of has a page while it stands and the reader may see it; the record knows no imports. */
async function importIn(db: Database, reader: Reader, body: Readonly<Record<string, unknown>>) {
  const id = idOf(String(body['import']))
  return id && (await importAt(db, reader.reach, id)) ? hrefIn(reader, `/imports/${id}`) : undefined
}

/**
 * A public page may be kept by caches. What answered a form is kept by the browser alone, so that one can go back to it.
 * The operator's pages are kept nowhere.
 */
function keepingOf(c: Context<Carried>): string {
  if (c.req.method === 'POST') return 'private, no-cache'
  if (c.var.reader.reach === 'internal' || c.res.headers.has('set-cookie')) return 'private, no-store'
  return 'public, max-age=0, must-revalidate'
}

/** Gives every page its reader, database and time. */
const carrying =
  (options: AppOptions): MiddlewareHandler<Carried> =>
  async (c, next) => {
    // PostgreSQL keeps no NUL in a text, so nothing can stand at such an address.
    if (!isLanguage(c.req.param('language') ?? '') || /%00/.test(c.req.url)) return c.notFound()
    const reader = readerAt(c, options)
    c.set('reader', reader)
    c.set('db', options.db)
    c.set('now', options.clock())
    c.set('installation', options.installation())
    await next()
    c.header('Cache-Control', keepingOf(c))
    return undefined
  }

const forms = bodyLimit({
  maxSize: FORM_KILOBYTES * 1024,
  onError: (c) => tooLarge(c as Context<Carried>, say('kit.tooLarge', { kilobytes: FORM_KILOBYTES })),
})
const files = bodyLimit({
  maxSize: FILE_MEGABYTES * 1024 ** 2,
  onError: (c) => tooLarge(c as Context<Carried>, say('kit.tooLargeFile', { megabytes: FILE_MEGABYTES })),
})
const limited: MiddlewareHandler = (c, next) => (isFile(c.req.path) ? files : forms)(c, next)

const tooLarge = (c: Context<Carried>, because: Message) => {
  const refusal = refuse(because, 413)
  return c.html(<RefusalPage reader={c.var.reader} refusal={refusal} />, refusal.status)
}

function crashed(error: Error, c: Context<Carried>, options: AppOptions) {
  const reader = readerAt(c, options)
  if (error instanceof OperatorOnly) return c.html(<OperatorOnlyPage reader={outside(reader)} />, 403)
  if (error instanceof NotFound) return c.html(<NotFoundPage reader={reader} />, 404)
  const reference = newId()
  options.log.error({ reference, method: c.req.method, error: error.stack }, 'a request failed')
  return c.html(<CrashPage reader={reader} reference={reference} />, 500)
}

/** The address as its pattern, never as typed; never who asked. */
const logged =
  (log: Logger): MiddlewareHandler<Carried> =>
  async (c, next) => {
    const began = performance.now()
    await next()
    const milliseconds = Math.round(performance.now() - began)
    log.debug({ method: c.req.method, address: routePath(c), status: c.res.status, milliseconds }, 'answered')
  }

const preferred = (header = ''): string => (/^\s*en\b/i.test(header) ? '/en' : '/sv')

function readerAt(c: Context, options: AppOptions): Reader {
  const { pathname, search } = new URL(c.req.url)
  const [, written = '', area] = pathname.split('/')
  const language = isLanguage(written) ? written : 'sv'
  const reach: Reach = area === 'me' ? 'internal' : 'published'
  const path = (pathname.slice(hrefIn({ language, reach }, '/').length) || '/') + search
  return readerOf(language, reach, path, options.installation().sample)
}

/** For someone who is not let in: everyone's menu, and the same address in the other language. */
const outside = ({ language, reach, path, banner }: Reader): Reader =>
  readerOf(
    language,
    'published',
    reach === 'internal' ? `/me${path.replace(/^\/(?=$|\?)/, '')}` : path,
    banner !== undefined,
  )

function readerOf(language: Language, reach: Reach, path: string, sample: boolean): Reader {
  const words = wordsFor(language)
  const at = { language, reach }
  const link = (to: string, label: string) => ({ href: hrefIn(at, to), label, current: isUnder(path, to) })
  return {
    ...at,
    words,
    path,
    nav: [
      link('/', words('fit.nav')),
      link('/buyers', words('purchasing.buyers.title')),
      link('/contracts', words('purchasing.contracts.title')),
      link('/renewals', words('purchasing.renewal.title')),
      link('/routes', words('law.page.nav')),
      link('/terms', words('terms.page.nav')),
      link('/climate', words('impact.nav')),
    ],
    more: [
      link('/procurements', words('purchasing.procurements.title')),
      link('/suppliers', words('purchasing.suppliers.title')),
      link('/categories', words('categories.page.title')),
      link('/imports', words('purchasing.imports.title')),
    ],
    footer: [
      { href: hrefIn({ language, reach: 'published' }, '/record'), label: words('record.nav') },
      ...footerOf({ language, reach: 'published', words }),
    ],
    ...(sample ? { banner: words('kit.sample') } : {}),
  }
}

const isUnder = (path: string, to: string): boolean =>
  to === '/' ? /^\/(fit.*)?$/.test(path) : new RegExp(`^${to}(?=[/?]|$)`).test(path)

const KINDS: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}

async function asset(name: string): Promise<Response> {
  const kind = KINDS[extname(name)]
  if (!kind || !/^[\w.-]+$/.test(name)) return new Response('Not found', { status: 404 })
  const body = await readFile(join(ROOT, 'dist/public', name)).catch(() => undefined)
  if (!body) return new Response('Not found', { status: 404 })
  return new Response(new Uint8Array(body), {
    headers: { 'Content-Type': kind, 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
