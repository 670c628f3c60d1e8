import { addDays, yearOf, type Day } from '../../../kit/day.js'
import { daysOff, EVES, weekdayOf, type DayOff } from './holidays.js'

export type NotWorking = DayOff | 'saturday' | 'sunday'

/** Undefined on a working day: no Saturday, Sunday or holiday, and none of the three eves. */
export function notWorking(of: Day): NotWorking | undefined {
  const off = daysOff(yearOf(of)).get(of)
  if (off) return off
  const weekday = weekdayOf(of)
  return weekday === 0 ? 'sunday' : weekday === 6 ? 'saturday' : undefined
}

export const isEve = (of: Day): boolean => (EVES as readonly (NotWorking | undefined)[]).includes(notWorking(of))

/** The day itself when it is one. */
export function workingDayFrom(of: Day): Day {
  let found = of
  while (notWorking(found)) found = addDays(found, 1)
  return found
}

/** How many stand after `from`, up to and with `to`; counts no further than `enough`. */
export function workingDaysBetween(from: Day, to: Day, enough = Infinity): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to && count < enough; at = addDays(at, 1)) if (!notWorking(at)) count += 1
  return count
}
