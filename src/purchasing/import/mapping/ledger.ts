/** A row of a ledger, read through a mapping; and the sum row that may close it. */
import { type Currency } from '../../../kit/money.js'
import { say } from '../../../kit/words/index.js'
import { given } from '../fields.js'
import type { Problem, PurchaseStatement } from '../statement.js'
import { buyerIn, supplierIn, type MappedRow } from './row.js'
import { currencyWritten } from './written.js'

export interface MappedPurchase extends PurchaseStatement {
  /** Absent where the file does not say. */
  readonly vat?: 'included' | 'excluded'
}

export function purchaseIn(row: MappedRow): MappedPurchase {
  const { on, precision } = row.day('day')
  const { vat } = row.mapping
  return {
    kind: 'purchase',
    place: row.place,
    buyer: buyerIn(row),
    // Where a file numbers no postings, those of one day are told apart by all else they say.
    voucher: row.column('voucher') === undefined ? on : row.needed('voucher'),
    supplier: supplierIn(row),
    account: accountIn(row),
    amount: amountOf(row) ?? row.fail('amount', say('purchasing.import.notAmount', row.shown('amount'))),
    currency: currencyIn(row),
    bookedOn: on,
    precision,
    ...given('unit', row.text('unit')),
    ...given('invoiceNumber', row.text('invoiceNumber')),
    ...given('contract', row.text('contract')),
    ...given('vat', vat === 'unknown' ? undefined : vat),
  }
}

function amountOf(row: MappedRow): number | undefined {
  row.needed('amount')
  return row.amount('amount')
}

/** '6410 Kontorsmaterial' in one column is code and text; a file with only one of the two gives it for both. */
function accountIn(row: MappedRow): PurchaseStatement['account'] {
  const code = row.text('accountCode')
  const text = row.text('accountText')
  const both = text === undefined ? /^(\d{3,8})\s*[-–:]?\s+(.+)$/.exec(code ?? '') : null
  if (both) return { code: both[1]!, text: both[2]! }
  const one = code ?? text ?? row.needed(row.column('accountCode') === undefined ? 'accountText' : 'accountCode')
  return { code: code ?? one, text: text ?? one }
}

function currencyIn(row: MappedRow): Currency {
  const written = row.written('currency')
  if (!written) return row.mapping.currency
  const unknown = say('purchasing.import.mapping.currencyUnknown', row.shown('currency'))
  return currencyWritten(written) ?? row.fail('currency', unknown)
}

/** An amount without day, voucher, supplier and account is the file's own sum; it states nothing, and is compared. */
export function sumRowIn(row: MappedRow, summed: number): Problem | undefined {
  const others = ['day', 'voucher', 'supplier', 'accountCode', 'accountText'] as const
  if (row.row.cut || others.some((field) => row.written(field) !== '')) return undefined
  const stated = row.amount('amount')
  if (stated === undefined) return undefined
  const because = say('purchasing.import.mapping.total', { stated: stated / 100, summed: summed / 100 })
  return row.problem('silent', because, 'amount')
}
