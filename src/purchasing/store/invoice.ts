/** SQL of the invoice behind a line of a ledger, found as `pairing.ts` finds them, but from the line. Within a reach. */
import type { Reach } from '../../kit/actor.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import type { Shows } from '../articles.js'
import type { LineRow } from './line.js'
import { BOOKED_WITHIN_DAYS, VOUCHERS } from './pairing.js'

export interface InvoiceLine {
  readonly ordinal: number
  readonly article: string
  /** As written, exact. These three are null for outsiders where names alone are public. */
  readonly quantity: string | null
  readonly unitPrice: string | null
  readonly amount: number | null
  readonly unitCode: string | null
  readonly currency: Currency
}

export interface InvoiceBehind {
  readonly import: string
  /** By what it was found. */
  readonly how: 'number' | 'amount'
  /** Every line; or those that are public, by name alone or with prices. */
  readonly shows: 'all' | Shows
  readonly lines: readonly InvoiceLine[]
}

/** 'several' where more than one fits and none is certain; undefined where no file read in is that invoice, or may be seen. */
export async function invoiceBehind(
  db: Database,
  reach: Reach,
  line: LineRow,
): Promise<InvoiceBehind | 'several' | undefined> {
  if (line.supplier === null) return undefined
  const found = (await byNumber(db, line)) ?? (await byAmount(db, line))
  if (found === undefined || found === 'several') return reach === 'internal' ? found : undefined
  const shows = reach === 'internal' ? 'all' : await shownOf(db, found.import)
  if (!shows) return undefined
  const lines = await linesOf(db, found, shows)
  return lines.length ? { import: found.import, how: found.how, shows, lines } : undefined
}

interface Found {
  readonly import: string
  readonly how: 'number' | 'amount'
  readonly number: string
  readonly line: LineRow
}

const SAME = ({ buyer, supplier, currency }: LineRow) => sql<boolean>`
  s.buyer = ${buyer} and s.supplier = ${supplier} and s.currency = ${currency}`
/** Imports `i` of invoices that were not taken back. */
const INVOICES = sql`purchasing.purchase s
  join purchasing.import i on i.id = s.import and i.format = 'peppol-invoice' and i.undone_at is null`

/** Of an invoice read in twice, the latest telling. */
async function byNumber(db: Database, line: LineRow): Promise<Found | undefined> {
  const number = line.invoice ?? line.voucher
  const { rows } = await sql<{ import: string }>`
    select s.import from ${INVOICES} where ${SAME(line)} and s.invoice = ${number}
    order by i.started_at desc, i.id desc limit 1`.execute(db)
  return rows[0] && { import: rows[0].import, how: 'number', number, line }
}

/** Where the ledger gives no number: the invoice of the same sum, near in time, that fits no other posting. */
async function byAmount(db: Database, line: LineRow): Promise<Found | 'several' | undefined> {
  if (line.invoice !== null) return undefined
  const { rows } = await sql<{ import: string; number: string; vouchers: number }>`
    with posting as (
      select sum(s.amount)::bigint as amount from purchasing.purchase s
      where ${SAME(line)} and s.import = ${line.import} and s.voucher = ${line.voucher} and s.invoice is null
    ), invoice as (
      select distinct on (t.number) t.* from (
        select s.buyer, s.supplier, s.invoice as number, s.import, max(i.started_at) as told, min(s.booked_on) as issued_on
        from ${INVOICES} where ${SAME(line)}
        group by 1, 2, 3, 4 having sum(s.amount) = (select amount from posting)) t
      where ${line.bookedOn}::date between date_trunc('month', t.issued_on)::date
        and t.issued_on + ${sql.lit(BOOKED_WITHIN_DAYS)}::int
      order by t.number, t.told desc
    ), voucher as (${VOUCHERS})
    select import, number, (select count(*) from voucher v where v.number is null
      and v.amount = (select amount from posting) and v.booked_on between date_trunc('month', invoice.issued_on)::date
        and invoice.issued_on + ${sql.lit(BOOKED_WITHIN_DAYS)}::int) as vouchers
    from invoice`.execute(db)
  const [only, ...more] = rows
  if (!only) return undefined
  return more.length || only.vouchers > 1
    ? 'several'
    : { import: only.import, how: 'amount', number: only.number, line }
}

async function shownOf(db: Database, id: string): Promise<Shows | undefined> {
  const { rows } = await sql<{ shows: Shows }>`
    select shows from purchasing.article_publication where import = ${id}`.execute(db)
  return rows[0]?.shows
}

/** In the invoice's order. */
async function linesOf(db: Database, found: Found, shows: InvoiceBehind['shows']): Promise<InvoiceLine[]> {
  const priced = shows !== 'names'
  const shown = sql<boolean>`exists (select from purchasing.article_shown x where x.import = l.import and x.ordinal = l.ordinal)`
  const { rows } = await sql<InvoiceLine>`
    select l.ordinal, l.article, s.currency, ${
      priced
        ? sql`l.quantity::text as quantity, l.unit_code as "unitCode", l.unit_price::text as "unitPrice", s.amount`
        : sql`null as quantity, null as "unitCode", null as "unitPrice", null as amount`
    }
    from purchasing.purchase s join purchasing.invoice_line l on l.import = s.import and l.ordinal = s.ordinal
    where s.import = ${found.import} and ${SAME(found.line)} and s.invoice = ${found.number}
      and ${shows === 'all' ? sql<boolean>`true` : shown}
    order by l.ordinal`.execute(db)
  return rows
}
