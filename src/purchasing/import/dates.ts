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

const ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type Order = (typeof ORDERS)[number]

/** How a column writes its days, as far as the column shows. */
export interface DateForm {
  /** The order in '03/04/2024' and '24-03-04'. Undefined when nothing in the column decides, or it contradicts itself. */
  readonly order?: Order
  /** The writing that decided the order. */
  readonly shownBy?: string
  /** Six digits are a year and a month, or a day with a two-digit year first. */
  readonly six: 'yyyymm' | 'yymmdd'
  /** Days are spreadsheets' serial numbers. */
  readonly isSerial: boolean
  /** One that can be read in several ways, when the column decides nothing: it must be asked. */
  readonly undecided?: string
  /** Two writings that contradict each other. Those that are clear in themselves are read all the same. */
  readonly contradiction?: readonly [string, string]
}

export function dateFormOf(written: Iterable<string>): DateForm {
  const texts = [...new Set(written)].map(withoutTime).filter((text) => text !== '')
  const six = texts.filter((text) => /^\d{6}$/.test(text))
  return {
    ...orderOf(texts),
    six: six.every((text) => monthOf(text.slice(0, 4), text.slice(4))) ? 'yyyymm' : 'yymmdd',
    isSerial: texts.length > 0 && texts.every(isSerial),
  }
}

function orderOf(texts: readonly string[]): Omit<DateForm, 'six' | 'isSerial'> {
  const all = texts.flatMap((text) => {
    const days = partedDays(text)
    return days && !/\.\d{4}$/.test(text) && waysOf(days) > 0 ? [{ text, days }] : []
  })
  if (all.length === 0) return {}
  const possible = ORDERS.filter((order) => all.every(({ days }) => days[order]))
  if (possible.length === 0) return { contradiction: contradictionIn(all) }
  const [order, ...others] = narrowed(possible, all)
  if (others.length === 0) {
    const clearest = all.reduce((best, one) => (waysOf(one.days) < waysOf(best.days) ? one : best))
    return { order: order!, shownBy: clearest.text }
  }
  const unclear = all.find(({ days }) => waysOf(days) > 1)
  return unclear ? { undecided: unclear.text } : {}
}

type Days = Readonly<Partial<Record<Order, Dated>>>
interface Parted {
  readonly text: string
  readonly days: Days
}
const waysOf = (days: Days): number => new Set(Object.values(days).map(({ on }) => on)).size

function contradictionIn(all: readonly Parted[]): readonly [string, string] {
  const agree = (one: Parted, two: Parted) => ORDERS.some((order) => one.days[order] && two.days[order])
  for (const one of all) {
    const two = all.find((other) => !agree(one, other))
    if (two) return [one.text, two.text]
  }
  return [all[0]!.text, all.at(-1)!.text]
}

const YEARS = 10
/** Of two-digit years those are meant that lie together: read as years, days of a month scatter over thirty. */
function narrowed(possible: readonly Order[], all: readonly Parted[]): readonly Order[] {
  const together = possible.filter((order) => {
    const years = all.map(({ days }) => Number(days[order]!.on.slice(0, 4)))
    return Math.max(...years) - Math.min(...years) <= YEARS
  })
  return together.length > 0 ? together : possible
}

/** Undefined when it is no day, or when the form does not say which of two days it is. */
export function dayIn(written: string, form: DateForm): Dated | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (iso) return onDay(iso[1]!, iso[2]!, iso[3]!)
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
  const days = partedDays(text)
  if (!days) return undefined
  return waysOf(days) === 1 ? Object.values(days)[0] : form.order && days[form.order]
}

/** What '03/04/2024' or '24-03-04' is in each order that makes a day of it. With points the month stands in the middle. */
function partedDays(text: string): Days | undefined {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (!match) return undefined
  const [one, sign, two, three] = [match[1]!, match[2]!, match[3]!, match[4]!]
  const days = {
    ymd: one.length === 2 && three.length === 2 ? onDay(fullYear(one), two, three) : undefined,
    dmy: onDay(fullYear(three), two, one),
    mdy: sign === '.' ? undefined : onDay(fullYear(three), one, two),
  }
  return Object.fromEntries(Object.entries(days).filter(([, on]) => on))
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
    /^(?:den )?(?:(\d{1,2})(?:st|nd|rd|th)?[\s./-]+)?(\p{L}{3,9})\.?(?:[\s-]+(\d{1,2})(?:st|nd|rd|th)?,)?[\s./-]+(\d{4}|\d{2})$/u.exec(
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
