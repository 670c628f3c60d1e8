/** SQL of sums: what a buyer bought, what was bought of a supplier, and the files each sum rests on. Only kronor. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { accountsSeen, BOUGHT, open, stands } from './reach.js'

export interface FileBehind {
  readonly import: string
  readonly file: string
  readonly lines: number
  readonly amount: number
  /** The first day of the first and of the last month. */
  readonly from: Day
  readonly to: Day
}

/** The files behind what a buyer bought, in the order they were read; none where nothing was bought. */
export async function filesOfBuyer(db: Database, reach: Reach, buyer: number): Promise<FileBehind[]> {
  const { rows } = await sql<FileBehind>`
    select i.id as import, i.file, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount,
      min(s.month) as "from", max(s.month) as "to"
    from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    join purchasing.import i on i.id = s.import
    where s.buyer = ${buyer} and ${BOUGHT} and ${accountsSeen(reach)}
    group by i.id order by i.started_at, i.id`.execute(db)
  return rows
}

/** The files behind what was bought of a supplier, likewise. */
export async function filesOfSupplier(db: Database, reach: Reach, supplier: number): Promise<FileBehind[]> {
  const { rows } = await sql<FileBehind>`
    select i.id as import, i.file, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount,
      min(s.month) as "from", max(s.month) as "to"
    from purchasing.spend s join purchasing.account a on a.id = s.account join purchasing.import i on i.id = s.import
    where s.supplier = ${supplier} and ${BOUGHT} and ${stands(reach)} and ${open(reach)}
    group by i.id order by i.started_at, i.id`.execute(db)
  return rows
}

export interface AccountSum {
  readonly account: string
  readonly category: string | null
  readonly confidence: 'strong' | 'likely' | 'possible' | 'unknown'
  readonly lines: number
  readonly amount: number
}

const SURENESS = sql`array['strong', 'likely', 'possible', 'unknown']`

/** What a buyer bought by account and category, the largest first; as sure as the least sure of it. */
export async function boughtByAccount(db: Database, reach: Reach, buyer: number): Promise<AccountSum[]> {
  const { rows } = await sql<AccountSum>`
    select a.code || ' ' || a.text as account, s.category,
      (${SURENESS})[max(array_position(${SURENESS}, s.confidence))] as confidence,
      sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from purchasing.spend_by_category s join purchasing.account a on a.id = s.account
    where s.buyer = ${buyer} and s.reach = ${reach} and ${BOUGHT}
    group by a.id, s.category having sum(s.lines) <> 0 order by amount desc, account, category`.execute(db)
  return rows
}

export interface UnitSum {
  /** Null where the file names no unit. */
  readonly unit: string | null
  readonly lines: number
  readonly amount: number
}

/** The years in which a buyer bought, the latest first. */
export async function yearsBought(db: Database, reach: Reach, buyer: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from s.month)::int as year from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    where s.buyer = ${buyer} and ${BOUGHT} and ${accountsSeen(reach)} order by year desc`.execute(db)
  return rows.map(({ year }) => year)
}

/** What a buyer's units bought, the largest first. */
export async function boughtByUnit(db: Database, reach: Reach, buyer: number): Promise<UnitSum[]> {
  const { rows } = await sql<UnitSum>`
    select u.name as unit, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    left join purchasing.unit u on u.id = s.unit
    where s.buyer = ${buyer} and ${BOUGHT} and ${accountsSeen(reach)}
    group by u.id order by amount desc, unit`.execute(db)
  return rows
}

export interface SupplierSum {
  /** Null together with the name: those that may not be named within this reach, as one row. */
  readonly address: string | null
  readonly name: string | null
  readonly lines: number
  readonly amount: number
}

/**
 * Whom a buyer bought most of, the largest first, at most `most`. For outsiders the lines of published files that stay
 * internal are one row without a name, wherever it would stand, so that the whole is not made to look smaller than it is.
 */
export async function boughtBySupplier(
  db: Database,
  reach: Reach,
  buyer: number,
  most: number,
): Promise<SupplierSum[]> {
  const { rows } = await sql<SupplierSum>`
    select k.address, n.name, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from purchasing.spend_by_supplier s
    left join purchasing.supplier_shown n
      on n.supplier = s.supplier and n.reach = ${reach} and ${reach === 'internal' ? sql`true` : sql`s.open`}
    left join purchasing.supplier k on k.id = n.supplier
    where s.buyer = ${buyer} and s.currency = 'SEK' and ${stands(reach)}
    group by k.id, n.name order by (k.id is null) desc, amount desc, n.name limit ${most + 1}`.execute(db)
  const unnamed = rows.filter((row) => row.name === null)
  return [...rows.filter((row) => row.name !== null).slice(0, most), ...unnamed]
}

export interface Sold {
  readonly buyerNumber: string
  readonly buyerName: string
  readonly year: number
  readonly account: string
  readonly lines: number
  readonly amount: number
  readonly from: Day
  readonly to: Day
}

/** What was bought of a supplier, by buyer, year and account; by buyer's name, latest year and largest sum first. */
export async function soldBy(db: Database, reach: Reach, supplier: number): Promise<Sold[]> {
  const { rows } = await sql<Sold>`
    select b.organisation_number as "buyerNumber", b.name as "buyerName", extract(year from s.month)::int as year,
      a.code || ' ' || a.text as account, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount,
      min(s.month) as "from", max(s.month) as "to"
    from purchasing.spend s join purchasing.account a on a.id = s.account join purchasing.buyer b on b.id = s.buyer
    where s.supplier = ${supplier} and ${BOUGHT} and ${stands(reach)} and ${open(reach)}
    group by b.id, 3, a.id order by b.name, b.id, year desc, amount desc, account`.execute(db)
  return rows
}
