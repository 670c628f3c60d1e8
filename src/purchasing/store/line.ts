/** SQL of one line of a ledger: all that is told and judged of it, within a reach. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import type { Following } from '../attribution.js'
import type { FileBehind } from './overview.js'
import type { Posting } from './correcting.js'
import { open, stands } from './reach.js'

export type LineAt = Posting
export interface LineRow extends Posting {
  readonly import: string
  readonly ordinal: number
  readonly file: string
  readonly line: number
  readonly vat: FileBehind['vat']
  readonly amount: number
  readonly currency: Currency
  readonly accountCode: string
  readonly accountText: string
  /** Counted in no sum, whatever its account. */
  readonly isApart: boolean
  /** What its account is for, where that is no purchase; a message. */
  readonly noPurchase: string | null
  /** A line of an invoice that was read in by itself. */
  readonly isInvoice: boolean
  readonly unit: string | null
  readonly supplier: number | null
  /** Both null where nobody is named or may be. */
  readonly supplierName: string | null
  readonly supplierAddress: string | null
  readonly contractStated: string | null
  readonly invoice: string | null
  readonly bookedOn: Day
  /** A message; null while it has not been judged. */
  readonly contractBecause: string | null
  readonly contractAddress: string | null
  readonly contractNumber: string | null
  readonly contractTitle: string | null
  readonly following: Following | null
  readonly besideAddress: string | null
  readonly besideNumber: string | null
  readonly besideTitle: string | null
  readonly category: string | null
  readonly confidence: 'strong' | 'likely' | 'possible' | 'unknown' | null
  /** Messages. */
  readonly because: string | null
  readonly corrected: string | null
}

const MONTH = sql`date_trunc('month', s.booked_on)::date`

/** Undefined where there is none within reach. */
export async function lineAt(
  db: Database,
  reach: Reach,
  buyer: number,
  { id, ordinal }: { id: string; ordinal: number },
): Promise<LineRow | undefined> {
  const { rows } = await sql<LineRow>`
    select s.import, s.ordinal, i.file, i.vat, s.line, s.buyer, s.voucher, s.identity::text as identity, s.amount, s.currency,
      a.code as "accountCode", a.text as "accountText", a.apart_of is not null as "isApart",
      case when a.apart_of is null and a.kind not in ('purchase', 'rent') then a.because end as "noPurchase",
      i.format = 'peppol-invoice' as "isInvoice", u.name as unit, s.supplier, n.name as "supplierName",
      case when n.supplier is not null then k.address end as "supplierAddress", s.contract_stated as "contractStated",
      s.invoice, s.booked_on as "bookedOn", j.contract_because as "contractBecause", h.address as "contractAddress",
      h.number as "contractNumber", f.title as "contractTitle", j.following, o.address as "besideAddress",
      o.number as "besideNumber",
      g.title as "besideTitle", j.category, j.confidence, j.because, c.category as corrected
    from purchasing.purchase s join purchasing.account a on a.id = s.account join purchasing.import i on i.id = s.import
    left join purchasing.unit u on u.id = s.unit
    left join purchasing.supplier k on k.id = s.supplier
    left join purchasing.supplier_shown n on n.supplier = s.supplier and n.reach = ${reach}
    left join purchasing.correction c on c.buyer = s.buyer and c.voucher = s.voucher and c.identity = s.identity
      and c.withdrawn_at is null
    left join purchasing.judgement j on j.buyer = s.buyer and j.reach = ${reach} and j.account = s.account
      and j.supplier is not distinct from s.supplier and j.contract_stated is not distinct from s.contract_stated
      and j.corrected is not distinct from c.category and ${MONTH} between j.first_month and j.last_month
    left join purchasing.contract h on h.id = j.contract
    left join purchasing.contract_shown f on f.contract = j.contract and f.reach = ${reach}
    left join purchasing.contract o on o.id = j.beside
    left join purchasing.contract_shown g on g.contract = j.beside and g.reach = ${reach}
    where s.import = ${id} and s.ordinal = ${ordinal} and s.buyer = ${buyer}
      and ${stands(reach, MONTH)} and ${open(reach)}`.execute(db)
  return rows[0]
}
