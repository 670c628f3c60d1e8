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
/** `about`: what the calendar is of, for the programs that read it: 'Routes'. */
export interface CalendarNamed {
  readonly name: string
  readonly about: string
  readonly language: string
}

/** Head, days and end one after the other are a calendar, so that a long one can be sent while it is made. */
export const calendarHead = ({ name, about, language }: CalendarNamed): string =>
  lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Fairlane//${about}//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
  ])

/** `toldAt`: when it was told, or worked out. */
export const calendarDay = ({ uid, on, summary, description, url }: CalendarEvent, toldAt: Instant): string =>
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

/** A short one at once, all of it worked out at the same time. */
export const calendarFile = (
  { toldAt, ...named }: CalendarNamed & { readonly toldAt: Instant },
  events: readonly CalendarEvent[],
): string => calendarHead(named) + events.map((event) => calendarDay(event, toldAt)).join('') + CALENDAR_END

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
