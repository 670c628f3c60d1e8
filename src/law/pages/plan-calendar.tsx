/** A route's days as events: what is sent, when each time runs out, when the contract may be made. */
import { calendarFile, type CalendarEvent } from '../../kit/calendar-file.js'
import type { Instant } from '../../kit/day.js'
import type { Reader } from '../../web/index.js'
import { shownCalendar } from '../plan.js'
import type { Answered } from '../rules/answer.js'
import { linesOf } from './steps.js'

/** `url`: the answer that it comes from. */
export function routeCalendar(reader: Reader, answered: Answered, url: string, toldAt: Instant): string {
  const { words, language } = reader
  const name = words(`law.route.${answered.route}`)
  const basis = words('law.page.icsBasis', { verdict: answered.verdict })
  const events = linesOf(reader, answered, shownCalendar(answered)).flatMap((line, at): CalendarEvent[] => {
    const about = { description: [line.kind, basis].filter(Boolean).join('. '), url }
    const uid = (which: string) => `${answered.route}-${at}-${which}@fairlane`
    return [
      ...(line.on && line.sent ? [{ ...about, uid: uid('sent'), on: line.on, summary: `${name}: ${line.sent}` }] : []),
      { ...about, uid: uid('last'), on: line.last.day, summary: `${name}: ${lastOf(reader, line)}` },
    ]
  })
  return calendarFile({ name, about: 'Routes', language, toldAt }, events)
}

const lastOf = ({ words }: Reader, line: ReturnType<typeof linesOf>[number]): string =>
  line.last.reckoned ? words('law.page.ends', { name: line.name }) : line.name
