import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { wordsFor } from '../../../kit/words/index.js'
import type { Problem } from '../statement.js'
import type { InvoiceLineStatement } from '../statement.js'
import { isXml, readInvoices, type InvoiceOptions } from './peppol-invoice.js'

const DATA = join(import.meta.dirname, '../../../../../shared/data/peppol')

async function* chunks(text: string | Buffer, size = 64 * 1024) {
  const all = Buffer.from(text)
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}
async function read(bytes: AsyncIterable<Uint8Array>, options?: InvoiceOptions) {
  const lines: InvoiceLineStatement[] = []
  const problems: Problem[] = []
  for await (const one of readInvoices(bytes, options)) {
    if (one.kind === 'problem') problems.push(one)
    else lines.push(one)
  }
  return { lines, problems, keys: problems.map(({ because }) => because.key.split('.').at(-1)) }
}
const sum = (lines: readonly InvoiceLineStatement[]) => lines.reduce((total, { amount }) => total + amount, 0)

// File, lines, sum in hundredths (the file's own TaxExclusiveAmount), currency, buyer's number, seller's number.
const GOLDEN: [string, number, number, string, string, string][] = [
  ['Allowance-example.xml', 5, 590_000, 'EUR', '39937423947', 'GB983294'],
  ['Norwegian-example-1.xml', 7, 143_650, 'NOK', '987654325', '123456785'],
  ['Vat-category-S.xml', 5, 700_000, 'EUR', '39937423947', 'GB983294'],
  ['base-creditnote-correction.xml', 3, -132_500, 'EUR', '39937423947', 'GB983294'],
  ['base-example.xml', 3, 132_500, 'EUR', '39937423947', 'GB983294'],
  ['base-negative-inv-correction.xml', 3, -132_500, 'EUR', '39937423947', 'GB983294'],
  ['sales-order-example.xml', 3, 132_500, 'EUR', '39937423947', 'GB983294'],
  ['vat-category-E.xml', 1, 120_000, 'GBP', '12345678', 'GB928741974'],
  ['vat-category-O.xml', 1, 320_000, 'SEK', '987654325', ''],
  ['vat-category-Z.xml', 1, 120_000, 'GBP', '12345678', 'GB928741974'],
]
const absent = !existsSync(DATA)
test.skipIf(absent)('the table holds every example there is (skipped where absent)', () => {
  expect(GOLDEN.map(([file]) => file)).toEqual(readdirSync(DATA).sort())
})
for (const [file, count, total, currency, buyer, seller] of GOLDEN)
  test.skipIf(absent)(`reads ${file} to its own total (skipped where absent)`, async () => {
    const { lines, keys } = await read(createReadStream(join(DATA, file)))
    expect(keys).toEqual([])
    expect([lines.length, sum(lines), lines[0]!.currency]).toEqual([count, total, currency])
    expect(lines[0]!.buyer.organisationNumber).toBe(buyer)
    expect(lines[0]!.supplier.organisationNumber ?? '').toBe(seller)
  })

const PARTY = (number: string, name: string, vat = '') =>
  `<cac:Party><cbc:EndpointID schemeID="0007">${number}</cbc:EndpointID>${vat && `<cac:PartyTaxScheme><cbc:CompanyID>${vat}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`}<cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName>${number && `<cbc:CompanyID schemeID="0007">${number}</cbc:CompanyID>`}</cac:PartyLegalEntity><cac:Contact><cbc:Name>Karin Ek</cbc:Name></cac:Contact></cac:Party>`
