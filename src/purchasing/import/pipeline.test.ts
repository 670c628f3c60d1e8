/** What an import promises, on both databases: by source, nobody's name by accident. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import { testDatabases } from '../../kit/db/testing.js'
import {
  clearStaging,
  contractsOf,
  holdersOf,
  importFile,
  known,
  procurementsTitled,
  publicationOf,
  publishImport,
  sourcesOf,
  spentUnder,
} from '../index.js'
import { award, AWARDS, contract, fileOf, importsOn, LEDGER, posting, REGISTER, STAGED } from './testing.js'

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  const { empty, rowsIn, imported, published } = importsOn(() => db)
  beforeEach(() => empty())

  /** The shown rows against a full recomputation from the sources. */
  const differences = async () => {
    const wrong = async (noun: 'procurement' | 'supplier' | 'contract') => {
      const shown = `purchasing.${noun}_shown`
      const merged = `purchasing.${noun}_merged`
      const { rows: names } = await sql<{ name: string }>`select quote_ident(attname) as name from pg_attribute
        where attrelid = ${merged}::regclass and attnum > 0 order by attnum`.execute(db)
      const columns = sql.raw(names.map(({ name }) => name).join(', '))
      const { rows } = await sql`
        (select ${columns} from ${sql.raw(shown)} except select ${columns} from ${sql.raw(merged)})
        union all (select ${columns} from ${sql.raw(merged)} except select ${columns} from ${sql.raw(shown)})`.execute(
        db,
      )
      return rows
    }
    return [
      ...(await wrong('procurement')),
      ...(await wrong('supplier')),
      ...(await wrong('contract')),
      ...(await wrongSums()),
      ...(await wrongJudged()),
      ...(await wrongShorter()),
    ]
  }
  /** Every roll-up against the lines that it sums, both ways. */
  const ROLLED = {
    spend: 'import, buyer, unit, supplier, account, month, currency',
    spend_by_account: 'import, buyer, unit, account, month, currency, named',
    spend_by_supplier: 'reach, import, buyer, supplier, year, currency, open',
  }
  const STANDING = sql`join purchasing.standing t on t.import = p.import and t.buyer = p.buyer
    and t.month = date_trunc('month', p.booked_on)::date where a.kind in ('purchase', 'rent')`
  const wrongSums = async () => {
    const wrong: unknown[] = []
    for (const [table, by] of Object.entries(ROLLED)) {
      const keys = sql.raw(by)
      const rolled = sql`select ${keys}, sum(amount)::bigint, sum(lines)::bigint from purchasing.${sql.raw(table)}
        group by ${keys}`
      const summed = sql`select ${keys}, sum(amount)::bigint, count(*) from (
        select p.*, date_trunc('month', booked_on)::date as month, k.id is not null and k.kept is null as named,
          a.kept is null as open, extract(year from booked_on)::int as year, t.reach
        from purchasing.purchase p join purchasing.account a on a.id = p.account
        left join purchasing.supplier k on k.id = p.supplier
        ${table === 'spend_by_supplier' ? STANDING : sql`cross join (select null as reach) t`}) p group by ${keys}`
      const { rows } = await sql`(${rolled} except ${summed}) union all (${summed} except ${rolled})`.execute(db)
      wrong.push(...rows)
    }
    return wrong
  }

  /** What was judged, month by month and currency by currency, against what stands and may be seen: all of it, and once. */
  const wrongJudged = async () => {
    const { rows } = await sql`
      select * from (
        select r.reach, s.buyer, s.month, s.currency, sum(s.amount) as amount, sum(s.lines) as lines
        from purchasing.spend s join purchasing.account a on a.id = s.account and a.kind in ('purchase', 'rent')
        left join purchasing.supplier k on k.id = s.supplier
        join (values ('internal'), ('published')) r (reach)
          on r.reach = 'internal' or (a.kept is null and k.id is not null and k.kept is null)
        join purchasing.standing t on t.import = s.import and t.buyer = s.buyer and t.month = s.month
          and t.reach = r.reach
        group by 1, 2, 3, 4) summed
      full join (select reach, buyer, month, currency, sum(amount) as amount, sum(lines) as lines
        from purchasing.spend_by_category group by 1, 2, 3, 4) judged using (reach, buyer, month, currency)
      where summed.amount is distinct from judged.amount or summed.lines is distinct from judged.lines`.execute(db)
    return rows
  }

  /** The shorter sums by what was judged against the longer ones, both ways. */
  const wrongShorter = async () => {
    const keys = sql.raw('reach, buyer, unit, account, month, currency, following, category, confidence')
    const sums = (table: string) => sql`select ${keys}, sum(amount)::bigint, sum(lines)::bigint
      from ${sql.table(`purchasing.${table}`)} group by ${keys}`
    const [long, short] = [sums('spend_by_category'), sums('spend_by_following')]
    const { rows } = await sql`(${long} except ${short}) union all (${short} except ${long})`.execute(db)
    return rows
  }

  test('what a killed process had gathered is cleared at start', async () => {
    const id = '00000000-0000-7000-8000-000000000000'
    await sql`insert into purchasing.staging values (${id}, now() - interval '1 hour')`.execute(db)
    await sql`insert into purchasing.staged_party values (${id}, 'buyer', 0, 1)`.execute(db)
    await clearStaging(db)
    expect(await rowsIn(STAGED)).toBe(0)
  })

  test('a larger file keeps only what is new; twins on one voucher are kept apart', async () => {
    const twin = posting(1, 'Firman AB', '5565817870')
    expect(await imported(fileOf('one.csv', LEDGER, twin, twin))).toMatchObject({ kept: 2, unchanged: 0 })
    const again = await imported(fileOf('two.csv', LEDGER, twin, twin, posting(2, 'Firman AB', '5565817870')))
    expect(again).toMatchObject({ read: 3, kept: 1, unchanged: 2 })
    expect(await known(db, 'internal')).toMatchObject({ purchases: 3, amount: 30_000, suppliers: 1 })
  })

  test('progress ends at the size of the file and at its last row', async () => {
    const seen = { bytes: 0, rows: 0 }
    const source = fileOf('one.csv', LEDGER, posting(1, 'Firman AB', '5565817870'))
    await importFile(db, source, OPERATOR, { now: new Date(), progress: ({ unit, done }) => (seen[unit] = done) })
    expect(seen).toEqual({ bytes: source.size, rows: 1 })
  })

  test('facts of an unpublished source stay internal on a published procurement, until it is published', async () => {
    await published(fileOf('awards.csv', AWARDS, award('A1', 'Bord', '', 'Snickaren AB')))
    const register = await imported(
      fileOf('register.csv', REGISTER, contract('C1', 'A1', 'Snickaren AB,5565817870', '2027-12-31')),
    )
    const seen = async (reach: 'published' | 'internal') => {
      const [row] = await procurementsTitled(db, reach, ['Bord'], 5)
      const sources = await sourcesOf(db, reach, row!.id)
      const contracts = await contractsOf(db, reach, [row!.id])
      return [row!.category, sources.map((one) => one.file), contracts.map((one) => one.callers)]
    }
    const both = ['39100000', ['awards.csv', 'register.csv'], [['Staden', 'Bostadsbolaget AB']]]
    expect(await seen('internal')).toEqual(both)
    expect(await seen('published')).toEqual([null, ['awards.csv'], []])
    expect(await differences()).toEqual([])
    await publishImport(db, register.id, OPERATOR, new Date())
    expect(await seen('published')).toEqual(both)
    expect(await differences()).toEqual([])
  })

  test('a later register tells a contract’s new end; the earlier stays as the source it was', async () => {
    await imported(fileOf('one.csv', REGISTER, contract('C1', 'A1', 'Snickaren AB,5565817870', '2026-12-31')))
    const later = contract('C1', 'A1', 'Snickaren AB,5565817870', '2027-12-31')
    expect(await imported(fileOf('two.csv', REGISTER, later))).toMatchObject({ kept: 0, changed: 1, unchanged: 0 })
    const [row] = await procurementsTitled(db, 'internal', ['registret'], 5)
    expect(await contractsOf(db, 'internal', [row!.id])).toMatchObject([{ endsOn: '2027-12-31', file: 'two.csv' }])
  })

  test('a sole trader is counted and never named in public, in awards, contracts or purchases', async () => {
    const person = '"Lomberg, Karin (Kajans Hembageri)"'
    await published(
      fileOf(
        'a.csv',
        AWARDS,
        award('A1', 'Bröd', '15810000', person),
        award('A1', 'Bröd', '15810000', 'Personuppgift'),
      ),
    )
    await published(fileOf('r.csv', REGISTER, contract('C1', 'A1', `${person},`, '2027-12-31', '15810000')))
    const company = posting(3, 'Firman AB', '5565817870')
    await published(fileOf('l.csv', LEDGER, posting(1, person, ''), posting(2, person, '6205121239'), company))
    const [row] = await procurementsTitled(db, 'published', ['Bröd'], 5)
    const holders = await holdersOf(db, 'published', [row!.id])
    expect(holders.map((one) => [one.name, one.withheld])).toEqual([
      [null, 'source'],
      [null, 'ours'],
    ])
    expect((await holdersOf(db, 'internal', [row!.id]))[0]).toMatchObject({ withheld: null })
    const contracts = await contractsOf(db, 'published', [row!.id])
    expect(contracts).toMatchObject([{ supplierName: null, withheld: 'ours' }])
    expect(JSON.stringify([holders, contracts])).not.toMatch(/lomberg|kajan/i)
    const { rows } = await sql`select name from purchasing.supplier_shown where reach = 'published'`.execute(db)
    expect(rows).toEqual([{ name: 'Firman AB' }])
    expect(await known(db, 'published')).toMatchObject({ purchases: 1, suppliers: 1, procurements: 1 })
  })

  test('an address stays when a supplier is told of again, spelled otherwise and with a number', async () => {
    await published(fileOf('a.csv', AWARDS, award('A1', 'Bord', '39100000', 'SNICKAREN AKTIEBOLAG')))
    const holder = async () => {
      const [row] = await procurementsTitled(db, 'published', ['Bord'], 5)
      return (await holdersOf(db, 'published', [row!.id]))[0]!
    }
    const before = await holder()
    await published(
      fileOf('l.csv', LEDGER, posting(1, 'Snickaren AB', '5565817870'), posting(2, 'Snickar’n', '5565817870')),
    )
    const after = await holder()
    expect([after.address, after.supplier]).toEqual([before.address, before.supplier])
    expect([before.name, after.name]).toEqual(['SNICKAREN AKTIEBOLAG', 'Snickaren AB'])
    expect(await known(db, 'internal')).toMatchObject({ suppliers: 1 })
    expect(await differences()).toEqual([])
  })

  test('publishing does what its preview says, to the last öre', async () => {
    const { id } = await imported(
      fileOf(
        'l.csv',
        LEDGER,
        posting(1, 'Firman AB', '5565817870', undefined, '1234.56'),
        posting(2, 'Firman AB', '5565817870', '4610,Familjehem'),
        posting(3, 'Firman AB', '5565817870', '1930,Bank'),
        posting(4, 'Firman AB', '5565817870', 'X,Okänt'),
        posting(5, 'Utan Nummer AB', ''),
        posting(6, 'Personuppgift', '', undefined, '50'),
      ),
    )
    const preview = await publicationOf(db, id)
    expect(preview.public).toEqual({
      procurements: 0,
      purchases: { count: 1, sums: [{ currency: 'SEK', amount: 123_456 }] },
      suppliers: 1,
    })
    expect(Object.fromEntries(preview.internal.map(({ why, count, sums }) => [why, [count, sums[0]?.amount]]))).toEqual(
      {
        'person-account': [1, 10_000],
        'balance-account': [1, 10_000],
        'unknown-account': [1, 10_000],
        'no-number': [1, 10_000],
        'natural-person': [1, 5_000],
      },
    )
    expect([preview.samples.purchases.length, preview.samples.keptPurchases.length]).toEqual([1, 5])
    expect(await publishImport(db, id, OPERATOR, new Date())).toEqual({
      procurements: 0,
      purchases: 1,
      suppliers: 1,
      kept: 5,
    })
    expect(await known(db, 'published')).toMatchObject({ purchases: 1, amount: 123_456, suppliers: 1, buyers: 1 })
    expect(await publicationOf(db, id)).toEqual(preview)
    expect(await differences()).toEqual([])
    expect(await publishImport(db, id, OPERATOR, new Date())).toMatchObject({ refused: true, status: 409 })
    expect(await spentUnder(db, 'published', ['00'])).toEqual([])
  })
})
