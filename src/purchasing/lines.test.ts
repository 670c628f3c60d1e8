/** The lines behind sums, as everyone and as the operator meet them, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reach } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { LEDGER, pagesOn, textOf } from './testing.js'

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { addressesFor, get, post, hrefTo } = pagesOn(() => db)
  const published = async (name: string, file: string) => {
    const { to } = await post('internal', '/imports', { [name]: file })
    await post('internal', `${to.replace('/en/me', '')}/publication`)
  }

  beforeAll(async () => {
    ;({ db, close } = await open())
    await published('ledger.csv', LEDGER)
  })
  afterAll(() => close())

  /** Every link from a page to lines, with the sum that it stands on, in öre. */
  const sumsOn = async (reach: Reach, path: string): Promise<{ to: string; ore: number }[]> => {
    const html = await (await addressesFor(reach).request(path)).text()
    const links = html.matchAll(/href="\/en(?:\/me)?(\/buyers\/\d+\/purchases[^"]*)"[^>]*>([^<]*SEK[^<]*)</g)
    return [...links].map(([, to, text]) => ({ to: to!.replaceAll('&amp;', '&'), ore: oreIn(textOf(text!)) }))
  }
  const oreIn = (text: string): number => {
    const [, minus, figures] = /(-?)SEK ([\d,]+\.\d\d)/.exec(text) ?? []
    return (minus ? -1 : 1) * Math.round(Number(figures!.replaceAll(',', '')) * 100)
  }
  const linesIn = async (reach: Reach, path: string) => {
    const csv = await (await addressesFor(reach).request(path.replace('/purchases', '/purchases.csv'))).text()
    return csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.slice(1, -1).split('","'))
  }

  test.each(['published', 'internal'] as const)(
    'every sum leads to its lines, and they add up to it to the öre (%s)',
    async (reach) => {
      const suppliers = (await (await addressesFor(reach).request('/suppliers')).text()).matchAll(
        /\/suppliers\/[a-z0-9-]+/g,
      )
      const buyer = ['category', 'unit', 'supplier', 'account'].map((by) => `/buyers/9921091535?by=${by}`)
      const pages = [...buyer, ...new Set([...suppliers].map(([path]) => path))]
      const sums = (await Promise.all(pages.map((path) => sumsOn(reach, path)))).flat()
      expect(sums.length).toBeGreaterThan(reach === 'published' ? 12 : 20)
      for (const { to, ore } of sums) {
        const { status, text } = await get(reach, to)
        expect([status, to, oreIn(/Bought (-?SEK [\d,.]+)/.exec(text)![1]!)]).toEqual([200, to, ore])
        const lines = await linesIn(reach, to)
        expect([to, lines.reduce((sum, line) => sum + Math.round(Number(line[6]) * 100), 0)]).toEqual([to, ore])
        expect(text).toContain(`Lines ${lines.length} `)
      }
    },
  )

  const LINES = '/buyers/9921091535/purchases'

  test('lines stand newest first, each with its place in the file', async () => {
    const { text } = await get('published', LINES)
    expect(text).toContain('Bought SEK 1,200.00')
    expect(text).toMatch(
      /11 January 2026 Möbelbolaget AB 6412 Livsmedel .*SEK 300.00 ledger.csv, line 4 10 January 2026/,
    )
    expect(text).toMatch(/-SEK 100.50 ledger.csv, line 3 1 September 2025/)
    const narrowed = await get('published', `${LINES}?unit=K%C3%B6k&year=2026`)
    expect(narrowed.text).toContain('Bought -SEK 100.50')
    expect((await get('published', `${LINES}?year=1999`)).text).toContain('Nothing fits what you have chosen.')
    expect((await get('published', `${LINES}?year=x&division=abc`)).text).toContain('Bought SEK 1,200.00')
    expect((await get('published', `${LINES}?page=2`)).status).toBe(404)
    expect((await get('published', '/buyers/1/purchases')).status).toBe(404)
  })

  test('voucher numbers stand where the buyer’s own people look, and nowhere else', async () => {
    const csv = LINES.replace('purchases', 'purchases.csv')
    expect((await get('internal', LINES)).text).toContain('SEK 300.00 3 ledger.csv, line 4')
    expect((await get('internal', csv)).text).toMatch(/"Voucher".*"300.00","SEK","3","ledger.csv","4"/)
    expect((await get('published', LINES)).text).not.toMatch(/voucher/i)
    const told = (await get('published', csv)).text
    expect(told).not.toMatch(/voucher/i)
    expect(told).toContain('"300.00","SEK","ledger.csv","4"')
  })

  test('in public no line is a person’s or internal, whatever is asked for', async () => {
    const person = (await hrefTo('internal', '/suppliers', 'Lomberg, Karin')).replace('/suppliers/', '')
    for (const asked of [
      '',
      `?supplier=${person}`,
      '?supplier=none',
      '?account=4641+Placering+HVB',
      '?unit=K%C3%B6k',
    ]) {
      for (const path of [LINES, LINES.replace('purchases', 'purchases.csv')])
        expect((await get('published', path + asked)).text).not.toMatch(/Karin|Placering HVB Soc|5,?000\.00|77\.00/)
      expect((await get('published', `${LINES}?supplier=${person}`)).text).toContain('Bought SEK 0.00')
    }
    expect((await get('internal', `${LINES}?supplier=${person}`)).text).toMatch(/Lomberg, Karin .*SEK 77.00 4/)
  })

  test('a supplier that turns out to be a person takes its lines with it, wherever they were shown', async () => {
    const ledger = (name: string, voucher: number) =>
      `${LEDGER.split('\n')[0]}\n9921091535,Provstad,${voucher},${name},4711,6412,Livsmedel,40.00,2024-01-01,Kök\n`
    await published('abroad.csv', ledger('Fischer GmbH', 90))
    expect((await get('published', `${LINES}?year=2024`)).text).toMatch(/Fischer GmbH .*SEK 40.00/)
    await post('internal', '/imports', { 'person.csv': ledger('"Fischer, Karin enskild firma"', 91) })
    expect((await get('published', `${LINES}?year=2024`)).text).toContain('Bought SEK 0.00')
    expect((await get('published', '/buyers/9921091535')).text).toMatch(/ledger\.csv SEK 1,200.00 in 3 lines/)
    expect((await get('internal', `${LINES}?year=2024`)).text).toContain('Bought SEK 80.00')
  })
})
