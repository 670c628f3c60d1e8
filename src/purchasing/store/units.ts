/**
 * SQL of units and what they bought, always within a reach, a sum for each currency. Two ways to know a unit: lines that
 * stand, which add up to what its buyer bought; and lines of invoices that name where goods were delivered, whose
 * purchases a ledger already counts.
 */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { type Currency } from '../../kit/money.js'
import { NONE } from '../selection.js'
import { unitAddress } from '../units/address.js'
import { accountsSeen, BOUGHT, importSeen, inYear, open, stands } from './reach.js'

export const WAYS = ['booked', 'delivered'] as const
export type Way = (typeof WAYS)[number]
type Condition = ReturnType<typeof sql<boolean>>

/** Rows `s` by month that an invoice within reach tells, that no other replaces, and whose month another file stands for. */
const itemised = (reach: Reach, month = sql`s.month`): Condition => sql`(
  s.import in (select i.id from purchasing.import i where i.format = 'peppol-invoice' and ${importSeen(reach)})
  and not ${stands(reach, month)}
  and not exists (select from purchasing.replacement n
    join purchasing.import i on i.id = n.import and ${importSeen(reach)}
    where n.replaced = s.import and n.buyer = s.buyer and n.month = ${month}))`

const known = (reach: Reach, way: Way): Condition => (way === 'booked' ? stands(reach) : itemised(reach))

/** A unit called `u` is seen where a line of it is. Asked of each unit by itself ('offset 0'), never of all lines at once. */
export const unitSeen = (reach: Reach): Condition => sql`exists (
  select from purchasing.spend s join purchasing.account a on a.id = s.account
  where s.unit = u.id and ${BOUGHT} and ${open(reach)} and (${stands(reach)} or ${itemised(reach)}) offset 0)`

export interface UnitRow {
  readonly id: number
  readonly name: string
}

/** Undefined when no unit of that address is within reach. */
export async function unitAt(db: Database, reach: Reach, buyer: number, address: string): Promise<UnitRow | undefined> {
  const { rows } = await sql<UnitRow>`select id, name from purchasing.unit where buyer = ${buyer} order by id`.execute(
    db,
  )
  const unit = rows.find(({ name }) => unitAddress(name) === address)
  if (!unit) return undefined
  const seen = await sql`select from purchasing.unit u where id = ${unit.id} and ${unitSeen(reach)}`.execute(db)
  return seen.rows.length ? unit : undefined
}

export interface UnitBought {
  /** Null where the file names no unit. */
  readonly unit: string | null
  readonly currency: Currency
  readonly lines: number
  /** In hundredths. */
  readonly amount: number
}

/** What a buyer's units bought, the largest first. */
export async function unitsBought(
  db: Database,
  reach: Reach,
  buyer: number,
  way: Way,
  year?: number,
): Promise<UnitBought[]> {
  const from =
    way === 'booked'
      ? sql`purchasing.spend_by_account s join purchasing.account a on a.id = s.account where ${accountsSeen(reach)}`
      : // File by file ('offset 0'), never among all sums: most of them are a ledger's.
        sql`(select id from purchasing.import where format = 'peppol-invoice' offset 0) f
          cross join lateral (select * from purchasing.spend s where s.import = f.id offset 0) s
          join purchasing.account a on a.id = s.account
          where s.unit is not null and s.unit in (select id from purchasing.unit where buyer = ${buyer})
          and ${open(reach)} and ${itemised(reach)}`
  const { rows } = await sql<UnitBought>`
    select u.name as unit, g.currency, g.lines, g.amount from (
      select s.unit, s.currency, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
      from ${from} and s.buyer = ${buyer} and ${BOUGHT} and ${inYear(year)} group by 1, 2) g
    left join purchasing.unit u on u.id = g.unit order by g.amount desc, unit`.execute(db)
  return rows
}

