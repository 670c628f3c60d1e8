/** Amounts in thousands and millions, periods and withheld names, as registers and ledgers write them. */
import type { Currency } from '../../../kit/money.js'
import { numberIn, type AmountForm } from '../amounts.js'
import { extensionMonths, type Unit } from './extension.js'

const SCALES: readonly [RegExp, number][] = [
  [/(?<!\p{L})(?:tkr|ksek|tsek|kkr)(?!\p{L})/iu, 3],
  [/(?<!\p{L})(?:mnkr|mkr|msek)(?!\p{L})/iu, 6],
]
/** How many noughts a written unit adds: 'Takbelopp (tkr)' three, and none where no unit is written. */
export const noughtsIn = (text: string): number => SCALES.find(([form]) => form.test(text))?.[1] ?? 0

/**
 * Hundredths. '1,2 mkr', '500 tkr' and '1 000 kr' say their own unit; other figures are in the column's. Undefined when it
 * is no amount, or not exact in hundredths.
 */
export function amountIn(text: string, form: AmountForm, column = ''): number | undefined {
  const noughts = noughtsIn(text) || noughtsIn(column)
  const bare = SCALES.reduce((left, [scale]) => left.replace(scale, ''), text).trim()
  const [whole = '', fraction = ''] = numberIn(bare, form)?.split('.') ?? []
  const kept = fraction.replace(/0+$/, '')
  const places = noughts + 2
  if (whole === '' || kept.length > places) return undefined
  const amount = Number(whole + kept.padEnd(places, '0'))
  // Minus nought is nought.
  return Number.isSafeInteger(amount) ? amount || 0 : undefined
}

/** '3', '3 mån', '1 år', '6 months' in months; 0 where none is stated, undefined where several or other things stand. */
export function monthsIn(text: string, unit: Unit = 'months'): number | undefined {
  const { months } = extensionMonths(text, { unit })
  return months && months.length <= 1 ? (months[0] ?? 0) : undefined
}

const WITHHELD =
  /^\W*(?:redacted|withheld|name withheld|personal data|personal information|data protection|confidential|gdpr)\b/i
/** English ledgers write what they withhold in place of the name: 'REDACTED PERSONAL DATA'. */
export const isRedacted = (name: string): boolean => WITHHELD.test(name)

const CURRENCIES: readonly string[] = ['SEK', 'EUR', 'GBP', 'NOK', 'DKK'] satisfies Currency[]
/** Undefined for codes that amounts are not kept in. */
export function currencyWritten(text: string): Currency | undefined {
  const code = text.trim().toUpperCase()
  return CURRENCIES.includes(code) ? (code as Currency) : undefined
}
