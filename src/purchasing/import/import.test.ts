import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { buildSample } from '../../../samples/build.js'
import { refused } from '../../kit/refuse.js'
import { formatOf } from './formats/index.js'
import type { Problem, Row, Statement } from './statement.js'
import { openTable } from './table.js'

const DATA = join(import.meta.dirname, '../../../../shared/data')

async function* bytes(text: string | Buffer, size = 50_000) {
  const all = Buffer.from(text)
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}
async function opened(input: AsyncIterable<Uint8Array>) {
  const table = await openTable(input)
  if (refused(table)) throw new Error(table.because.key)
  return table
}
async function rowsOf(input: AsyncIterable<Uint8Array>) {
  const table = await opened(input)
  const rows: Row[] = []
  for await (const row of table.rows) rows.push(row)
  return { table, rows }
}
async function read(input: AsyncIterable<Uint8Array>) {
  const table = await opened(input)
  const statements: Statement[] = []
  const problems: Problem[] = []
  const format = formatOf(table.head)
  const read = format!.reader(table.head)
  for await (const row of table.rows)
    for (const one of read(row))
      if (one.kind === 'problem') problems.push(one)
      else statements.push(one)
  const refusals = problems.filter(({ severity }) => severity === 'refused')
  return { format: format!.name, statements, problems, refusals }
}
const reason = async (text: string | Buffer) => {
  const answer = await openTable(bytes(text))
  return refused(answer) ? answer.because.key : undefined
}

test('refuses what is no table', async () => {
  expect(await reason('')).toBe('purchasing.import.table.empty')
  expect(await reason('\n\n')).toBe('purchasing.import.table.empty')
  expect(await reason('%PDF-1.7 a,b')).toBe('purchasing.import.table.binary')
  expect(await reason('a,b\n\0,1')).toBe('purchasing.import.table.binary')
  expect(await reason('name\nA')).toBe('purchasing.import.table.oneColumn')
})

