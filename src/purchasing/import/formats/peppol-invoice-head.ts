/** What an invoice says of all its lines: who, to whom, when, by which references. */
import { dayOf } from '../../../kit/day.js'
import type { Currency } from '../../../kit/money.js'
import { say, type Message } from '../../../kit/words/index.js'
import { withoutPersonal } from '../mapping/free-text.js'
import { currencyWritten } from '../mapping/written.js'
import type { LineSaid, Period } from '../invoice-line.js'
import type { BuyerNamed, InvoiceLineStatement, Problem, Severity, SupplierNamed } from '../statement.js'
import { amountAt, neededText, periodOf, UnreadablePart, written } from './peppol-invoice-line.js'
import { deliveryOf, partyOf, supplierNamed } from './peppol-invoice-parties.js'
import type { Part } from './peppol-invoice-xml.js'

export interface InvoiceOptions {
  /** Whose invoices these are, for those that give the buyer no organisation number. */
  readonly buyer?: BuyerNamed
}

export const TOTAL = 'LegalMonetaryTotal/TaxExclusiveAmount'

export interface Head {
  readonly common: Omit<InvoiceLineStatement, keyof LineSaid | 'kind'>
  readonly period: Period | undefined
  readonly accountingReference: string | undefined
  readonly notes: readonly Problem[]
}

export function headOf(head: Part, options: InvoiceOptions): Head {
  refuseOtherRules(head)
  const { deliveredTo, mayBeHome } = deliveryOf(head.parts)
  const { supplier, isPerson } = sellerOf(head)
  const order = head.textAt('OrderReference/ID')
  const invoice = invoiceOf(head)
  amountAt(head, TOTAL, currencyOf(head))
  const notes: [boolean, Message][] = [
    [isPerson, say('purchasing.import.personal')],
    [mayBeHome, say('purchasing.import.formats.invoice.deliveredToHome')],
    [
      head.textAt('InvoiceTypeCode') === PREPAYMENT,
      say('purchasing.import.formats.invoice.prepayment', { number: invoice.number }),
    ],
  ]
  return {
    common: {
      buyer: buyerNamed(head, options),
      supplier,
      invoice,
      currency: currencyOf(head),
      ...(deliveredTo ? { deliveredTo } : {}),
      // 'NA' fills the element where there is a sales order and no purchase order.
      ...written('order', order === 'NA' ? undefined : order),
      ...written('contract', head.textAt('ContractDocumentReference/ID')),
    },
    period: periodOf(head),
    accountingReference: written('is', head.textAt('AccountingCost')).is,
    notes: notes.filter(([holds]) => holds).map(([, because]) => problem('note', head, because)),
  }
}

/** UNTDID 1001. */
const PREPAYMENT = '386'

export function currencyOf(head: Part): Currency {
  const currency = neededText(head, 'DocumentCurrencyCode')
  const kept = currencyWritten(currency)
  if (kept) return kept
  const part = head.one('DocumentCurrencyCode')!
  throw new UnreadablePart(part, say('purchasing.import.formats.invoice.currency', { currency }))
}

/** EN 16931, as it is or as Peppol narrows it; another rule may use the same elements for other things. */
export function refuseOtherRules(head: Part): void {
  const value = neededText(head, 'CustomizationID')
  if (/^urn:cen\.eu:en16931:2017(#|$)/.test(value)) return
  const part = head.one('CustomizationID')!
  throw new UnreadablePart(part, say('purchasing.import.formats.invoice.otherRule', { path: part.path, value }))
}

function invoiceOf(head: Part): InvoiceLineStatement['invoice'] {
  const number = withoutPersonal(neededText(head, 'ID'))
  const issued = neededText(head, 'IssueDate')
  const issuedOn = dayOf(issued)
  const part = head.one('IssueDate')!
  if (!issuedOn)
    throw new UnreadablePart(
      part,
      say('purchasing.import.formats.invoice.notDay', { path: part.path, value: withoutPersonal(issued) }),
    )
  return {
    number,
    issuedOn,
    type: head.name === 'CreditNote' ? 'credit-note' : 'invoice',
    ...written('corrects', head.textAt('BillingReference/InvoiceDocumentReference/ID')),
  }
}

const BUYER = 'AccountingCustomerParty/Party'
function buyerNamed(head: Part, { buyer }: InvoiceOptions): BuyerNamed {
  const part = head.one(BUYER)
  const said = part && partyOf(part)
  if (said?.name && said.number) return { organisationNumber: said.number, name: said.name }
  if (buyer) return buyer
  if (!said?.name) neededText(head, `${BUYER}/PartyLegalEntity/RegistrationName`)
  const path = `${head.path}/${BUYER}/PartyLegalEntity/CompanyID`
  throw new UnreadablePart(part ?? head, say('purchasing.import.formats.invoice.noNumber', { path }))
}

const SELLER = 'AccountingSupplierParty/Party'
function sellerOf(head: Part): { supplier: SupplierNamed; isPerson: boolean } {
  const part = head.one(SELLER)
  const said = part && partyOf(part)
  const name = said?.name ?? neededText(head, `${SELLER}/PartyLegalEntity/RegistrationName`)
  return { supplier: supplierNamed(said!, name), isPerson: said!.isPerson }
}

/** `original` is what stands at the place, without personal identity numbers. */
export const problem = (
  severity: Severity,
  { line, path }: { readonly line: number; readonly path: string },
  because: Message,
  whole?: Part,
): Problem => ({
  kind: 'problem',
  place: { line, column: path },
  severity,
  because,
  original: whole ? withoutPersonal(textsOf(whole)) : '',
})

const textsOf = (part: Part): string =>
  [part.text.trim(), ...part.parts.map(textsOf)].filter((text) => text !== '').join(' ')
