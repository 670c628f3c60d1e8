/**
 * Peppol BIS Billing 3 invoices and credit notes (UBL 2.1 after EN 16931): each line a purchase of an article, net of VAT,
 * in the invoice's own currency. What was paid in advance, what VAT is in another currency and how the sum to pay was
 * rounded say nothing of what was bought and are left out, as the standard's totals do (BT-109, tax exclusive amount).
 *
 *   <Invoice>… <cac:InvoiceLine> <cbc:ID>1</cbc:ID> <cbc:InvoicedQuantity unitCode="KGM">12</cbc:InvoicedQuantity> …
 */
import type { Currency } from '../../../kit/money.js'
import { say } from '../../../kit/words/index.js'
import type { LineSaid } from '../invoice-line.js'
import type { InvoiceLineStatement, Problem } from '../statement.js'
import {
  currencyOf,
  headOf,
  problem,
  refuseOtherRules,
  TOTAL,
  type Head,
  type InvoiceOptions,
} from './peppol-invoice-head.js'
import { allowanceLine, amountAt, itemLine, UnreadablePart } from './peppol-invoice-line.js'
import { NoInvoice, Part, partsOf } from './peppol-invoice-xml.js'

export type { InvoiceOptions } from './peppol-invoice-head.js'
export { isXml } from './peppol-invoice-xml.js'

const MOST_LINES = 100_000

/**
 * Every line of the invoice, then what is worth knowing of it. One refusal and no line where the file is no such invoice,
 * lacks what an invoice must say, or is cut: an invoice counts whole or not at all. An unreadable line is refused alone.
 */
export async function* readInvoices(
  bytes: AsyncIterable<Uint8Array>,
  options: InvoiceOptions = {},
): AsyncGenerator<InvoiceLineStatement | Problem> {
  try {
    let gathered: Gathered | undefined
    for await (const part of partsOf(bytes)) {
      if (gathered) gathered.take(part)
      else gathered = new Gathered(part)
    }
    if (gathered) yield* gathered.told(options)
  } catch (error) {
    if (error instanceof UnreadablePart) yield problem('refused', error.part, error.because)
    else if (error instanceof NoInvoice) yield problem('refused', error, error.because)
    else throw error
  }
}

/** One invoice while it is read. Its head comes before its lines, as UBL orders them. */
class Gathered {
  #head: Part
  #lines: LineSaid[] = []
  #problems: Problem[] = []
  #allowances = 0
  #currency: Currency | undefined

  constructor(readonly root: Part) {
    this.#head = new Part(root.name, root.path, root.line, root.attributes)
  }

  get #sign(): 1 | -1 {
    return this.root.name === 'CreditNote' ? -1 : 1
  }

  take(part: Part): void {
    if (part.name === `${this.root.name}Line`) this.#line(part, () => itemLine(part, this.#inCurrency(), this.#sign))
    else if (part.name === 'AllowanceCharge') {
      const nth = ++this.#allowances
      this.#line(part, () => allowanceLine(part, nth, this.#inCurrency(), this.#sign))
    } else this.#head.parts.push(part)
  }

  #line(part: Part, read: () => LineSaid): void {
    if (this.#lines.length >= MOST_LINES)
      throw new UnreadablePart(part, say('purchasing.import.formats.invoice.tooMany', { limit: MOST_LINES }))
    this.#inCurrency()
    try {
      this.#lines.push(read())
    } catch (error) {
      if (!(error instanceof UnreadablePart)) throw error
      this.#problems.push(problem('refused', error.part, error.because, part))
    }
  }

  #inCurrency(): Currency {
    if (this.#currency) return this.#currency
    refuseOtherRules(this.#head)
    return (this.#currency = currencyOf(this.#head))
  }

  *told(options: InvoiceOptions): Generator<InvoiceLineStatement | Problem> {
    const head = headOf(this.#head, options)
    for (const { period = head.period, accountingReference = head.accountingReference, ...line } of this.#lines)
      yield {
        kind: 'invoice-line',
        ...line,
        ...head.common,
        ...(period ? { period } : {}),
        ...(accountingReference === undefined ? {} : { accountingReference }),
      }
    yield* this.#problems
    yield* head.notes
    yield* this.#difference(head)
  }

  /** The lines, with the allowances and charges on the whole, must be what the invoice states before VAT (BR-CO-13). */
  *#difference({ common }: Head): Generator<Problem> {
    const { currency, invoice } = common
    const lines = this.#lines.reduce((sum, { amount }) => sum + amount, 0)
    const total = this.#sign * amountAt(this.#head, TOTAL, currency)
    if (lines === total) return
    const stated = this.#head.one(TOTAL)!
    const { number } = invoice
    const sums = { number, lines: lines / 100, total: total / 100, currency, path: stated.path }
    yield problem('note', stated, say('purchasing.import.formats.invoice.sums', sums))
  }
}
