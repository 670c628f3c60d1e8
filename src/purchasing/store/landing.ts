/** SQL that makes a staged import visible, inside the one short transaction of its landing. */
import type { Reach } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import { BOUGHT } from './reach.js'

/**
 * Two landings never run at once, or both would find the same supplier missing. Within one, sorts stay in memory: pages
 * wait for it.
 */
export async function lockLanding(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(7102)`.execute(db)
  await sql`set local work_mem = '64MB'`.execute(db)
}

const party = (noun: 'buyer' | 'unit' | 'supplier' | 'account') =>
  sql`purchasing.staged_party ${sql.ref(noun)} on ${sql.ref(noun)}.import = s.import
    and ${sql.ref(noun)}.noun = ${sql.lit(noun)} and ${sql.ref(noun)}.place = s.${sql.ref(noun)}`

/** A procurement is its buyer's and its reference's, and keeps its address. */
export async function landProcurements(db: Database, id: string): Promise<void> {
  await sql`
    insert into purchasing.procurement (address, buyer, reference)
    select distinct on (buyer.id, s.reference) s.address, buyer.id, s.reference
    from purchasing.staged_procurement s join ${party('buyer')}
    where s.import = ${id} order by buyer.id, s.reference, s.line
    on conflict (buyer, reference) do nothing`.execute(db)
  await sql`
    insert into purchasing.procurement_source (procurement, import, line, title, category, procedure, agreement,
      dynamic_system, published_on, value)
    select p.id, s.import, min(s.line), (array_agg(s.title order by s.line))[1],
      (array_agg(s.category order by s.line) filter (where s.category is not null))[1],
      (array_agg(s.procedure order by s.line) filter (where s.procedure is not null))[1],
      (array_agg(s.agreement order by s.line) filter (where s.agreement is not null))[1],
      bool_or(s.dynamic_system),
      (array_agg(s.published_on order by s.line) filter (where s.published_on is not null))[1],
      (array_agg(s.value order by s.line desc) filter (where s.value is not null))[1]
    from purchasing.staged_procurement s join ${party('buyer')}
    join purchasing.procurement p on p.buyer = buyer.id and p.reference = s.reference
    where s.import = ${id} group by p.id, s.import`.execute(db)
  await sql`analyze purchasing.procurement`.execute(db)
}

/** Answers how many awards no earlier import had told of. A withheld supplier counts as known when its lot was told of. */
export async function landAwards(db: Database, id: string): Promise<number> {
  await sql`
    insert into purchasing.award (procurement, lot, supplier, import, line)
    select p.id, s.lot, supplier.id, s.import, s.line
    from purchasing.staged_procurement s join ${party('buyer')}
    join purchasing.procurement p on p.buyer = buyer.id and p.reference = s.reference
    left join ${party('supplier')}
    where s.import = ${id} and s.kind = 'award'`.execute(db)
  return count(
    db,
    sql`purchasing.award a where a.import = ${id} and not exists (
      select from purchasing.award b where b.procurement = a.procurement and b.lot = a.lot
        and b.supplier is not distinct from a.supplier and b.import <> a.import)`,
  )
}

/** Answers how many of the import's stated values no earlier import had told of. */
export const landedValues = (db: Database, id: string): Promise<number> =>
  count(
    db,
    sql`purchasing.staged_procurement s join ${party('buyer')}
      join purchasing.procurement p on p.buyer = buyer.id and p.reference = s.reference
      where s.import = ${id} and s.kind = 'award-value' and not exists (
        select from purchasing.procurement_source o
        where o.procurement = p.id and o.import <> s.import and o.value = s.value)`,
  )

async function count(db: Database, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db)
  return rows[0]!.count
}

/** Recomputes, for both reaches, what is shown of the procurements that this import tells of. */
export async function refreshProcurements(db: Database, id: string): Promise<void> {
  const touched = sql`(select distinct procurement from purchasing.procurement_source where import = ${id})`
  await sql`delete from purchasing.procurement_shown where procurement in ${touched}`.execute(db)
  // Lateral, so that the view is worked out for each of these and not for all.
  await sql`insert into purchasing.procurement_shown select m.* from ${touched} t
    cross join lateral (select * from purchasing.procurement_merged m where m.procurement = t.procurement) m`.execute(
    db,
  )
}

/** Adds these lines of an import, by their ordinals, to its roll-up; a sum may stand in several parts. */
export const rollUpLines = (db: Database, id: string, first: number, last: number) =>
  sql`
    insert into purchasing.spend (import, buyer, unit, supplier, account, month, currency, contract_stated, corrected,
      amount, lines)
    select p.import, p.buyer, p.unit, p.supplier, p.account, date_trunc('month', p.booked_on)::date, p.currency,
      p.contract_stated, c.category, sum(p.amount)::bigint, count(*)
    from purchasing.purchase p
    left join purchasing.correction c
      on c.buyer = p.buyer and c.voucher = p.voucher and c.identity = p.identity and c.withdrawn_at is null
    where p.import = ${id} and p.ordinal between ${first} and ${last}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9`.execute(db)

/** Recomputes from an import's roll-up the shorter ones that pages sum by. */
export async function rollUp(db: Database, id: string): Promise<void> {
  await sql`delete from purchasing.spend_by_account where import = ${id}`.execute(db)
  await sql`
    insert into purchasing.spend_by_account (import, buyer, unit, account, month, currency, named, amount, lines)
    select s.import, s.buyer, s.unit, s.account, s.month, s.currency, k.id is not null and k.kept is null,
      sum(s.amount)::bigint, sum(s.lines)::bigint
    from purchasing.spend s left join purchasing.supplier k on k.id = s.supplier
    where s.import = ${id} group by 1, 2, 3, 4, 5, 6, 7 having sum(s.lines) <> 0`.execute(db)
  for (const reach of ['internal', 'published'] as const) await rollUpBySupplier(db, id, reach)
}

/** What was bought of whom, of one import as far as it stands within a reach: the internal sums before the published. */
export async function rollUpBySupplier(db: Database, id: string, reach: Reach): Promise<void> {
  await sql`delete from purchasing.spend_by_supplier where import = ${id} and reach = ${reach}`.execute(db)
  // To publish a whole file is to copy its sums: a page would wait while all of its lines are summed.
  const isCopied = reach === 'published' && (await isPublicWhole(db, id))
  await sql`
    insert into purchasing.spend_by_supplier (reach, import, buyer, supplier, year, currency, open, amount, lines)
    ${isCopied ? internalSums(id) : standingSums(id, reach)}`.execute(db)
}

const internalSums = (id: string) => sql`
  select 'published', s.import, s.buyer, s.supplier, s.year, s.currency, s.open, s.amount, s.lines
  from purchasing.spend_by_supplier s where s.import = ${id} and s.reach = 'internal'`

const standingSums = (id: string, reach: Reach) => sql`
  select ${reach}, s.import, s.buyer, s.supplier, t.year, s.currency, a.kept is null, sum(s.amount)::bigint,
    sum(s.lines)::bigint
  from (select t.*, extract(year from t.month)::int as year from purchasing.standing t
    where t.import = ${id} and t.reach = ${reach} offset 0) t
  join purchasing.spend s on s.import = t.import and s.month = t.month and s.buyer = t.buyer
  join purchasing.account a on a.id = s.account and ${BOUGHT}
  group by 2, 3, 4, 5, 6, 7 having sum(s.lines) <> 0`

/** Whether everyone sees the same months of an import as the buyer's own people. */
async function isPublicWhole(db: Database, id: string): Promise<boolean> {
  const months = (reach: Reach) =>
    sql`select buyer, month from purchasing.standing where import = ${id} and reach = ${reach}`
  const { rows } = await sql`
    (${months('internal')} except ${months('published')}) union all (${months('published')} except ${months('internal')})
    limit 1`.execute(db)
  return rows.length === 0
}

/** Landed imports with lines of these suppliers: whether they may be named has turned. */
export async function importsWith(db: Database, suppliers: readonly number[]): Promise<string[]> {
  if (suppliers.length === 0) return []
  const { rows } = await sql<{ import: string }>`
    select distinct s.import from purchasing.spend s join purchasing.import i on i.id = s.import and i.undone_at is null
    where s.supplier in (${sql.join([...suppliers])})`.execute(db)
  return rows.map((row) => row.import)
}

const READ_BY_PAGES = [
  ...(['import', 'problem', 'buyer', 'unit', 'account', 'supplier', 'supplier_source', 'supplier_shown'] as const),
  ...(['procurement', 'procurement_source', 'procurement_shown', 'award', 'contract'] as const),
  ...(['contract_source', 'contract_shown'] as const),
  ...(['purchase', 'spend', 'spend_by_account', 'spend_by_supplier', 'standing', 'coverage', 'invoice_line'] as const),
]

const READ_BY_PAGES_JUDGED = ['judgement', 'spend_by_category', 'spend_by_following'] as const

/**
 * The embedded database has nobody who keeps its planner informed, and a server learns it a minute too late: after an
 * import and after publishing, each table by itself and outside their transactions, so that no page waits for them all.
 */
export const analyseFacts = (db: Database): Promise<void> => analyse(db, READ_BY_PAGES)
/** Likewise after judging. */
export const analyseJudged = (db: Database): Promise<void> => analyse(db, READ_BY_PAGES_JUDGED)

async function analyse(db: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql`analyze ${sql.table(`purchasing.${table}`)}`.execute(db)
}
