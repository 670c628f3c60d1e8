/** SQL of judging: what lines alike there are, what contracts they may be made under, and keeping what was judged. */
import type { Reach } from '../../kit/actor.js'
import { addMonths, type Day, type Instant } from '../../kit/day.js'
import { copyRows, sql, type Database } from '../../kit/db/index.js'
import { BOUGHT, open, stands } from './reach.js'
import type { Cell } from './staging.js'

const REACHES = sql`(values ('internal'), ('published')) r (reach)`

/** In the act that changes what judgements rest on. */
export const markToJudge = (db: Database, buyers: readonly number[]) =>
  buyers.length === 0
    ? Promise.resolve()
    : sql`insert into purchasing.to_judge (buyer, reach)
        select b.buyer, r.reach from unnest(array[${sql.join([...buyers])}]::bigint[]) b (buyer) cross join ${REACHES}
        on conflict (buyer, reach) do update set since = now()`.execute(db)

/**
 * Marks whom an import tells of: a ledger its own buyers, a register everyone, since others may call off. One that lands
 * changes what its own people see, one that is published what everyone sees, and one that is taken back both.
 */
export const markTouched = (db: Database, id: string) =>
  sql`insert into purchasing.to_judge (buyer, reach)
    select b.buyer, r.reach from (
      select buyer from purchasing.coverage where import = ${id}
      union select distinct t.buyer from purchasing.standing t
        where exists (select from purchasing.contract_source where import = ${id})) b
    cross join ${REACHES} join purchasing.import i on i.id = ${id}
      and (i.undone_at is not null or (r.reach = 'published') = (i.published_at is not null))
    on conflict (buyer, reach) do update set since = now()`.execute(db)

export interface ToJudge {
  readonly buyer: number
  readonly reach: Reach
  readonly since: Instant
}

/** The longest waiting first; a buyer's own people before everyone. */
export async function buyersToJudge(db: Database): Promise<ToJudge[]> {
  const { rows } = await sql<ToJudge>`
    select buyer, reach, since::text as since from purchasing.to_judge order by since, buyer, reach`.execute(db)
  return rows
}

/** Another word whenever judging begins or ends. */
export async function judgingState(db: Database): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select count(*) || coalesce(extract(epoch from max(since))::bigint::text, '') as state
    from purchasing.to_judge`.execute(db)
  return rows[0]!.state
}

export const isToJudge = async (db: Database, buyer: number): Promise<boolean> =>
  (await sql`select from purchasing.to_judge where buyer = ${buyer}`.execute(db)).rows.length > 0

/** Whether the mark still stands; then nobody takes or moves it before this transaction ends. */
export const holdsMark = async (tx: Database, { buyer, reach, since }: ToJudge): Promise<boolean> =>
  (
    await sql`select from purchasing.to_judge
      where buyer = ${buyer} and reach = ${reach} and since = ${since}::timestamptz for share`.execute(tx)
  ).rows.length > 0

/** Unless it was marked again meanwhile. */
export const doneJudging = (db: Database, { buyer, reach, since }: ToJudge) =>
  sql`delete from purchasing.to_judge
    where buyer = ${buyer} and reach = ${reach} and since = ${since}::timestamptz`.execute(db)

export interface AlikeRow {
  readonly supplier: number | null
  readonly supplierName: string | null
  readonly account: number
  readonly code: string
  readonly text: string
  readonly category: string | null
  readonly stated: string | null
  readonly corrected: string | null
  /** Parted by blanks. */
  readonly months: string
}

/** What a buyer bought, lines alike together, after this place and at most `most`, in a fixed order. */
export async function alike(
  db: Database,
  reach: Reach,
  buyer: number,
  { skip, most }: { skip: number; most: number },
): Promise<AlikeRow[]> {
  const { rows } = await sql<AlikeRow>`
    select g.supplier, n.name as "supplierName", g.account, a.code, a.text, a.category, g.contract_stated as stated,
      g.corrected, g.months
    from (select s.supplier, s.account, s.contract_stated, s.corrected,
        string_agg(distinct s.month::text, ' ' order by s.month::text) as months
      from purchasing.spend s join purchasing.account a on a.id = s.account
      where s.buyer = ${buyer} and ${BOUGHT} and ${stands(reach)} and ${open(reach)}
      group by 1, 2, 3, 4 order by 2, 1, 3, 4 limit ${most} offset ${skip}) g
    join purchasing.account a on a.id = g.account
    left join purchasing.supplier_shown n on n.supplier = g.supplier and n.reach = ${reach}
    order by g.account, g.supplier, g.contract_stated, g.corrected`.execute(db)
  return rows
}

export interface CandidateRow {
  readonly id: number
  readonly number: string
  /** Parted by blanks. */
  readonly suppliers: string
  readonly startsOn: Day | null
  readonly lastOn: Day | null
  readonly category: string | null
}

/** The contracts that a buyer may call off from: its own, and others' that name it as one who may. */
export async function candidates(db: Database, reach: Reach, buyer: number): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select h.id, h.number, f.starts_on as "startsOn", f.last_on as "lastOn", f.category,
      coalesce((select string_agg(distinct s.supplier::text, ' ') from purchasing.contract_source s
        join purchasing.import i on i.id = s.import and (${reach} = 'internal' or i.published_at is not null)
        where s.contract = h.id), '') as suppliers
    from purchasing.contract_shown f join purchasing.contract h on h.id = f.contract
    where f.reach = ${reach} and f.withdrawn_by is null and (h.buyer = ${buyer} or exists (
      select from purchasing.buyer b where b.id = ${buyer}
        and b.name = any(string_to_array(f.callers, '; '))))
    order by h.id`.execute(db)
  return rows
}

