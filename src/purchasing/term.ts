/** When a contract runs, in days: a register states options and notice in months, counted from the end. */
import { addDays, addMonths, type Day } from '../kit/day.js'

export interface Term {
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** '12+12': options that remain, in the order they would be used; empty where there are none, null where unread. */
  readonly extensionMonths: string | null
  readonly noticeMonths: number | null
}

/** [12, 12] of '12+12'. */
export const optionMonths = ({ extensionMonths }: Pick<Term, 'extensionMonths'>): number[] =>
  extensionMonths ? extensionMonths.split('+').map(Number) : []

/** The last day of each option, in months; it begins the day after the end, so that 30 June and six months is 31 December. */
export function optionEnds(endsOn: Day | null, months: readonly number[]): Day[] {
  if (endsOn === null) return []
  const sums = months.map((_, at) => months.slice(0, at + 1).reduce((sum, one) => sum + one, 0))
  return sums.map((sum) => addDays(addMonths(addDays(endsOn, 1), sum), -1))
}

/** The last day to give notice so that the contract is not prolonged; unknown without an end or a notice period. */
export const noticeBy = ({ endsOn, noticeMonths }: Pick<Term, 'endsOn' | 'noticeMonths'>): Day | undefined =>
  endsOn === null || noticeMonths === null ? undefined : addMonths(endsOn, -noticeMonths)

/** Of several, the end that comes next; where all have passed, the last. Undefined where no end is stated. */
export function nextEnd(terms: readonly Pick<Term, 'endsOn'>[], today: Day): Day | undefined {
  const ends = terms.flatMap(({ endsOn }) => endsOn ?? []).sort()
  return ends.find((end) => end >= today) ?? ends.at(-1)
}

/** Contracts that run alike, together, in the order given. */
export function alike<T extends Term>(contracts: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of contracts) {
    const key = [one.startsOn, one.endsOn, one.extensionMonths, one.noticeMonths].join()
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}
