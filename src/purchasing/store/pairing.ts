/**
 * SQL of which posting of a ledger each invoice is: by supplier and the invoice's number (which a ledger may have as its
 * voucher), else by supplier, amount and day where the ledger gives no number and exactly one fits, from either side.
 */
import { sql, type Database } from '../../kit/db/index.js'
import type { Day } from '../../kit/day.js'
import type { Currency } from '../../kit/money.js'

/** 'otherAmount': the number is the same and the amount is not. 'several': more than one fits. */
export type Pairing = 'number' | 'otherAmount' | 'amount' | 'several' | 'none'

/** An invoice may be booked this long after its day; a ledger that gives months dates them by their first. */
export const BOOKED_WITHIN_DAYS = 60

/** Postings of other files than invoices that stand, by voucher and invoice number, of the buyers and suppliers of `invoice`. */
export const VOUCHERS = sql`
  select s.buyer, s.supplier, s.currency, s.import, s.voucher, s.invoice as number, sum(s.amount)::bigint as amount,
    min(s.booked_on) as booked_on, bool_and(a.kept is null and e.import is not null) as open
  from purchasing.purchase s join purchasing.account a on a.id = s.account
  join purchasing.import i on i.id = s.import and i.format <> 'peppol-invoice'
  join purchasing.standing t on t.reach = 'internal' and t.import = s.import and t.buyer = s.buyer
    and t.month = date_trunc('month', s.booked_on)::date
  left join purchasing.standing e on e.reach = 'published' and e.import = s.import and e.buyer = s.buyer
    and e.month = t.month
  where s.supplier in (select supplier from invoice) and s.buyer in (select buyer from invoice)
  group by 1, 2, 3, 4, 5, 6`

/** Each invoice of the import as `paired`: with how it is paired, and whether all of its posting is everyone's. */
const pairedOf = (id: string) => sql`
  invoice as (
    select s.buyer, s.supplier, s.currency, s.invoice as number, sum(s.amount)::bigint as amount,
      min(s.booked_on) as issued_on, min(s.ordinal) as ordinal
    from purchasing.purchase s where s.import = ${id} group by 1, 2, 3, 4
  ), voucher as (${VOUCHERS}
  ), numbered as (
    select n.ordinal, sum(v.amount)::bigint as amount, bool_and(v.open) as open, min(v.booked_on) as booked_on
    from invoice n join voucher v using (buyer, supplier, currency)
    where coalesce(v.number, v.voucher) = n.number group by 1
  ), fitting as (
    select n.ordinal, v.open, v.booked_on, count(*) over (partition by n.ordinal) as vouchers,
      count(*) over (partition by v.buyer, v.import, v.voucher) as invoices
    from invoice n join voucher v using (buyer, supplier, currency, amount)
    where v.number is null and n.ordinal not in (select ordinal from numbered)
      and v.booked_on between date_trunc('month', n.issued_on)::date and n.issued_on + ${sql.lit(BOOKED_WITHIN_DAYS)}::int
  ), paired as (
    select n.*, case when m.amount = n.amount then 'number' when m.ordinal is not null then 'otherAmount'
        when f.ordinal is null then 'none' when f.vouchers = 1 and f.invoices = 1 then 'amount' else 'several' end as how,
      coalesce(m.open, f.vouchers = 1 and f.invoices = 1 and f.open, false) as open,
      coalesce(m.booked_on, case when f.vouchers = 1 and f.invoices = 1 then f.booked_on end) as booked_on
    from invoice n left join numbered m on m.ordinal = n.ordinal
    left join (select distinct on (ordinal) * from fitting order by ordinal, invoices desc) f on f.ordinal = n.ordinal
  )`

export interface PairedInvoice {
  readonly how: Pairing
  /** Everyone sees all of its posting. */
  readonly open: boolean
  /** Its own month has no ledger but that of its posting has: the posting is counted, and the invoice set apart. */
  readonly countedThere: boolean
  readonly number: string
  readonly supplier: number | null
  readonly supplierName: string | null
  readonly buyer: number
  readonly issuedOn: Day
  /** In hundredths, as the invoice states it. */
  readonly amount: number
  readonly currency: Currency
}

/** The invoices of an import, the largest first. */
export async function pairedInvoices(db: Database, id: string): Promise<PairedInvoice[]> {
  const { rows } = await sql<PairedInvoice>`
    with ${pairedOf(id)}
    select p.how, p.open, p.number, p.buyer, p.supplier, n.name as "supplierName", p.issued_on as "issuedOn", p.amount,
      p.currency, p.booked_on is not null and exists (select from purchasing.standing t where t.reach = 'internal'
        and t.import = ${id} and t.buyer = p.buyer and t.month = date_trunc('month', p.issued_on)::date) as "countedThere"
    from paired p left join purchasing.supplier_shown n on n.supplier = p.supplier and n.reach = 'internal'
    order by abs(p.amount) desc, p.ordinal`.execute(db)
  return rows
}
