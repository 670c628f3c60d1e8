/** SQL of sums: what a buyer bought, what was bought of a supplier, and the files each sum rests on. Each in one currency. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import { FEWEST } from '../few.js'
import { accountsSeen, BOUGHT, inYear, open, stands, LEAST_SURE } from './reach.js'

/** What is summed: currencies never together, and one year or all of them. */
export interface Span {
  readonly currency: Currency
  readonly year?: number | undefined
}
const within = ({ currency, year }: Span) => sql<boolean>`s.currency = ${currency} and ${inYear(year)}`

export interface CurrencySum {
  readonly currency: Currency
  readonly lines: number
  readonly amount: number
}

/** What a buyer bought in each currency, the one that most lines are in first. */
export async function boughtByCurrency(
  db: Database,
  reach: Reach,
  buyer: number,
  year: number | undefined,
): Promise<CurrencySum[]> {
  const { rows } = await sql<CurrencySum>`
    select s.currency, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    where s.buyer = ${buyer} and ${BOUGHT} and ${inYear(year)} and ${accountsSeen(reach)}
    group by 1 order by lines desc, 1`.execute(db)
  return rows
}

export interface FileBehind {
  readonly import: string
  readonly file: string
  readonly vat: 'excluded' | 'included' | 'unknown'
  readonly currency: Currency
  readonly lines: number
  readonly amount: number
  /** The first day of the first and of the last month. */
  readonly from: Day
  readonly to: Day
}

const BEHIND = sql`i.id as import, i.file, i.vat, s.currency, sum(s.lines)::bigint as lines,
  sum(s.amount)::bigint as amount, min(s.month) as "from", max(s.month) as "to"`

/** The files behind what a buyer bought, in the order they were read; none where nothing was bought. */
export async function filesOfBuyer(db: Database, reach: Reach, buyer: number, span: Span): Promise<FileBehind[]> {
  const { rows } = await sql<FileBehind>`
    select ${BEHIND} from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    join purchasing.import i on i.id = s.import
    where s.buyer = ${buyer} and ${BOUGHT} and ${within(span)} and ${accountsSeen(reach)}
    group by i.id, s.currency order by i.started_at, i.id`.execute(db)
  return rows
}

/** The files behind what was bought of a supplier, likewise, a row for each currency. */
export async function filesOfSupplier(db: Database, reach: Reach, supplier: number): Promise<FileBehind[]> {
  const { rows } = await sql<FileBehind>`
    select ${BEHIND} from purchasing.spend s join purchasing.account a on a.id = s.account
    join purchasing.import i on i.id = s.import
    where s.supplier = ${supplier} and ${BOUGHT} and ${stands(reach)} and ${open(reach)}
    group by i.id, s.currency order by i.started_at, i.id, s.currency`.execute(db)
  return rows
}

export interface AccountSum {
  readonly account: string
  readonly category: string | null
  readonly confidence: 'strong' | 'likely' | 'possible' | 'unknown'
  readonly lines: number
  readonly amount: number
}

/** What a buyer bought by account and category, the largest first; as sure as the least sure of it. */
export async function boughtByAccount(db: Database, reach: Reach, buyer: number, span: Span): Promise<AccountSum[]> {
  const { rows } = await sql<AccountSum>`
    select a.code || ' ' || a.text as account, s.category,
      ${LEAST_SURE} as confidence,
      sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from (select s.account, s.category, s.confidence, sum(s.lines) as lines, sum(s.amount) as amount
      from purchasing.spend_by_following s where s.buyer = ${buyer} and s.reach = ${reach} and ${within(span)}
      group by 1, 2, 3) s
    join purchasing.account a on a.id = s.account and ${BOUGHT}
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
export async function boughtByUnit(db: Database, reach: Reach, buyer: number, span: Span): Promise<UnitSum[]> {
  const { rows } = await sql<UnitSum>`
    select u.name as unit, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    left join purchasing.unit u on u.id = s.unit
    where s.buyer = ${buyer} and ${BOUGHT} and ${within(span)} and ${accountsSeen(reach)}
    group by u.id order by amount desc, unit`.execute(db)
  return rows
}

/** What its units are called, whatever is known of them. */
export async function unitNames(db: Database, buyer: number): Promise<string[]> {
  const rows = await db.selectFrom('purchasing.unit').select('name').where('buyer', '=', buyer).execute()
  return rows.map(({ name }) => name)
}

export interface SupplierSum {
  /** Null together with the name: those that may not be named within this reach, as one row. */
  readonly address: string | null
  readonly name: string | null
  readonly lines: number
  readonly amount: number
  /** Of all of them, also those left out. */
  readonly whole: number
}

/**
 * Whom a buyer bought most of, the largest first, at most `most`. For outsiders the lines of published files that stay
 * internal are one row without a name, wherever it would stand, so that the whole is not made to look smaller than it is;
 * but where fewer than `FEWEST` suppliers are behind them (`few.ts`), they are left out of both.
 */
export async function boughtBySupplier(
  db: Database,
  reach: Reach,
  buyer: number,
  span: Span,
  most: number,
): Promise<SupplierSum[]> {
  const { rows } = await sql<SupplierSum & { suppliers: number }>`
    select k.address, n.name, count(distinct coalesce(s.supplier, 0)) as suppliers, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount,
      (sum(sum(s.amount)) over ())::bigint as whole
    from (select s.supplier, s.open, sum(s.lines) as lines, sum(s.amount) as amount
      from purchasing.spend_by_supplier s where s.buyer = ${buyer} and s.reach = ${reach} and s.currency = ${span.currency}
        and ${span.year === undefined ? sql`true` : sql`s.year = ${span.year}`}
      group by 1, 2 having sum(s.lines) <> 0) s
    left join purchasing.supplier_shown n
      on n.supplier = s.supplier and n.reach = ${reach} and ${reach === 'internal' ? sql`true` : sql`s.open`}
    left join purchasing.supplier k on k.id = n.supplier
    group by k.id, n.name order by (k.id is null) desc, amount desc, n.name limit ${most + 1}`.execute(db)
  const few = rows.filter(({ name, suppliers }) => reach === 'published' && name === null && suppliers < FEWEST)
  const left = rows.filter((row) => !few.includes(row))
  const listed = [
    ...left.filter(({ name }) => name !== null).slice(0, most),
    ...left.filter(({ name }) => name === null),
  ]
  const leftOut = few.reduce((sum, { amount }) => sum + amount, 0)
  return listed.map(({ suppliers: _, ...row }) => ({ ...row, whole: row.whole - leftOut }))
}

export interface Sold {
  readonly buyerNumber: string
  readonly buyerName: string
  readonly year: number
  readonly currency: Currency
  readonly account: string
  readonly lines: number
  readonly amount: number
  readonly from: Day
  readonly to: Day
}

/** What was bought of a supplier, by buyer, year, currency and account; by name, latest year and largest sum first. */
export async function soldBy(db: Database, reach: Reach, supplier: number): Promise<Sold[]> {
  const { rows } = await sql<Sold>`
    select b.organisation_number as "buyerNumber", b.name as "buyerName", extract(year from s.month)::int as year,
      s.currency, a.code || ' ' || a.text as account, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount,
      min(s.month) as "from", max(s.month) as "to"
    from purchasing.spend s join purchasing.account a on a.id = s.account join purchasing.buyer b on b.id = s.buyer
    where s.supplier = ${supplier} and ${BOUGHT} and ${stands(reach)} and ${open(reach)}
    group by b.id, 3, s.currency, a.id order by b.name, b.id, year desc, s.currency, amount desc, account`.execute(db)
  return rows
}
