import { expect, test } from 'vitest'
import { buildSample } from '../../../../samples/build.js'
import { refused } from '../../../kit/refuse.js'
import { contractRegister } from '../formats/contract-register.js'
import { supplierLedger } from '../formats/supplier-ledger.js'
import type { Problem, Statement } from '../statement.js'
import {
  describeMapping,
  guessMapping,
  headKey,
  mappedFormat,
  parseMapping,
  type MappedContract,
  type MappedPurchase,
} from './index.js'
import { all, BUYER, guessAndRead, opened } from './testing.js'

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
  ...{
    extensionClause: undefined,
    responsible: undefined,
    ownCategory: undefined,
    caseNumber: undefined,
    vat: undefined,
  },
})

test('the sample city’s register and ledger read the same through a guess as through their own formats', async () => {
  const { register, ledger } = buildSample()
  for (const [text, format] of [
    [register, contractRegister],
    [ledger.slice(0, 1_000_000), supplierLedger],
  ] as const) {
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const { head, rows } = await opened(whole)
    const told = (await all(rows)).flatMap<Statement | Problem>(format.reader(head))
    const own = told.filter((one) => one.kind !== 'problem')
    const { guess, statements } = await guessAndRead(whole, false)
    const byLine = new Map(statements.map((one) => [one.place.line, alike(one)]))
    expect(guess.missing).toEqual([])
    expect(own.length).toBeGreaterThan(100)
    expect(own.map(({ place }) => byLine.get(place.line))).toEqual(own.map(alike))
  }
})
