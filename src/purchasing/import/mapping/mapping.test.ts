import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSample } from '../../../../samples/build.js'
import { refused } from '../../../kit/refuse.js'
import { wordsFor } from '../../../kit/words/index.js'
import { contractRegister } from '../formats/contract-register.js'
import { supplierLedger } from '../formats/supplier-ledger.js'
import type { Problem, Statement } from '../statement.js'
import { openTable } from '../table.js'
import {
  describeMapping,
  guessMapping,
  headKey,
  mappedFormat,
  parseMapping,
  type Field,
  type MappedContract,
  type MappedPurchase,
  type Mapping,
} from './index.js'

const BUYER = { organisationNumber: '2120001355', name: 'Staden' }

async function* bytes(text: string) {
  yield Buffer.from(text)
}
async function opened(text: string) {
  const table = await openTable(bytes(text))
  if (refused(table)) throw new Error(table.because.key)
  return table
}
async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of from) found.push(one)
  return found
}
/** Guesses from the first rows, then reads everything through the guess. */
async function guessAndRead(text: string, buyer = true) {
  const sample = (await all((await opened(text)).rows)).slice(0, 10).map(({ cells }) => [...cells])
  const { head, rows } = await opened(text)
  const guess = guessMapping(head, sample, buyer ? { buyer: BUYER } : {})
  const told = await all(mappedFormat(guess.mapping).read(rows))
  return {
    guess,
    statements: told.filter((one) => one.kind !== 'problem'),
    problems: told.filter((one) => one.kind === 'problem'),
    keys: told.flatMap((one) => (one.kind === 'problem' ? one.because.key.split('.').at(-1)! : [])),
  }
}
const columnsOf = (mapping: Mapping) => Object.values(mapping.columns)

// Headings as contract registers have them, and the fields they are in the same order; '' is a column that is none of ours.
const REGISTERS: [string, string, (Field | '')[]][] = [
  [
    'Avtalsnummer;Diarienummer;Avtalsnamn;Leverantör;Organisationsnummer;Startdatum;Slutdatum;Förlängning;Uppsägningstid (mån);Takbelopp;Avtalsansvarig;Avropsberättigade;Kategori',
    'A-1;KS 2023/12;Möbler;Firman AB;556581-7870;2024-01-01;2025-12-31;2+1+1 år;3;1 200 000;Karin Ek;Staden, Bolaget AB;Inredning',
    [
      ...(['number', 'procurementReference', 'title', 'supplier', 'supplierNumber', 'startsOn', 'endsOn'] as const),
      ...(['extensions', 'noticeMonths', 'ceiling', 'responsible', 'callers', 'ownCategory'] as const),
    ],
  ],
  [
    'Avt.nr;Dnr;Benämning;Lev.;Org.nr;Fr.o.m.;T.o.m.;Option;Upps.tid;Tak (tkr);Handläggare;Avtalsområde;CPV-kod',
    'A-1;KS 2023/12;Möbler;Firman AB;5565817870;20240101;20251231;option 1 år x 2;3 mån;1200;Karin Ek;Inredning;39100000-3',
    [
      ...(['number', 'procurementReference', 'title', 'supplier', 'supplierNumber', 'startsOn', 'endsOn'] as const),
      ...(['extensions', 'noticeMonths', 'ceiling', 'responsible', 'ownCategory', 'category'] as const),
    ],
  ],
  [
    'Contract ID,Title,Supplier Name,Start date,End date,Extension options,Notice period,Maximum value,Contract owner,Type,Remarks',
    'A-1,Furniture,Firman AB,01/01/2024,31/12/2025,2 x 12 months,3 months,"1,200,000.00",Karin Ek,Framework agreement,none',
    [
      ...(['number', 'title', 'supplier', 'startsOn', 'endsOn', 'extensions', 'noticeMonths', 'ceiling'] as const),
      ...(['responsible', 'agreement', ''] as const),
    ],
  ],
]
test.each(REGISTERS)('a register headed %s', async (head, row, fields) => {
  const { guess, statements, keys } = await guessAndRead(`${head}\n${row}\n`)
  const columns = head.split(/[;,]/)
  expect(guess.mapping.kind).toBe('contract-register')
  expect(guess.mapping.columns).toEqual(
    Object.fromEntries(fields.flatMap((field, place) => (field ? [[field, columns[place]]] : []))),
  )
  expect([guess.missing, keys]).toEqual([[], []])
  expect(statements).toMatchObject([
    {
      kind: 'contract',
      buyer: BUYER,
      number: 'A-1',
      supplier: { name: 'Firman AB' },
      startsOn: '2024-01-01',
      endsOn: '2025-12-31',
      extensionMonths: [12, 12],
      noticeMonths: 3,
      ceiling: 120_000_000,
      responsible: 'Karin Ek',
    },
  ])
})

