import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refused } from '../../../kit/refuse.js'
import { wordsFor } from '../../../kit/words/index.js'
import type { MappedPurchase } from '../mapping/index.js'
import type { Problem } from '../statement.js'
import { openTable } from '../table.js'
import { councilLedger, type CouncilOptions } from './council-ledger.js'
import { formatOf } from './index.js'

const DATA = join(import.meta.dirname, '../../../../../shared/data/ledgers/devon')

async function* bytes(text: string) {
  yield Buffer.from(text)
}
async function read(input: AsyncIterable<Uint8Array>, options?: CouncilOptions) {
  const table = await openTable(input)
  if (refused(table)) throw new Error(table.because.key)
  const format = councilLedger(options)
  const purchases: MappedPurchase[] = []
  const problems: Problem[] = []
  expect(format.recognises(table.head)).toBe(true)
  const read = format.reader(table.head)
  for await (const row of table.rows)
    for (const one of read(row)) {
      if (one.kind === 'problem') problems.push(one)
      else if (one.kind === 'purchase') purchases.push(one)
    }
  return { purchases, problems, keys: problems.map(({ because }) => because.key.split('.').at(-1)) }
}
const sum = (purchases: readonly MappedPurchase[]) => purchases.reduce((total, { amount }) => total + amount, 0)

const HEAD =
  'Name of Body,Date,Transaction number, Amount ,Supplier name,Supplier ID,VAT reg no,Expense area,Expense type,Expense code'
const row = (amount: string, supplier = 'ESSENTIAL 6 LIMITED') =>
  `Devon County Council,02/12/2026,22061857,${amount},${supplier},219393,941534529,People and Culture,Fees,A44038`

test('a payment is a purchase in pounds, dated day first', async () => {
  const { purchases, problems } = await read(bytes(`\uFEFF${HEAD}\n${row('" 1,550.00 "')}\n`))
  expect(problems).toEqual([])
  expect(purchases).toEqual([
    {
      kind: 'purchase',
      place: { line: 2 },
      buyer: { organisationNumber: 'devon-county-council', name: 'Devon County Council' },
      voucher: '22061857',
      supplier: { name: 'ESSENTIAL 6 LIMITED' },
      account: { code: 'A44038', text: 'Fees' },
      amount: 155_000,
      currency: 'GBP',
      bookedOn: '2026-12-02',
      precision: 'day',
      unit: 'People and Culture',
    },
  ])
})

test.each(['REDACTED PERSONAL DATA', 'Redacted Commercial', '"[Redacted]"', 'Name withheld', 'PERSONAL DATA'])(
  'a supplier that the council withholds (%s) has no name',
  async (name) => {
    const { purchases } = await read(
      bytes(`${HEAD}\n${row('500', name)}\n${row('500', 'PERSONNEL SOLUTIONS LIMITED')}\n`),
    )
    expect(purchases.map(({ supplier }) => supplier.name)).toEqual([undefined, 'PERSONNEL SOLUTIONS LIMITED'])
  },
)

// As councils head their files; whether the amount includes VAT is known only where its column says so.
const HEADS: [string, MappedPurchase['vat']][] = [
  ['Body Name,Service Label,Expense Code,Date,Transaction Number,Amount,Supplier Name', undefined],
  [
    'Organisation,Directorate,Expenses Type,Payment Date,Transaction No,Net Amount (£),Supplier (Beneficiary) Name',
    'excluded',
  ],
  ['Authority,Department,Purpose of spend,Date paid,Payment Ref,Gross Amount,Payee', 'included'],
  [
    'Organisation Name,Service Area,Expenditure Category,Effective Date,Doc No,Amount excl. VAT (GBP),Beneficiary',
    'excluded',
  ],
]
test.each(HEADS)('reads %s', async (head, vat) => {
  const { purchases, keys } = await read(bytes(`${head}\nLeeds,Highways,Works,31/01/2026,T1,"1,000.50",A LTD\n`))
  expect(keys).toEqual([])
  expect(purchases).toMatchObject([
    { buyer: { name: 'Leeds' }, unit: 'Highways', amount: 100_050, bookedOn: '2026-01-31', voucher: 'T1' },
  ])
  expect(purchases[0]!.account.text).toBe('Works')
  expect(purchases[0]!.vat).toBe(vat)
  expect(councilLedger().vat({ columns: head.split(',') })).toBe(vat ?? 'unknown')
})

test('of net and gross, net is read', async () => {
  const text =
    'Body Name,Expense Code,Date,Amount,Gross Amount,Net Amount,Supplier Name\nLeeds,W1,31/01/2026,1,120,100,A LTD\n'
  const { purchases } = await read(bytes(text))
  expect(purchases).toMatchObject([{ amount: 10_000, vat: 'excluded' }])
})

const SILENT = 'Directorate,Expense Type,Date,Transaction No,Amount,Supplier'
test('a file that names no council needs to be told whose it is', async () => {
  const head = { columns: SILENT.split(',') }
  const text = `${SILENT}\nHighways,Works,31/01/2026,T1,500,A LTD\n`
  const refusal = councilLedger().refuses(head)
  expect(wordsFor('en').of(refusal!.because)).toContain('which buyer')
  expect((await read(bytes(text))).keys).toEqual(['noBuyer'])
  const buyer = { organisationNumber: 'leeds', name: 'Leeds City Council' }
  expect(councilLedger({ buyer }).refuses(head)).toBeUndefined()
  expect((await read(bytes(text), { buyer })).purchases[0]!.buyer).toEqual(buyer)
})

test('the file’s own sum is compared and states nothing; what cannot be read is refused and kept out of the sum', async () => {
  const { purchases, problems, keys } = await read(
    bytes(`${HEAD}\n${row('500')}\n${row('lots')}\n${row('-20.50')}\n,,,"1,000.00",,,,,,\n`),
  )
  expect(purchases).toHaveLength(2)
  expect(keys).toEqual(['notAmount', 'total'])
  expect(problems[1]).toMatchObject({ severity: 'silent', because: { args: { stated: 1000, summed: 479.5 } } })
})

test.each([
  'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum',
  'avtalsnummer,titel,leverantor,start,slut',
  'Name,Date,Amount',
])('leaves other tables alone: %s', (head) => {
  expect(councilLedger().recognises({ columns: head.split(',') })).toBe(false)
})

// File, purchases, rows that state nothing, sum in pence; February and March close with a sum of their own.
const DEVON: [string, number, number, number | undefined][] = [
  ['DCCSpendingOver500_202504.csv', 237, 0, undefined],
  ['DCCSpendingOver500_202508.csv', 1770, 0, undefined],
  ['DCCSpendingOver500_202602.csv', 2568, 1, 3_524_940_043],
  ['DCCSpendingOver500_202603.csv', 3545, 1, 5_749_290_067],
]
for (const [file, count, silent, total] of DEVON) {
  const path = join(DATA, file)
  test.skipIf(!existsSync(path))(`reads every row of ${file} (skipped where absent)`, async () => {
    const { purchases, problems, keys } = await read(createReadStream(path))
    expect([purchases.length, problems.length, keys]).toEqual([count, silent, Array(silent).fill('total')])
    if (total !== undefined) {
      expect(sum(purchases)).toBe(total)
      expect(problems[0]!.because.args).toEqual({ stated: total / 100, summed: total / 100 })
    }
    expect(new Set(purchases.map(({ buyer }) => buyer.name))).toEqual(new Set(['Devon County Council']))
    const table = await openTable(createReadStream(path))
    if (!refused(table)) expect(formatOf(table.head)?.name ?? 'council-ledger').toBe('council-ledger')
  })
}
