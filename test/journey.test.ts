/** A newcomer's journey in a real browser: asks, confirms, reads the fit; no page breaks the policy or the accessibility rules. */
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { pino } from 'pino'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSample } from '../samples/build.js'
import { makeApp } from '../src/app.js'
import { INSTALLATION } from '../src/kit/actor.js'
import { databaseOn, openEmbedded, type Database } from '../src/kit/db/index.js'
import { migrate } from '../src/kit/db/migrate.js'
import { refused } from '../src/kit/refuse.js'
import { ROOT } from '../src/kit/root.js'
import { importFile, publishImport } from '../src/purchasing/index.js'
import { setAssets } from '../src/web/index.js'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync)
if (!CHROMIUM) {
  if (process.env['FAIRLANE_TEST_REQUIRE']?.includes('chromium'))
    throw new Error('Chromium is required and not installed')
  console.log('skipped: journeys in a browser (no Chromium or Chrome was found)')
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!CHROMIUM)('a newcomer', () => {
  let db: Database
  let server: ServerType
  let browser: Browser
  let base: string

  beforeAll(async () => {
    db = databaseOn(await openEmbedded({}))
    await migrate(db)
    for (const [name, text] of Object.entries(buildSample())) {
      const report = await importFile(db, `${name}.csv`, new TextEncoder().encode(text), INSTALLATION)
      if (refused(report)) throw new Error(report.because.key)
      await publishImport(db, report.id, INSTALLATION)
    }
    setAssets(JSON.parse(readFileSync(join(ROOT, 'dist/assets.json'), 'utf8')) as Record<string, string>)
    const app = makeApp({ db, log: pino({ level: 'silent' }), sample: true })
    await new Promise<void>(
      (ready) => (server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready())),
    )
    base = `http://localhost:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking'],
    })
  })
  afterAll(async () => {
    await browser.close()
    server.close()
    await db.destroy()
  })

  const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}) => {
    const page = await browser.newPage(options)
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(base + path)
    return { page, complaints }
  }
  const violations = async (page: Page) => {
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run(document)')) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)
  }

  test.each([
    ['sv', 'Färs av svenska baljväxter till förskolor', 'Livsmedel'],
    ['en', 'Reused office furniture', 'möbler'],
  ])('in %s asks, confirms and reads the fit, without script too', async (language, title, expected) => {
    const { page, complaints } = await open(`/${language}`, { javaScriptEnabled: false })
    await page.fill('[name=title]', title)
    await page
      .locator('form', { has: page.locator('[name=title]:not([type=hidden])') })
      .locator('button')
      .click()
    await page
      .locator('form', { has: page.locator('[name=code]:not([type=hidden])') })
      .locator('button')
      .click()
    expect(await page.locator('article.opening h3').first().textContent()).toContain(expected)
    expect(page.url()).not.toContain(encodeURIComponent(title.split(' ')[0]!))
    await page.locator('article.opening h3 a').first().click()
    expect(await page.locator('h1').textContent()).toContain(expected)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a form sent without an idea says what is missing, tied to its field', async () => {
    const { page } = await open('/sv')
    await page
      .locator('form', { has: page.locator('[name=title]:not([type=hidden])') })
      .locator('button')
      .click()
    const field = page.locator('[name=title]:not([type=hidden])')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  const PAGES = ['', '/categories', '/categories/15000000', '/imports', '/_look', '/nowhere']
  const SCHEMES = ['light', 'dark'] as const
  test.each(['sv', 'en'].flatMap((language) => SCHEMES.map((scheme) => [language, scheme] as const)))(
    'every page in %s, %s: axe finds nothing, nothing overflows at 320 px',
    async (language, scheme) => {
      for (const path of PAGES) {
        const { page, complaints } = await open(`/${language}${path}`, {
          viewport: { width: 320, height: 800 },
          colorScheme: scheme,
        })
        expect(await violations(page), path).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
        expect(
          complaints.filter((one) => !one.includes('404')),
          path,
        ).toEqual([])
        await page.close()
      }
    },
  )

  test('a foreign host, a foreign origin and an oversized form are refused', async () => {
    const send = (headers: Record<string, string>, body = 'title=x') =>
      fetch(`${base}/sv/fit`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body,
      })
    expect((await send({ Origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await send({})).status).toBe(403)
    expect((await send({ Origin: base }, 'title='.padEnd(300_000, 'x'))).status).toBe(413)
    expect((await send({ Origin: base })).status).toBe(422)
  })
})
