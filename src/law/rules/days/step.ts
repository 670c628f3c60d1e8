import type { Day } from '../../../kit/day.js'
import type { Message } from '../../../kit/words/index.js'
import type { Cited } from '../cites.js'

export type DayRule =
  'eventDay' | 'length' | 'lastDay' | 'twoWorkingDays' | 'backward' | 'setHour' | 'evesUncounted' | LocalRule
/** The buyer's own, which cite no law. */
export type LocalRule = 'july' | 'handIn' | 'meeting'

/** One rule applied: the day that stands after it, and why. */
export interface DayStep {
  readonly day: Day
  readonly rule: DayRule
  readonly because: Message
  readonly cites: readonly Cited[]
}

/** Each length is a whole number, 1 or more. */
export interface Period {
  readonly length: number
  readonly unit: 'days' | 'workingDays' | 'months'
  /** Counted back from the event: `six days before the last day for tenders`. */
  readonly backward?: boolean
}

export const days = (length: number): Period => ({ length, unit: 'days' })
export const workingDays = (length: number): Period => ({ length, unit: 'workingDays' })
export const months = (length: number): Period => ({ length, unit: 'months' })
export const before = (period: Period): Period => ({ ...period, backward: true })