const LEDGERS: [string, string, Mapping['vat']][] = [
  [
    'Bokföringsdatum;Ver.nr;Konto;Kontotext;Förvaltning;Leverantör;Org.nr;Fakturanr;Belopp exkl. moms;Momsbelopp',
    '2024-03-01;V1;6410;Kontorsmaterial;Skolan;Firman AB;556581-7870;F1;1 000,50;250,13',
    'excluded',
  ],
  [
    'Datum;Verifikation;Konto;Enhet;Leverantörsnamn;Leverantörens organisationsnummer;Faktura;Bruttobelopp',
    '2024-03-01;V1;6410 Kontorsmaterial;Skolan;Firman AB;5565817870;F1;1000.50',
    'included',
  ],
  [
    'Posting date;Voucher no;Account;Account name;Unit;Vendor;Organisation number;Invoice no;Amount',
    '1 Mar 2024;V1;6410;Kontorsmaterial;Skolan;Firman AB;5565817870;F1;1000.5',
    'unknown',
  ],
]
test.each(LEDGERS)('a ledger headed %s', async (head, row, vat) => {
  const { guess, statements, keys } = await guessAndRead(`${head}\n${row}\n`)
  expect([guess.mapping.kind, guess.mapping.vat, guess.missing, keys]).toEqual(['ledger', vat, [], []])
  expect(statements).toEqual([
    {
      kind: 'purchase',
      place: { line: 2 },
      buyer: BUYER,
      voucher: 'V1',
      supplier: { name: 'Firman AB', organisationNumber: '5565817870' },
      account: { code: '6410', text: 'Kontorsmaterial' },
      amount: 100_050,
      currency: 'SEK',
      bookedOn: '2024-03-01',
      precision: 'day',
      unit: 'Skolan',
      invoiceNumber: 'F1',
      ...(vat === 'unknown' ? {} : { vat }),
    },
  ])
})

test('every guess says how sure it is and why; what is called otherwise is known by what stands in it', () => {
  const columns = ['Avtalsnummer', 'Avtalsnamn', 'Vem', 'Nr hos Bolagsverket', 'A', 'B', 'Uppsägningstid']
  const rows = [
    ['A-1', 'Möbler', 'Firman AB', '556581-7870', '2025-12-31', '2024-01-01', 'enligt villkor'],
    ['A-2', 'Frukt', 'Andra AB', '556000-1111', '2026-12-31', '2025-01-01', 'se avtalet'],
  ]
  const { fields, mapping, missing } = guessMapping({ columns }, rows)
  const of = (field: Field) => fields.find((one) => one.field === field)!
  const reasons = (field: Field) => of(field).because.map(({ key }) => key.split('.').at(-1))
  expect([of('number').confidence, reasons('number')]).toEqual(['strong', ['byName']])
  expect([of('title').confidence, reasons('title')]).toEqual(['strong', ['byName', 'byContent']])
  expect([of('supplierNumber').column, of('supplierNumber').confidence]).toEqual(['Nr hos Bolagsverket', 'possible'])
  expect(reasons('supplierNumber')).toEqual(['byContent'])
  expect([mapping.columns.startsOn, mapping.columns.endsOn]).toEqual(['B', 'A'])
  expect([of('noticeMonths').confidence, reasons('noticeMonths')]).toEqual(['possible', ['byName', 'againstContent']])
  expect(missing).toEqual([['supplier'], ['buyer']])
  for (const { because } of fields)
    for (const language of ['sv', 'en'] as const)
      for (const one of because) expect(wordsFor(language).of(one)).toMatch(/^\p{L}[^{}]+$/u)
})

test('no column holds two fields, and every alternative is another column', () => {
  const names = fc.constantFrom(
    ...[
      'Avtal',
      'Avtalsnummer',
      'Start',
      'Slut',
      'Leverantör',
      'Org.nr',
      'Belopp',
      'Konto',
      'Datum',
      'Titel',
      'Övrigt',
    ],
  )
  const cell = fc.constantFrom('', 'Möbler', '2024-01-01', '556581-7870', '1 000,50', '2+1+1 år', '39100000')
  fc.assert(
    fc.property(fc.uniqueArray(names, { minLength: 1 }), fc.infiniteStream(cell), (columns, cells) => {
      const rows = Array.from({ length: 3 }, () => columns.map(() => cells.next().value))
      const { mapping, fields } = guessMapping({ columns }, rows)
      const used = columnsOf(mapping)
      expect(new Set(used).size).toBe(used.length)
      expect(used.every((column) => columns.includes(column))).toBe(true)
      for (const { column, alternatives } of fields) expect(alternatives).not.toContain(column)
      expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
    }),
  )
})

test('a mapping is kept as plain JSON and known again by the header, in any order and spelling', () => {
  const columns = ['Avtalsnummer', 'Titel', 'Leverantör', 'Slut']
  const { mapping } = guessMapping({ columns }, [], { buyer: BUYER })
  const format = mappedFormat(mapping)
  expect(format.recognises({ columns: ['slut', ' TITEL', 'leverantor', 'Avtals-nummer', ''] })).toBe(true)
  expect(format.recognises({ columns: [...columns, 'Start'] })).toBe(false)
  expect(headKey(['a', 'b'])).not.toBe(headKey(['ab']))
  for (const wrong of [
    { ...mapping, kind: 'invoice' },
    { ...mapping, more: 1 },
    { ...mapping, columns: { price: 'x' } },
    null,
  ])
    expect(refused(parseMapping(wrong))).toBe(true)
})

