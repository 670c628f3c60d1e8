/** Invoices beside the ledger: which posting each is, and what an officer publishes of their lines; on both databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import { sql, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused } from '../kit/refuse.js'
import { articlePreview, publishArticles } from './acts/articles.js'
import { sayVat } from './acts/vat.js'
import { undoImport } from './acts.js'
import { fileOf, importsOn, LEDGER } from './import/testing.js'
import { sourceOfFiles } from './index.js'
import { leftOut, pairingSums } from './pairing.js'
import { pairedInvoices } from './store/pairing.js'
import { pagesOn } from './testing.js'

interface Line {
  readonly article: string
  readonly kronor: number
}
interface Invoice {
  readonly number: string
  readonly supplier?: readonly [name: string, number: string]
  readonly on?: string
  readonly lines: readonly Line[]
}
const FIRM: readonly [name: string, number: string] = ['Firman AB', '5565817870']
const BREAD: Line = { article: 'Bröd', kronor: 20 }

const ubl = ({ number, supplier: [name, registered] = FIRM, on = '2024-03-01', lines }: Invoice): string => {
  const total = lines.reduce((sum, { kronor }) => sum + kronor, 0)
  const party = (called: string, id: string) =>
    `<cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>${called}</cbc:RegistrationName><cbc:CompanyID schemeID="0007">${id}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`
  const line = ({ article, kronor }: Line, place: number) =>
    `<cac:InvoiceLine><cbc:ID>${place + 1}</cbc:ID><cbc:Note>Till Karin</cbc:Note><cbc:InvoicedQuantity unitCode="KGM">2</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="SEK">${kronor}.00</cbc:LineExtensionAmount><cac:Item><cbc:Description>Hemlig</cbc:Description><cbc:Name>${article}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="SEK">${kronor / 2}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID><cbc:ID>${number}</cbc:ID><cbc:IssueDate>${on}</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode><cac:AccountingSupplierParty>${party(name, registered)}</cac:AccountingSupplierParty><cac:AccountingCustomerParty>${party('Staden', '2120001355')}</cac:AccountingCustomerParty><cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="SEK">${total}.00</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>${lines.map(line).join('')}</Invoice>`
}

const HEAD = `${LEDGER},fakturanummer`
const posting = (
  voucher: string,
  kronor: number,
  { invoice = '', on = '2024-03-05', supplier = FIRM, account = '6412,Livsmedel' } = {},
) => `2120001355,Staden,${voucher},${supplier.join(',')},${account},${kronor},${on},${invoice}`

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  const { empty, imported, published } = importsOn(() => db)
  const { get, addressesFor } = pagesOn(() => db)
  beforeEach(async () => {
    await empty()
    await sql`truncate purchasing.article_shown, purchasing.article_publication`.execute(db)
  })
  const invoicesOf = async (...all: Invoice[]) => {
    async function* files() {
      for (const one of all) yield await Promise.resolve(fileOf(`${one.number}.xml`, ubl(one)))
    }
    return (await imported(sourceOfFiles('invoices', files()))).id
  }

  const bread = (count: number) => Array.from({ length: count }, () => BREAD)

  test.each<[string, string[], Invoice[], string[]]>([
    [
      'the number, over several accounts',
      [posting('V1', 15, { invoice: 'F1' }), posting('V2', 25, { invoice: 'F1' })],
      [{ number: 'F1', lines: bread(2) }],
      ['number'],
    ],
    ['the number as voucher', [posting('F1', 40)], [{ number: 'F1', lines: bread(2) }], ['number']],
    [
      'the number with another amount',
      [posting('V1', 50, { invoice: 'F1' })],
      [{ number: 'F1', lines: bread(2) }],
      ['otherAmount'],
    ],
    [
      'supplier, amount and day, summed by voucher',
      [posting('V1', 15), posting('V1', 25)],
      [{ number: 'F1', lines: bread(2) }],
      ['amount'],
    ],
    ['two postings that fit', [posting('V1', 40), posting('V2', 40)], [{ number: 'F1', lines: bread(2) }], ['several']],
    [
      'two invoices that fit',
      [posting('V1', 40)],
      [
        { number: 'F1', lines: bread(2) },
        { number: 'F2', lines: bread(2) },
      ],
      ['several'],
    ],
    ['another number', [posting('V1', 40, { invoice: 'F9' })], [{ number: 'F1', lines: bread(2) }], ['none']],
    [
      'another supplier',
      [posting('V1', 40, { supplier: ['Andra AB', '5566778899'] })],
      [{ number: 'F1', lines: bread(2) }],
      ['none'],
    ],
    ['long afterwards', [posting('V1', 40, { on: '2024-06-01' })], [{ number: 'F1', lines: bread(2) }], ['none']],
  ])('an invoice is paired by %s', async (_, postings, invoices, expected) => {
    await imported(fileOf('ledger.csv', HEAD, ...postings))
    const sums = pairingSums(await pairedInvoices(db, await invoicesOf(...invoices)))
    expect(sums.map(({ how }) => how)).toEqual(expected)
    expect(sums.reduce((sum, { amount }) => sum + amount, 0)).toBe(invoices.length * 4000)
  })

  test('an invoice whose month no ledger tells, and whose posting stands in another, is set apart and counted once', async () => {
    await imported(fileOf('ledger.csv', HEAD, posting('V1', 40, { invoice: 'F1' })))
    const id = await invoicesOf(
      { number: 'F1', on: '2024-02-28', lines: bread(2) },
      { number: 'F2', on: '2024-03-28', lines: bread(2) },
    )
    expect(leftOut(await pairedInvoices(db, id))).toEqual([{ currency: 'SEK', invoices: 1, amount: 4000 }])
    expect((await get('internal', `/imports/${id}/articles`)).text).toContain(
      'One invoice is left out of the sums, SEK 40.00',
    )
    const page = (await get('internal', '/buyers/2120001355')).text
    expect(page).toMatch(/Bought SEK 40 .*2 lines set apart and not counted: SEK 40\.00/)
    expect((await get('internal', '/buyers/2120001355/set-apart')).text).toContain(
      'counted as its posting in the ledger',
    )
  })

  const PERSON = ['Lomberg Karin', '4501019999'] as const
  /** Publishes a ledger and reads invoices: bread that recurs, a chair bought once, a given name, and what is kept. */
  const city = async () => {
    await published(
      fileOf(
        'ledger.csv',
        HEAD,
        posting('V1', 100, { invoice: 'F1' }),
        posting('V2', 60, { invoice: 'F2', account: '4641,Placering HVB' }),
      ),
    )
    const id = await invoicesOf(
      {
        number: 'F1',
        lines: [
          ...bread(3),
          { article: 'Stol', kronor: 10 },
          ...Array.from({ length: 3 }, () => ({ article: 'Stöd till Karin', kronor: 10 })),
        ],
      },
      { number: 'F2', lines: bread(3) },
      { number: 'F3', lines: bread(3) },
      { number: 'F4', supplier: PERSON, lines: bread(3) },
    )
    return id
  }

  test('the preview names what recurs on postings that everyone sees, and says why the rest stays', async () => {
    const { named, kept } = await previewOf(await city())
    expect(named).toMatchObject([
      { article: 'Bröd', supplierName: 'Firman AB', lines: 3, amount: 6000, unitCode: 'KGM' },
    ])
    expect(named).toHaveLength(1)
    expect(kept).toEqual([
      { why: 'natural-person', lines: 3 },
      { why: 'noPosting', lines: 6 },
      { why: 'few', lines: 1 },
      { why: 'givenName', lines: 3 },
    ])
  })

  const previewOf = async (id: string) => articlePreview(db, id, await pairedInvoices(db, id))
  const publicPages = async (id: string) => {
    const list = await get('published', `/imports/${id}/articles`)
    const { rows } = await sql<{ import: string; ordinal: number }>`
      select import, ordinal from purchasing.purchase where voucher = 'V1'`.execute(db)
    const line = await get('published', `/buyers/2120001355/purchases/${rows[0]!.import}/${rows[0]!.ordinal}`)
    return { list, line }
  }

  test('nothing of it is public before the act; then names alone; with prices when an officer says so', async () => {
    const id = await city()
    const before = await publicPages(id)
    expect([before.list.status, before.line.status]).toEqual([404, 200])
    expect(before.line.text).not.toContain('Bröd')

    expect(await publishArticles(db, id, 'names', OPERATOR, new Date())).toEqual({
      shows: 'names',
      articles: 1,
      lines: 3,
    })
    const names = await publicPages(id)
    for (const { text } of [names.list, names.line]) {
      expect(text).toContain('Bröd')
      expect(text).not.toMatch(/Stol|Karin|Hemlig|kg|20\.00|F1/)
    }

    await publishArticles(db, id, 'prices', OPERATOR, new Date())
    const prices = await publicPages(id)
    expect(prices.list.text).toMatch(/Bröd Firman AB 3 6 kg 10.00 SEK SEK 60\.00/)
    expect(prices.line.text).toMatch(/Bröd 2 kg 10.00 SEK SEK 20\.00/)
    for (const { text } of [prices.list, prices.line]) expect(text).not.toMatch(/Stol|Karin|Hemlig|F1/)
  })

  test('taking the import back takes its articles back; nobody but the operator sees the preview or acts', async () => {
    const id = await city()
    await publishArticles(db, id, 'prices', OPERATOR, new Date())
    expect((await get('internal', `/imports/${id}/articles`)).text).toContain('This becomes public')
    expect((await get('published', `/imports/${id}/articles`)).text).not.toContain('This stays internal')
    const body = new URLSearchParams({ shows: 'names' })
    const acted = await addressesFor('published').request(`/imports/${id}/articles`, { method: 'POST', body })
    expect(acted.status).toBe(404)
    await undoImport(db, id, OPERATOR, new Date())
    expect((await publicPages(id)).list.status).toBe(404)
    expect((await publicPages(id)).line.text).not.toContain('Bröd')
    expect(refused(await publishArticles(db, id, 'names', OPERATOR, new Date()))).toBe(true)
  })

  test('a person says whether amounts include VAT where the file does not; where it does, nobody is asked', async () => {
    const { id } = await imported(fileOf('ledger.csv', HEAD, posting('V1', 40)))
    expect((await get('internal', `/imports/${id}`)).text).toContain(
      'The file does not say whether the amounts include VAT',
    )
    const body = new URLSearchParams({ vat: 'excluded' })
    expect((await addressesFor('internal').request(`/imports/${id}/vat`, { method: 'POST', body })).status).toBe(303)
    expect((await get('internal', `/imports/${id}`)).text).toMatch(/The amounts are without VAT\. Said by a person/)
    expect((await get('internal', '/buyers/2120001355')).text).toContain('without VAT')
    const invoices = await invoicesOf({ number: 'F1', lines: bread(1) })
    expect(refused(await sayVat(db, invoices, 'included', OPERATOR, new Date()))).toBe(true)
    expect((await get('internal', `/imports/${invoices}`)).text).not.toContain('The amounts of the file')
  })
})
