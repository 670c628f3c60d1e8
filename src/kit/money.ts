/**
 * Money is a whole number of the currency's hundredths (öre, cents) with its currency. Currencies are never added.
 * Amounts stay exact up to 2^53 öre (90 thousand billion kronor); beyond that a sum is refused, never rounded.
 */
import { LOCALE, type Language } from './words/index.js'

export type Currency = 'SEK' | 'EUR' | 'GBP' | 'NOK' | 'DKK'
export interface Money {
  readonly amount: number
  readonly currency: Currency
}
export const sek = (amount: number): Money => ({ amount, currency: 'SEK' })

/**
 * Öre from a written amount: decimal comma or point, spaces (also no-break) or apostrophes between thousands,
 * a leading or trailing minus, accounting brackets. `1.234,50`, `1,234.50` and `-1 234,5` are understood.
 * Undefined when it is not one number, or when it would not be exact in hundredths.
 */
export function hundredthsOf(written: string): number | undefined {
  // As nearly every file writes it: a million lines are read in a third of the time.
  if (/^-?\d{1,12}[.,]\d\d$/.test(written)) return Number(written.slice(0, -3) + written.slice(-2)) || 0
  const text = written.replace(/[\s\u00a0\u202f']/g, '').replace(/\u2212/g, '-')
  const match = /^(-|\()?([\d.,]+)(-|\))?$/.exec(text)
  if (!match || (match[1] === '(') !== (match[3] === ')') || (match[1] === '-' && match[3] === '-')) return undefined
  const digits = plainDigits(match[2]!)
  if (!digits) return undefined
  const [whole, fraction = ''] = digits.split('.')
  if (fraction.replace(/0+$/, '').length > 2) return undefined
  const amount = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return undefined
  return (match[1] ?? match[3]) && amount !== 0 ? -amount : amount
}

/** One separator followed by one or two digits, or more than three, is the decimal; anything else groups thousands. */
function plainDigits(text: string): string | undefined {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  if (last < 0) return text
  const separator = text[last]!
  const other = separator === ',' ? '.' : ','
  const head = text.slice(0, last)
  const tail = text.slice(last + 1)
  const grouped = /^\d{1,3}([.,]\d{3})+$/
  if (head.includes(separator))
    return grouped.test(text) && !head.includes(other) ? text.replaceAll(separator, '') : undefined
  if (head.includes(other)) return grouped.test(head) ? `${head.replaceAll(other, '')}.${tail}` : undefined
  if (!head || !tail) return undefined
  return `${head}.${tail}`
}

const formats = new Map<string, Intl.NumberFormat>()
function numbers(language: Language, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${name}`
  let found = formats.get(key)
  if (!found) formats.set(key, (found = new Intl.NumberFormat(LOCALE[language], options)))
  return found
}

/** To the öre: '1 234,50 kr' or 'SEK 1,234.50'. */
export const moneyExactly = ({ amount, currency }: Money, language: Language): string =>
  numbers(language, `exact ${currency}`, { style: 'currency', currency }).format(amount / 100)

/** For reading: '1,2 mn kr', '340 tkr', '850 kr'; two or three digits that count. No line ends inside it. */
export function moneyInWords({ amount, currency }: Money, language: Language): string {
  const kronor = amount / 100
  const size = Math.abs(kronor)
  const unit = symbolOf(currency, language)
  const [scale, word] =
    size >= 999.5e6
      ? [1e9, language === 'sv' ? 'md ' : 'bn ']
      : size >= 999.5e3
        ? [1e6, language === 'sv' ? 'mn ' : 'm ']
        : size >= 10e3
          ? [1e3, language === 'sv' ? 't' : 'k ']
          : [1, '']
  const digits = scale === 1 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }
  const figure = numbers(language, `words ${scale}`, digits).format(kronor / scale)
  if (language === 'sv') return `${figure}\u00a0${word.replace(' ', '\u00a0')}${unit}`
  const isWord = /\w$/.test(unit)
  const whole = isWord ? `${unit}\u00a0${figure}` : figure.replace(/^-?/, (minus) => `${minus}${unit}`)
  return word ? `${whole}\u00a0${word.trim()}` : whole
}

/** As the language writes it: 'kr', 'SEK', '£'. */
const symbolOf = (currency: Currency, language: Language): string =>
  numbers(language, `exact ${currency}`, { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency

export const countInWords = (count: number, language: Language): string => numbers(language, 'count', {}).format(count)
/** '12 %' in Swedish, '12%' in English; under one percent keeps one digit that counts. */
export const shareInWords = (share: number, language: Language): string =>
  numbers(language, share < 0.0095 ? 'small share' : 'share', {
    style: 'percent',
    maximumFractionDigits: share < 0.0095 && share > 0 ? 1 : 0,
  }).format(share)
