/** The days of a committee's meetings, from its calendar as a file (iCalendar, RFC 5545). */
import { dayOf, dayOfInstant, type Day, type Instant } from '../../../kit/day.js'
import { refuse, type Refusal } from '../../../kit/refuse.js'
import { say } from '../../../kit/words/index.js'

/**
 * Each day once, in order; cancelled meetings are left out. Refused when it is no calendar, when it holds no meeting, and when
 * one recurs by a rule: export it with a meeting for each day.
 */
export function meetingsIn(text: string): readonly Day[] | Refusal {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR')
    return refuse(say('law.refusal.calendar', { field: 'meetings', kind: 'none' }))
  const events = eventsIn(lines).filter((event) => !event.some((line) => /^STATUS:CANCELLED$/i.test(line)))
  if (events.some((event) => event.some((line) => /^(RRULE|RDATE)[:;]/i.test(line))))
    return refuse(say('law.refusal.calendar', { field: 'meetings', kind: 'recurs' }))
  const days = events.map(startOf)
  if (days.some((day) => day === undefined))
    return refuse(say('law.refusal.calendar', { field: 'meetings', kind: 'day' }))
  return days.length
    ? [...new Set(days as Day[])].sort()
    : refuse(say('law.refusal.calendar', { field: 'meetings', kind: 'empty' }))
}

function eventsIn(lines: readonly string[]): string[][] {
  const events: string[][] = []
  let at: string[] | undefined
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line)) at = []
    else if (/^END:VEVENT$/i.test(line) && at) {
      events.push(at)
      at = undefined
    } else at?.push(line)
  }
  return events
}

/** A day, or a time where the city is; one in UTC falls on the city's day. */
function startOf(event: readonly string[]): Day | undefined {
  const line = event.find((one) => /^DTSTART[:;]/i.test(one))
  const [, year, month, date, time, utc] = /:(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z)?)?$/.exec(line ?? '') ?? []
  const day = year ? dayOf(`${year}-${month}-${date}`) : undefined
  if (!day || !utc || !time) return day
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`
  return Number.isNaN(Date.parse(`${day}T${clock}Z`)) ? undefined : dayOfInstant(`${day}T${clock}Z` as Instant)
}
