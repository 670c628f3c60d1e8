/** SQL of the lines behind a sum, and of the sum of any selection of them. Always within a reach; only what was bought. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import { isJudged, NONE, type Selected } from '../selection.js'
import { windowOf, type MonthOfLines, type Window } from '../line-window.js'
import { accountsSeen, BOUGHT, inYear, open, stands } from './reach.js'

export interface PurchaseLine {
  /** Its place among its import's lines: with the import it says which line it is. */
  readonly ordinal: number
  readonly bookedOn: Day
  /** Both null where the file names nobody, or where the name may not be shown within this reach. */
  readonly supplier: string | null
  readonly address: string | null
  readonly account: string
  /** Null where the file names no unit. */
  readonly unit: string | null
  /** In hundredths. */
  readonly amount: number
  readonly currency: Currency
  readonly voucher: string
  readonly import: string
  readonly file: string
  readonly line: number
}

type Condition = ReturnType<typeof sql<boolean>>
type Query = ReturnType<typeof sql>

/** What rows are summed or listed: whose may be seen there, and what a year is there. */
interface From {
  readonly seen: (reach: Reach) => Condition
  readonly years: (year: number) => Condition
  /** What was judged; `is` says it of the rows that know it. Nothing may be asked of rows that do not. */
  readonly judged?: (reach: Reach, is: (row: string) => Condition) => Condition
}
const bookedIn = (year: number): Condition =>
  sql`s.booked_on >= ${`${year}-01-01`} and s.booked_on < ${`${year + 1}-01-01`}`
const BY_ACCOUNT: From = { seen: accountsSeen, years: inYear }
const SPEND: From = { seen: (reach) => sql`${stands(reach)} and ${open(reach)}`, years: inYear }
const LINES: From = {
  seen: (reach) => sql`${stands(reach, sql`date_trunc('month', s.booked_on)::date`)} and ${open(reach)}`,
  years: bookedIn,
  // Compared as values that are never null: only so can the database look them up instead of trying each.
  judged: (reach, is) => sql`exists (select from purchasing.judgement j where j.buyer = s.buyer and j.reach = ${reach}
    and j.account = s.account and coalesce(j.supplier, 0) = coalesce(s.supplier, 0)
    and coalesce(j.contract_stated, '') = coalesce(s.contract_stated, '')
    and coalesce(j.corrected, '') = coalesce(c.category, '')
    and date_trunc('month', s.booked_on)::date between j.first_month and j.last_month and ${is('j')})`,
}
/** By what was judged: the rows know it themselves. */
const JUDGED: From = { seen: (reach) => sql`s.reach = ${reach}`, years: inYear, judged: (_, is) => is('s') }
/** The shorter sums know neither supplier nor contract. */
const judgedSums = ({ supplier, contract }: Selected) =>
  supplier === undefined && contract === undefined
    ? sql`purchasing.spend_by_following`
    : sql`purchasing.spend_by_category`
/** Lines `s` with what a person has said of them, `c`. */
const CORRECTED = sql`left join purchasing.correction c on c.buyer = s.buyer and c.voucher = s.voucher
  and c.identity = s.identity and c.withdrawn_at is null`

/** Rows `s` of a buyer's purchases, or of a roll-up of them, with their account `a`. */
function selected(reach: Reach, buyer: number, of: Selected, { seen, years, judged }: From): Condition {
  const { account, unit, units, supplier, year, currency } = of
  const conditions: (Condition | undefined)[] = [
    sql<boolean>`s.buyer = ${buyer} and s.currency = ${currency} and ${BOUGHT} and ${seen(reach)}`,
    account === undefined ? undefined : sql`a.code || ' ' || a.text = ${account}`,
    judged && isJudged(of) ? judged(reach, (row) => judgedAs(of, row)) : undefined,
    unit === undefined ? undefined : inUnit(buyer, unit),
    units === undefined ? undefined : inUnits(buyer, units),
    supplier === undefined ? undefined : soldBy(reach, supplier),
    year === undefined ? undefined : years(Number(year)),
  ]
  return sql.join(
    conditions.filter((one) => one !== undefined),
    sql` and `,
  )
}

/** Said of rows of this name. */
function judgedAs({ division, contract, following }: Selected, row: string): Condition {
  const its = (column: string) => sql.ref(`${row}.${column}`)
  const conditions: (Condition | undefined)[] = [
    division === undefined ? undefined : divided(its('category'), division),
    contract === undefined ? undefined : underContract(its('contract'), contract),
    following === undefined ? undefined : sql`${its('following')} = ${following}`,
  ]
  return sql.join(
    conditions.filter((one) => one !== undefined),
    sql` and `,
  )
}

const divided = (category: Query, division: string): Condition =>
  division === NONE ? sql`${category} is null` : sql`${category} like ${`${division}%`}`

const underContract = (contract: Query, address: string): Condition =>
  address === NONE
    ? sql`${contract} is null`
    : sql`${contract} = (select id from purchasing.contract where address = ${address})`

const inUnit = (buyer: number, unit: string): Condition =>
  unit === NONE
    ? sql`s.unit is null`
    : sql`s.unit = (select id from purchasing.unit where buyer = ${buyer} and name = ${unit})`

