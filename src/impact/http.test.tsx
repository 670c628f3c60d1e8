/** The climate of the sample city, as its pages show it. */
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleCity } from '../../test/sample.js'
import { OPERATOR } from '../kit/actor.js'
import { day } from '../kit/day.js'
import { sql, type Database } from '../kit/db/index.js'
import { refused } from '../kit/refuse.js'
import type { Reach } from '../kit/actor.js'
import { wordsFor } from '../kit/words/index.js'
import { NotFound, type Carried } from '../web/http.js'
import { climateAddresses } from './http.js'
import { climateOf, footprintUnder, sayOfficial, sayPrice } from './index.js'
import { decisionsOf } from './acts/decisions.js'
import { FOOD } from './rules/activity-factors.js'
import { perKilogram } from './rules/portfolio.js'
import { WAYS } from './seen.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const CITY = '9921091535'

let db: Database
beforeAll(async () => {
  db = await sampleCity()
})
afterAll(() => db.destroy())

function pages(reach: Reach) {
  const app = new Hono<Carried>()
  app.use(async (c, next) => {
    c.set('reader', { language: 'en', words: wordsFor('en'), reach, path: '/climate', nav: [], footer: [] })
    c.set('db', db)
    c.set('now', NOW)
    if (reach === 'internal') c.set('actor', OPERATOR)
    await next()
  })
  app.route('/', climateAddresses)
  app.onError((error, c) => {
    if (error instanceof NotFound) return c.text('not found', 404)
    throw error
  })
  return app
}
async function get(reach: Reach, path: string) {
  const response = await pages(reach).request(path)
  const html = await response.text()
  return {
    status: response.status,
    html,
    text: html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll('&#39;', "'"),
  }
}
const post = (reach: Reach, path: string) => pages(reach).request(path, { method: 'POST', body: new FormData() })

const whole = async (by: (typeof WAYS)[number], year = 2025) => (await climateOf(db, 'internal', { by, year }))!.seeing

test('everyone sees where it lies, how sure that is, and that only the climate is covered', async () => {
  const { status, text } = await get('published', '/climate')
  expect(status).toBe(200)
  expect(text).toContain('Only the climate is covered')
  expect(text).toMatch(/Footprint in 2025 14,000 t likely 6,900–27,000 t/)
  expect(text).toContain('99% SEK 711 m of SEK 717 m')
  expect(text).toContain('FIGARO monetary emission factors, Ecodex')
})

test('the whole is the same to the kilogram over every dimension, with what is unknown', async () => {
  const means = await Promise.all(
    (['category', 'people', 'unit', 'account'] as const).map(async (by) => {
      const { rows, whole: all } = await whole(by)
      const money = rows.reduce((sum, row) => sum + row.known + row.unknown, 0)
      expect(money).toBe(all.known + all.unknown)
      return [Math.round(rows.reduce((sum, row) => sum + row.sum.mean, 0)), Math.round(all.sum.mean)]
    }),
  )
  expect(new Set(means.flat()).size).toBe(1)
})

test('a figure opens to its amounts, steps, factor, version and lines', async () => {
  const { text, html } = await get('published', '/climate/figure?year=2025&of=15')
  expect(text).toContain('Animal products, meat and meat products')
  expect(text).toMatch(/One EUR cost 11\.48 SEK on average in 2023/)
  expect(text).toContain('Factor figaro-se-2023-C10T12, figaro version 2026.1–2026.4, SE 2023.')
  expect(html).toMatch(/href="\/en\/buyers\/9921091535\/purchases\?year=2025&amp;division=15100000"/)
  expect((await get('published', '/climate/figure?year=2025&of=99')).status).toBe(404)
  expect((await get('published', '/climate?buyer=1')).status).toBe(404)
})

test('the steps of a figure stand by pages, the largest first, each step once; what is unverified is told on every page', async () => {
  const [first, second] = [
    await get('published', '/climate/figure?year=2025'),
    await get('published', '/climate/figure?year=2025&page=2'),
  ]
  const rowsIn = (html: string) => html.match(/<tr role="row">.*?<\/tr>/gs)!.slice(1)
  expect(rowsIn(first.html)).toHaveLength(25)
  expect(rowsIn(second.html).filter((row) => rowsIn(first.html).includes(row))).toEqual([])
  expect(first.html).toContain('href="/en/climate/figure?year=2025&amp;page=2"')
  for (const { text } of [first, second]) {
    expect(text).toContain('Unverified: the rate of 2023, 11.48, was read in a company')
    expect(text).toContain('Unverified: the price index of 2025, 417.99, is put together of two sources.')
  }
})

test('a contract’s figure opens, and says where it is only an average of its category', async () => {
  const { others } = await decisionsOf(db, 'published', day('2026-11-23'))
  const { contract } = others.find((one) => one.footing && !one.restsOnQuantities)!
  const { status, text, html } = await get('published', `/climate/figure?by=contract&of=${contract.address}`)
  expect(status).toBe(200)
  expect(text).toContain('Category average: says nothing about this supplier.')
  expect(html).toContain(`contract=${contract.address}`)
  expect((await get('published', '/climate/figure?by=contract&of=nowhere')).status).toBe(404)
})

/** Swedish cities publish 1.8 to 2.2 kilograms for each kilogram of food; ours rests on what the invoices say and no tuning. */
test('the food lands near the published figure where quantities are known', async () => {
  const { book } = (await climateOf(db, 'internal', { by: 'category' }))!
  const { kilograms, kgCo2e } = perKilogram(book.entries, FOOD)!
  expect(kilograms).toBeGreaterThan(500_000)
  expect(kgCo2e.mean).toBeGreaterThan(1.5)
  expect(kgCo2e.kgCo2e).toBeLessThan(3)
})

