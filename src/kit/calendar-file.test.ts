import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay, calendarFile, type CalendarEvent } from './calendar-file.js'
import { day, type Instant } from './day.js'

const TOLD_AT = '2026-11-23T09:25:00.000Z' as Instant
const ONE: CalendarEvent = {
  uid: '2120001355-c1-end@fairlane',
  on: day('2027-12-31'),
  summary: 'Avtalet löper ut: Färsk fisk, kyld; hel',
  description: 'Registret anger slutdagen.\nhttps://fairlane.example/sv/contracts/c1',
  url: 'https://fairlane.example/sv/contracts/c1',
}
/** As a calendar program reads it: lines joined again, then taken apart and freed of their escapes. */
const read = (written: string) =>
  new Map(
    written
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter(Boolean)
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 1).replace(/\\([\\;,n])/g, (_, one: string) => (one === 'n' ? '\n' : one)),
      ]),
  )

test('a day is an event for the whole of it, with when it was told', () => {
  const event = read(calendarDay(ONE, TOLD_AT))
  expect(event.get('DTSTART;VALUE=DATE')).toBe('20271231')
  expect(event.get('DTEND;VALUE=DATE')).toBe('20280101')
  expect(event.get('DTSTAMP')).toBe('20261123T092500Z')
  expect(event.get('UID')).toBe(ONE.uid)
  expect(calendarDay(ONE, TOLD_AT)).toContain('SUMMARY:Avtalet löper ut: Färsk fisk\\, kyld\\; hel\r\n')
})

test('a calendar begins and ends', () => {
  const whole = calendarFile({ name: 'Förnyelser', about: 'Renewals', language: 'sv', toldAt: TOLD_AT }, [ONE])
  expect(whole.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
  expect(whole.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
})

describe('whatever a title holds', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })
  test('it is read back, no line is too long, and no line is anything but a property', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const written = calendarDay({ ...ONE, summary, description }, TOLD_AT)
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const event = read(written)
        // Control characters cannot be written; all else comes back.
        const kept = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
        expect(kept(event.get('SUMMARY')!)).toBe(kept(summary))
        expect(kept(event.get('DESCRIPTION')!)).toBe(kept(description))
        expect([...event.keys()]).toHaveLength(10)
      }),
    )
  })
})