const inUnits = (buyer: number, units: readonly (string | null)[]): Condition => sql`(
  s.unit in (select id from purchasing.unit where buyer = ${buyer}
    and name in (select jsonb_array_elements_text(${JSON.stringify(units.filter((one) => one !== null))}::jsonb)))
  ${units.includes(null) ? sql`or s.unit is null` : sql``})`

const soldBy = (reach: Reach, address: string): Condition =>
  address === NONE
    ? sql`s.supplier is null`
    : sql`s.supplier = (select k.id from purchasing.supplier k join purchasing.supplier_shown n
        on n.supplier = k.id and n.reach = ${reach} where k.address = ${address})`

/** How many lines there are in all, and their sum in hundredths: from the roll-ups that every page sums by. */
export async function sumOfLines(
  db: Database,
  reach: Reach,
  buyer: number,
  of: Selected,
): Promise<{ readonly lines: number; readonly amount: number }> {
  const from = isJudged(of)
    ? sql`${judgedSums(of)} s join purchasing.account a on a.id = s.account
          where ${selected(reach, buyer, of, JUDGED)}`
    : of.supplier === undefined
      ? sql`purchasing.spend_by_account s join purchasing.account a on a.id = s.account
          where ${selected(reach, buyer, of, BY_ACCOUNT)}`
      : sql`purchasing.spend s join purchasing.account a on a.id = s.account
          where ${selected(reach, buyer, of, SPEND)}`
  const { rows } = await sql<{ lines: number; amount: number }>`
    select coalesce(sum(s.lines), 0)::bigint as lines, coalesce(sum(s.amount), 0)::bigint as amount from ${from}`.execute(
    db,
  )
  return rows[0]!
}

/** The lines themselves, newest first, at most `most` after the first `skip`. */
export async function linesOf(
  db: Database,
  reach: Reach,
  buyer: number,
  of: Selected,
  { skip, most }: { skip: number; most: number },
): Promise<PurchaseLine[]> {
  const where = selected(reach, buyer, of, LINES)
  if (!isJudged(of)) return read(db, reach, where, sql`limit ${most} offset ${skip}`)
  const window = windowOf(await linesByMonth(db, reach, buyer, of), skip, most)
  return window ? read(db, reach, sql`${where} and ${within(window)}`, sql`limit ${most} offset ${window.skip}`) : []
}

type Place = Pick<PurchaseLine, 'bookedOn' | 'import' | 'ordinal'>

/** The lines that come after this one, or the first, likewise. */
export async function linesAfter(
  db: Database,
  reach: Reach,
  buyer: number,
  of: Selected,
  last: Place | undefined,
  most: number,
): Promise<PurchaseLine[]> {
  const after = last
    ? sql<boolean>`s.booked_on <= ${last.bookedOn} and (s.booked_on, s.import, s.ordinal)
        < (${last.bookedOn}, ${last.import}, ${last.ordinal})`
    : sql<boolean>`true`
  const where = sql<boolean>`${selected(reach, buyer, of, LINES)} and ${after}`
  if (!isJudged(of)) return read(db, reach, where, sql`limit ${most}`)
  const months = (await linesByMonth(db, reach, buyer, of)).filter(({ month }) => !last || month <= last.bookedOn)
  const begun = months.filter(({ month }) => last?.bookedOn.startsWith(month.slice(0, 7)))
  const window = windowOf(months, 0, most + begun.reduce((sum, { lines }) => sum + lines, 0))
  return window ? read(db, reach, sql`${where} and ${within(window)}`, sql`limit ${most}`) : []
}

/** What was judged of lines is dear to look up, and the roll-up knows in which months a page of them stands. */
async function linesByMonth(db: Database, reach: Reach, buyer: number, of: Selected): Promise<MonthOfLines[]> {
  const { rows } = await sql<MonthOfLines>`
    select s.month, sum(s.lines)::bigint as lines from ${judgedSums(of)} s
    join purchasing.account a on a.id = s.account where ${selected(reach, buyer, of, JUDGED)}
    group by 1 having sum(s.lines) <> 0 order by 1 desc`.execute(db)
  return rows
}

const within = ({ from, to }: Window): Condition =>
  sql`s.booked_on >= ${from}::date and s.booked_on < (${to}::date + interval '1 month')::date`

async function read(
  db: Database,
  reach: Reach,
  where: Condition,
  limit: ReturnType<typeof sql>,
): Promise<PurchaseLine[]> {
  // Only what is ordered by is sorted: a page far down a long ledger sorts all of it.
  const { rows } = await sql<PurchaseLine>`
    select s.ordinal, s.booked_on as "bookedOn", n.name as supplier, case when n.supplier is not null then k.address end as address,
      a.code || ' ' || a.text as account, u.name as unit, s.amount, s.currency, s.voucher, s.import, i.file, s.line
    from (select s.import, s.ordinal from purchasing.purchase s join purchasing.account a on a.id = s.account
      ${CORRECTED} where ${where} order by s.booked_on desc, s.import desc, s.ordinal desc ${limit}) chosen
    join purchasing.purchase s on s.import = chosen.import and s.ordinal = chosen.ordinal
    join purchasing.account a on a.id = s.account
    join purchasing.import i on i.id = s.import
    left join purchasing.unit u on u.id = s.unit
    left join purchasing.supplier k on k.id = s.supplier
    left join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    order by s.booked_on desc, s.import desc, s.ordinal desc`.execute(db)
  return rows
}
