/** A subject bought again and again: the contract of the day, and before it those the register still remembers. */
import { addDays, addMonths, day, type Day } from '../src/kit/day.js'
import type { Description, Subject } from './description.js'

export interface Run {
  readonly start: Day
  /** Unknown where it runs until further notice. */
  readonly end: Day | undefined
  /** Options that are left, in months. */
  readonly options: readonly number[]
  /** From the first day to the last possible one; four years where nothing is agreed. */
  readonly months: number
  readonly suppliers: readonly string[]
}

/** A register forgets a contract so long after its end. */
const REMEMBERED_MONTHS = 36
const WHOLE = 48

/** Oldest first. The last one is the contract of the day. */
export function runsOf(subject: Subject, today: Day): Run[] {
  const months = subject.term.reduce((sum, one) => sum + one, 0)
  if (months === 0) return [endless(subject)]
  let start = day(`${subject.since}-01`)
  const starts = [start]
  while (!subject.lapsed && addMonths(start, months) <= today) starts.push((start = addMonths(start, months)))
  const remembered = addMonths(today, -REMEMBERED_MONTHS)
  for (let end = starts[0]!; end > remembered; end = addMonths(end, -months)) starts.unshift(addMonths(end, -months))
  return starts.map((from, place) => run(subject, from, months, today, place === starts.length - 1))
}

const endless = (subject: Subject): Run => ({
  start: day(`${subject.since}-01`),
  end: undefined,
  options: [],
  months: WHOLE,
  suppliers: subject.with,
})

/** An option is taken up when the last day to say no has passed. */
function run(subject: Subject, start: Day, months: number, today: Day, isLast: boolean): Run {
  const suppliers = isLast ? subject.with : (subject.before ?? subject.with)
  const [firm = 0, ...options] = subject.term
  let length = firm
  while (options.length > 0 && addMonths(addMonths(start, length), -subject.notice) <= today) length += options.shift()!
  return { start, end: addDays(addMonths(start, length), -1), options, months, suppliers }
}

/** Of a subject's contract of the day, in kronor: so much that it is used up as the description says, or is wide enough. */
export function ceilingOf(of: Description, subject: Subject, run: Run, room: number): number {
  const yearly = subject.spend.total * 1000
  const seenFrom = run.start > of.period.from ? run.start : of.period.from
  const gone = (Date.parse(of.period.to) - Date.parse(seenFrom)) / (365.25 * 86_400_000)
  const whole = subject.used ? (yearly * gone) / subject.used : (yearly * run.months * room) / 12
  return Math.max(1, Math.round(whole / 50_000)) * 50_000
}
