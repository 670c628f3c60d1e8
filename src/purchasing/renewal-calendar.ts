/**
 * A calendar of days as other programs read it: RFC 5545, all-day events only.
 *
 *   BEGIN:VEVENT
 *   UID:2120001355-c1-end@fairlane
 *   DTSTAMP:20261101T080000Z
 *   DTSTART;VALUE=DATE:20271231
 *   SUMMARY:Avtalet löper ut: Färsk fisk
 *   END:VEVENT
 */
import { addDays, type Day, type Instant } from '../kit/day.js'

export interface CalendarDay {
  /** The same each time the calendar is made, so that a reader moves the event instead of adding one. */
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly url: string
  /** When it was told. */
  readonly toldAt: Instant
}

export const calendarHead = (name: string, language: string): string =>
  lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Fairlane//Renewals//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
  ])

export const calendarDay = ({ uid, on, summary, description, url, toldAt }: CalendarDay): string =>
  lines([
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
  ])

export const CALENDAR_END = 'END:VCALENDAR\r\n'

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
