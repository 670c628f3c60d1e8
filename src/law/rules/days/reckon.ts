/** A period as the law counts it, step by step (Regulation 1182/71 art. 3; SFS 1930:173 2 §). */
import { yearOf, type Day } from '../../../kit/day.js'
import { refuse, refused, type Refusal } from '../../../kit/refuse.js'
import { say } from '../../../kit/words/index.js'
import { backward } from './backward.js'
import { eventDay } from './event-day.js'
import { FIRST_YEAR, LAST_YEAR } from './holidays.js'
import { lastDay } from './last-day.js'
import { length } from './length.js'
import { setHour } from './set-hour.js'
import type { DayStep, Period } from './step.js'
import { twoWorkingDays } from './two-working-days.js'

export interface Reckoned {
  /** The day of the event; it does not count. */
  readonly from: Day
  readonly period: Period
  /** The last day of the period, to its end; counted back, the latest day to act. */
  readonly lastDay: Day
  readonly steps: readonly DayStep[]
}

const LONGEST = { days: 3660, workingDays: 2600, months: 120 } as const

/** Refuses, naming the field, a length that is not 1 or more (ten years at most) and a day outside the years whose holidays are known. */
export function reckon(from: Day, period: Period): Reckoned | Refusal {
  const most = LONGEST[period.unit]
  if (!Number.isInteger(period.length) || period.length < 1 || period.length > most)
    return refuse(say('law.refusal.length', { field: period.unit, most }))
  const found = yearIsKnown(from) ? counted(from, period) : undefined
  return found && yearIsKnown(found.lastDay) ? found : refuse(outside('from'))
}

const yearIsKnown = (of: Day): boolean => yearOf(of) >= FIRST_YEAR && yearOf(of) <= LAST_YEAR
const outside = (field: string) =>
  say('law.refusal.year', { field, first: String(FIRST_YEAR), last: String(LAST_YEAR) })

/** For a period and a day that are known to be in bounds: a rule's own. */
export function counted(from: Day, period: Period): Reckoned {
  const steps = [eventDay(from), ...length(from, period)]
  if (period.backward) steps.push(backward(steps.at(-1)!.day))
  else {
    steps.push(...lastDay(steps.at(-1)!.day))
    if (period.unit === 'months' || period.length >= 2) steps.push(...twoWorkingDays(from, steps.at(-1)!.day))
  }
  return { from, period, lastDay: steps.at(-1)!.day, steps }
}

/** The same with a limit at a set hour before midnight, which the period's last day cannot carry. */
export function untilSetHour(from: Day, period: Period): Reckoned | Refusal {
  const whole = reckon(from, period)
  if (refused(whole) || period.backward) return whole
  const step = setHour(whole.lastDay)
  return { ...whole, lastDay: step.day, steps: [...whole.steps, step] }
}
