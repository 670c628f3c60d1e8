/** One line of an invoice or credit note, and each allowance or charge on the whole of it, read from its part. */
import { dayOf } from '../../../kit/day.js'
import { hundredthsOf, type Currency } from '../../../kit/money.js'
import { say, type Message } from '../../../kit/words/index.js'
import { withoutPersonal } from '../mapping/free-text.js'
import type { Article, LineSaid, Period } from '../invoice-line.js'
import type { Part } from './peppol-invoice-xml.js'

/** Thrown inside the reading of one part, and turned into a refusal of it there. */
export class UnreadablePart extends Error {
  constructor(
    readonly part: Part,
    readonly because: Message,
  ) {
    super(because.key)
  }
}

/** `sign` is -1 on a credit note, whose lines are written as positive. */
export function itemLine(part: Part, currency: Currency, sign: 1 | -1): LineSaid {
  const quantity = part.one('InvoicedQuantity') ?? part.one('CreditedQuantity')
  const value = decimal(quantity?.text)
  const price = part.textAt('Price/PriceAmount')
  const period = periodOf(part)
  return {
    place: placeOf(part),
    of: 'item',
    lineNumber: neededText(part, 'ID'),
    amount: signed(sign, amountAt(part, 'LineExtensionAmount', currency)),
    vat: vatOf(part, 'Item/ClassifiedTaxCategory'),
    ...(value === undefined ? {} : { quantity: { value: signed(sign, value), unitCode: unitOf(quantity!) } }),
    ...(decimal(price) === undefined ? {} : { unitPrice: { amount: price!, per: perOf(part) } }),
    article: articleOf(part),
    ...(period ? { period } : {}),
    ...written('accountingReference', part.textAt('AccountingCost')),
  }
}

export function allowanceLine(part: Part, nth: number, currency: Currency, sign: 1 | -1): LineSaid {
  const of = neededText(part, 'ChargeIndicator') === 'true' ? 'charge' : 'allowance'
  const amount = amountAt(part, 'Amount', currency)
  const reason = part.textAt('AllowanceChargeReason') ?? part.textAt('AllowanceChargeReasonCode') ?? ''
  return {
    place: placeOf(part),
    of,
    lineNumber: `${of}-${nth}`,
    amount: signed(sign, signed(of === 'charge' ? 1 : -1, amount)),
    vat: vatOf(part, 'TaxCategory'),
    article: { name: withoutPersonal(reason), classifications: [] },
  }
}

/** In hundredths. Refused where absent, where it is none, and where it is in another currency than the document. */
export function amountAt(part: Part, path: string, document: Currency): number {
  const found = part.one(path)
  const text = neededText(part, path)
  const value = /^[+-]?\d+(\.\d+)?$/.test(text) ? hundredthsOf(text.replace('+', '')) : undefined
  if (value === undefined)
    throw new UnreadablePart(
      found!,
      say('purchasing.import.formats.invoice.notAmount', { path: found!.path, value: withoutPersonal(text) }),
    )
  const currency = found!.attributes.get('currencyID') ?? document
  if (currency !== document)
    throw new UnreadablePart(
      found!,
      say('purchasing.import.formats.invoice.otherCurrency', { path: found!.path, currency, document }),
    )
  return value
}

export function neededText(part: Part, path: string): string {
  const text = part.textAt(path)
  if (text !== undefined) return text
  throw new UnreadablePart(part, say('purchasing.import.formats.invoice.missing', { path: `${part.path}/${path}` }))
}

/** Undefined when it says neither day. */
export function periodOf(part: Part): Period | undefined {
  const from = dayOf(part.textAt('InvoicePeriod/StartDate') ?? '')
  const to = dayOf(part.textAt('InvoicePeriod/EndDate') ?? '')
  return from || to ? { ...(from ? { from } : {}), ...(to ? { to } : {}) } : undefined
}

/** Adds a text only when there is one, without personal identity numbers. */
export const written = <K extends string>(key: K, text: string | undefined): { [P in K]?: string } =>
  text === undefined ? {} : ({ [key]: withoutPersonal(text) } as { [P in K]?: string })

/** Nought has no sign. */
const signed = (sign: 1 | -1, value: number): number => (value === 0 ? 0 : sign * value)

const placeOf = ({ line, path }: Part) => ({ line, path })

function decimal(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? ''
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : undefined
}

const unitOf = (quantity: Part): string => quantity.attributes.get('unitCode') ?? ''
/** A price stands for one unit where nothing else is said. */
const perOf = (line: Part): number => decimal(line.textAt('Price/BaseQuantity')) || 1

function vatOf(part: Part, path: string): LineSaid['vat'] {
  const percent = decimal(part.textAt(`${path}/Percent`))
  return { category: neededText(part, `${path}/ID`), ...(percent === undefined ? {} : { percent }) }
}

function articleOf(line: Part): Article {
  return {
    name: withoutPersonal(neededText(line, 'Item/Name')),
    ...written('description', line.textAt('Item/Description')),
    ...written('sellersNumber', line.textAt('Item/SellersItemIdentification/ID')),
    ...written('standardNumber', line.textAt('Item/StandardItemIdentification/ID')),
    classifications: line
      .all('Item/CommodityClassification/ItemClassificationCode')
      .map((code) => ({ code: code.text.trim(), list: code.attributes.get('listID') ?? '' }))
      .filter(({ code }) => code !== ''),
  }
}
