/** The days on which the city's books are kept, and how much falls on each. */
import { known, type Description, type Stream } from './description.js'

/** Working days of the period, first to last, with how much more than usual is booked on each. */
export interface Calendar {
  readonly days: readonly string[]
  /** Of each day its month, January = 0. */
  readonly months: readonly number[]
  readonly busy: readonly number[]
}

const LAST_OF_MONTH = 3

export function calendarOf({ period, holidays, monthEnd }: Description): Calendar {
  const days = workingDays(period, new Set(holidays))
  const busy = days.map((day, place) => (isOfMonth(day, days[place + LAST_OF_MONTH]) ? 1 : monthEnd))
  return { days, months: days.map((day) => Number(day.slice(5, 7)) - 1), busy }
}

const isOfMonth = (day: string, later: string | undefined) => later?.slice(0, 7) === day.slice(0, 7)

function workingDays({ from, to }: Description['period'], holidays: ReadonlySet<string>): string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (new Date(at).getUTCDay() % 6 !== 0 && !holidays.has(day)) days.push(day)
  }
  return days
}

/** Months an administration books in: its own season where there is one. */
export const seasonOf = (of: Description, { season }: Stream, administration: string): readonly number[] =>
  of.seasons[`${season} ${administration}`] ?? known(of.seasons, season)

/** For each day, the sum of the weights until then, that day included. */
export function weighed({ months, busy }: Calendar, season: readonly number[]): number[] {
  let sum = 0
  return months.map((month, place) => (sum += season[month]! * busy[place]!))
}

/** The places of `count` days, in order and evenly over the weights, so that a monthly bill stays monthly. */
export function spreadOut(sums: readonly number[], count: number, unit: () => number): number[] {
  const total = sums.at(-1)!
  let place = 0
  return Array.from({ length: count }, (_, turn) => {
    const sought = ((turn + unit()) / count) * total
    while (place < sums.length - 1 && sums[place]! <= sought) place++
    return place
  })
}
