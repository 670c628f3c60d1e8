/**
 * A calendar of days as other programs read it: RFC 5545, all-day events only.
 *
 *   BEGIN:VEVENT
 *   UID:open-1@fairlane
 *   DTSTAMP:20261124T080000Z
 *   DTSTART;VALUE=DATE:20261228
 *   SUMMARY:Öppet förfarande: anbudstiden går ut
 *   END:VEVENT
 */
import { addDays, type Day, type Instant } from './day.js'

export interface CalendarEvent {
  /** The same each time the calendar is made, so that a reader moves the event instead of adding one. */
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly url: string
}

/** `about`: what the calendar is of, for the programs that read it. `toldAt`: when it was worked out. */
export const calendarFile = (
  { name, about, language, toldAt }: { name: string; about: string; language: string; toldAt: Instant },
  events: readonly CalendarEvent[],
): string =>
  lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Fairlane//${about}//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap((event) => eventLines(event, toldAt)),
    'END:VCALENDAR',
  ])

const eventLines = ({ uid, on, summary, description, url }: CalendarEvent, toldAt: Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${text(uid)}`,
  `DTSTAMP:${toldAt.replace(/[-:]|\.\d+/g, '')}`,
  `DTSTART;VALUE=DATE:${plain(on)}`,
  `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
  `SUMMARY:${text(summary)}`,
  `DESCRIPTION:${text(description)}`,
  `URL:${url.replace(/[\r\n]/g, '')}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const plain = (day: Day): string => day.replaceAll('-', '')

/** RFC 5545, 3.3.11; other control characters are no text. */
const text = (written: string): string =>
  written
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const lines = (all: readonly string[]): string => all.map((line) => `${folded(line)}\r\n`).join('')

const OCTETS = 75

/** RFC 5545, 3.1: no line is longer than 75 octets, and no letter is divided. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > OCTETS) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