const VAT = '<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>'
const LINE = `<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="KGM">12.5</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="SEK">250.00</cbc:LineExtensionAmount><cac:Item><cbc:Description>Till avd. 850101-1234</cbc:Description><cbc:Name>Havregryn</cbc:Name><cac:SellersItemIdentification><cbc:ID>HG1</cbc:ID></cac:SellersItemIdentification><cac:CommodityClassification><cbc:ItemClassificationCode listID="STI">15613380</cbc:ItemClassificationCode></cac:CommodityClassification><cac:ClassifiedTaxCategory>${VAT}</cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="SEK">0.0205</cbc:PriceAmount><cbc:BaseQuantity unitCode="GRM">1</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>`
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const parts = {
  rule: '<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>',
  id: '<cbc:ID>F1</cbc:ID>',
  issued: '<cbc:IssueDate>2026-10-01</cbc:IssueDate>',
  currency: '<cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode>',
  accounting: '<cbc:AccountingCost>6410-112</cbc:AccountingCost>',
  order: '<cac:OrderReference><cbc:ID>B77</cbc:ID></cac:OrderReference>',
  contract: '<cac:ContractDocumentReference><cbc:ID>A-12</cbc:ID></cac:ContractDocumentReference>',
  seller: `<cac:AccountingSupplierParty>${PARTY('556581-7870', 'Kvarnen AB')}</cac:AccountingSupplierParty>`,
  buyer: `<cac:AccountingCustomerParty>${PARTY('2120001355', 'Staden')}</cac:AccountingCustomerParty>`,
  delivery:
    '<cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="0088">7300010000001</cbc:ID><cac:Address><cbc:StreetName>Gatan 1</cbc:StreetName></cac:Address></cac:DeliveryLocation><cac:DeliveryParty><cac:PartyName><cbc:Name>Förskolan Karin</cbc:Name></cac:PartyName></cac:DeliveryParty></cac:Delivery>',
  allowance: '',
  total:
    '<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="SEK">250.00</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>',
  line: LINE,
}
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:'
const invoice = (changed: Partial<typeof parts> = {}, root = 'Invoice', namespace = `${UBL}${root}-2`) =>
  `${HEAD}\n<${root} xmlns="${namespace}" xmlns:cac="${UBL}CommonAggregateComponents-2" xmlns:cbc="${UBL}CommonBasicComponents-2">\n${Object.values({ ...parts, ...changed }).join('\n')}\n</${root}>`

test('a line carries its article, quantity, price, place of delivery, references and account', async () => {
  const { lines, keys } = await read(chunks(invoice()))
  expect(keys).toEqual([])
  expect(lines).toEqual([
    {
      kind: 'invoice-line',
      place: { line: 15, path: 'Invoice/InvoiceLine' },
      of: 'item',
      lineNumber: '1',
      amount: 25_000,
      vat: { category: 'S', percent: 25 },
      quantity: { value: 12.5, unitCode: 'KGM' },
      unitPrice: { amount: '0.0205', per: 1 },
      article: {
        name: 'Havregryn',
        description: 'Till avd. •••',
        sellersNumber: 'HG1',
        classifications: [{ code: '15613380', list: 'STI' }],
      },
      accountingReference: '6410-112',
      buyer: { organisationNumber: '2120001355', name: 'Staden' },
      supplier: { name: 'Kvarnen AB', organisationNumber: '5565817870' },
      invoice: { number: 'F1', issuedOn: '2026-10-01', type: 'invoice' },
      currency: 'SEK',
      deliveredTo: { name: 'Förskolan Karin', id: '7300010000001', street: 'Gatan 1' },
      order: 'B77',
      contract: 'A-12',
    },
  ])
})

test('a credit note takes back: its amount and its quantity are negative', async () => {
  const credited = LINE.replaceAll('InvoiceLine', 'CreditNoteLine').replaceAll('InvoicedQuantity', 'CreditedQuantity')
  const corrects =
    '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F0</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>'
  const { lines, keys } = await read(chunks(invoice({ line: credited, order: corrects }, 'CreditNote')))
  expect(keys).toEqual([])
  expect(lines).toMatchObject([
    { amount: -25_000, quantity: { value: -12.5 }, invoice: { type: 'credit-note', corrects: 'F0' } },
  ])
})

