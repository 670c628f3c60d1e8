/** The day a ceiling is reached takes its place in the list's order and in the calendar, for the buyer's own people. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../kit/day.js'
import { sql, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { contractsAsked } from './contract-asked.js'
import { fileOf, importsOn } from './import/testing.js'
import { judgePurchases } from './index.js'
import { chainBought } from './renewal.js'
import { contractsFound } from './store/contracts.js'
import { contractsAhead, largestAhead, renewalQuarters } from './store/renewals.js'
import { pagesOn } from './testing.js'

const TODAY = day('2026-11-23')
const REGISTER = fileOf(
  'register.csv',
  'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,typ,cpv,start,slut,forlangning_manader,uppsagning_manader,takbelopp',
  'C1,U1,2120001355,Staden,Bord,Firman AB,5565817870,ramavtal,39120000,2026-01-01,2029-12-31,,,119000',
  'C2,U2,2120001355,Staden,Stolar,Stolbolaget AB,5560125790,ramavtal,39110000,2024-01-01,2027-06-30,,,',
)
const LEDGER = fileOf(
  'ledger.csv',
  'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,avtal',
  '2120001355,Staden,1,Firman AB,5565817870,6410,Kontorsmaterial,40000.00,2026-01-15,C1',
  '2120001355,Staden,2,Firman AB,5565817870,6410,Kontorsmaterial,60000.00,2026-10-15,C1',
)

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  const { empty, imported } = importsOn(() => db)
  const { get } = pagesOn(() => db)
  beforeEach(() => empty())

  const all = { skip: 0, most: 10 }
  const byAct = contractsAsked({ order: 'act' })

  test('a ceiling reached before the term ends comes first, is said to be what comes first, and is in the calendar', async () => {
    await imported(REGISTER)
    await imported(LEDGER)
    await judgePurchases(db)
    const [first, second] = await contractsAhead(db, 'internal', TODAY, all)
    expect(first).toMatchObject({ number: 'C1', bought: { spent: 10_000_000, from: '2026-01-01', to: '2026-10-01' } })
    expect(first!.actBy).toBe(chainBought(first!, TODAY).next!.on)
    expect(chainBought(first!, TODAY).next).toMatchObject({ kind: 'ceiling', on: '2026-12-29' })
    expect(second).toMatchObject({ number: 'C2', actBy: '2027-06-30' })
    const [listed] = await largestAhead(db, 'internal', TODAY, day('2026-12-31'), 5)
    expect(listed).toMatchObject({ number: 'C1', actBy: '2026-12-29' })
    expect(await renewalQuarters(db, 'internal', TODAY, day('2026-12-31'), 5)).toMatchObject([{ contracts: 1 }])
    expect((await get('internal', '/renewals')).text).toMatch(
      /Bord .*?Firman AB 29 December 2026 The ceiling is reached at today’s pace SEK 100 k in 10 months/,
    )
    const { text } = await get('internal', '/renewals.ics')
    expect(text).toMatch(/UID:[^ ]+-ceiling@fairlane .*?DTSTART;VALUE=DATE:20261229 /)
  })

  test('for everyone else the pace is not known, and the term alone orders', async () => {
    await imported(REGISTER)
    await imported(LEDGER)
    await sql`update purchasing.import set published_at = now()`.execute(db)
    await sql`insert into purchasing.contract_shown select * from purchasing.contract_merged where reach = 'published'`.execute(
      db,
    )
    await judgePurchases(db)
    const rows = await contractsAhead(db, 'published', TODAY, all)
    expect(rows.map(({ number, actBy, bought }) => [number, actBy, bought])).toEqual([
      ['C2', '2027-06-30', null],
      ['C1', '2029-12-31', null],
    ])
    expect((await get('published', '/renewals.ics')).text).not.toContain('-ceiling@fairlane')
  })

  const anyDay: fc.Arbitrary<Day | null> = fc.option(
    fc.integer({ min: -1500, max: 1500 }).map((days) => addDays(TODAY, days)),
  )
  const told = fc.record({
    startsOn: anyDay,
    endsOn: anyDay,
    extensionMonths: fc.option(fc.constantFrom('', '12', '12+24')),
    ceiling: fc.option(fc.integer({ min: 0, max: 1_000_000_000_000 })),
    spent: fc.integer({ min: -1000, max: 100_000_000 }),
  })

  test('the next day in the database is that of the rule, whatever was told and bought', async () => {
    await imported(REGISTER)
    await imported(LEDGER)
    await judgePurchases(db)
    expect(await contractsFound(db, 'internal', TODAY, byAct, all)).toMatchObject([
      { bought: { spent: 10_000_000 } },
      {},
    ])
    await fc.assert(
      fc.asyncProperty(told, async ({ startsOn, endsOn, extensionMonths, ceiling, spent }) => {
        await sql`update purchasing.contract_source set starts_on = ${startsOn}::date, ends_on = ${endsOn}::date,
          extension_months = ${extensionMonths}, ceiling = ${ceiling}::bigint`.execute(db)
        await sql`update purchasing.spend_by_category set amount = ${spent}::bigint`.execute(db)
        await sql`delete from purchasing.contract_shown`.execute(db)
        await sql`insert into purchasing.contract_shown select * from purchasing.contract_merged`.execute(db)
        for (const row of await contractsFound(db, 'internal', TODAY, byAct, all))
          expect(row.actBy).toBe(chainBought(row, TODAY).next?.on ?? null)
      }),
      { numRuns: 80 },
    )
  })
})
