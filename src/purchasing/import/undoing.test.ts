/** Whatever is imported, published and taken back in turn: what stands is what the imports left would say by themselves. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import { testDatabases } from '../../kit/db/testing.js'
import { refused } from '../../kit/refuse.js'
import { importFile, undoImport } from '../index.js'
import { AWARDS, award, contract, fileOf, importsOn, LEDGER, REGISTER } from './testing.js'

/**
 * Each name always with its number or never: who a name without a number means depends on which numbers are known when it
 * is read, and a join once made stays. An address stays too, so that neither is compared.
 */
const SUPPLIERS = ['Firman AB,5565817870', 'Annat Namn AB,5565817870', '"Lomberg, Karin",', 'Bageriet,']
const line = (month: number, voucher: number, supplier: number, amount: number) =>
  `2120001355,Staden,V${month}-${voucher},${SUPPLIERS[supplier]},6412,Livsmedel,${amount},2024-0${month}-15`

/** Ledgers that tell a few months, each as a whole, so that a later one tells anew what an earlier one told. */
const month = fc.integer({ min: 1, max: 3 })
const posting = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(SUPPLIERS.length - 1), fc.integer({ min: 1, max: 3 }))
const ledger = fc
  .array(fc.tuple(month, fc.array(posting, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 3 })
  .map((months) => [LEDGER, ...months.flatMap(([at, all]) => all.map(([v, s, a]) => line(at, v, s, a)))])
const procured = fc.constantFrom(
  [AWARDS, award('A1', 'Bord', '39100000', 'Bageriet')],
  [AWARDS, award('A1', 'Bord och stolar', '', 'Snickeriet AB'), award('A2', 'Stolar', '39110000', 'Bageriet')],
  [REGISTER, contract('C1', 'A1', 'Firman AB,5565817870', '2027-12-31')],
)
/** Registers of some of a few contracts, told one way or another, so that some recur, some change and some are left out. */
const register = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }), fc.nat(1)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((told) => [
    REGISTER,
    ...told.map(([at, supplier, later]) => contract(`C${at}`, `A${at}`, SUPPLIERS[supplier]!, `202${7 + later}-12-31`)),
  ])
const file = fc.oneof(
  { weight: 3, arbitrary: ledger },
  { weight: 2, arbitrary: register },
  { weight: 1, arbitrary: procured },
)
const step = fc.oneof(
  file.map((lines) => ({ lines })),
  fc.record({ undo: fc.nat(5) }),
)

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  const { empty } = importsOn(() => db)

  /** What a reader meets, without what only says which import or row it was. */
  const shown = async () => {
    const of = async (query: string) => (await sql.raw(query).execute(db)).rows
    return {
      lines: await of(`select b.organisation_number, k.organisation_number as number, k.kind, a.code, s.voucher,
        s.amount, s.booked_on from purchasing.purchase s
        join purchasing.standing t on t.import = s.import and t.buyer = s.buyer and t.reach = 'internal'
          and t.month = date_trunc('month', s.booked_on)::date
        join purchasing.buyer b on b.id = s.buyer join purchasing.account a on a.id = s.account
        left join purchasing.supplier k on k.id = s.supplier order by 1, 2, 3, 4, 5, 6, 7`),
      sums: await of(`select n.name, s.month, sum(s.amount)::bigint as amount, sum(s.lines)::bigint as lines
        from purchasing.spend s join purchasing.standing t on t.import = s.import and t.buyer = s.buyer
          and t.month = s.month and t.reach = 'internal'
        left join purchasing.supplier_shown n on n.supplier = s.supplier and n.reach = 'internal'
        group by 1, 2 order by 1, 2`),
      byAccount: await of(`select s.named, s.month, sum(s.amount)::bigint as amount from purchasing.spend_by_account s
        join purchasing.standing t on t.import = s.import and t.buyer = s.buyer and t.month = s.month
          and t.reach = 'internal' group by 1, 2 order by 1, 2`),
      bySupplier:
        await of(`select n.name, s.reach, s.year, sum(s.amount)::bigint as amount from purchasing.spend_by_supplier s
        left join purchasing.supplier_shown n on n.supplier = s.supplier and n.reach = 'internal'
        group by 1, 2, 3 having sum(s.lines) <> 0 order by 1, 2, 3`),
      suppliers: await of(`select n.name, n.reach, k.organisation_number, k.kind, k.may_publish
        from purchasing.supplier k join purchasing.supplier_shown n on n.supplier = k.id order by 1, 2`),
      procurements: await of(`select p.address, f.title, f.category, f.value, f.reach from purchasing.procurement p
        join purchasing.procurement_shown f on f.procurement = p.id order by 1, 5`),
      contracts: await of(`select c.address, f.reach, f.title, f.ends_on, f.ceiling, f.days, f.line,
        f.withdrawn_by is not null as withdrawn from purchasing.contract c
        join purchasing.contract_shown f on f.contract = c.id order by 1, 2`),
    }
  }
  const read = async (lines: readonly string[], at: number) => {
    // Which ledger tells a month anew is said; which register does is judged.
    const overlap = lines[0] === REGISTER ? 'judge' : 'replaces'
    // The name is the same each time a file is read, the bytes are not: the same file may come back after it was undone.
    const source = fileOf('file.csv', ...lines, ...Array<string>(at + 1).fill(''))
    const now = new Date(Date.UTC(2026, 0, 1, 0, 0, at))
    const report = await importFile(db, source, OPERATOR, { now, covering: { overlap } })
    if (refused(report)) throw new Error(report.because.key)
    return report.id
  }

  test('what stands is what the imports left say by themselves', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        await empty()
        const standing: { id: string; lines: readonly string[]; at: number }[] = []
        for (const [at, one] of steps.entries())
          if ('lines' in one) standing.push({ id: await read(one.lines, at), lines: one.lines, at })
          else {
            const [gone] = standing.splice(one.undo % Math.max(standing.length, 1), 1)
            if (gone) expect(await undoImport(db, gone.id, OPERATOR, new Date())).toMatchObject({ file: 'file.csv' })
          }
        const found = await shown()
        const left = standing.length
        await empty()
        for (const { lines, at } of standing) await read(lines, at)
        expect(found).toEqual(await shown())
        if (left === 0) expect(Object.values(found).flat()).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('nothing of an import that was taken back is left behind, and it can be read again', async () => {
    await empty()
    const lines = [LEDGER, line(1, 1, 0, 5), line(1, 2, 3, 7)]
    const id = await read(lines, 0)
    await undoImport(db, id, OPERATOR, new Date())
    for (const table of [
      'purchase',
      'spend',
      'spend_by_account',
      'spend_by_supplier',
      'standing',
      'supplier',
      'staging',
    ])
      expect([table, (await sql`select from ${sql.table(`purchasing.${table}`)}`.execute(db)).rows.length]).toEqual([
        table,
        0,
      ])
    expect(await undoImport(db, id, OPERATOR, new Date())).toMatchObject({ refused: true, status: 409 })
    expect(await read(lines, 0)).not.toBe(id)
  })
})
