import { describe, expect, test } from 'vitest'
import { day } from '../../../kit/day.js'
import { refused } from '../../../kit/refuse.js'
import { wordsFor } from '../../../kit/words/index.js'
import { routesFor } from '../answer.js'
import type { Case } from '../case.js'
import type { CityCalendar } from './city.js'
import { meetingsIn } from './meetings.js'
import { handInDay, ownWork } from './own-work.js'

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', ...events.map((one) => `BEGIN:VEVENT\r\n${one}\r\nEND:VEVENT`), 'END:VCALENDAR'].join('\r\n')

describe('a committee’s calendar', () => {
  test('a day, a local time, a time in UTC past midnight here; once each, cancelled ones left out', () => {
    const text = calendar(
      'DTSTART;VALUE=DATE:20270217\r\nSUMMARY:Kommunstyrelsen',
      'DTSTART;TZID=Europe/Stockholm:20270120T090000',
      'DTSTART:20270119T233000Z',
      'DTSTART:20270303T080000Z\r\nSTATUS:CANCELLED',
      'DTSTART;X-LONG=a\r\n b:20270324',
    )
    expect(meetingsIn(text)).toEqual(['2027-01-20', '2027-02-17', '2027-03-24'])
  })
  test.each([
    ['a page', '<html>', 'is no iCalendar file'],
    ['no meeting', calendar(), 'holds no meeting'],
    ['a day that is none', calendar('DTSTART:20270230'), 'a meeting without a day'],
    ['a rule', calendar('DTSTART:20270120\r\nRRULE:FREQ=MONTHLY'), 'recurs by a rule'],
  ])('refuses %s', (_, text, sentence) => {
    const found = meetingsIn(text)
    expect(refused(found) && wordsFor('en').of(found.because)).toContain(sentence)
  })
})

describe('the likely day', () => {
  const food: Case = {
    begunOn: day('2026-11-24'),
    startOn: day('2026-11-24'),
    subject: 'goods',
    value: { least: 900_000_000, most: 900_000_000 },
    electronic: true,
    answers: {},
    ownDays: { evaluation: 10 },
  }
  const meetings = ['2027-01-12', '2027-01-20', '2027-02-17'].map(day)
  const open = (city: CityCalendar, more: Partial<Case> = {}) => {
    const found = routesFor({ ...food, ...more, city })
    if (refused(found)) throw new Error(found.because.key)
    return found.find(({ route }) => route === 'open')!
  }

  test('the committee decides at its first meeting whose papers can still be handed in', () => {
    // Evaluation ends on Thursday 14 January 2027; ten working days before 20 January have passed by then.
    expect(open({ meetings }).likely.steps.map(({ name, to }) => [name, to])).toEqual([
      ['openTendersElectronic', '2026-12-28'],
      ['evaluation', '2027-01-14'],
      ['decision', '2027-01-20'],
      ['standstillElectronic', '2027-02-01'],
    ])
    const handed = open({ meetings, handInDays: 10 }).likely
    expect(handed.steps[2]).toMatchObject({ to: '2027-02-17', reckoned: { steps: [{ day: '2027-02-03' }, {}] } })
    expect(open({ meetings, handInDays: 10 }).earliest).toEqual(open({}).earliest)
  })
  test('an officer decides below the delegation limit, and nobody when no meeting is known', () => {
    const limit = { delegationBelow: 900_000_001 }
    expect(open({ meetings, ...limit }, { ownDays: { evaluation: 10, decision: 1 } }).likely.steps[2]).toMatchObject({
      to: '2027-01-15',
    })
    expect(open({ meetings: [day('2026-12-01')] }).likely).toMatchObject({ missing: ['decision'] })
    expect(open({ meetings: [day('2026-12-01')] }).likely).not.toHaveProperty('firstDay')
  })
  test('nothing of the buyer’s own is done in a July that is closed', () => {
    expect(ownWork(day('2026-06-29'), 2)).toMatchObject({ lastDay: '2026-07-01' })
    expect(ownWork(day('2026-06-29'), 2, { closedJuly: true })).toMatchObject({ lastDay: '2026-08-03' })
    expect(ownWork(day('2026-06-26'), 2, { closedJuly: true })).toEqual(ownWork(day('2026-06-26'), 2))
  })
  test('the papers of a meeting after Epiphany are handed in before Christmas', () => {
    expect(handInDay(day('2027-01-07'), { handInDays: 7 })).toBe('2026-12-22')
  })
  test.each([
    [{ handInDays: -1 }, 'city.handInDays'],
    [{ handInDays: 61 }, 'city.handInDays'],
    [{ delegationBelow: 0.5 }, 'city.delegationBelow'],
  ])('refuses %j, naming the field', (city, field) => {
    const found = routesFor({ ...food, city })
    expect(refused(found) && found.because.args['field']).toBe(field)
  })
})
