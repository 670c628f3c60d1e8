/** What the database works out of a contract's days is what the rule says; registers replace, merge and hide by reach. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR, type Reach } from '../kit/actor.js'
import { addDays, day } from '../kit/day.js'
import { sql, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { undoImport } from './acts.js'
import { contractsAsked } from './contract-asked.js'
import { fileOf, importsOn } from './import/testing.js'
import { chainOf } from './renewal.js'
import { contractAt, contractWhole, tellingsOf } from './store/contract-page.js'
import { contractsFound, partiesOf } from './store/contracts.js'

const TODAY = day('2026-11-23')
const HEAD =
  'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,typ,cpv,start,slut,forlangning_manader,uppsagning_manader,takbelopp,avropsberattigade'
const row = (
  number: string,
  {
    supplier = 'Firman AB,5565817870',
    title = `Avtal ${number}`,
    ends = '2027-12-31',
    ceiling = '',
    starts = '2024-01-01',
  } = {},
  options = '',
  notice = '',
) =>
  `${number},U-${number},2120001355,Staden,${title},${supplier},ramavtal,39100000,${starts},${ends},${options},${notice},${ceiling},Staden`
const register = (name: string, ...rows: string[]) => fileOf(name, HEAD, ...rows)

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  const { empty, imported, published } = importsOn(() => db)
  beforeEach(() => empty())

  const found = (query: Record<string, string> = {}, reach: Reach = 'internal') => {
    const asked = contractsAsked(query)
    return contractsFound(db, reach, TODAY, asked, asked)
  }
  const numbers = async (query?: Record<string, string>, reach?: Reach) =>
    (await found(query, reach)).map(({ number }) => number)

  test('the days and the state in the database are those of the rule', async () => {
    const anyDay = fc.option(fc.integer({ min: -900, max: 900 }).map((days) => addDays(TODAY, days)))
    const term = fc.record({
      startsOn: anyDay,
      endsOn: anyDay,
      extensionMonths: fc.option(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }).map((months) => months.join('+')),
      ),
      noticeMonths: fc.option(fc.integer({ min: 0, max: 12 })),
    })
    await imported(register('r.csv', row('C1')))
    await fc.assert(
      fc.asyncProperty(term, async (told) => {
        await sql`update purchasing.contract_source set starts_on = ${told.startsOn}::date, ends_on = ${told.endsOn}::date,
          extension_months = ${told.extensionMonths}, notice_months = ${told.noticeMonths}::int`.execute(db)
        await sql`delete from purchasing.contract_shown`.execute(db)
        await sql`insert into purchasing.contract_shown select * from purchasing.contract_merged`.execute(db)
        const { state, steps, next } = chainOf({ ...told, ceiling: null, isWithdrawn: false }, TODAY)
        const { rows } = await sql<{ days: string }>`
          select days::text as days from purchasing.contract_shown where reach = 'internal'`.execute(db)
        expect(rows[0]!.days).toBe(`{${[...new Set(steps.map(({ on }) => on))].join()}}`)
        const asked = { state: state === 'contradictory' ? 'unknown' : state }
        expect(await found(asked)).toMatchObject([{ actBy: next?.on ?? null }])
      }),
      { numRuns: 60 },
    )
  })

  test('a contract is its buyer’s and its number’s, and its address stays', async () => {
    await imported(register('one.csv', row('C 1')))
    const [before] = await found()
    await imported(register('two.csv', row('C 1', { title: 'Nya bord', ends: '2028-12-31' })))
    const after = await found()
    expect(after).toMatchObject([{ address: before!.address, title: 'Nya bord', endsOn: '2028-12-31' }])
    const tellings = await tellingsOf(db, 'internal', before!.id)
    expect(tellings.map(({ file, isReplaced }) => [file, isReplaced])).toEqual([
      ['two.csv', false],
      ['one.csv', true],
    ])
    const whole = {
      contract: await contractAt(db, 'internal', before!.address),
      parties: await partiesOf(db, 'internal', [before!.id]),
      ...{ tellings, under: [] },
    }
    // A server plans for the values asked with five times, and once for any from then on.
    for (let round = 0; round < 7; round++) expect(await contractWhole(db, 'internal', before!.address)).toEqual(whole)
  })

  test('suppliers under one number are its parties; ceilings of their own are added, a shared one is one', async () => {
    const shared = { supplier: 'Annat Namn AB,5560360793', ceiling: '100' }
    await imported(
      register(
        'r.csv',
        row('C1', { ceiling: '100' }),
        row('C1', shared),
        row('C2', { ceiling: '100' }),
        row('C2', { ...shared, ceiling: '250' }),
      ),
    )
    const [first, second] = await found({ order: 'title' })
    expect([first!.ceiling, second!.ceiling]).toEqual([10_000, 35_000])
    expect((await partiesOf(db, 'internal', [first!.id])).map(({ name }) => name)).toEqual([
      'Annat Namn AB',
      'Firman AB',
    ])
  })

  test('a register in which most of the earlier one recurs withdraws what it leaves out; undoing returns it', async () => {
    await imported(register('one.csv', row('C1'), row('C2'), row('C3')))
    const report = await imported(register('two.csv', row('C1'), row('C2', { ends: '2029-12-31' }), row('C4')))
    expect(report).toMatchObject({ kept: 1, changed: 1, unchanged: 1, withdrawn: 1 })
    expect(await numbers({ state: 'withdrawn' })).toEqual(['C3'])
    const [left] = await found({ state: 'withdrawn' })
    expect(left).toMatchObject({ actBy: null, isWithdrawn: true })
    expect(await contractAt(db, 'internal', left!.address)).toMatchObject({
      withdrawnFile: 'two.csv',
      title: 'Avtal C3',
    })
    await undoImport(db, report.id, OPERATOR, new Date())
    expect(await numbers({ order: 'title' })).toEqual(['C1', 'C2', 'C3'])
    expect(await numbers({ state: 'withdrawn' })).toEqual([])
  })

  test('a register of other contracts adds to the earlier one', async () => {
    await imported(register('one.csv', row('C1'), row('C2'), row('C3')))
    expect(await imported(register('two.csv', row('C3'), row('C4')))).toMatchObject({ kept: 1, withdrawn: 0 })
    expect(await numbers({ order: 'title' })).toEqual(['C1', 'C2', 'C3', 'C4'])
  })

  test('for everyone only what is published stands, and only what is published withdraws', async () => {
    await published(register('one.csv', row('C1'), row('C2')))
    await imported(register('two.csv', row('C1', { title: 'Internt' })))
    expect(await numbers({ order: 'title' }, 'published')).toEqual(['C1', 'C2'])
    expect(await numbers({ state: 'withdrawn' }, 'published')).toEqual([])
    expect(await numbers({ q: 'Internt' }, 'published')).toEqual([])
    expect(await numbers({ state: 'withdrawn' })).toEqual(['C2'])
  })

  test('the record is told what everyone sees otherwise, by publishing and by taking back, and nothing internal', async () => {
    const told = async () => {
      const rows = await db
        .selectFrom('record.entry')
        .select('body')
        .where('act', '=', 'tell-contracts')
        .orderBy('number')
        .execute()
      return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown[]>)
    }
    const before = (await told()).length
    const since = async () =>
      (await told())
        .slice(before)
        .map(({ published = [], changed = [], gone = [] }) => [published.length, changed.length, gone.length])
    await published(register('one.csv', row('C1'), row('C2')))
    const internal = await imported(register('two.csv', row('C1', { title: 'Internt' })))
    await undoImport(db, internal.id, OPERATOR, new Date())
    expect(await since()).toEqual([[2, 0, 0]])
    const { report: later } = await published(register('three.csv', row('C1', { ends: '2029-12-31' }), row('C3')))
    await undoImport(db, later.id, OPERATOR, new Date())
    expect(await since()).toEqual([
      [2, 0, 0],
      [1, 2, 0],
      [0, 2, 1],
    ])
    const [first, , third] = (await told()).slice(before)
    // What stands again is, to the byte, what was published first.
    expect(first!['published']).toContainEqual(third!['changed']![0])
  })

  test('the list is narrowed and ordered', async () => {
    await imported(
      register(
        'r.csv',
        row('C1', { title: 'Bord', ends: '2028-12-31', ceiling: '900' }, '', '12'),
        row('C2', { title: 'Stolar på hjul', ends: '2027-01-31', ceiling: '100' }, '12', '1'),
        row('C3', { title: 'Lampor', starts: '2018-01-01', ends: '2020-12-31' }),
        row('C4', { title: 'Mattor', ends: '', supplier: 'Annat Namn AB,5560360793' }),
      ),
    )
    expect(await numbers()).toEqual(['C2', 'C1', 'C3', 'C4'])
    expect(await numbers({ order: 'ceiling' })).toEqual(['C1', 'C2', 'C3', 'C4'])
    expect(await numbers({ order: 'title' })).toEqual(['C1', 'C3', 'C4', 'C2'])
    expect(await numbers({ quarter: '2026-4' })).toEqual(['C2'])
    expect(await numbers({ state: 'ended' })).toEqual(['C3'])
    expect(await numbers({ state: 'unknown' })).toEqual(['C4'])
    expect(await numbers({ q: 'annat' })).toEqual(['C4'])
    expect(await numbers({ q: 'stolar pa' })).toEqual(['C2'])
    expect(await numbers({ q: 'MATTOR' })).toEqual(['C4'])
    const [one] = await partiesOf(db, 'internal', [(await found({ q: 'mattor' }))[0]!.id])
    expect(await numbers({ supplier: one!.address! })).toEqual(['C4'])
    expect(await numbers({ division: '15' })).toEqual([])
    expect(await numbers({ agreement: 'contract' })).toEqual([])
  })
})
