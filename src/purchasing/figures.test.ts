/** Every figure leads to exactly the rows it sums: from the pages of buyer, units, unit and supplier, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reach } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { pagesOn, textOf } from './testing.js'

const HEAD =
  'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning'
const SUPPLIERS = [
  ['Fisk & Skaldjur AB', '9956406483'],
  ['Möbelbolaget AB', '9956406491'],
  ['Omsorg i Provstad AB', '9956406475'],
]
const UNITS = ['Förskoleförvaltningen', 'Äldreförvaltningen', 'Tekniska förvaltningen', 'Grundskolan', '']
const ACCOUNTS = ['6412,Livsmedel', '6411,Förbrukningsinventarier', '6811,Datakommunikation', '5011,Lön']
/** Sixty lines of three years, some of them credits, some on an account that is no purchase. */
const LEDGER = [
  HEAD,
  ...Array.from({ length: 60 }, (_, at) => {
    const [name, number] = SUPPLIERS[at % 3]!
    const amount = ((at % 7 === 3 ? -1 : 1) * (1017 + at * 313.37)).toFixed(2)
    const on = `${2024 + (at % 3)}-0${1 + (at % 9)}-1${at % 10}`
    return `9921091535,Provstad,${at},${name},${number},${ACCOUNTS[at % 4]},${amount},${on},${UNITS[at % 5]}`
  }),
  '',
].join('\n')
const HIDDEN = `${HEAD}\n9921091535,Provstad,900,Fisk & Skaldjur AB,9956406483,6412,Livsmedel,77777.77,2023-05-05,Hemliga enheten\n`

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { addressesFor, get, post } = pagesOn(() => db)
  beforeAll(async () => {
    ;({ db, close } = await open())
    const { to } = await post('internal', '/imports', { 'ledger.csv': LEDGER })
    await post('internal', `${to.replace('/en/me', '')}/publication`)
    await post('internal', '/imports', { 'hidden.csv': HIDDEN })
  })
  afterAll(() => close())

  const htmlOf = async (reach: Reach, path: string) => (await addressesFor(reach).request(path)).text()
  const oreIn = (text: string): number => {
    const [, minus, figures] = /(-?)SEK ([\d,]+\.\d\d)/.exec(text) ?? []
    return (minus ? -1 : 1) * Math.round(Number(figures!.replaceAll(',', '')) * 100)
  }
  const linksOn = async (reach: Reach, path: string, to: RegExp): Promise<{ to: string; label: string }[]> =>
    [...(await htmlOf(reach, path)).matchAll(/<a [^>]*href="\/en(?:\/me)?(\/[^"]*)"[^>]*>([^<]*)</g)]
      .map(([, href, label]) => ({ to: href!.replaceAll('&amp;', '&'), label: textOf(label!) }))
      .filter((link) => to.test(link.to))

  test.each(['published', 'internal'] as const)('at least twenty of them, to the öre (%s)', async (reach) => {
    const BUYER = '/buyers/9921091535'
    const units = (await linksOn(reach, `${BUYER}/units`, /\/units\/[a-z]/)).map(({ to }) => to)
    const suppliers = (await linksOn(reach, '/suppliers', /^\/suppliers\//)).map(({ to }) => to)
    expect(units.length).toBe(reach === 'internal' ? 5 : 4)
    const pages = [BUYER, `${BUYER}/units`, `${BUYER}/units?year=2025`, ...units, `${units[0]}?year=2025`, ...suppliers]
    let followed = 0
    for (const page of pages)
      for (const { to, label } of await linksOn(reach, page, /\/purchases(\?|$)/)) {
        if (!/SEK [\d,]+\.\d\d/.test(label)) continue
        const total = /Bought (-?SEK [\d,.]+)/.exec((await get(reach, to)).text)![1]!
        expect([page, to, oreIn(total)]).toEqual([page, to, oreIn(label)])
        followed++
      }
    expect(followed).toBeGreaterThan(60)
  })

  test('what units bought adds up to what the buyer bought, by unit and by people served', async () => {
    for (const reach of ['published', 'internal'] as const) {
      const total = oreIn(/Bought (-?SEK [\d,.]+)/.exec((await get(reach, '/buyers/9921091535/purchases')).text)![1]!)
      const page = '/buyers/9921091535/units'
      const sum = async (to: RegExp) => {
        const figures = (await linksOn(reach, page, to)).filter(({ label }) => /SEK [\d,]+\.\d\d/.test(label))
        return figures.reduce((all, { label }) => all + oreIn(label), 0)
      }
      expect(await sum(/\/purchases\?.*unit=/)).toBe(total)
      expect(await sum(/\/purchases\?.*served=/)).toBe(total)
    }
  })

  test('a unit says whom it serves and why, and that administrations are no units', async () => {
    const { text } = await get('published', '/buyers/9921091535/units')
    expect(text).toContain('Pre-school children')
    expect(text).toContain('The name “Äldreförvaltningen” says “äldreförvaltningen”.')
    expect(text).toContain('The ledgers name administrations')
    expect(text).toMatch(/No unit stated|Not known/)
    expect(text).not.toContain('Hemliga enheten')
  })

  test('a unit of an unpublished file does not exist outside', async () => {
    const [hidden] = (await linksOn('internal', '/buyers/9921091535/units', /hemliga/)).map(({ to }) => to)
    expect((await get('internal', hidden!)).text).toContain('77,777.77')
    for (const path of [hidden!, `${hidden}/lines`]) expect((await get('published', path)).status).toBe(404)
    expect((await get('published', '/buyers/9921091535/units/nothing')).status).toBe(404)
  })

  test('the same rows as CSV and as XLSX', async () => {
    const { tableOf } = await import('./import/open/testing.js')
    for (const path of [
      ...['/procurements', '/suppliers', '/contracts', '/renewals', '/buyers', '/buyers/9921091535/purchases'],
      ...['/buyers/9921091535/units', '/buyers/9921091535/contracts-followed'],
    ])
      for (const reach of ['published', 'internal'] as const) {
        const csv = (await htmlOf(reach, `${path}.csv`)).replace('\uFEFF', '').trimEnd().split('\r\n')
        const response = await addressesFor(reach).request(`${path}.xlsx`)
        expect(response.headers.get('content-disposition')).toContain('.xlsx')
        const bytes = new Uint8Array(await response.arrayBuffer())
        if (csv.length === 1) continue
        const { head, cells } = await tableOf(bytes)
        const read = [head.columns, ...cells].map((row) => row.map((cell) => cell.replace(/(\.\d)$/, '$10')))
        const fields = csv.map((line) => line.slice(1, -1).split('","'))
        expect(read.map((row) => row.map(plainly))).toEqual(fields.map((row) => row.map(plainly)))
      }
  })
})

/** '300.00' and '300' are one number. */
const plainly = (cell: string): string => (/^-?\d+(\.\d+)?$/.test(cell) ? String(Number(cell)) : cell)
