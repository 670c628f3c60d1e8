/** What every journey needs: the sample city served, a real browser, and the page's own complaints. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { pino } from 'pino'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { sampleCity } from './sample.js'
import { makeApp } from '../src/app.js'
import type { Database } from '../src/kit/db/index.js'
import { ROOT } from '../src/kit/root.js'
import { operatorKey } from '../src/people/index.js'
import { auditRecord } from '../src/record/testing.js'
import { setAssets } from '../src/web/index.js'

/** The one without windows first: it draws the same pages with less of the machine. */
const CHROMIUM = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
].find(existsSync)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The day the sample city is read on, whatever the calendar says. */
const NOW = new Date('2026-11-23T09:00:00Z')

export type App = ReturnType<typeof makeApp>
export interface Journey {
  readonly base: string
  readonly app: App
  readonly db: Database
  readonly browser: Browser
  /** What makes a browser the operator's, at `/sv/operator?ticket=…`. */
  readonly ticket: string
  /** A new tab in a browser of its own, with everything it complained about: errors, breaches of the policy. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>
}
export interface Opened {
  readonly page: Page
  readonly complaints: string[]
}

/** One city, one server and one browser for the journeys of a file; skipped, and said so, without a browser. */
export function journeys(name: string, tell: (at: () => Journey) => void): void {
  if (!CHROMIUM && process.env['FAIRLANE_TEST_REQUIRE']?.includes('chromium'))
    throw new Error('Chromium is required and not installed')
  if (!CHROMIUM) console.log('skipped: journeys in a browser (no Chromium or Chrome was found)')
  describe.skipIf(!CHROMIUM)(name, () => {
    let journey: Journey
    let close: () => Promise<void>
    beforeAll(async () => {
      ;({ journey, close } = await begin())
    })
    afterAll(() => close())
    tell(() => journey)
  })
}

async function begin(): Promise<{ journey: Journey; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'fairlane-journey-'))
  const [browser, { db, app, server, base, ticket }] = await Promise.all([
    chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-background-networking'] }),
    city(folder),
  ])
  const close = async () => {
    await browser.close()
    server.close()
    await auditRecord(db)
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
  return { journey: { base, app, db, browser, ticket, open: opening(browser, base) }, close }
}

async function city(folder: string) {
  const db = await sampleCity()
  setAssets(JSON.parse(readFileSync(join(ROOT, 'dist/assets.json'), 'utf8')) as Record<string, string>)
  const key = operatorKey(folder)
  const app = makeApp({
    db,
    log: pino({ level: 'silent' }),
    key,
    clock: () => NOW,
    installation: () => ({
      database: 'embedded',
      version: '0.0.0',
      lastBackup: undefined,
      backups: 2,
      dailyBackupsKept: 7,
      contact: undefined,
      sample: true,
    }),
  })
  const server = await new Promise<ServerType>((ready) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(started))
  })
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  return { db, app, server, base, ticket: key.ticket(NOW) }
}

/** Runs in the page, as text: this project is compiled without a browser's types. */
const TELL_BREACHES = `document.addEventListener('securitypolicyviolation', (one) =>
  console.error('policy: ' + one.violatedDirective + ' ' + one.blockedURI))`

/** A machine that also lints and compiles answers late; what hangs is found all the same. */
const PATIENCE = 60_000

const opening =
  (browser: Browser, base: string) =>
  async (path: string, options: BrowserContextOptions = {}) => {
    const page = await browser.newPage(options)
    page.setDefaultTimeout(PATIENCE)
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.addInitScript(TELL_BREACHES)
    await page.goto(base + path)
    return { page, complaints }
  }

interface Found {
  readonly violations: readonly { id: string; nodes: { html: string; failureSummary: string }[] }[]
}

/** What another scheme or width can break: colours, and what is hidden or laid out anew there. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']
const some = (enabled: boolean) => Object.fromEntries(OF_LOOKS.map((rule) => [rule, { enabled }]))
const RULES = {
  all: { rules: { 'target-size': { enabled: true } } },
  ofLooks: { runOnly: OF_LOOKS },
  ofWords: { rules: some(false) },
} as const

/** What axe finds against WCAG 2.2 AA and its own good practice, or by a part of its rules: rule and the first place. */
export async function violations(page: Page, rules: keyof typeof RULES = 'all'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const options = { resultTypes: ['violations'], preload: false, ...RULES[rules] }
  const found = await page.evaluate<Found>(`axe.run(document, ${JSON.stringify(options)})`)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
}
