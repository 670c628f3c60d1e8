/**
 * Amounts as people and programs write them. Whether '1,234' is a thousand or a little more than one is settled only by
 * the others in its column.
 */
export interface AmountForm {
  /** Undefined when nothing in the column decides, or it contradicts itself. */
  readonly decimal?: ',' | '.'
  /** The writing that decided. */
  readonly shownBy?: string
  /** One that can be read in two ways, when the column decides nothing: it must be asked. */
  readonly undecided?: string
  /** Two writings that contradict each other. Those that are clear in themselves are read all the same. */
  readonly contradiction?: readonly [comma: string, point: string]
}

export function amountFormOf(written: Iterable<string>): AmountForm {
  const shown: { ','?: string; '.'?: string } = {}
  let unclear: string | undefined
  for (const one of written) {
    const body = bodyOf(one)
    const decimal = body && decimalOf(body)
    if (decimal === 'either') unclear ??= one
    else if (decimal) shown[decimal] ??= one
  }
  const { ',': comma, '.': point } = shown
  if (comma !== undefined && point !== undefined) return { contradiction: [comma, point] }
  if (comma !== undefined) return { decimal: ',', shownBy: comma }
  if (point !== undefined) return { decimal: '.', shownBy: point }
  return unclear === undefined ? {} : { undecided: unclear }
}

/** What most ledgers write: one or two decimals are decimals in every form. */
const CLEAR = /^(-?\d{1,13})(?:[.,](\d{1,2}))?$/

/**
 * Hundredths (öre, cents) of what is written. Undefined when it is not one number, is not exact in hundredths, or when
 * the form does not say which of two numbers it is.
 */
export function hundredthsIn(written: string, form: AmountForm): number | undefined {
  const clear = CLEAR.exec(written)
  if (clear) return Number(`${clear[1]!}${(clear[2] ?? '').padEnd(2, '0')}`) || 0
  const number = numberIn(written, form)
  if (number === undefined) return undefined
  const point = number.indexOf('.')
  const whole = point < 0 ? number : number.slice(0, point)
  const fraction = point < 0 ? '' : number.slice(point + 1).replace(/0+$/, '')
  if (fraction.length > 2) return undefined
  const amount = Number(`${whole}${fraction.padEnd(2, '0')}`)
  // Minus nought is nought.
  return Number.isSafeInteger(amount) ? amount || 0 : undefined
}

/** The number in plain digits with a decimal point, '-1234.5', and every digit that was written. */
export function numberIn(written: string, form: AmountForm): string | undefined {
  if (/^-?\d{1,15}$/.test(written)) return written
  const found = bodyOf(written)
  if (!found) return undefined
  const own = decimalOf(found)
  const decimal = own === 'either' ? form.decimal : own
  const digits = digitsOf(found.digits, decimal)
  return digits && (found.isNegative ? `-${digits}` : digits)
}

const SPACES = /[\s\u00a0\u2007\u2009\u202f'\u2019]/g
const CURRENCY = /^(?:kr|sek|eur|gbp|nok|dkk|[£€$])|(?:kr\.?|sek|eur|gbp|nok|dkk|[£€$]|:-|,-|\.-)$/i

interface Body {
  readonly digits: string
  readonly isNegative: boolean
  /** Thousands are parted by spaces, so that a comma or point is none of theirs. */
  readonly isSpaced: boolean
}

/** Digits with their commas and points, without sign, brackets, currency and spaces between thousands. */
function bodyOf(written: string): Body | undefined {
  const isSpaced = /\d[\s\u00a0\u2007\u2009\u202f'\u2019]\d{3}/.test(written.trim())
  let text = written.replace(SPACES, '').replace(/[\u2212\u2013]/g, '-')
  const inBrackets = text.startsWith('(') && text.endsWith(')')
  if (inBrackets) text = text.slice(1, -1)
  const before = text.startsWith('-')
  if (before) text = text.slice(1)
  text = text.replace(CURRENCY, '').replace(CURRENCY, '')
  const after = text.startsWith('-') || text.endsWith('-')
  if (after) text = text.replace(/^-|-$/, '')
  if (Number(inBrackets) + Number(before) + Number(after) > 1 || !/^[\d.,]*\d[\d.,]*$/.test(text)) return undefined
  return { digits: text, isNegative: inBrackets || before || after, isSpaced }
}

/** Which sign is the decimal one, by this writing alone. */
function decimalOf({ digits, isSpaced }: Body): ',' | '.' | 'either' | undefined {
  const at = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  if (at < 0) return undefined
  const last = digits[at] as ',' | '.'
  const other = last === ',' ? '.' : ','
  const head = digits.slice(0, at)
  if (head.includes(other)) return last
  if (head.includes(last)) return other
  const isGroup = !isSpaced && digits.length - at - 1 === 3 && /^[1-9]\d{0,2}$/.test(head)
  return isGroup ? 'either' : last
}

function digitsOf(digits: string, decimal: ',' | '.' | undefined): string | undefined {
  if (!/[.,]/.test(digits)) return digits
  if (decimal === undefined) return undefined
  const [whole = '', fraction = '', ...more] = digits.split(decimal)
  if (more.length > 0 || /[.,]/.test(fraction)) return undefined
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(whole)
  if (!isGrouped && !/^\d*$/.test(whole)) return undefined
  const plain = whole.replace(/[.,]/g, '') || '0'
  return fraction === '' ? plain : `${plain}.${fraction}`
}
