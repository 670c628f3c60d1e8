import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsFor } from '../../../kit/words/index.js'
import { guessMapping, parseMapping, type Field, type Mapping } from './index.js'
import { BUYER, guessAndRead } from './testing.js'

// Headings as contract registers have them, and the fields they are in the same order; '' is a column that is none of ours.
const REGISTERS: [string, string, (Field | '')[]][] = [
  [
    'Avtalsnummer;Diarienummer;Avtalsnamn;Leverantör;Organisationsnummer;Startdatum;Slutdatum;Förlängning;Uppsägningstid (mån);Takbelopp;Avtalsansvarig;Avropsberättigade;Kategori',
    'A-1;KS 2023/12;Möbler;Firman AB;556581-7870;2024-01-01;2025-12-31;2+1+1 år;3;1 200 000;Karin Ek;Staden, Bolaget AB;Inredning',
    [
      ...(['number', 'caseNumber', 'title', 'supplier', 'supplierNumber', 'startsOn', 'endsOn'] as const),
      ...(['extensions', 'noticeMonths', 'ceiling', 'responsible', 'callers', 'ownCategory'] as const),
    ],
  ],
  [
    'Avt.nr;Dnr;Benämning;Lev.;Org.nr;Fr.o.m.;T.o.m.;Option;Upps.tid;Tak (tkr);Handläggare;Avtalsområde;CPV-kod',
    'A-1;KS 2023/12;Möbler;Firman AB;5565817870;20240101;20251231;option 1 år x 2;3 mån;1200;Karin Ek;Inredning;39100000-3',
    [
      ...(['number', 'caseNumber', 'title', 'supplier', 'supplierNumber', 'startsOn', 'endsOn'] as const),
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
  expect([of('title').confidence, reasons('title')]).toEqual(['strong', ['byName']])
  expect([of('supplierNumber').column, of('supplierNumber').confidence]).toEqual(['Nr hos Bolagsverket', 'possible'])
  expect(reasons('supplierNumber')).toEqual(['byContent'])
  expect([mapping.columns.startsOn, mapping.columns.endsOn]).toEqual(['B', 'A'])
  expect([of('noticeMonths').confidence, reasons('noticeMonths')]).toEqual(['possible', ['byName', 'againstContent']])
  expect(missing).toEqual([['supplier'], ['buyer'], ['buyerNumber']])
  for (const { because } of fields)
    for (const language of ['sv', 'en'] as const)
      for (const one of because) expect(wordsFor(language).of(one)).toMatch(/^\p{L}[^{}]+$/u)
})

test.each([
  ['Namn för köpare;Organisationsnummer för köpare', {}],
  ['Köparens organisationsnr (10 siffror);Beställare', {}],
  [
    'Organisationsnummer för köpare;Organisationsnummer för leverantör',
    { buyerNumber: 'Organisationsnummer för köpare', supplierNumber: 'Organisationsnummer för leverantör' },
  ],
  ['Kundens organisationsnummer;Org.nr', { supplierNumber: 'Org.nr' }],
])("the buyer's number is never taken for the supplier's: %s", (head, expected) => {
  const columns = ['Avtalsnummer', 'Avtalsnamn', 'Leverantör', ...head.split(';')]
  const row = ['A-1', 'Möbler', 'Firman AB', ...head.split(';').map(() => '556581-7870')]
  const { columns: found } = guessMapping({ columns }, [row]).mapping
  expect(found.supplier).toBe('Leverantör')
  expect(found).toMatchObject(expected)
  if (!('supplierNumber' in expected)) expect(found.supplierNumber).toBeUndefined()
})

test.each([
  ['Takbelopp (GBP)', '1 000', 'GBP'],
  ['Takbelopp', '£1,000', 'GBP'],
  ['Takbelopp', '1 000 EUR', 'EUR'],
  ['Takbelopp', '1 000 kr', 'SEK'],
])('a heading or an amount tells the currency: %s, %s', (column, amount, currency) => {
  expect(guessMapping({ columns: ['Avtalsnummer', column] }, [['A1', amount]]).mapping.currency).toBe(currency)
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
    fc.property(
      fc.uniqueArray(names, { minLength: 1 }),
      fc.array(fc.array(cell, { minLength: 11, maxLength: 11 }), { maxLength: 3 }),
      (columns, rows) => {
        const { mapping, fields } = guessMapping({ columns }, rows)
        const used = Object.values(mapping.columns)
        expect(new Set(used).size).toBe(used.length)
        expect(used.every((column) => columns.includes(column))).toBe(true)
        for (const { column, alternatives } of fields) expect(alternatives).not.toContain(column)
        expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
      },
    ),
  )
})

test('a day or an amount that can be read in two ways is asked about; the column settles it where it can', () => {
  const columns = ['Konto', 'Leverantör', 'Datum', 'Belopp']
  const guessed = (...rows: [string, string][]) => {
    const { mapping, undecided } = guessMapping(
      { columns },
      rows.map(([day, amount]) => ['6410', 'Firman AB', day, amount]),
    )
    return [mapping.days.order, mapping.decimal, undecided]
  }
  expect(guessed(['03/04/2024', '1.234'])).toEqual(['dmy', ',', { day: '03/04/2024', amount: '1.234' }])
  expect(guessed(['03/04/2024', '1.234'], ['04/25/2024', '1.50'])).toEqual(['mdy', '.', {}])
})
