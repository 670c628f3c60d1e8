/** What a person says of a line stays said, also when the line is imported again; and every sum follows to the öre. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { code } from '../../categories/index.js'
import { OPERATOR } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import { testDatabases } from '../../kit/db/testing.js'
import { correctLine, makeRule, withdrawRule } from '../acts/correcting.js'
import { judgePurchases } from '../acts/judging.js'
import { importFile, publishImport, undoImport } from '../index.js'
import { lineAt } from '../store/line.js'
import { contract, fileOf, importsOn, LEDGER, posting, REGISTER } from './testing.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const FIRM = '5565817870'

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  const { empty, imported } = importsOn(() => db)
  beforeEach(() => empty())

  const byCategory = async () => {
    const { rows } = await sql<{ category: string | null; following: string; amount: number; lines: number }>`
      select category, following, sum(amount)::bigint as amount, sum(lines)::bigint as lines
      from purchasing.spend_by_category where reach = 'internal' group by 1, 2 having sum(lines) <> 0
      order by 1 nulls last, 2`.execute(db)
    return rows.map((row) => [row.category, row.following, row.amount, row.lines])
  }
  const first = async (id: string) => {
    const { rows } = await sql<{ buyer: number }>`select id as buyer from purchasing.buyer`.execute(db)
    return (await lineAt(db, 'internal', rows[0]!.buyer, { id, ordinal: 1 }))!
  }
  const food = (voucher: number, name = 'Firman AB', number = FIRM) => posting(voucher, name, number, '6412,Livsmedel')

  test('a corrected line stays corrected when the ledger is read again, and the correction can be taken back', async () => {
    const { id } = await imported(fileOf('one.csv', LEDGER, food(1), food(2)))
    const fruit = code('15300000')
    expect(await correctLine(db, await first(id), fruit, OPERATOR, NOW)).toEqual({ lines: 1 })
    expect(await byCategory()).toEqual([
      ['15000000', 'without', 10_000, 1],
      [fruit, 'without', 10_000, 1],
    ])
    expect(await correctLine(db, await first(id), fruit, OPERATOR, NOW)).toMatchObject({ refused: true, status: 409 })
    const again = await imported(fileOf('two.csv', LEDGER, food(1), food(2), food(3)))
    expect(await first(again.id)).toMatchObject({ corrected: fruit, category: fruit })
    expect(await byCategory()).toEqual([
      ['15000000', 'without', 20_000, 2],
      [fruit, 'without', 10_000, 1],
    ])
    await undoImport(db, again.id, OPERATOR, NOW)
    expect(await correctLine(db, await first(id), null, OPERATOR, NOW)).toEqual({ lines: 1 })
    expect(await byCategory()).toEqual([['15000000', 'without', 20_000, 2]])
  })

  test('corrections made at the same moment all stand, and no sum is there twice', async () => {
    const { id } = await imported(fileOf('one.csv', LEDGER, ...[1, 2, 3, 4].map((voucher) => food(voucher))))
    const { buyer } = await first(id)
    const lines = await Promise.all([1, 2, 3].map((ordinal) => lineAt(db, 'internal', buyer, { id, ordinal })))
    const fruit = code('15300000')
    await Promise.all(lines.map((line) => correctLine(db, line!, fruit, OPERATOR, NOW)))
    expect(await byCategory()).toEqual([
      ['15000000', 'without', 10_000, 1],
      [fruit, 'without', 30_000, 3],
    ])
    expect((await sql`select from purchasing.to_judge`.execute(db)).rows).toEqual([])
  })

  test('a rule holds for what is known and for what comes, until it is withdrawn', async () => {
    const { id } = await imported(fileOf('one.csv', LEDGER, food(1), food(2, 'Annan AB', '5565817896')))
    const { buyer, supplier } = await first(id)
    const made = await makeRule(db, { buyer, supplier: supplier!, category: code('03200000') }, OPERATOR, NOW)
    await imported(fileOf('april.csv', LEDGER, food(9).replace('2024-03-01', '2024-04-01')))
    expect(await byCategory()).toEqual([
      ['03200000', 'without', 20_000, 2],
      ['15000000', 'without', 10_000, 1],
    ])
    await withdrawRule(db, 'id' in made ? made.id : '', OPERATOR, NOW)
    expect(await byCategory()).toEqual([['15000000', 'without', 30_000, 3]])
    expect(await withdrawRule(db, 'id' in made ? made.id : '', OPERATOR, NOW)).toMatchObject({ status: 404 })
  })

  test('what lands is judged for the own people, what is published for everyone, and what is taken back for both', async () => {
    const marks = async () =>
      (await sql<{ reach: string }>`select reach from purchasing.to_judge order by 1`.execute(db)).rows.map(
        ({ reach }) => reach,
      )
    const source = fileOf('one.csv', LEDGER, food(1))
    const report = await importFile(db, source, OPERATOR, { now: NOW, judging: 'later' })
    if (!('id' in report)) throw new Error('it is read')
    expect(await marks()).toEqual(['internal'])
    await judgePurchases(db)
    expect(await marks()).toEqual([])
    await publishImport(db, report.id, OPERATOR, NOW, 'later')
    expect(await marks()).toEqual(['published'])
    await judgePurchases(db)
    const reaches = sql<{ reach: string }>`select reach from purchasing.spend_by_following order by 1`
    expect((await reaches.execute(db)).rows).toEqual([{ reach: 'internal' }, { reach: 'published' }])
    await undoImport(db, report.id, OPERATOR, NOW)
    expect((await reaches.execute(db)).rows).toEqual([])
  })

  test('a register tells which lines are under contract, and which could have been', async () => {
    await imported(fileOf('one.csv', LEDGER, food(1), food(2, 'Annan AB', '5565817896')))
    const register = await imported(
      fileOf('register.csv', REGISTER, contract('C1', 'A1', `Firman AB,${FIRM}`, '2027-12-31', '15000000')),
    )
    expect(await byCategory()).toEqual([
      ['15000000', 'beside', 10_000, 1],
      ['15000000', 'under', 10_000, 1],
    ])
    await undoImport(db, register.id, OPERATOR, NOW)
    expect(await byCategory()).toEqual([['15000000', 'without', 20_000, 2]])
  })
})
