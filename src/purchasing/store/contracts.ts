/** SQL of contracts as they are shown, always within a reach and as of a day. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { daysOfQuarter, type AskedState, type Narrowed, type Order } from '../contract-asked.js'
import type { Pair } from '../facets.js'
import type { Bought } from '../renewal.js'
import { plain } from '../finding/sought.js'
import { holding, importSeen } from './reach.js'

/** The contracts and, for the buyer's own people, the pace at which each is bought under it. */
export const contractsIn = (reach: Reach) => sql`purchasing.contract_shown f
  join purchasing.contract h on h.id = f.contract
  left join ${reach === 'internal' ? sql`purchasing.contract_pace` : NO_PACE} w on w.contract = f.contract`
const NO_PACE = sql`(select null::bigint as contract, null::bigint as spent, null::date as first, null::date as last,
  null::date as reached_on where false)`

/** The day the ceiling is reached, while it is ahead, before the last possible end and within a century (renewal.ts). */
const reached = (today: Day) => sql`case when w.reached_on between ${today}::date and ${today}::date + 36525
  and (f.extension_months is null or f.last_on is null or w.reached_on <= f.last_on) then w.reached_on end`

/** The earliest day of the chain that is ahead, after as many as are behind; none of a contract that is withdrawn. */
export const actBy = (today: Day) => sql<Day | null>`case when f.withdrawn_by is null then
  least(f.days[width_bucket(${today}::date - 1, f.days) + 1], ${reached(today)}) end`

const STATE: Record<AskedState, (today: Day) => ReturnType<typeof sql<boolean>>> = {
  withdrawn: () => sql<boolean>`f.withdrawn_by is not null`,
  unknown: () => sql<boolean>`f.withdrawn_by is null and cardinality(f.days) = 0`,
  coming: (today) => sql<boolean>`f.withdrawn_by is null and cardinality(f.days) > 0 and f.starts_on > ${today}::date`,
  running: (today) => sql<boolean>`${begun(today)} and f.ends_on >= ${today}::date`,
  'past-end': (today) => sql<boolean>`${begun(today)} and f.ends_on < ${today}::date
    and (f.extension_months is null or f.last_on >= ${today}::date)`,
  ended: (today) => sql<boolean>`${begun(today)} and f.extension_months is not null and f.last_on < ${today}::date`,
}
const begun = (today: Day) => sql<boolean>`f.withdrawn_by is null and cardinality(f.days) > 0
  and coalesce(f.starts_on <= ${today}::date, true)`

/**
 * Words stand anywhere in the title, the numbers, the own category, the buyer's name or a supplier's that may be shown,
 * with or without dots and rings.
 */
const matching = (reach: Reach, words: string) =>
  words === ''
    ? sql<boolean>`true`
    : sql<boolean>`(f.sought like ${holding(plain(words))} or h.number ilike ${holding(words)}
      or f.responsible ilike ${holding(words)}
      or h.buyer in (select id from purchasing.buyer where sought like ${holding(plain(words))})
      or h.id in (select s.contract from purchasing.supplier_shown n
        join purchasing.contract_source s on s.supplier = n.supplier
        where n.reach = ${reach} and n.sought like ${holding(plain(words))}))`

const heldBy = (reach: Reach, supplier: string) => sql<boolean>`exists (
  select from purchasing.contract_source s join purchasing.supplier k on k.id = s.supplier
  join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
  where s.contract = h.id and k.address = ${supplier})`