test('a contract is ranked only where half of its money is told in quantities; the others get a sentence', async () => {
  const internal = await get('internal', '/climate?by=contract&year=2026')
  expect(internal.text).toMatch(/other contracts: category average, says nothing about the supplier/)
  expect((await climateOf(db, 'internal', { by: 'contract', year: 2026 }))!.contracts!.shown.length).toBeGreaterThan(3)
  const everyone = await get('published', '/climate?by=contract')
  expect(everyone.text).toContain('there is nothing to rank')
  const { rows, others } = JSON.parse((await get('published', '/climate.json?by=contract')).html) as Record<
    string,
    never
  >
  expect(rows).toEqual([])
  expect(others).toMatchObject({ because: 'Category average: says nothing about this supplier.' })
})

describe('what a person says', () => {
  test('the city’s own figure stands beside ours, and is withdrawn by its act', async () => {
    const { text } = await get('published', '/climate')
    expect(text).toMatch(/The city’s figure for 2025 1\.9 kg for each kg/)
    expect(text).toMatch(/Our figure for 2025 Not known/)
    const figure = { buyer: CITY, measure: 'tonnes', year: '2025', value: '21 500,5', scope: 'Allt', url: '' } as const
    expect(refused(await sayOfficial(db, { ...figure, source: '' }, OPERATOR, NOW))).toBe(true)
    expect(refused(await sayOfficial(db, { ...figure, source: 'Bokslut' }, OPERATOR, NOW))).toBe(false)
    const { text: after, html } = await get('internal', '/climate')
    expect(after).toMatch(/The city’s figure for 2025 22,000 t/)
    const [, id] = /official\/([0-9a-f-]+)\/withdrawal/.exec(html)!
    expect((await post('published', `/climate/official/${id}/withdrawal`)).status).toBe(404)
    expect((await post('internal', `/climate/official/${id}/withdrawal`)).status).toBe(303)
  })
  test('what they wrote in their own words stands beside the entry of the record, and can be erased', async () => {
    const figure = { buyer: CITY, measure: 'tonnes', year: '2019', value: '1', url: '' } as const
    await sayOfficial(db, { ...figure, scope: 'Alla kök', source: 'Anna Andersson' }, OPERATOR, NOW)
    await sayPrice(db, { ...figure, kind: 'rate', currency: 'NOK', source: 'Anna Andersson' }, OPERATOR, NOW)
    const { rows } = await sql<{ act: string; bytes: Uint8Array; fields: string[] }>`
      select act, bytes, array(select field from record.disclosure d where d.number = e.number order by 1) as fields
      from record.entry e order by number desc limit 2`.execute(db)
    expect(rows.map(({ act, fields }) => [act, fields])).toEqual([
      ['say-price-row', ['source']],
      ['say-official-figure', ['scope', 'source']],
    ])
    for (const { bytes } of rows) expect(Buffer.from(bytes).toString()).not.toMatch(/Anna|kök/)
  })
  test('a price row that is asked for makes a year known', async () => {
    const before = (await whole('category', 2026)).whole
    expect(before.known).toBeLessThan(before.unknown / 10)
    expect((await get('internal', '/climate?year=2026')).text).toContain(
      'A price index in SEK for both 2026 and 2023 is missing.',
    )
    const row = { kind: 'index', currency: 'SEK', year: '2026', value: '420', url: '' } as const
    expect(refused(await sayPrice(db, { ...row, source: '' }, OPERATOR, NOW))).toBe(true)
    await sayPrice(db, { ...row, source: 'A test' }, OPERATOR, NOW)
    const after = (await whole('category', 2026)).whole
    expect(after.known).toBeGreaterThan(after.unknown * 10)
    expect(after.byQuantity).toBe(before.byQuantity)
  })
})

test('what could be saved at the coming renewals stands largest first, and the rest in the order of days', async () => {
  const { available, others } = await decisionsOf(db, 'internal', day('2026-11-23'))
  expect(available[0]).toMatchObject({
    from: { id: 'slu-mkl11-beef-boneless' },
    to: { id: 'slu-mkl11-meat-substitutes' },
  })
  const savings = available.map(({ saving }) => saving.yearly)
  expect(savings).toEqual(savings.toSorted((a, b) => b - a))
  const days = others.map(({ contract }) => contract.next)
  expect(days).toEqual(days.toSorted())
  expect(days.every((next) => next >= '2026-11-23' && next <= '2028-11-23')).toBe(true)
  const { text } = await get('internal', '/climate/decisions')
  expect(text).toMatch(/beef replaced by meat substitutes/)
  expect(text).toContain('A planned saving: it is real only once quantities have been reported.')
  expect((await get('published', '/climate/decisions')).text).toContain('Invoices line by line make it known.')
})

test('the footprint of some categories says what it covers and what is missing', async () => {
  const found = (await footprintUnder(db, 'published', ['15']))!
  expect(found).toMatchObject({ covered: 1, restsOnQuantities: false, asked: [] })
  expect(found.sum!.kgCo2e).toBeGreaterThan(0)
  expect(await footprintUnder(db, 'published', ['35999'])).toBeUndefined()
})

test('no page calls anything green, smart or neutral', async () => {
  for (const by of WAYS)
    expect((await get('internal', `/climate?by=${by}`)).text).not.toMatch(/\bgreen\b|climate-smart|neutral/i)
})
