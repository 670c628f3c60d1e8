/** SQL of which import stands for a buyer's month, and of comparing what two imports tell of one. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { copyRows, sql, type Database } from '../../kit/db/index.js'
import { rollUpBySupplier } from './landing.js'

export interface Month {
  readonly buyer: number
  /** The first day of the month. */
  readonly month: Day
}

/** The imports that stand for these months before this one lands, the earliest first, with how many lines each tells. */
export async function standingFor(
  db: Database,
  months: readonly Month[],
): Promise<(Month & { readonly import: string; readonly lines: number })[]> {
  if (months.length === 0) return []
  const { rows } = await sql<Month & { import: string; lines: number }>`
    select t.buyer, t.month, t.import, c.lines from purchasing.standing t
    join purchasing.coverage c on c.import = t.import and c.buyer = t.buyer and c.month = t.month
    join purchasing.import i on i.id = t.import
    where t.reach = 'internal' and t.buyer in (${sql.join([...new Set(months.map(({ buyer }) => buyer))])})
    order by i.started_at, i.id, t.month`.execute(db)
  const asked = new Set(months.map(({ buyer, month }) => `${buyer} ${month}`))
  return rows.filter(({ buyer, month }) => asked.has(`${buyer} ${month}`))
}

export interface Compared {
  /** Lines that both tell. */
  readonly recurring: number
  /** Lines of a voucher that both tell, but otherwise: as many as stand on both sides. */
  readonly changed: number
  /** Lines that only the earlier ones tell, those changed among them. */
  readonly gone: number
}

/** What this import tells of a month against what these earlier ones tell; equal lines are paired one by one. */
export async function compare(
  db: Database,
  id: string,
  earlier: readonly string[],
  { buyer, month }: Month,
): Promise<Compared> {
  const { rows } = await sql<Compared>`
    with told as (
      select import = ${id} as anew, voucher, identity, count(*) as n from purchasing.purchase
      where buyer = ${buyer} and booked_on >= ${month}::date and booked_on < ${month}::date + interval '1 month'
        and import in (${sql.join([id, ...earlier])})
      group by 1, 2, 3
    ), paired as (
      select voucher, sum(n) filter (where anew) as now, sum(n) filter (where not anew) as before from told
      group by voucher, identity
    ), by_voucher as (
      select sum(least(coalesce(now, 0), coalesce(before, 0))) as recurring,
        sum(greatest(coalesce(before, 0) - coalesce(now, 0), 0)) as gone,
        sum(greatest(coalesce(now, 0) - coalesce(before, 0), 0)) as fresh
      from paired group by voucher
    )
    select coalesce(sum(recurring), 0)::bigint as recurring, coalesce(sum(least(gone, fresh)), 0)::bigint as changed,
      coalesce(sum(gone), 0)::bigint as gone from by_voucher`.execute(db)
  return rows[0]!
}

/** The months that an import tells of, or is said to cover. */
export const insertCoverage = (db: Database, id: string, months: readonly (Month & { readonly lines: number })[]) =>
  copyRows(
    db,
    'purchasing.coverage',
    ['import', 'buyer', 'month', 'lines'],
    months.map(({ buyer, month, lines }) => [id, buyer, month, lines]),
  )

/** This import tells these months anew; so it also does for whatever those it replaces had replaced. */
export async function insertReplacements(
  db: Database,
  id: string,
  replaced: readonly (Month & { readonly import: string })[],
): Promise<void> {
  if (replaced.length === 0) return
  await copyRows(
    db,
    'purchasing.replacement',
    ['import', 'replaced', 'buyer', 'month'],
    replaced.map((one) => [id, one.import, one.buyer, one.month]),
  )
  await sql`
    insert into purchasing.replacement (import, replaced, buyer, month)
    select distinct n.import, o.replaced, n.buyer, n.month from purchasing.replacement n
    join purchasing.replacement o on o.import = n.replaced and o.buyer = n.buyer and o.month = n.month
    where n.import = ${id} on conflict do nothing`.execute(db)
}

/** An import that is taken back covers nothing and replaces nothing. */
export async function deleteCoverage(db: Database, id: string): Promise<void> {
  await sql`delete from purchasing.replacement where import = ${id} or replaced = ${id}`.execute(db)
  await sql`delete from purchasing.coverage where import = ${id}`.execute(db)
}

/** The buyers of whose months an import tells. */
export async function coveredBuyers(db: Database, id: string): Promise<number[]> {
  const { rows } = await sql<{ buyer: number }>`
    select distinct buyer from purchasing.coverage where import = ${id}`.execute(db)
  return rows.map((row) => row.buyer)
}

/** Recomputes who stands for the months of these buyers, and the sums of the imports that stand otherwise than before. */
export async function refreshStanding(db: Database, buyers: readonly number[]): Promise<void> {
  if (buyers.length === 0) return
  const these = sql.join([...buyers])
  await sql`create temp table stood on commit drop as
    select buyer, month, reach, import from purchasing.standing where buyer in (${these})`.execute(db)
  await sql`delete from purchasing.standing where buyer in (${these})`.execute(db)
  await sql`insert into purchasing.standing (buyer, month, reach, import)
    select buyer, month, reach, import from purchasing.standing_worked where buyer in (${these})`.execute(db)
  const now = sql`select buyer, month, reach, import from purchasing.standing where buyer in (${these})`
  const { rows } = await sql<{ import: string; reach: Reach }>`
    select distinct import, reach from ((table stood except ${now}) union all (${now} except table stood)) moved
    order by reach`.execute(db)
  await sql`drop table stood`.execute(db)
  for (const moved of rows) await rollUpBySupplier(db, moved.import, moved.reach)
}
