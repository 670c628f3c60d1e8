/**
 * The one contract of every import format: it yields statements and problems, each with its place in the source, and
 * knows no table. What a statement means for the database is decided once, by the pipeline.
 */
import type { Day } from '../../kit/day.js'
import type { Currency } from '../../kit/money.js'
import type { Message } from '../../kit/words/index.js'
import type { DeliveredTo, LineSaid } from './invoice-line.js'

/** Line 1 is the header. */
export interface Place {
  readonly line: number
  readonly column?: string
}

export interface BuyerNamed {
  readonly organisationNumber: string
  readonly name: string
  readonly sector?: 'municipality' | 'region' | 'state' | 'other'
}

/** Name is undefined where the source withholds it (a natural person): such suppliers are counted, never joined. */
export interface SupplierNamed {
  readonly name: string | undefined
  readonly organisationNumber?: string
  readonly size?: string
}

/** One ledger line. Amount in hundredths of the currency. */
export interface PurchaseStatement {
  readonly kind: 'purchase'
  readonly place: Place
  readonly buyer: BuyerNamed
  readonly voucher: string
  readonly supplier: SupplierNamed
  readonly account: { readonly code: string; readonly text: string }
  readonly amount: number
  readonly currency: Currency
  readonly bookedOn: Day
  readonly precision: 'day' | 'month'
  readonly unit?: string
  readonly invoiceNumber?: string
  readonly contract?: string
}

/** One line of an invoice. Amount and quantity are negative on a credit note, and where an invoice takes back. */
export interface InvoiceLineStatement extends LineSaid {
  readonly kind: 'invoice-line'
  readonly buyer: BuyerNamed
  readonly supplier: SupplierNamed
  readonly invoice: {
    readonly number: string
    readonly issuedOn: Day
    readonly type: 'invoice' | 'credit-note'
    /** The invoice that this one corrects or credits. */
    readonly corrects?: string
  }
  readonly currency: Currency
  readonly deliveredTo?: DeliveredTo
  readonly order?: string
  readonly contract?: string
}

/** What award statistics say of a procurement; the same procurement may stand on many rows. */
export interface ProcurementNamed {
  readonly reference: string
  readonly title: string
  readonly category?: string
  readonly procedure?: string
  readonly agreement?: 'framework' | 'contract'
  readonly dynamicSystem: boolean
  readonly innovation: boolean
  readonly publishedOn?: Day
}

/** One supplier awarded one lot. */
export interface AwardStatement {
  readonly kind: 'award'
  readonly place: Place
  readonly buyer: BuyerNamed
  readonly procurement: ProcurementNamed
  readonly lot?: string
  readonly supplier: SupplierNamed
}

/** The contracted value of a whole procurement in hundredths; never split between its suppliers. */
export interface AwardValueStatement {
  readonly kind: 'award-value'
  readonly place: Place
  readonly buyer: BuyerNamed
  readonly procurement: ProcurementNamed
  readonly value: number
}

/** One row of a contract register: a contract and one supplier that holds it. */
export interface ContractStatement {
  readonly kind: 'contract'
  readonly place: Place
  readonly buyer: BuyerNamed
  readonly number: string
  readonly procurementReference?: string
  readonly title: string
  readonly category?: string
  readonly agreement?: 'framework' | 'contract'
  readonly supplier: SupplierNamed
  readonly startsOn?: Day
  readonly endsOn?: Day
  readonly extensionMonths: readonly number[]
  readonly noticeMonths?: number
  readonly ceiling?: number
  /** Who may call off, by name; empty where the register does not say. */
  readonly callers: readonly string[]
  /** The options as written; the months are empty where it could not be read for certain. */
  readonly extensionClause?: string
  /** In the buyer's register of cases. */
  readonly caseNumber?: string
  /** The buyer's own word for what it is. */
  readonly ownCategory?: string
  /** Who answers for the contract at the buyer, as written. Internal. */
  readonly responsible?: string
}

export type Statement =
  PurchaseStatement | InvoiceLineStatement | AwardStatement | AwardValueStatement | ContractStatement

/** Whether a file's amounts include VAT. */
export type Vat = 'excluded' | 'included' | 'unknown'
/** The chart that a file's account codes belong to. */
export type Chart = 'kommun-bas' | 'unknown'
export type FormatName =
  | 'supplier-ledger'
  | 'award-statistics'
  | 'contract-register'
  | 'council-ledger'
  | 'mapped-register'
  | 'mapped-ledger'
  | 'peppol-invoice'

/** 'refused': the row was left out. 'silent': it was read and states nothing. 'note': it was kept, and this is worth knowing. */
export type Severity = 'refused' | 'silent' | 'note'

/** `original` is the row as written. */
export interface Problem {
  readonly kind: 'problem'
  readonly place: Place
  readonly severity: Severity
  readonly because: Message
  readonly original: string
}

/** A row of a tabular file, with values by the header's own names, trimmed. */
export interface Row {
  readonly line: number
  readonly values: ReadonlyMap<string, string>
  /** The header's names; the same list for every row of a file. */
  readonly columns: readonly string[]
  readonly original: string
  /** Cells in order, for rows whose columns have slipped. */
  readonly cells: readonly string[]
  /** The file ends in the middle of it. */
  readonly cut?: true
}

/** What a file's first lines show; formats recognise themselves by it. */
export interface Head {
  readonly columns: readonly string[]
}

/** Of each row one statement, or one problem that it is refused or silent; and notes. Rows come in the file's order. */
export type RowReader = (row: Row) => readonly (Statement | Problem)[]

export interface Format {
  /** A stable name in words: 'supplier-ledger'. Its label is `purchasing.format.<name>`. */
  readonly name: FormatName
  recognises(head: Head): boolean
  /** For a file with this head. */
  reader(head: Head): RowReader
}
