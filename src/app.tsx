/** The whole URL map on one screen: every module under its path, in both languages. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { categoriesAddresses } from './categories/http.js'
import { fitAddresses } from './fit/index.js'
import { sql, type Database } from './kit/db/index.js'
import { newId } from './kit/id.js'
import { refuse } from './kit/refuse.js'
import { ROOT } from './kit/root.js'
import { isLanguage, say, wordsFor, type Language } from './kit/words/index.js'
import { purchasingAddresses } from './purchasing/http.js'
import { NotFound, type Carried } from './web/http.js'
import { CrashPage, hrefIn, LookPage, NotFoundPage, RefusalPage, type Reader } from './web/index.js'
import { walls } from './web/security.js'

export interface AppOptions {
  readonly db: Database
  readonly log: Logger
  readonly sample: boolean
  readonly clock?: () => Date
}

export function makeApp({ db, log, sample, clock = () => new Date() }: AppOptions) {
  const app = new Hono<Carried>()
  const reader = (path: string) => readerOf(path.startsWith('/en') ? 'en' : 'sv', '/', sample)
  app.use(walls)
  app.use(bodyLimit({ maxSize: 256 * 1024, onError: (c) => tooLarge(reader(c.req.path), c) }))
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await sql`select 1`.execute(db)
    return c.text('ready')
  })
  app.get('/assets/:name', (c) => asset(c.req.param('name')))
  app.get('/', (c) => c.redirect(preferred(c.req.header('accept-language')), 302))
  app.use('/:language/*', async (c, next) => {
    const language = c.req.param('language')
    if (!isLanguage(language)) return c.notFound()
    const url = new URL(c.req.url)
    c.set('reader', readerOf(language, url.pathname.slice(3) + url.search || '/', sample))
    c.set('db', db)
    c.set('now', clock())
    await next()
    c.header('Cache-Control', c.req.method === 'GET' ? 'public, max-age=0, must-revalidate' : 'private, no-cache')
  })
  for (const language of ['sv', 'en'] as const) {
    app.route(`/${language}`, fitAddresses)
    app.route(`/${language}`, purchasingAddresses)
    app.route(`/${language}`, categoriesAddresses)
    app.get(`/${language}/_look`, (c) => c.html(<LookPage reader={c.var.reader} />))
  }
  app.get('/_look', (c) => c.redirect('/sv/_look', 302))
  app.notFound((c) => c.html(<NotFoundPage reader={reader(c.req.path)} />, 404))
  app.onError((error, c) => {
    if (error instanceof NotFound) return c.html(<NotFoundPage reader={reader(c.req.path)} />, 404)
    const reference = newId()
    log.error({ reference, method: c.req.method, error: error.stack }, 'a request failed')
    return c.html(<CrashPage reader={reader(c.req.path)} reference={reference} />, 500)
  })
  return app
}

const tooLarge = (reader: Reader, c: Context) => {
  const refusal = refuse(say('kit.tooLarge'), 413)
  return c.html(<RefusalPage reader={reader} refusal={refusal} />, refusal.status)
}

const preferred = (header = ''): string => (/^\s*en\b/i.test(header) ? '/en' : '/sv')

function readerOf(language: Language, path: string, sample: boolean): Reader {
  const words = wordsFor(language)
  const at = { language, reach: 'published' } as const
  const link = (to: string, label: string) => ({ href: hrefIn(at, to), label, current: path === to })
  return {
    ...at,
    words,
    path,
    nav: [
      link('/', words('fit.nav')),
      link('/categories', words('categories.page.title')),
      link('/imports', words('purchasing.imports.title')),
    ],
    footer: [],
    ...(sample ? { banner: words('kit.sample') } : {}),
  }
}

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
