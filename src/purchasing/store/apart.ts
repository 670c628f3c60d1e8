/**
 * SQL of lines that are set apart: they stand on a twin of their account, which is no purchase's. Moving a line moves its
 * part of the sums; whoever sums by account needs to know nothing of it.
 */
import type { Reach } from '../../kit/actor.js'
import { copyRows, sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import { NOT_A_PURCHASE } from '../own-rules.js'
import type { PurchaseLine } from './lines.js'
import { accountsSeen, open, stands } from './reach.js'

const MONTH = sql`date_trunc('month', s.booked_on)::date`

/** Whether anything of a buyer may have to be set apart or put back: most have nothing of the kind. */
export async function mayBeApart(db: Database, buyer: number): Promise<boolean> {
  const { rows } = await sql`
    select from (values (1)) one where
      exists (select from purchasing.category_rule where buyer = ${buyer} and category = ${NOT_A_PURCHASE})
      or exists (select from purchasing.correction where buyer = ${buyer} and category = ${NOT_A_PURCHASE})
      or exists (select from purchasing.account where buyer = ${buyer} and apart_of is not null)
      or exists (select from purchasing.standing t join purchasing.import i on i.id = t.import
        where t.buyer = ${buyer} and t.reach = 'internal' and i.format = 'peppol-invoice')`.execute(db)
  return rows.length > 0
}

export interface Sold {
  readonly supplier: number | null
  /** The account itself, wherever its lines stand. */
  readonly account: number
  readonly code: string
}

/** Of whom and on which accounts a buyer has bought anything. */
export async function soldOn(db: Database, buyer: number): Promise<Sold[]> {
  const { rows } = await sql<Sold>`
    select distinct s.supplier, coalesce(a.apart_of, a.id) as account, a.code
    from purchasing.spend s join purchasing.account a on a.id = s.account
    where s.buyer = ${buyer} and (a.kind in ('purchase', 'rent') or a.apart_of is not null)`.execute(db)
  return rows
}

/** Imports of invoices that stand for a month of the buyer's. */
export async function invoiceImports(db: Database, buyer: number): Promise<string[]> {
  const { rows } = await sql<{ import: string }>`
    select distinct t.import from purchasing.standing t join purchasing.import i on i.id = t.import
    where t.buyer = ${buyer} and t.reach = 'internal' and i.format = 'peppol-invoice'`.execute(db)
  return rows.map((row) => row.import)
}

export interface InvoiceApart {
  readonly import: string
  readonly number: string
  readonly supplier: number | null
  readonly currency: Currency
}
export interface SetApart {
  readonly sold: readonly Sold[]
  readonly invoices: readonly InvoiceApart[]
}

/**
 * Moves the lines that are to be set apart and are not, and those that are and are not to be. What a person says of the
 * very line goes before the rest. Answers the imports whose sums have changed.
 */
export async function moveApart(db: Database, buyer: number, apart: SetApart): Promise<string[]> {
  await sql`create temp table wanted (import uuid, ordinal int) on commit drop`.execute(db)
  await wantBySaying(db, buyer)
  await wantBySold(db, buyer, apart.sold)
  await wantByInvoice(db, buyer, apart.invoices)
  await insertTwins(db, buyer)
  await findMoves(db, buyer)
  await moveSums(db)
  const { rows } = await sql<{ import: string }>`select distinct import from moving`.execute(db)
  await sql`update purchasing.purchase p set account = m.after from moving m
    where p.import = m.import and p.ordinal = m.ordinal`.execute(db)
  for (const table of ['wanted', 'moving']) await sql`drop table ${sql.table(table)}`.execute(db)
  return rows.map((row) => row.import)
}

const LANDED = sql`join purchasing.import i on i.id = s.import and i.undone_at is null`
const CORRECTED = sql`purchasing.correction c where c.buyer = s.buyer and c.voucher = s.voucher
  and c.identity = s.identity and c.withdrawn_at is null`

const wantBySaying = (db: Database, buyer: number) =>
  sql`insert into wanted select s.import, s.ordinal from purchasing.purchase s
    join purchasing.correction c on c.buyer = s.buyer and c.voucher = s.voucher and c.identity = s.identity
      and c.withdrawn_at is null and c.category = ${NOT_A_PURCHASE}
    where s.buyer = ${buyer}`.execute(db)

async function wantBySold(db: Database, buyer: number, sold: readonly Sold[]): Promise<void> {
  if (sold.length === 0) return
  await sql`create temp table ruled_out (supplier bigint, account bigint) on commit drop`.execute(db)
  const rows = sold.map(({ supplier, account }) => [supplier, account])
  await copyRows(db, 'ruled_out', ['supplier', 'account'], rows)
  await sql`insert into wanted select s.import, s.ordinal from ruled_out x
    join purchasing.account a on a.id = x.account or a.apart_of = x.account
    join purchasing.purchase s on s.account = a.id and coalesce(s.supplier, 0) = coalesce(x.supplier, 0)
    where s.buyer = ${buyer} and not exists (select from ${CORRECTED})`.execute(db)
  await sql`drop table ruled_out`.execute(db)
}

async function wantByInvoice(db: Database, buyer: number, invoices: readonly InvoiceApart[]): Promise<void> {
  if (invoices.length === 0) return
  await sql`insert into wanted select s.import, s.ordinal
    from jsonb_to_recordset(${JSON.stringify(invoices)}::jsonb)
      as x (import uuid, number text, supplier bigint, currency text)
    join purchasing.purchase s on s.buyer = ${buyer} and s.import = x.import and s.invoice = x.number
      and s.currency = x.currency and coalesce(s.supplier, 0) = coalesce(x.supplier, 0)`.execute(db)
}

/** Of accounts that purchases are booked on; nothing else is counted anyway. */
const insertTwins = (db: Database, buyer: number) =>
  sql`insert into purchasing.account (buyer, code, text, kind, confidence, because, publishable, apart_of)
    select a.buyer, a.code, a.text, ${NOT_A_PURCHASE}, 'strong', a.because, a.publishable, a.id
    from purchasing.account a where a.buyer = ${buyer} and a.kind in ('purchase', 'rent')
      and a.id in (select s.account from wanted w join purchasing.purchase s using (import, ordinal))
      and not exists (select from purchasing.account o where o.apart_of = a.id)`.execute(db)

/** Of what has landed: what is still gathered is looked at when it lands. */
async function findMoves(db: Database, buyer: number): Promise<void> {
  await sql`create temp table moving on commit drop as
    select s.import, s.ordinal, s.account as before, o.id as after
    from (select distinct import, ordinal from wanted) w join purchasing.purchase s using (import, ordinal)
    join purchasing.account o on o.apart_of = s.account ${LANDED}
    union all
    select s.import, s.ordinal, a.id, a.apart_of from purchasing.account a join purchasing.purchase s on s.account = a.id
    ${LANDED} where a.buyer = ${buyer} and a.apart_of is not null and not exists (
      select from wanted w where w.import = s.import and w.ordinal = s.ordinal)`.execute(db)
  await sql`analyze moving`.execute(db)
}

/** A sum may stand in several parts, but one of which nothing is left is no sum. */
async function moveSums(db: Database): Promise<void> {
  await sql`
    insert into purchasing.spend (import, buyer, unit, supplier, account, month, currency, contract_stated, corrected,
      amount, lines)
    select s.import, s.buyer, s.unit, s.supplier, t.account, ${MONTH}, s.currency, s.contract_stated, c.category,
      (t.sign * sum(s.amount))::bigint, t.sign * count(*)
    from moving m join purchasing.purchase s using (import, ordinal)
    cross join lateral (values (m.before, -1), (m.after, 1)) t (account, sign)
    left join purchasing.correction c on c.buyer = s.buyer and c.voucher = s.voucher and c.identity = s.identity
      and c.withdrawn_at is null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, t.sign`.execute(db)
  await sql`
    delete from purchasing.spend s using (
      select import, buyer, unit, supplier, account, month, currency, contract_stated, corrected from purchasing.spend
      where import in (select import from moving) and account in (select before from moving union select after from moving)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(lines) = 0) z
    where s.import = z.import and s.buyer = z.buyer and s.unit is not distinct from z.unit
      and s.supplier is not distinct from z.supplier and s.account = z.account and s.month = z.month
      and s.currency = z.currency and s.contract_stated is not distinct from z.contract_stated
      and s.corrected is not distinct from z.corrected`.execute(db)
}

export interface ApartSum {
  readonly currency: Currency
  readonly lines: number
  readonly amount: number
}

/** What of a buyer's is set apart, in each currency. */
export async function apartSums(db: Database, reach: Reach, buyer: number): Promise<ApartSum[]> {
  const { rows } = await sql<ApartSum>`
    select s.currency, sum(s.lines)::bigint as lines, sum(s.amount)::bigint as amount
    from purchasing.spend_by_account s join purchasing.account a on a.id = s.account
    where s.buyer = ${buyer} and a.apart_of is not null and ${accountsSeen(reach)}
    group by 1 order by lines desc, 1`.execute(db)
  return rows
}

export interface ApartLine extends PurchaseLine {
  /** Said of this very line, counted as its posting in a ledger, or by a rule. */
  readonly by: 'line' | 'invoice' | 'rule'
}

/** The lines themselves, newest first. */
export async function apartLines(
  db: Database,
  reach: Reach,
  buyer: number,
  { skip, most }: { skip: number; most: number },
): Promise<ApartLine[]> {
  const { rows } = await sql<ApartLine>`
    select s.ordinal, s.booked_on as "bookedOn", n.name as supplier,
      case when n.supplier is not null then k.address end as address, a.code || ' ' || a.text as account,
      u.name as unit, s.amount, s.currency, s.voucher, s.import, i.file, s.line,
      case when exists (select from ${CORRECTED} and c.category = ${NOT_A_PURCHASE}) then 'line'
        when i.format = 'peppol-invoice' then 'invoice' else 'rule' end as by
    from purchasing.account a join purchasing.purchase s on s.account = a.id
    join purchasing.import i on i.id = s.import
    left join purchasing.unit u on u.id = s.unit
    left join purchasing.supplier k on k.id = s.supplier
    left join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    where a.buyer = ${buyer} and a.apart_of is not null and ${stands(reach, MONTH)} and ${open(reach)}
    order by s.booked_on desc, s.import desc, s.ordinal desc limit ${most} offset ${skip}`.execute(db)
  return rows
}
