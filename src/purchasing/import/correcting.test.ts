/** What a person says of a line stays said, also when the line is imported again; and every sum follows to the öre. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { code } from '../../categories/index.js'
import { OPERATOR } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import { testDatabases } from '../../kit/db/testing.js'
import { correctLine, makeRule, withdrawRule } from '../acts/correcting.js'
import { judgePurchases } from '../acts/judging.js'
import { importFile, publishImport, undoImport } from '../index.js'
import { partSupplier, withdrawParting } from '../acts/parting.js'
import { apartSums } from '../store/apart.js'
import { partingsOf } from '../store/parting.js'
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

  const bought = async () => {
    const sums = await Promise.all(
      ['spend', 'spend_by_account'].map((table) =>
        sql<{ sum: number }>`select coalesce(sum(s.amount), 0)::bigint as sum from ${sql.table(`purchasing.${table}`)} s
          join purchasing.account a on a.id = s.account and a.kind = 'purchase'
          where exists (select from purchasing.standing t where t.import = s.import and t.reach = 'internal')`.execute(
          db,
        ),
      ),
    )
    const judged = (await byCategory()).reduce((sum, [, , amount]) => sum + Number(amount), 0)
    const told = new Set([...sums.map(({ rows }) => rows[0]!.sum), judged])
    expect(told.size).toBe(1)
    return [...told][0]! / 100
  }
  const none = 'not-a-purchase'

  test('a line said to be no purchase is in no sum, also when it is read again, until that is taken back', async () => {
    const { id } = await imported(fileOf('one.csv', LEDGER, food(1), food(2), food(2)))
    const line = await first(id)
    expect(await correctLine(db, line, none, OPERATOR, NOW)).toEqual({ lines: 1 })
    expect(await bought()).toBe(200)
    expect((await apartSums(db, 'internal', line.buyer))[0]).toMatchObject({ lines: 1, amount: 10_000 })
    expect(
      (await sql`select from purchasing.spend group by supplier, account having sum(lines) = 0`.execute(db)).rows,
    ).toEqual([])
    const again = await imported(fileOf('two.csv', LEDGER, food(1), food(2), food(3)))
    expect(await bought()).toBe(200)
    expect(await first(again.id)).toMatchObject({ isApart: true, corrected: none })
    expect(await correctLine(db, await first(again.id), code('15300000'), OPERATOR, NOW)).toEqual({ lines: 1 })
    expect(await bought()).toBe(300)
    await correctLine(db, await first(again.id), none, OPERATOR, NOW)
    await undoImport(db, again.id, OPERATOR, NOW)
    expect(await bought()).toBe(200)
    expect(await correctLine(db, await first(id), null, OPERATOR, NOW)).toEqual({ lines: 1 })
    expect(await bought()).toBe(300)
    expect(await apartSums(db, 'internal', line.buyer)).toEqual([])
  })

  test('a rule says it of all alike, now and later; a narrower rule and a word on the line go before it', async () => {
    const { id } = await imported(fileOf('one.csv', LEDGER, food(1), food(2, 'Annan AB', '5565817896'), food(3)))
    const { buyer, supplier } = await first(id)
    const made = await makeRule(db, { buyer, account: '6412', category: none }, OPERATOR, NOW)
    expect(await bought()).toBe(0)
    await imported(fileOf('april.csv', LEDGER, food(9).replace('2024-03-01', '2024-04-01')))
    expect(await bought()).toBe(0)
    await correctLine(db, await first(id), code('15300000'), OPERATOR, NOW)
    expect(await bought()).toBe(100)
    const food4 = { buyer, supplier: supplier!, account: '6412', category: code('15000000') }
    await makeRule(db, food4, OPERATOR, NOW)
    expect(await bought()).toBe(300)
    await withdrawRule(db, 'id' in made ? made.id : '', OPERATOR, NOW)
    expect(await bought()).toBe(400)
  })

  test('a rule about a supplier waits while no file tells of it, with a number or without', async () => {
    for (const [name, number] of [
      ['Firman AB', FIRM],
      ['Kiosken', ''],
    ] as const) {
      const { id } = await imported(fileOf('one.csv', LEDGER, food(1, name, number)))
      const { buyer, supplier } = await first(id)
      await makeRule(db, { buyer, supplier: supplier!, category: none }, OPERATOR, NOW)
      await undoImport(db, id, OPERATOR, NOW)
      await imported(fileOf('again.csv', LEDGER, food(1, name, number)))
      expect([name, await bought()]).toEqual([name, 0])
      await empty()
    }
  })

  const suppliers = async () =>
    (
      await sql<{ told: string }>`
        select n.name || ' ' || coalesce(n.organisation_number, '-') || ' ' || coalesce(sum(s.amount) / 100, 0)::int as told
        from purchasing.supplier_shown n left join purchasing.spend s on s.supplier = n.supplier
        where n.reach = 'internal' group by n.supplier, n.name, n.organisation_number order by 1`.execute(db)
    ).rows.map(({ told }) => told)

  test('a name joined to a number by guess is parted, also in what is read later, and joined again', async () => {
    await imported(fileOf('one.csv', LEDGER, food(1)))
    await imported(fileOf('two.csv', LEDGER, food(2, 'FIRMAN AB', '').replace('2024-03-01', '2024-04-01')))
    expect(await suppliers()).toEqual([`Firman AB ${FIRM} 200`])
    const at = { address: (await first(await newest())).supplierAddress!, nameKey: 'FIRMAN AB' }
    expect(await partSupplier(db, { ...at, nameKey: 'ANNAN AB' }, OPERATOR, NOW)).toMatchObject({ status: 409 })
    const parted = await partSupplier(db, at, OPERATOR, NOW)
    expect(parted).not.toMatchObject(at)
    expect(await suppliers()).toEqual([`FIRMAN AB - 100`, `Firman AB ${FIRM} 100`])
    expect(await partSupplier(db, at, OPERATOR, NOW)).toMatchObject({ status: 409 })
    await imported(fileOf('three.csv', LEDGER, food(3, 'FIRMAN AB', '').replace('2024-03-01', '2024-05-01')))
    const both = food(5, 'FIRMAN AB', '').replace('2024-03-01', '2024-06-01')
    await imported(fileOf('four.csv', LEDGER, both, both.replace('FIRMAN AB,', `Firman AB,${FIRM}`)))
    expect(await suppliers()).toEqual([`FIRMAN AB - 200`, `Firman AB ${FIRM} 300`])
    expect(await bought()).toBe(500)
    const [said] = await partingsOf(db, (await lineOfNumber()).supplier)
    expect(said).toMatchObject({ name: 'FIRMAN AB', otherName: 'FIRMAN AB', by: 'operator' })
    expect(await withdrawParting(db, said!.id, OPERATOR, NOW)).toMatchObject({ address: at.address })
    expect(await suppliers()).toEqual([`Firman AB ${FIRM} 500`])
    expect(await withdrawParting(db, said!.id, OPERATOR, NOW)).toMatchObject({ status: 404 })
  })

  const newest = async () =>
    (await sql<{ id: string }>`select id from purchasing.import order by started_at desc, id desc limit 1`.execute(db))
      .rows[0]!.id
  const lineOfNumber = async () =>
    (
      await sql<{ supplier: number }>`
        select id as supplier from purchasing.supplier where organisation_number = ${FIRM}`.execute(db)
    ).rows[0]!

  test('the record leaves out a sum from which it would follow what one or two were paid', async () => {
    const sumsOf = async (...rows: string[]) => {
      const { id } = await imported(fileOf('one.csv', LEDGER, ...rows))
      const { rows: entries } = await sql<{ body: string }>`
        select body::text as body from record.entry where body::text like ${`%${id}%`}`.execute(db)
      const { sums } = JSON.parse(entries[0]!.body) as { sums: unknown[] }
      await empty()
      return sums.length
    }
    const kiosk = (voucher: number) => food(voucher, `Kiosk ${voucher}`, '')
    expect(await sumsOf(food(1), kiosk(2))).toBe(0)
    expect(await sumsOf(food(1), kiosk(2), kiosk(3))).toBe(0)
    expect(await sumsOf(food(1), kiosk(2), kiosk(3), kiosk(4))).toBe(1)
    expect(await sumsOf(food(1))).toBe(1)
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