/** All but division and buyer, whose choices are counted under each other (facets.ts). */
function chosen(reach: Reach, today: Day, asked: Narrowed) {
  const { words, supplier, state, agreement, quarter } = asked
  const days = quarter === undefined ? undefined : daysOfQuarter(quarter)
  const all = [
    sql<boolean>`f.reach = ${reach}`,
    matching(reach, words),
    ...(supplier === undefined ? [] : [heldBy(reach, supplier)]),
    ...(state === undefined ? [] : [STATE[state](today)]),
    ...(agreement === undefined ? [] : [sql<boolean>`f.agreement = ${agreement}`]),
    ...(days ? [sql<boolean>`${actBy(today)} between ${days.first}::date and ${days.last}::date`] : []),
  ]
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

/** How many contracts there are of each buyer in each division, in no order; the division is two digits or null. */
export async function contractPairs(db: Database, reach: Reach, today: Day, asked: Narrowed): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select g.division, b.organisation_number as buyer, b.name as "buyerName", g.count
    from (select left(f.category, 2) as division, h.buyer, count(*) as count from ${contractsIn(reach)}
      where ${chosen(reach, today, asked)} group by 1, 2) g
    join purchasing.buyer b on b.id = g.buyer`.execute(db)
  return rows
}

export interface ContractListed {
  readonly id: number
  readonly address: string
  readonly number: string
  readonly title: string
  readonly category: string | null
  readonly agreement: 'framework' | 'contract' | null
  readonly buyerNumber: string
  readonly buyerName: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly extensionMonths: string | null
  readonly noticeMonths: number | null
  readonly ceiling: number | null
  readonly isWithdrawn: boolean
  /** Null where not all that was bought may be seen. */
  readonly bought: Bought | null
  /** The next day to act, as of the day asked about. */
  readonly actBy: Day | null
}
export type ContractRow<Row extends ContractListed = ContractListed> = Omit<Row, 'bought'> & {
  readonly spent: number | null
  readonly boughtFrom: Day | null
  readonly boughtTo: Day | null
}

export const listed =
  <Row extends ContractListed>(reach: Reach) =>
  ({ spent, boughtFrom: from, boughtTo: to, ...row }: ContractRow<Row>) =>
    ({ ...row, bought: reach === 'internal' ? { spent: spent ?? 0, from, to } : null }) as unknown as Row

export const LISTED = sql`h.id, h.address, h.number, f.title, f.category, f.agreement,
  b.organisation_number as "buyerNumber", b.name as "buyerName", f.starts_on as "startsOn", f.ends_on as "endsOn",
  f.extension_months as "extensionMonths", f.notice_months as "noticeMonths", f.ceiling,
  f.withdrawn_by is not null as "isWithdrawn", w.spent, w.first as "boughtFrom", w.last as "boughtTo"`

const ORDERED: Record<Order, ReturnType<typeof sql>> = {
  act: sql`"actBy" nulls last, f.withdrawn_by is not null, f.ends_on desc nulls last`,
  end: sql`f.ends_on nulls last`,
  ceiling: sql`f.ceiling desc nulls last`,
  title: sql`lower(f.title)`,
}

/** One page of what is asked for, in the order asked for and then by title. */
export async function contractsFound(
  db: Database,
  reach: Reach,
  today: Day,
  asked: Narrowed & { readonly order: Order },
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<ContractListed[]> {
  const { division, buyer } = asked
  const { rows } = await sql<ContractRow>`
    select ${LISTED}, ${actBy(today)} as "actBy" from ${contractsIn(reach)} join purchasing.buyer b on b.id = h.buyer
    where ${chosen(reach, today, asked)}
      and ${division === undefined ? sql`true` : sql`f.category like ${`${division}%`}`}
      and ${buyer === undefined ? sql`true` : sql`b.organisation_number = ${buyer}`}
    order by ${ORDERED[asked.order]}, f.title, h.id limit ${most} offset ${skip}`.execute(db)
  return rows.map(listed(reach))
}

export interface Holds {
  readonly contract: number
  /** Both null together, where the name is withheld. */
  readonly name: string | null
  readonly address: string | null
  readonly withheld: 'source' | 'ours' | null
  /** What the register tells on this supplier's own row. */
  readonly ceiling: number | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly import: string
  readonly file: string
  readonly line: number
}

/** The suppliers of these contracts, as the tellings that are shown have them, each once, by name, the withheld last. */
export async function partiesOf(db: Database, reach: Reach, contracts: readonly number[]): Promise<Holds[]> {
  if (contracts.length === 0) return []
  const these = sql<boolean>`t.contract = any(${`{${contracts.join()}}`}::bigint[])`
  return (await partiesWhere(reach, these).execute(db)).rows
}

/** Likewise, of the contracts whose tellings `t` are these. */
export const partiesWhere = (reach: Reach, these: ReturnType<typeof sql<boolean>>) => sql<Holds>`
    select * from (
      select distinct on (t.contract, coalesce(t.supplier, -t.line)) t.contract, n.name,
        case when n.name is not null then k.address end as address,
        case when t.supplier is null then 'source' when n.name is null then 'ours' end as withheld,
        t.ceiling, t.starts_on as "startsOn", t.ends_on as "endsOn", t.import, i.file, t.line
      from purchasing.contract_told t join purchasing.import i on i.id = t.import
      left join purchasing.supplier k on k.id = t.supplier
      left join purchasing.supplier_shown n on n.supplier = t.supplier and n.reach = ${reach}
      where ${these} and t.reach = ${reach} and (t.left_out_by is null) = t.stands
      order by t.contract, coalesce(t.supplier, -t.line), t.rank
    ) held order by contract, name nulls last, line`

/** How many contracts within reach a buyer has, or a supplier holds. */
export async function countContracts(
  db: Database,
  reach: Reach,
  of: { readonly buyer: number } | { readonly supplier: string },
): Promise<number> {
  const whose = 'buyer' in of ? sql<boolean>`h.buyer = ${of.buyer}` : heldBy(reach, of.supplier)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from purchasing.contract_shown f join purchasing.contract h on h.id = f.contract
    where f.reach = ${reach} and ${whose}`.execute(db)
  return rows[0]!.count
}

/** The suppliers who hold most contracts within reach, at most `most`. */
export async function largestHolders(
  db: Database,
  reach: Reach,
  most: number,
): Promise<{ readonly address: string; readonly name: string; readonly contracts: number }[]> {
  const { rows } = await sql<{ address: string; name: string; contracts: number }>`
    select k.address, n.name, g.contracts
    from (select supplier, count(*) as contracts from (
      select distinct s.supplier, s.contract from purchasing.contract_source s
      join purchasing.import i on i.id = s.import where ${importSeen(reach)}) held group by 1) g
    join purchasing.supplier k on k.id = g.supplier
    join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    order by g.contracts desc, n.name limit ${most}`.execute(db)
  return rows
}
