/** The Swedish public holidays (SFS 1989:253) and the three eves that SFS 1930:173 2 § treats like them, for any year from 2005. */
import { addDays, day, type Day } from '../../../kit/day.js'
import { easterSunday } from './easter.js'

/** 2005: the National Day became a holiday and Whit Monday ceased to be one. */
export const FIRST_YEAR = 2005
export const LAST_YEAR = 2199

export const HOLIDAYS = [
  'newYear',
  'epiphany',
  'goodFriday',
  'easter',
  'easterMonday',
  'mayDay',
  'ascension',
  'whitSunday',
  'nationalDay',
  'midsummer',
  'allSaints',
  'christmas',
  'boxingDay',
] as const
export const EVES = ['midsummerEve', 'christmasEve', 'newYearsEve'] as const
export type DayOff = (typeof HOLIDAYS)[number] | (typeof EVES)[number]

/** By day, in no order; a holiday that falls together with another (1 May on Ascension Day) keeps one name. */
export function daysOff(year: number): ReadonlyMap<Day, DayOff> {
  const known = kept.get(year)
  if (known) return known
  const made = new Map(reckoned(year))
  kept.set(year, made)
  return made
}
const kept = new Map<number, ReadonlyMap<Day, DayOff>>()

function reckoned(year: number): [Day, DayOff][] {
  const on = (date: string) => day(`${year}-${date}`)
  const easter = easterSunday(year)
  const midsummer = saturdayFrom(on('06-20'))
  return [
    [on('01-01'), 'newYear'],
    [on('01-06'), 'epiphany'],
    [addDays(easter, -2), 'goodFriday'],
    [easter, 'easter'],
    [addDays(easter, 1), 'easterMonday'],
    [on('05-01'), 'mayDay'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 49), 'whitSunday'],
    [on('06-06'), 'nationalDay'],
    [addDays(midsummer, -1), 'midsummerEve'],
    [midsummer, 'midsummer'],
    [saturdayFrom(on('10-31')), 'allSaints'],
    [on('12-24'), 'christmasEve'],
    [on('12-25'), 'christmas'],
    [on('12-26'), 'boxingDay'],
    [on('12-31'), 'newYearsEve'],
  ]
}

const saturdayFrom = (first: Day): Day => addDays(first, 6 - weekdayOf(first))

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (of: Day): number => new Date(of).getUTCDay()
