/** Days, amounts, periods and names as many kinds of file write them. Undefined where it is none. */
import { dayOf, type Day } from '../../../kit/day.js'
import { hundredthsOf } from '../../../kit/money.js'
import { writtenDay } from '../fields.js'
import { extensionMonths, type Unit } from './extension.js'

/** In which order a day is written where its year does not stand first. */
export type DayOrder = 'day-first' | 'month-first'

export interface WrittenDay {
  readonly on: Day
  readonly precision: 'day' | 'month'
}

const FIGURES = /^(\d{1,2})[/.\- ](\d{1,2}|\p{L}{3,})\.?[/.\- ](\d{4}|\d{2})$/u
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['maj', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
]

/** '2026-03-01', '20260301', '2026-03', '202603', '2026/3/1', '1/3/2026', '1.3.26', '01-Mar-26'; a time of day after it is left. */
export function dayIn(text: string, order: DayOrder): WrittenDay | undefined {
  const bare = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(?:Z|AM|PM)?$/i, '')
  const plain = writtenDay(bare)
  if (plain) return plain
  const period = /^(\d{4})(0[1-9]|1[0-2])$/.exec(bare)
  if (period) return writtenDay(`${period[1]}-${period[2]}`)
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(bare)
  if (yearFirst) return real(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!)
  const [, first, second, year] = FIGURES.exec(bare) ?? []
  if (!first || !second || !year) return undefined
  const named = MONTHS.findIndex((names) => names.some((name) => second.toLowerCase().startsWith(name)))
  if (named >= 0) return real(year, String(named + 1), first)
  return order === 'day-first' ? real(year, second, first) : real(year, first, second)
}

function real(year: string, month: string, dayOfMonth: string): WrittenDay | undefined {
  const on = dayOf([year.padStart(4, '20'), month.padStart(2, '0'), dayOfMonth.padStart(2, '0')].join('-'))
  return on && { on, precision: 'day' }
}

/** Day first as in Europe, unless the second figure cannot be a month. */
export function dayOrderOf(values: readonly string[]): DayOrder {
  const second = values.map((value) => Number(FIGURES.exec(value.trim())?.[2]))
  return second.some((figure) => figure > 12) ? 'month-first' : 'day-first'
}

const SCALES: readonly [RegExp, number][] = [
  [/(?:^|[^a-zåäö])(?:tkr|ksek|tsek|kkr)(?:$|[^a-zåäö])/i, 1_000],
  [/(?:^|[^a-zåäö])(?:mnkr|mkr|msek)(?:$|[^a-zåäö])/i, 1_000_000],
]
/** 'Takbelopp (tkr)' is a thousand; 1 where no unit is written. */
export const scaleOf = (text: string): number => SCALES.find(([form]) => form.test(text))?.[1] ?? 1

/** Hundredths. '1,2 mkr', '500 tkr', '1 000 kr', '1 000:-', '£500.00'; bare figures are in the column's own scale. */
export function amountIn(text: string, columnScale = 1): number | undefined {
  const own = scaleOf(text)
  const bare = text
    .replace(/(?:tkr|ksek|tsek|kkr|mnkr|mkr|msek|sek|kr|gbp|eur|nok|dkk)\b\.?/gi, '')
    .replace(/:-|[£€]/g, '')
    .trim()
  const hundredths = hundredthsOf(bare)
  const amount = hundredths === undefined ? undefined : hundredths * (own > 1 ? own : columnScale)
  return amount !== undefined && Number.isSafeInteger(amount) ? amount : undefined
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
