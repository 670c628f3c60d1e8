/** A calendar day in the proleptic Gregorian calendar, written `2026-11-23`. An instant is never a Day. */
import { Temporal } from 'temporal-polyfill'
import { LOCALE, type Language } from './words/index.js'

export type Day = string & { readonly day: unique symbol }
/** A point in time, ISO 8601 in UTC: `2026-11-23T09:25:00.000Z`. */
export type Instant = string & { readonly instant: unique symbol }

/** Undefined when the text is not a real calendar day written YYYY-MM-DD. */
export function dayOf(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch {
    return undefined
  }
}

export const day = (text: string): Day => {
  const found = dayOf(text)
  if (!found) throw new Error(`'${text}' is not a day`)
  return found
}

export const instantOf = (date: Date): Instant => date.toISOString() as Instant
/** The Swedish calendar day of an instant; a city's papers are dated where the city is. */
export const dayOfInstant = (instant: Instant, zone = 'Europe/Stockholm'): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as Day

// A page reckons with a hundred days: as midnights in UTC, in a tenth of Temporal's time. `day.test.ts` compares the two.
const DAY_MS = 86_400_000
const dayOfMidnight = (date: Date): Day => date.toISOString().split('T')[0] as Day

export const addDays = (from: Day, days: number): Day => dayOfMidnight(new Date(Date.parse(from) + days * DAY_MS))
/** The same day of the month, or its last where it has none such. */
export function addMonths(from: Day, months: number): Day {
  const date = new Date(from)
  const dayOfMonth = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  date.setUTCDate(Math.min(dayOfMonth, date.getUTCDate()))
  return dayOfMidnight(date)
}
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
export const monthOf = (of: Day): string => of.slice(0, 7)
export const yearOf = (of: Day): number => Number(of.slice(0, 4))

const formats = new Map<string, Intl.DateTimeFormat>()
const format = (language: Language, name: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${language} ${name}`
  let found = formats.get(key)
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(LOCALE[language], options)))
  return found
}

/** '23 november 2026' in both languages, each in its own words. */
export const dayInWords = (of: Day, language: Language): string =>
  format(language, 'day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(of))
export const monthInWords = (of: Day, language: Language): string =>
  format(language, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(of))
/** '23 november 2026 10:25', in Swedish time. */
export const instantInWords = (of: Instant, language: Language): string =>
  format(language, 'instant', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(
    new Date(of),
  )
