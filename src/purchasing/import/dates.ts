/**
 * Days as people and programs write them. What a writing can mean is often settled only by the others in its column:
 * '03/04/2024' is a day in April where '25/04/2024' stands too.
 */
import type { Day } from '../../kit/day.js'

export interface Dated {
  readonly on: Day
  /** A month is dated its first. */
  readonly precision: 'day' | 'month'
}

/** How a column writes its days, as far as the column shows. */
export interface DateForm {
  /** The order in '03/04/2024'. Undefined when nothing in the column decides, or it contradicts itself. */
  readonly order?: 'dmy' | 'mdy'
  /** The writing that decided the order. */
  readonly shownBy?: string
  /** Six digits are a year and a month, or a day with a two-digit year first. */
  readonly six: 'yyyymm' | 'yymmdd'
  /** Days are spreadsheets' serial numbers. */
  readonly isSerial: boolean
  /** One that can be read in two ways, when the column decides nothing: it must be asked. */
  readonly undecided?: string
  /** Two writings that contradict each other. */
  readonly contradiction?: readonly [dmy: string, mdy: string]
}

const PARTED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/

export function dateFormOf(written: Iterable<string>): DateForm {
  const texts = [...written].map(withoutTime).filter((text) => text !== '')
  const parted = texts.flatMap((text) => {
    const match = PARTED.exec(text)
    return match && match[2] !== '.' ? [{ text, one: Number(match[1]), two: Number(match[3]) }] : []
  })
  const dmy = parted.find(({ one, two }) => one > 12 && two <= 12)?.text
  const mdy = parted.find(({ one, two }) => two > 12 && one <= 12)?.text
  const unclear = parted.find(({ one, two }) => one !== two)?.text
  const six = texts.filter((text) => /^\d{6}$/.test(text))
  return {
    ...orderOf(dmy, mdy, unclear),
    six: six.every((text) => monthOf(text.slice(0, 4), text.slice(4))) ? 'yyyymm' : 'yymmdd',
    isSerial: texts.length > 0 && texts.every(isSerial),
  }
}

function orderOf(dmy?: string, mdy?: string, unclear?: string): Omit<DateForm, 'six' | 'isSerial'> {
  if (dmy !== undefined && mdy !== undefined) return { contradiction: [dmy, mdy] }
  if (dmy !== undefined) return { order: 'dmy', shownBy: dmy }
  if (mdy !== undefined) return { order: 'mdy', shownBy: mdy }
  return unclear === undefined ? {} : { undecided: unclear }
}

/** Undefined when it is no day, or when the form does not say which of two days it is. */
export function dayIn(written: string, form: DateForm): Dated | undefined {
  const text = withoutTime(written)
  return digitsIn(text, form) ?? partedIn(text, form) ?? namedIn(text)
}

/** A day may carry the time of day, which is not ours to keep. */
const withoutTime = (written: string): string =>
  written
    .trim()
    .replace(/(?<=\d{4}|\d[-/.]\d{1,2})(T|\s+)\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*([AP]M|Z|[+-]\d\d:?\d\d)?$/i, '')

function digitsIn(text: string, form: DateForm): Dated | undefined {
  const whole = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (whole && (whole[2] !== '' || text.length === 8)) return onDay(whole[1]!, whole[3]!, whole[4]!)
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(text)
  if (month) return monthOf(month[1]!, month[2]!)
  if (form.isSerial && isSerial(text)) return dated(dayOfSerial(Math.floor(Number(text))))
  if (!/^\d{6}$/.test(text)) return undefined
  if (form.six === 'yyyymm') return monthOf(text.slice(0, 4), text.slice(4))
  return onDay(fullYear(text.slice(0, 2)), text.slice(2, 4), text.slice(4))
}

function partedIn(text: string, form: DateForm): Dated | undefined {
  const match = PARTED.exec(text)
  if (!match) return undefined
  const [one, sign, two, year] = [match[1]!, match[2]!, match[3]!, fullYear(match[4]!)]
  const dmy = onDay(year, two, one)
  const mdy = sign === '.' ? undefined : onDay(year, one, two)
  if (!dmy || !mdy || dmy.on === mdy.on) return dmy ?? mdy
  return form.order && (form.order === 'dmy' ? dmy : mdy)
}

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januari'],
  ['feb', 'february', 'februari'],
  ['mar', 'march', 'mars'],
  ['apr', 'april'],
  ['may', 'maj'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august', 'augusti'],
  ['sep', 'sept', 'september'],
  ['oct', 'okt', 'october', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december'],
]
const monthNamed = (name: string): string | undefined => {
  const at = MONTHS.findIndex((names) => names.includes(name.toLowerCase()))
  return at < 0 ? undefined : String(at + 1)
}

/** '2 jan 2024', '02-Jan-24', 'January 2, 2024', 'Jan-24'. */
function namedIn(text: string): Dated | undefined {
  const parts =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s./-]+)?(?:den )?(\p{L}{3,9})\.?(?:[\s-]+(\d{1,2})(?:st|nd|rd|th)?,)?[\s./-]+(\d{4}|\d{2})$/u.exec(
      text,
    )
  const month = parts && monthNamed(parts[2]!)
  if (!month || (parts[1] && parts[3])) return undefined
  const year = fullYear(parts[4]!)
  const dayOfMonth = parts[1] ?? parts[3]
  return dayOfMonth ? onDay(year, month, dayOfMonth) : monthOf(year, month)
}

/** Ledgers and contracts are of our own time: two digits are this century's. */
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year)

const isSerial = (text: string): boolean => /^\d{5}([.,]\d+)?$/.test(text) && Number.parseInt(text) >= 20_000

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function onDay(year: string, month: string, dayOfMonth: string): Dated | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)]
  const length = m === 2 && isLeap(y) ? 29 : LENGTHS[m - 1]
  if (length === undefined || d < 1 || d > length || y < 1900 || y > 2199) return undefined
  return dated(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` as Day)
}

function monthOf(year: string, month: string): Dated | undefined {
  const first = onDay(year, month, '01')
  return first && { on: first.on, precision: 'month' }
}

const dated = (on: Day): Dated => ({ on, precision: 'day' })

const DAY_MS = 86_400_000
/**
 * The day of a spreadsheet's serial number. Day 60 of the common system is 29 February 1900, which never was: numbers
 * before it count from a day later. The other system counts from 1 January 1904 (ECMA-376, part 1, 18.17.4.1).
 */
export function dayOfSerial(serial: number, from1904 = false): Day {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  return new Date(start + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10) as Day
}