export interface RuleRow {
  readonly id: string
  readonly account: string | null
  readonly supplier: number | null
  readonly supplierName: string | null
  readonly text: string | null
  readonly category: string
  readonly since: Instant
}

/** The buyer's own rules that nobody has withdrawn. */
export async function rulesOf(db: Database, buyer: number): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select r.id, r.account, r.supplier, n.name as "supplierName", r.text, r.category, r.at as since
    from purchasing.category_rule r
    left join purchasing.supplier_shown n on n.supplier = r.supplier and n.reach = 'internal'
    where r.buyer = ${buyer} and r.withdrawn_at is null order by r.at, r.id`.execute(db)
  return rows
}

const COLUMNS = [
  ...['buyer', 'reach', 'ordinal', 'supplier', 'account', 'contract_stated', 'corrected', 'first_month', 'last_month'],
  ...['contract', 'contract_because', 'following', 'beside', 'category', 'confidence', 'decided_by', 'because'],
]

/** All that was judged of a buyer within a reach, in place of what was judged before. */
export async function replaceJudgements(
  db: Database,
  reach: Reach,
  buyer: number,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  await sql`delete from purchasing.judgement where buyer = ${buyer} and reach = ${reach}`.execute(db)
  for (let from = 0; from < rows.length; from += 5000)
    await copyRows(db, 'purchasing.judgement', COLUMNS, rows.slice(from, from + 5000))
  await sql`analyze purchasing.judgement`.execute(db)
}

/**
 * The sums of one quarter by what was judged, anew, and the shorter ones without supplier and contract. What is not stated
 * is compared as a value, so that a hash can find it.
 */
export async function rollUpJudged(db: Database, reach: Reach, buyer: number, quarter: Day): Promise<void> {
  const within = sql`s.buyer = ${buyer} and s.month >= ${quarter}::date and s.month < ${addMonths(quarter, 3)}::date`
  for (const table of ['spend_by_category', 'spend_by_following'])
    await sql`delete from ${sql.table(`purchasing.${table}`)} s where ${within} and s.reach = ${reach}`.execute(db)
  await sql`
    insert into purchasing.spend_by_category (reach, buyer, unit, account, supplier, month, currency, contract, following,
      category, confidence, amount, lines)
    select ${reach}, s.buyer, s.unit, s.account, s.supplier, s.month, s.currency, j.contract, j.following, j.category,
      j.confidence, sum(s.amount)::bigint, sum(s.lines)::bigint
    from purchasing.spend s join purchasing.account a on a.id = s.account
    join purchasing.judgement j on j.buyer = s.buyer and j.reach = ${reach} and j.account = s.account
      and coalesce(j.supplier, 0) = coalesce(s.supplier, 0)
      and coalesce(j.contract_stated, '') = coalesce(s.contract_stated, '')
      and coalesce(j.corrected, '') = coalesce(s.corrected, '')
      and s.month between j.first_month and j.last_month
    where ${within} and ${BOUGHT} and ${stands(reach)} and ${open(reach)}
    group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`.execute(db)
  await sql`
    insert into purchasing.spend_by_following (reach, buyer, unit, account, month, currency, following, category,
      confidence, amount, lines)
    select s.reach, s.buyer, s.unit, s.account, s.month, s.currency, s.following, s.category, s.confidence,
      sum(s.amount)::bigint, sum(s.lines)::bigint
    from purchasing.spend_by_category s where ${within} and s.reach = ${reach}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9`.execute(db)
}

/** The first days of the quarters in which anything is told of a buyer, or was when it was judged last. */
export async function quartersToSum(db: Database, buyer: number): Promise<Day[]> {
  const { rows } = await sql<{ quarter: Day }>`
    select distinct date_trunc('quarter', month)::date as quarter from (
      select month from purchasing.coverage where buyer = ${buyer}
      union select month from purchasing.spend_by_following where buyer = ${buyer}) m order by 1`.execute(db)
  return rows.map((row) => row.quarter)
}
