/** SQL of how purchases follow contracts: sums by what was judged, always within a reach and in one currency. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import type { Following } from '../attribution.js'
import type { Span } from './overview.js'
import { BOUGHT, inYear } from './reach.js'

export interface FollowingSum {
  readonly by: 'division' | 'unit'
  readonly following: Following
  /** Two digits, or a unit's name; null where it is not known. */
  readonly of: string | null
  readonly lines: number
  readonly amount: number
}

const judgedOf = (reach: Reach, buyer: number, { currency, year }: Span) => sql`
  s.buyer = ${buyer} and s.reach = ${reach} and s.currency = ${currency} and ${BOUGHT} and ${inYear(year)}`

/** All that a buyer bought, once by division and once by unit, in no order. */
export async function followingOf(db: Database, reach: Reach, buyer: number, span: Span): Promise<FollowingSum[]> {
  const { rows } = await sql<FollowingSum>`
    select case g.unasked when 0 then 'division' else 'unit' end as by, g.following,
      coalesce(g.division, u.name) as of, g.lines, g.amount
    from (select s.following, left(s.category, 2) as division, s.unit, grouping(left(s.category, 2)) as unasked,
        sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
      from purchasing.spend_by_following s join purchasing.account a on a.id = s.account
      where ${judgedOf(reach, buyer, span)}
      group by grouping sets ((s.following, left(s.category, 2)), (s.following, s.unit))
      having sum(s.lines) <> 0) g
    left join purchasing.unit u on u.id = g.unit`.execute(db)
  return rows
}

export interface Beside {
  /** Both null where the file names nobody. */
  readonly supplier: string | null
  readonly supplierName: string | null
  /** Two digits. */
  readonly division: string
  readonly lines: number
  readonly amount: number
  /** The ids of contracts that could have been used, parted by blanks. */
  readonly contracts: string
  /** How many suppliers and divisions there are in all. */
  readonly found: number
}

/** Whom a buyer bought of beside a contract, by supplier and division, the largest first, at most `most`. */
export async function boughtBeside(
  db: Database,
  reach: Reach,
  buyer: number,
  span: Span,
  most: number,
): Promise<Beside[]> {
  const [first, last] =
    span.year === undefined ? ['0001-01-01', '9999-12-31'] : [`${span.year}-01-01`, `${span.year}-12-31`]
  const { rows } = await sql<Beside>`
    select k.address as supplier, n.name as "supplierName", g.division, g.lines, g.amount, g.found,
      coalesce((select string_agg(distinct j.beside::text, ' ') from purchasing.judgement j
        where j.buyer = ${buyer} and j.reach = ${reach} and j.following = 'beside'
          and j.supplier is not distinct from g.supplier and left(j.category, 2) = g.division
          and j.first_month <= ${last}::date and j.last_month >= ${first}::date), '') as contracts
    from (select s.supplier, left(s.category, 2) as division, sum(s.lines)::bigint as lines,
        sum(s.amount)::bigint as amount, count(*) over () as found
      from purchasing.spend_by_category s join purchasing.account a on a.id = s.account
      where ${judgedOf(reach, buyer, span)} and s.following = 'beside'
      group by 1, 2 having sum(s.lines) <> 0 order by amount desc, 1, 2 limit ${most}) g
    left join purchasing.supplier k on k.id = g.supplier
    left join purchasing.supplier_shown n on n.supplier = g.supplier and n.reach = ${reach}
    order by g.amount desc, g.supplier, g.division`.execute(db)
  return rows
}

/** Whether any contract is known that the buyer may call off from. */
export async function mayCallOff(db: Database, reach: Reach, buyer: number): Promise<boolean> {
  const { rows } = await sql`
    select from purchasing.contract h join purchasing.contract_shown f on f.contract = h.id and f.reach = ${reach}
    where h.buyer = ${buyer} or (select name from purchasing.buyer where id = ${buyer}) = any(string_to_array(f.callers, '; '))
    limit 1`.execute(db)
  return rows.length > 0
}

export interface ContractNamed {
  readonly id: number
  readonly address: string
  readonly number: string
  readonly title: string
}

/** In the order of their numbers; those that may be seen within reach. */
export async function contractsNamed(db: Database, reach: Reach, ids: readonly number[]): Promise<ContractNamed[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ContractNamed>`
    select h.id, h.address, h.number, f.title from purchasing.contract h
    join purchasing.contract_shown f on f.contract = h.id and f.reach = ${reach}
    where h.id in (${sql.join([...ids])}) order by h.number, h.id`.execute(db)
  return rows
}

export interface BoughtUnder {
  readonly buyerNumber: string
  readonly buyerName: string
  readonly currency: Currency
  /** Null where the file names none. */
  readonly unit: string | null
  readonly lines: number
  readonly amount: number
  /** First days of the first and the last month. */
  readonly from: Day
  readonly to: Day
}

/** What was bought under a contract, by buyer, currency and unit, the largest first. */
export const boughtUnderContract = (reach: Reach, contract: ReturnType<typeof sql<number>>) => sql<BoughtUnder>`
    select b.organisation_number as "buyerNumber", b.name as "buyerName", s.currency, u.name as unit,
      sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount, min(s.month) as "from", max(s.month) as "to"
    from purchasing.spend_by_category s join purchasing.account a on a.id = s.account
    join purchasing.buyer b on b.id = s.buyer left join purchasing.unit u on u.id = s.unit
    where s.contract = ${contract} and s.reach = ${reach} and ${BOUGHT}
    group by b.id, s.currency, u.id having sum(s.lines) <> 0 order by amount desc, b.name, unit`