test('finds encoding and separator', async () => {
  const text = '"köpare;a";b\nÅ;2\n'
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
    const { table, rows } = await rowsOf(bytes(iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1252' })))
    expect([table.encoding, table.separator]).toEqual([encoding, ';'])
    expect(rows[0]!.values.get('köpare;a')).toBe('Å')
  }
  const late = await rowsOf(bytes(iconv.encode(`a\tb\n${'x\ty\n'.repeat(40_000)}Å\tö\n`, 'windows-1252')))
  expect([late.table.encoding, late.table.separator]).toEqual(['windows-1252', '\t'])
  expect(late.rows.at(-1)!.cells).toEqual(['Å', 'ö'])
})

test('a first line that names the separator is obeyed, and counts as a line', async () => {
  const { table, rows } = await rowsOf(bytes('\uFEFFsep=;\r\na,b;c\r\n1,5;2\r\n'))
  expect([table.separator, table.head.columns, rows[0]!.line, rows[0]!.cells]).toEqual([
    ';',
    ['a,b', 'c'],
    3,
    ['1,5', '2'],
  ])
})

test('a file that ends inside a row or a character says so of that row, and only of that', async () => {
  const whole = '2120001355,Staden,V1,Firman AB,5565817870,6410,Papper,1,2024-03-01,Köket\n'
  const head =
    'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning\n'
  const keys = async (text: Buffer | string) => {
    const { statements, problems } = await read(bytes(text))
    return [statements.length, ...problems.map(({ because, place }) => `${place.line} ${because.key}`)]
  }
  const cut = '3 purchasing.import.cut'
  expect(await keys(head + whole + whole.slice(0, 50))).toEqual([1, cut])
  const inside = Buffer.from(head + whole + whole)
  expect(await keys(inside.subarray(0, inside.lastIndexOf('ö') + 1))).toEqual([1, cut])
  expect(await keys(head + whole + whole.trimEnd())).toEqual([2])
})

test('a row knows the line it begins on and how it was written', async () => {
  const { rows } = await rowsOf(bytes('a,b\n1,2\n\n"x\ny",3\n4,5'))
  expect(rows.map(({ line, original }) => [line, original])).toEqual([
    [2, '1,2'],
    [4, '"x\ny",3'],
    [6, '4,5'],
  ])
  const windows = await rowsOf(bytes('a,b\r\n1,2\r\n\r\n"x\r\ny",3\r\n4,5\r\n6,7\r\n'))
  expect(windows.rows.map(({ line }) => line)).toEqual([2, 4, 6, 7])
})

test('a fault in the middle names its line', async () => {
  await expect(rowsOf(bytes('a,b\n1,2\n"x,3\n4,5\n'))).rejects.toThrow(/line \d/)
})

const LEDGER =
  'Kopare_ID,kopare_text,verifikationsnummer,Leverantör,leverantor_id,konto_nr,konto_text,belopp,datum,faktura_nr'
const ledger = (...lines: string[]) => read(bytes([LEDGER, ...lines].join('\n')))

test('supplier ledger', async () => {
  const { statements, problems } = await ledger(
    '16212000-1355,Staden,V1,Firman,556581-7870,6410,Papper,"1 234,50",2024-03,F1',
    '2120001355,Staden,V2,Firman,,6410,Papper,-10,20240305,',
  )
  expect(problems).toEqual([])
  expect(statements[0]).toMatchObject({
    buyer: { organisationNumber: '2120001355', name: 'Staden' },
    supplier: { name: 'Firman', organisationNumber: '5565817870' },
    amount: 123450,
    bookedOn: '2024-03-01',
    precision: 'month',
    invoiceNumber: 'F1',
  })
  expect(statements[1]).toMatchObject({ amount: -1000, bookedOn: '2024-03-05', supplier: { name: 'Firman' } })
})

test('supplier ledger: what it refuses and what it hides', async () => {
  const { statements, problems } = await ledger(
    '2120001355,Staden,V1,Firman,,6410,Papper,mycket,2024-03-01,',
    '2120001355,Staden,,Firman,,6410,Papper,1,2024-03-01,',
    '2120001355,Staden,V1,Anna Ek,850101-1234,6410,Papper,1,2024-03-01,',
    '2120001355,Staden,V1,Anna Ek,850101-1234,6410,Papper,mycket,2024-03-01,',
  )
  expect(problems.map(({ because, severity }) => [because.key.split('.').at(-1), severity])).toEqual([
    ['notAmount', 'refused'],
    ['missing', 'refused'],
    ['personal', 'note'],
    ['notAmount', 'refused'],
  ])
  expect(statements).toHaveLength(1)
  expect(statements[0]).toMatchObject({ supplier: { name: undefined } })
  expect(JSON.stringify([statements, problems])).not.toMatch(/850101|Anna/)
})

const SPEC = join(DATA, 'ledgers/sweden-spec/leverantorsreskontra-example-rows.csv')
test.skipIf(!existsSync(SPEC))('the specification’s own example rows are shifted (skipped where absent)', async () => {
  const { statements, refusals } = await read(createReadStream(SPEC))
  expect(statements).toEqual([])
  expect(refusals.map(({ because }) => because.key)).toEqual(refusals.map(() => 'purchasing.import.shifted'))
  expect(refusals.length).toBeGreaterThan(0)
})

const AWARDS = 'Namn för köpare,Organisationsnummer för köpare,Sektor för köpare,Upphandlings-ID,Upphandlingens titel'
test('award values: nought is not stated', async () => {
  const text = `${AWARDS},"Kontrakterat värde, Summa"\nS,2120001355,Stat,A,T,1200\nS,2120001355,Stat,B,T,0\nS,2120001355,Stat,C,T,\n`
  const { statements, problems, refusals } = await read(bytes(text))
  expect(statements).toMatchObject([{ kind: 'award-value', value: 120000, buyer: { sector: 'state' } }])
  expect(problems.map(({ severity }) => severity)).toEqual(['silent', 'silent'])
  expect(refusals).toEqual([])
})

test('awards to natural persons keep no name', async () => {
  const head = `${AWARDS},Namn för leverantör,Juridisk form för leverantör,Huvudsaklig CPV-kod,Typ av avtal`
  const rest = 'S,2120001355,Annat,A,T'
  const text = `${head}\n${rest},Anna Ek,Fysiska personer,39100000 Möbler,Ramavtal\n${rest},Personuppgift,,,Kontrakt\n`
  const { statements } = await read(bytes(text))
  expect(statements).toMatchObject([
    { supplier: { name: undefined }, procurement: { category: '39100000', agreement: 'framework' } },
    { supplier: { name: undefined }, procurement: { agreement: 'contract' } },
  ])
})

test('a category or a day that is none is told of, with its place, and the award is kept', async () => {
  const head = `${AWARDS},Namn för leverantör,Huvudsaklig CPV-kod,Publiceringsdatum`
  const { statements, problems } = await read(bytes(`${head}\nS,2120001355,Stat,A,T,F AB,99999999 Annat,2021-02-30\n`))
  expect(statements).toHaveLength(1)
  expect(statements[0]).not.toHaveProperty('procurement.category')
  expect(problems).toMatchObject([
    {
      severity: 'note',
      place: { line: 2, column: 'Huvudsaklig CPV-kod' },
      because: { key: 'purchasing.import.notCategory' },
    },
    {
      severity: 'note',
      place: { line: 2, column: 'Publiceringsdatum' },
      because: { key: 'purchasing.import.dayUnknown' },
    },
  ])
  expect(problems[0]!.original).toContain('99999999')
})

test('contract register', async () => {
  const head =
    'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,cpv,start,slut,forlangning_manader,uppsagning_manader,takbelopp,typ,avropsberattigade'
  const row = 'A1,U1,2120001355,S,T,F,5565817870,39100000,2024-01-01,2025-12-31'
  const { statements, refusals } = await read(
    bytes(`${head}\n${row},12+12,3,1000,Ramavtal,Staden;Bolaget AB\n${row},snart,3,1000,Ramavtal,\n`),
  )
  expect(statements).toMatchObject([
    { extensionMonths: [12, 12], noticeMonths: 3, ceiling: 100000, callers: ['Staden', 'Bolaget AB'] },
  ])
  expect(refusals.map(({ because }) => because.key)).toEqual(['purchasing.import.notMonths'])
})

test('the sample city reads, but for two rows of its register that are mistyped as in any real one', async () => {
  const formats = { ledger: 'supplier-ledger', awards: 'award-statistics', register: 'contract-register' } as const
  for (const [name, text] of Object.entries(buildSample())) {
    const { format, statements, refusals } = await read(bytes(text))
    expect(format).toBe(formats[name as keyof typeof formats])
    const mistyped = ['purchasing.import.notDate', 'purchasing.import.notMonths']
    expect(refusals.map(({ because }) => because.key)).toEqual(name === 'register' ? mistyped : [])
    expect(statements.length).toBeGreaterThan(0)
    expect(JSON.stringify(statements)).not.toContain('Skyddad uppgift')
  }
})

const COUNTS: [file: string, statements: number, notes: number][] = [
  ['uhm_contracted_tenders_suppliers_national_2021_part1.csv', 11_594, 2],
  ['uhm_contracted_tenders_suppliers_national_2021_part2.csv', 11_593, 2],
  ['uhm_contracted_tenders_suppliers_stockholm_buyers_2021.csv', 1_073, 0],
  ['uhm_contracted_value_stockholm_2021.csv', 290, 81],
]
for (const [file, count, notes] of COUNTS) {
  const path = join(DATA, 'sweden', file)
  test.skipIf(!existsSync(path))(`reads ${file} (skipped where absent)`, async () => {
    const { statements, problems, refusals } = await read(createReadStream(path))
    expect([statements.length, problems.length, refusals.length]).toEqual([count, notes, 0])
  })
}