test('ten rows are shown as they would be read, each with its problems', () => {
  const columns = [
    'Avtalsnummer',
    'Titel',
    'Leverantör',
    'Start',
    'Slut',
    'Förlängning',
    'Takbelopp',
    'Uppsägningstid',
    'Typ',
  ]
  const rows = [
    ['A1', 'Möbler', 'Firman AB', '2024-01-01', '2027-12-31', '2+1+1 år', '1,5 mkr', '1 år', 'Ramavtal'],
    ['A2', 'Frukt', 'Firman AB', 'snart', '2025-12-31', '12+12 mån', 'mycket', '90 dagar', 'Övrigt'],
    ['A3', '', 'Firman AB', '', '', '', '', '', ''],
    ...Array.from({ length: 10 }, () => ['A4', 'Te', 'Firman AB', '', '', '', '', '', '']),
  ]
  const { mapping } = guessMapping({ columns }, rows, { buyer: BUYER })
  const shown = describeMapping(mapping, columns, rows)
  expect(shown).toHaveLength(10)
  const keys = shown.map(({ problems }) => problems.map(({ because }) => because.key.split('.').at(-1)))
  expect(keys[0]).toEqual(['included'])
  expect(shown[0]!.statement).toMatchObject({
    ...{
      extensionMonths: [],
      extensionClause: '2+1+1 år',
      ceiling: 150_000_000,
      noticeMonths: 12,
      agreement: 'framework',
    },
  })
  expect(keys[1]).toEqual(['dayUnknown', 'notAgreement', 'twoWays', 'notNotice', 'notCeiling'])
  expect(shown[1]!.statement).toMatchObject({ number: 'A2', extensionMonths: [] })
  expect([shown[2]!.statement, keys[2]]).toEqual([undefined, ['missing']])
  expect([shown[9]!.line, keys[9]]).toEqual([11, []])
})

test('the last possible end stands in for a clause that is missing or cannot be read', async () => {
  const head = 'Avtalsnummer;Titel;Leverantör;Start;Slut;Slutdatum inkl. optioner;Förlängning'
  const row = 'A1;Te;Firman AB;2024-01-01;2025-12-31;2027-12-31'
  const { statements, keys } = await guessAndRead(`${head}\n${row};\n${row};enligt villkoren\n${row};+1 år\n`)
  expect(statements.map((one) => (one as MappedContract).extensionMonths)).toEqual([[24], [24], [12]])
  expect(keys).toEqual([])
})

test('personal identity numbers and the names beside them are kept nowhere', async () => {
  const head = 'Avtalsnummer;Titel;Leverantör;Organisationsnummer;Start;Slut;Kategori'
  const { statements, problems, keys } = await guessAndRead(
    `${head}\nA1;Vård åt 19850101-1234;Anna Ek;850101-1234;snart;2025-12-31;för 850101-1234\n`,
  )
  expect(keys).toEqual(['dayUnknown', 'personal'])
  expect(statements).toMatchObject([{ title: 'Vård åt •••', supplier: { name: undefined }, ownCategory: 'för •••' }])
  expect(JSON.stringify([statements, problems])).not.toMatch(/850101|Anna/)
})

test('a supplier number that is the buyer’s own is told of, and joins nobody', async () => {
  const { statements, keys } = await guessAndRead(
    'Avtalsnummer;Titel;Leverantör;Leverantörsid;Slut\nA1;Te;Firman AB;10442;\n',
  )
  expect(keys).toEqual(['notSupplierNumber'])
  expect((statements[0] as MappedContract).supplier).toEqual({ name: 'Firman AB' })
})

test('a row without a buyer is refused until it is told whose file it is', async () => {
  const text = 'Avtalsnummer;Titel;Leverantör;Slut\nA1;Te;Firman AB;2025-12-31\n'
  expect((await guessAndRead(text, false)).keys).toEqual(['noBuyer'])
  expect((await guessAndRead(text)).statements).toMatchObject([{ buyer: BUYER }])
})

/** Without what only a mapping reads. */
const alike = (one: Statement | MappedContract | MappedPurchase) => ({
  ...one,
  ...{ extensionClause: undefined, responsible: undefined, ownCategory: undefined, vat: undefined },
})

test('the sample city’s register and ledger read the same through a guess as through their own formats', async () => {
  const { register, ledger } = buildSample()
  for (const [text, format] of [
    [register, contractRegister],
    [ledger.slice(0, 1_000_000), supplierLedger],
  ] as const) {
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const told = await all<Statement | Problem>(format.read((await opened(whole)).rows))
    const own = told.filter((one) => one.kind !== 'problem')
    const { guess, statements } = await guessAndRead(whole, false)
    const byLine = new Map(statements.map((one) => [one.place.line, alike(one)]))
    expect(guess.missing).toEqual([])
    expect(own.length).toBeGreaterThan(100)
    expect(own.map(({ place }) => byLine.get(place.line))).toEqual(own.map(alike))
  }
})