/** The years in which anything of a buyer is known this way, the latest first. */
export async function unitYears(db: Database, reach: Reach, buyer: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from c.month)::int as year from purchasing.coverage c
    join purchasing.import i on i.id = c.import where c.buyer = ${buyer} and ${importSeen(reach)} order by year desc`.execute(
    db,
  )
  return rows.map(({ year }) => year)
}

export interface PartBought {
  /** An account as the ledger writes it, a supplier's name, or a year; null where it may not be named. */
  readonly name: string | null
  /** A supplier's. */
  readonly address: string | null
  readonly currency: Currency
  readonly lines: number
  readonly amount: number
}

const PARTS = {
  year: { name: sql`extract(year from s.month)::int::text`, address: sql`null::text` },
  account: { name: sql`a.code || ' ' || a.text`, address: sql`null::text` },
  supplier: { name: sql`n.name`, address: sql`case when n.name is not null then k.address end` },
}

/** What a unit bought, by year (the latest first), by account or by supplier (the largest first). */
export async function boughtByPart(
  db: Database,
  reach: Reach,
  unit: number,
  { way, year, by }: { readonly way: Way; readonly year: number | undefined; readonly by: keyof typeof PARTS },
): Promise<PartBought[]> {
  const { name, address } = PARTS[by]
  const { rows } = await sql<PartBought>`
    select ${name} as name, ${address} as address, s.currency, sum(s.lines)::bigint as lines,
      sum(s.amount)::bigint as amount
    from purchasing.spend s join purchasing.account a on a.id = s.account
    left join purchasing.supplier k on k.id = s.supplier
    left join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    where s.unit = ${unit} and ${BOUGHT} and ${open(reach)} and ${known(reach, way)} and ${inYear(year)}
    group by 1, 2, 3 order by ${by === 'year' ? sql`1 desc` : sql`amount desc, 1`}`.execute(db)
  return rows
}

/** Which of the lines delivered to a unit are meant; a part that is absent may be anything. */
export interface UnitSelection {
  readonly year: number | undefined
  readonly account: string | undefined
  /** By address; `NONE` is those that may not be named. */
  readonly supplier: string | undefined
  readonly currency: Currency
}
export interface UnitLine {
  readonly bookedOn: Day
  readonly supplier: string | null
  readonly address: string | null
  readonly account: string
  /** What the invoice calls it; null where that is not shown within reach. */
  readonly article: string | null
  readonly amount: number
  readonly import: string
  readonly file: string
  readonly line: number
}

const BOOKED_IN = sql`date_trunc('month', s.booked_on)::date`

function meant(reach: Reach, unit: number, { year, account, supplier, currency }: UnitSelection): Condition {
  const on =
    year === undefined ? sql`true` : sql`s.booked_on >= ${`${year}-01-01`} and s.booked_on < ${`${year + 1}-01-01`}`
  const of =
    supplier === undefined
      ? sql`true`
      : supplier === NONE
        ? sql`n.name is null`
        : sql`k.address = ${supplier} and n.name is not null`
  return sql`s.import in (select import from purchasing.spend where unit = ${unit})
    and s.unit = ${unit} and s.currency = ${currency} and ${BOUGHT} and ${open(reach)}
    and ${itemised(reach, BOOKED_IN)} and ${on} and ${of}
    and ${account === undefined ? sql`true` : sql`a.code || ' ' || a.text = ${account}`}`
}

/** Of a line `l` of an invoice: the buyer's own see it, everyone once an act has named it. */
const articleSeen = (reach: Reach): Condition =>
  reach === 'internal'
    ? sql`true`
    : sql`exists (select from purchasing.article_shown x where x.import = l.import and x.ordinal = l.ordinal)`

const LINES = (reach: Reach) => sql`purchasing.purchase s join purchasing.account a on a.id = s.account
  join purchasing.import f on f.id = s.import
  left join purchasing.supplier k on k.id = s.supplier
  left join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}`

/** How many of a unit’s lines are meant, and their sum in hundredths. */
export async function sumOfUnit(db: Database, reach: Reach, unit: number, of: UnitSelection) {
  const { rows } = await sql<{ lines: number; amount: number }>`
    select count(*)::bigint as lines, coalesce(sum(s.amount), 0)::bigint as amount
    from ${LINES(reach)} where ${meant(reach, unit, of)}`.execute(db)
  return rows[0]!
}

/** The lines themselves, newest first. */
export async function linesOfUnit(
  db: Database,
  reach: Reach,
  unit: number,
  of: UnitSelection,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<UnitLine[]> {
  const { rows } = await sql<UnitLine>`
    select s.booked_on as "bookedOn", n.name as supplier, case when n.name is not null then k.address end as address,
      a.code || ' ' || a.text as account, s.amount, s.import, f.file, s.line,
      (select l.article from purchasing.invoice_line l where l.import = s.import and l.ordinal = s.ordinal
        and ${articleSeen(reach)}) as article
    from ${LINES(reach)} where ${meant(reach, unit, of)}
    order by s.booked_on desc, s.import desc, s.ordinal desc limit ${most} offset ${skip}`.execute(db)
  return rows
}
