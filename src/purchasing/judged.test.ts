/** What was judged of purchases, as everyone and as the operator meet it, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR, type Reach } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'

import { contract, fileOf, importsOn, LEDGER as HEAD, REGISTER as REGISTER_HEAD } from './import/testing.js'
import { guessMapping, importFile, publishImport } from './index.js'
import { pagesOn, textOf } from './testing.js'

const BUYER = '/buyers/2120001355'
const [FIRM, OTHER, THIRD] = ['Firman AB,5565817870', 'Annan AB,5565817896', 'Tredje AB,5565817904']
let voucher = 0
const line = (supplier: string, account: string, amount: string, on: string, unit: string) =>
  `2120001355,Staden,V${(voucher += 1)},${supplier},${account},${amount},${on},${unit}`
const FOOD = '6412,Livsmedel'
const LEDGER = [
  `${HEAD},forvaltning`,
  line(FIRM, FOOD, '1000.10', '2024-03-01', 'Solens förskola'),
  line(FIRM, FOOD, '-50.05', '2025-03-01', 'Solens förskola'),
  line(OTHER, FOOD, '300.33', '2024-04-01', 'Ängens äldreboende'),
  line(OTHER, FOOD, '40.00', '2025-05-01', ''),
  line(THIRD, '6811,Datakommunikation', '77.70', '2024-06-01', 'Staben'),
]
const IN_EUROS = ['Datum', 'Leverantör', 'Organisationsnummer', 'Konto', 'Kontotext', 'Belopp', 'Verifikation']
const REGISTER = [REGISTER_HEAD, contract('C1', 'A1', FIRM, '2027-12-31', '15000000')]

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { addressesFor, get } = pagesOn(() => db)
  beforeAll(async () => {
    ;({ db, close } = await open())
    const { published } = importsOn(() => db)
    await published(fileOf('ledger.csv', ...LEDGER))
    await published(fileOf('register.csv', ...REGISTER))
    await inEuros(`2023-06-02,${THIRD},6811,Datakommunikation,900.00,V90`)
  })
  afterAll(() => close())

  const inEuros = async (line: string) => {
    const buyer = { organisationNumber: '2120001355', name: 'Staden' }
    const { mapping } = guessMapping({ columns: IN_EUROS }, [], { buyer })
    const options = { now: new Date(), mapping: { ...mapping, currency: 'EUR', vat: 'excluded' } as const }
    const read = await importFile(db, fileOf('euros.csv', IN_EUROS.join(','), line), OPERATOR, options)
    if (!('id' in read)) throw new Error(JSON.stringify(read))
    await publishImport(db, read.id, OPERATOR, new Date())
  }

  const htmlOf = async (reach: Reach, path: string) => (await addressesFor(reach).request(path)).text()
  const linesOn = async (reach: Reach, path: string): Promise<string[]> => [
    ...new Set(
      [...(await htmlOf(reach, path)).matchAll(/href="\/en(?:\/me)?(\/buyers\/\d+\/purchases(?:\?[^"]*)?)"/g)].map(
        ([, to]) => to!.replaceAll('&amp;', '&'),
      ),
    ),
  ]
  const csvOf = async (reach: Reach, path: string) =>
    (await htmlOf(reach, path.replace('/purchases', '/purchases.csv')))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.slice(1, -1).split('","'))
  const sent = async (path: string, fields: Record<string, string> = {}) => {
    const body = new URLSearchParams(fields)
    const answer = await addressesFor('internal').request(path, { method: 'POST', body })
    const to = (answer.headers.get('location') ?? '').replace(/^\/en\/me/, '')
    return { status: answer.status, to, text: textOf(await answer.text()) }
  }
  const lineOf = async (words: string): Promise<string> => {
    const html = await htmlOf('internal', `${BUYER}/purchases?${words}`)
    return /href="\/en\/me(\/buyers\/\d+\/purchases\/[0-9a-f-]{36}\/\d+)"/.exec(html)![1]!
  }
  const FOLLOWED = `${BUYER}/contracts-followed`

  test.each(['published', 'internal'] as const)(
    'every part leads to lines in one currency that add up to what is said there (%s)',
    async (reach) => {
      const ways = [
        '',
        '?by=served',
        '?by=unit',
        '?by=supplier',
        '?by=account',
        '?by=served&year=2024',
        '?currency=EUR',
      ]
      const pages = [...ways.map((way) => BUYER + way), FOLLOWED, `${FOLLOWED}?year=2024`, '/contracts/c1-2120001355']
      const all = new Set((await Promise.all(pages.map((page) => linesOn(reach, page)))).flat())
      expect([...all].filter((to) => /following=beside/.test(to)).length).toBeGreaterThan(3)
      expect([...all].filter((to) => /served=older-in-homes/.test(to)).length).toBe(2)
      expect(all.size).toBeGreaterThan(40)
      for (const to of all) {
        const lines = await csvOf(reach, to)
        expect([to, new Set(lines.map((row) => row[7])).size]).toEqual([to, Math.min(lines.length, 1)])
        const sum = lines.reduce((hundredths, row) => hundredths + Math.round(Number(row[6]) * 100), 0)
        const said = /Bought (-?)(?:SEK |€)([\d,.]+) /.exec((await get(reach, to)).text)!
        expect([to, sum]).toEqual([to, (said[1] ? -1 : 1) * Math.round(Number(said[2]!.replaceAll(',', '')) * 100)])
      }
    },
  )

  test('how purchases follow contracts, whole and by year, with the contract that could have been used', async () => {
    const { text } = await get('published', FOLLOWED)
    expect(text).toMatch(/Bought under contract 69% SEK 950.05 ?\. .*2024.* not known whether VAT is included/)
    expect(text).toMatch(/Bought beside a contract 25% SEK 340.33/)
    expect(text).toMatch(/Annan AB .*SEK 340.33 C1 A1 enligt registret/)
    expect(text).toMatch(/What others buy on the same framework Not known/i)
    const year = await get('published', `${FOLLOWED}?year=2025`)
    expect(year.text).toMatch(/Bought beside a contract .*SEK 40.00/)
    expect(year.text).not.toContain('SEK 340.33')
  })

  test('other currencies stand for themselves', async () => {
    const { text } = await get('published', BUYER)
    expect(text).toMatch(/Bought SEK 1,368 March 2024 to May 2025, not known whether VAT is included/)
    expect(text).toContain('has also bought for €900.00')
    expect((await get('published', `${BUYER}/purchases`)).text).toContain('Bought SEK 1,368.08')
    expect((await get('published', `${BUYER}/purchases?currency=EUR`)).text).toContain(
      'Bought €900.00 June 2023, without VAT',
    )
  })

  test('a line tells its file, its reasons and its contract; vouchers are the buyer’s own', async () => {
    const path = await lineOf('following=beside&year=2024')
    const { text } = await get('published', path)
    expect(text).toContain('ledger.csv, line 4')
    expect(text).toMatch(/Beside a contract\..*This contract was running then: C1 A1 enligt registret/)
    expect(text).not.toMatch(/V3|Correct the category|voucher/i)
    expect((await get('internal', path)).text).toMatch(/Voucher V3 /)
    for (const wrong of [path.replace(/\d+$/, '99'), path.replace(/\d+$/, 'x'), `${BUYER}/purchases/x/1`])
      expect((await get('published', wrong)).status).toBe(404)
    expect((await addressesFor('published').request(`${path}/correction`, { method: 'POST' })).status).toBe(404)
    expect((await get('published', `${BUYER}/rules`)).status).toBe(404)
  })

  test('a line is corrected by words and taken back, and every sum follows', async () => {
    const path = await lineOf('unit=Staben')
    expect((await get('internal', `${path}?q=wheelchairs`)).text).toContain('Wheelchairs')
    expect((await sent(`${path}/correction`, { q: 'wheelchairs', applies: 'line' })).text).toContain(
      'Choose a category',
    )
    const done = await sent(`${path}/correction`, { q: 'wheelchairs', category: '33193120', applies: 'line' })
    expect(done.status).toBe(303)
    const { text } = await get('internal', done.to)
    expect(text).toContain('One line is corrected')
    expect(text).toMatch(/Corrected to Wheelchairs/)
    expect((await get('published', `${BUYER}/purchases?division=33`)).text).toContain('Bought SEK 77.70')
    const same = await sent(`${path}/correction`, { q: '', category: '33193120', applies: 'line' })
    expect([same.status, same.text.includes('Nothing was changed')]).toEqual([409, true])
    const taken = await sent(`${path}/correction/withdrawal`)
    expect((await get('internal', taken.to)).text).toContain('taken back on one line')
    expect((await get('published', `${BUYER}/purchases?division=33`)).text).toContain('Bought SEK 0.00')
  })

  test('a line said to be no purchase leaves every sum, stands in a list with the reason, and is put back', async () => {
    const path = await lineOf('unit=Staben')
    const done = await sent(`${path}/correction`, { category: 'not-a-purchase', applies: 'line' })
    expect((await get('internal', done.to)).text).toMatch(/Not a purchase The line is not counted as a purchase/)
    const buyer = await get('published', BUYER)
    expect(buyer.text).toMatch(/Bought SEK 1,290 .*One line set apart and not counted: SEK 77.70/)
    expect((await get('published', `${BUYER}/purchases`)).text).toContain('Bought SEK 1,290.38')
    const list = await get('published', `${BUYER}/set-apart`)
    expect(list.text).toMatch(/Not counted SEK 77.70 one line .*The buyer’s own people have said so of this line/)
    const line = await get('published', path)
    expect(line.text).toMatch(/Not a purchase .*A member of staff has said/)
    expect(line.text).not.toContain('has not been judged yet')
    await sent(`${path}/correction/withdrawal`)
    expect((await get('published', BUYER)).text).not.toContain('set apart')
    expect((await get('published', `${BUYER}/purchases`)).text).toContain('Bought SEK 1,368.08')
  })

  test('a correction becomes a rule, which tells its lines and can be withdrawn', async () => {
    const path = await lineOf('following=beside&year=2024')
    const done = await sent(`${path}/correction`, { q: '', category: '39000000', applies: 'supplier' })
    expect((await get('internal', done.to)).text).toMatch(/The rule is made .*It fits 2 lines/)
    expect((await get('published', `${BUYER}/purchases?division=39`)).text).toContain('Bought SEK 340.33')
    const rules = await htmlOf('internal', `${BUYER}/rules`)
    expect(textOf(rules)).toMatch(/Supplier Annan AB .*2 lines .*23 November 2026/)
    const [, withdrawal] = /action="\/en\/me(\/buyers\/\d+\/rules\/[^"]+)"/.exec(rules)!
    const gone = await sent(withdrawal!)
    expect((await get('internal', gone.to)).text).toMatch(/The rule is withdrawn .*No rules/)
    expect((await get('published', `${BUYER}/purchases?division=39`)).text).toContain('Bought SEK 0.00')
    expect((await sent(withdrawal!)).status).toBe(404)
  })
})