const allowance = (charge: boolean, amount: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${charge}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Frakt</cbc:AllowanceChargeReason><cbc:Amount currencyID="SEK">${amount}</cbc:Amount><cac:TaxCategory>${VAT}</cac:TaxCategory></cac:AllowanceCharge>`
const total = (amount: string) =>
  `<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="SEK">${amount}</cbc:TaxExclusiveAmount><cbc:PrepaidAmount currencyID="SEK">100</cbc:PrepaidAmount><cbc:PayableRoundingAmount currencyID="SEK">0.40</cbc:PayableRoundingAmount></cac:LegalMonetaryTotal>`

test('discounts and fees on the whole are lines of their own kind, so that the lines are the total', async () => {
  const text = invoice({ allowance: allowance(true, '30') + allowance(false, '5.50'), total: total('274.50') })
  const { lines, keys } = await read(chunks(text))
  expect(keys).toEqual([])
  expect(lines.map(({ of, lineNumber, amount }) => [of, lineNumber, amount])).toEqual([
    ['charge', 'charge-1', 3_000],
    ['allowance', 'allowance-2', -550],
    ['item', '1', 25_000],
  ])
})

test('lines that are not the total are kept, and both sums are told', async () => {
  const { lines, problems } = await read(chunks(invoice({ total: total('260') })))
  expect(lines).toHaveLength(1)
  expect(problems).toMatchObject([
    {
      severity: 'note',
      because: { args: { lines: 250, total: 260, path: 'Invoice/LegalMonetaryTotal/TaxExclusiveAmount' } },
    },
  ])
  expect(wordsFor('en').of(problems[0]!.because)).toContain('250.00 SEK')
})

test('a line that cannot be read is refused alone', async () => {
  const bad = LINE.replace('250.00', 'mycket')
  const { lines, problems, keys } = await read(chunks(invoice({ line: LINE + bad })))
  expect(lines).toHaveLength(1)
  expect(keys).toEqual(['notAmount'])
  expect(problems[0]).toMatchObject({
    severity: 'refused',
    place: { column: 'Invoice/InvoiceLine[2]/LineExtensionAmount' },
  })
  expect(problems[0]!.original).toContain('Havregryn')
  expect(problems[0]!.original).not.toContain('850101')
})

const seller = (number: string, vat?: string) =>
  `<cac:AccountingSupplierParty>${PARTY(number, 'Anna Ek', vat)}</cac:AccountingSupplierParty>`
test.each([
  ['with hyphen', seller('850101-1234')],
  ['with the century', seller('198501011234')],
  ['inside a VAT number', seller('', 'SE850101123401')],
])('a seller who is a natural person (%s) keeps no name and no number', async (_, changed) => {
  const told = await read(chunks(invoice({ seller: changed })))
  expect(told.keys).toEqual(['personal'])
  expect(told.lines).toMatchObject([{ supplier: { name: undefined } }])
  expect(JSON.stringify(told)).not.toMatch(/850101|Anna|Karin Ek/)
})

test.each([
  ['its VAT number', seller('', 'SE556581787001'), '5565817870'],
  ['twelve digits', seller('165565817870'), '5565817870'],
])('a Swedish company is known by %s', async (_, changed, number) => {
  const { lines } = await read(chunks(invoice({ seller: changed })))
  expect(lines[0]!.supplier.organisationNumber).toBe(number)
})

test('a place of delivery that may be a home is not kept', async () => {
  const { lines, keys } = await read(
    chunks(invoice({ delivery: parts.delivery.replace('Förskolan Karin', 'Karin Ek') })),
  )
  expect(keys).toEqual(['deliveredToHome'])
  expect(lines[0]!.deliveredTo).toEqual({ id: '7300010000001' })
})

test('an invoice in advance says that the purchase may come again', async () => {
  const { keys } = await read(chunks(invoice({ order: '<cbc:InvoiceTypeCode>386</cbc:InvoiceTypeCode>' })))
  expect(keys).toEqual(['prepayment'])
})

const anonymous = `<cac:AccountingCustomerParty>${PARTY('', 'Staden').replace('0007', '0088')}</cac:AccountingCustomerParty>`
test('a buyer without a number is the one that the reader was told', async () => {
  expect((await read(chunks(invoice({ buyer: anonymous })))).keys).toEqual(['noNumber'])
  const buyer = { organisationNumber: '2120001355', name: 'Staden' }
  const told = await read(chunks(invoice({ buyer: anonymous })), { buyer })
  expect(told.lines[0]!.buyer).toEqual(buyer)
})

const big = `<!DOCTYPE Invoice [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`
test.each<[string, string | Buffer, string, string]>([
  ['an order', invoice({}, 'Order'), 'otherXml', ''],
  ['other XML', '<html><body/></html>', 'otherXml', ''],
  ['no XML', 'a;b\n1;2\n', 'notXml', ''],
  ['nothing', '', 'empty', ''],
  ['not well formed', invoice().replace('</cac:Item>', '</cac:Itme>'), 'notXml', ''],
  ['text blocks of its own', invoice().replace(HEAD, HEAD + big), 'doctype', ''],
  ['depth without end', invoice({ order: '<cac:A>'.repeat(5_000) }), 'tooDeep', `Invoice/A${'/A'.repeat(48)}`],
  [
    'another rule',
    invoice({ rule: '<cbc:CustomizationID>urn:peppol:pint:billing-1</cbc:CustomizationID>' }),
    'otherRule',
    'Invoice/CustomizationID',
  ],
  ['no rule', invoice({ rule: '' }), 'missing', 'Invoice'],
  ['no number', invoice({ id: '' }), 'missing', 'Invoice'],
  ['no seller', invoice({ seller: '' }), 'missing', 'Invoice'],
  ['no total', invoice({ total: '' }), 'missing', 'Invoice'],
  ['no real day', invoice({ issued: '<cbc:IssueDate>2026-02-30</cbc:IssueDate>' }), 'notDay', 'Invoice/IssueDate'],
  ['dollars', invoice().replaceAll('SEK', 'USD'), 'currency', 'Invoice/DocumentCurrencyCode'],
  ['a cut file', invoice().slice(0, -100), 'cut', 'Invoice/InvoiceLine/Price'],
  [
    'a cut character',
    iconv.encode('<Invoice xmlns="' + UBL + 'Invoice-2">Å', 'utf-8').subarray(0, -1),
    'cut',
    'Invoice',
  ],
  ['a character of another encoding', iconv.encode(invoice(), 'latin1'), 'encoding', ''],
  ['an unknown encoding', invoice().replace('UTF-8', 'klingon'), 'encoding', ''],
])('%s is one refusal that names its place, and states nothing', async (_, file, key, path) => {
  const { lines, problems, keys } = await read(chunks(file))
  expect(lines).toEqual([])
  expect(keys).toEqual([key])
  expect(problems[0]!.severity).toBe('refused')
  if (path) expect(problems[0]!.place.column).toContain(path)
  for (const language of ['sv', 'en'] as const) expect(wordsFor(language).of(problems[0]!.because)).not.toContain('{')
})

test('a file is known as XML by its first bytes', () => {
  const utf16 = (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })
  const texts = [invoice(), `\uFEFF${invoice()}`, '\n <Invoice/>', 'a;b\n1;<2\n', '']
  expect(texts.map((text) => isXml(Buffer.from(text)))).toEqual([true, true, true, false, false])
  expect([isXml(utf16(invoice())), isXml(utf16('a;b'))]).toEqual([true, false])
})

test('reads encodings, other prefixes and an envelope', async () => {
  const utf16 = iconv.encode(invoice().replace('UTF-8', 'UTF-16'), 'utf-16le', { addBOM: true })
  const latin = iconv.encode(invoice().replace('UTF-8', 'ISO-8859-1'), 'latin1')
  const prefixed = invoice().replaceAll('cac:', 'x:').replaceAll('xmlns:cac', 'xmlns:x')
  const envelope = `<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"><StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>${invoice().replace(HEAD, '')}</StandardBusinessDocument>`
  for (const file of [utf16, latin, prefixed, envelope]) {
    const { lines, keys } = await read(chunks(file))
    expect([keys, lines.length, lines[0]!.deliveredTo!.name]).toEqual([[], 1, 'Förskolan Karin'])
  }
  expect((await read(chunks(envelope.slice(0, -10)))).keys).toEqual(['cut'])
})

test('however the bytes arrive, the invoice is the same; cut anywhere, it states nothing', async () => {
  const text = Buffer.from(invoice({ line: LINE + LINE, total: total('500') }))
  const whole = await read(chunks(text))
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4000 }),
      fc.integer({ min: 0, max: text.length - 1 }),
      async (size, at) => {
        expect(await read(chunks(text, size))).toEqual(whole)
        const { lines, problems } = await read(chunks(text.subarray(0, at), size))
        expect([lines.length, problems.map(({ severity }) => severity)]).toEqual([0, ['refused']])
      },
    ),
    { numRuns: 60 },
  )
})
