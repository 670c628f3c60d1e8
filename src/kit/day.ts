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

export const addDays = (from: Day, days: number): Day => Temporal.PlainDate.from(from).add({ days }).toString() as Day
export const addMonths = (from: Day, months: number): Day =>
  Temporal.PlainDate.from(from).add({ months }).toString() as Day
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
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
