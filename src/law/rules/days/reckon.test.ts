import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../../../kit/day.js'
import { refused } from '../../../kit/refuse.js'
import { wordsFor } from '../../../kit/words/index.js'
import { lastDay } from './last-day.js'
import { reckon, untilSetHour } from './reckon.js'
import { before, days, months, workingDays, type Period } from './step.js'
import { notWorking, workingDaysBetween } from './working-day.js'

const ending = (from: string, period: Period): string => {
  const found = reckon(day(from), period)
  return refused(found) ? found.because.key : found.lastDay
}

describe('worked cases', () => {
  test.each([
    ['open, 35 days from the sending of the notice', '2026-11-23', days(35), '2026-12-28'],
    ['open, 30 days, counted to Christmas Eve', '2026-11-24', days(30), '2026-12-28'],
    ['restricted, 30 days for requests', '2026-06-08', days(30), '2026-07-08'],
    ['restricted and urgent, 15 days, counted to Good Friday', '2026-03-19', days(15), '2026-04-07'],
    ['dynamic purchasing system, 10 days, counted to Easter Monday', '2027-03-19', days(10), '2027-03-30'],
    ['15 days, counted to New Year’s Eve before a weekend', '2026-12-16', days(15), '2027-01-04'],
    ['10 days, counted to Ascension Day; the Friday after is a working day', '2027-04-26', days(10), '2027-05-07'],
    ['award notice, 30 days, counted to New Year’s Eve', '2026-12-01', days(30), '2027-01-04'],
    ['standstill over Christmas', '2026-12-15', days(10), '2026-12-28'],
    ['standstill to a Thursday (Upphandlingsmyndigheten 1372299)', '2019-04-01', days(10), '2019-04-11'],
    ['standstill to a Sunday (Upphandlingsmyndigheten 1372299)', '2019-04-18', days(10), '2019-04-29'],
    ['standstill to a Saturday (Upphandlingsmyndigheten 1443348)', '2018-05-30', days(10), '2018-06-11'],
    ['midsummer: counted to the eve', '2026-06-09', days(10), '2026-06-22'],
    ['two days over a weekend hold two working days', '2026-11-20', days(2), '2026-11-24'],
    ['one day may end the working day after', '2026-11-20', days(1), '2026-11-23'],
    ['a month from the 31st ends with the month', '2026-01-31', months(1), '2026-03-02'],
    ['a month of a leap year', '2028-01-31', months(1), '2028-02-29'],
    ['ten working days without a holiday', '2026-11-23', workingDays(10), '2026-12-07'],
    ['ten working days over Christmas', '2026-12-17', workingDays(10), '2027-01-07'],
    ['six days back from a last day for tenders', '2026-12-28', before(days(6)), '2026-12-22'],
    ['counted back to a Sunday it stays', '2026-11-28', before(days(6)), '2026-11-22'],
    ['35 days back', '2026-11-24', before(days(35)), '2026-10-20'],
  ])('%s', (_, from, period, last) => expect(ending(from, period)).toBe(last))

  test.each([
    ['Christmas Eve to Boxing Day 2019 runs through the 27th', '2019-12-24', '2019-12-27'],
    ['New Year’s Eve 2019 runs through 2 January', '2019-12-31', '2020-01-02'],
  ])('a minimum period that ends on %s', (_, counted, last) => expect(lastDay(day(counted)).at(-1)?.day).toBe(last))

  test('a limit at noon needs the next working day', () => {
    const found = untilSetHour(day('2026-11-20'), days(14))
    expect(found).toMatchObject({ lastDay: '2026-12-07' })
    expect(untilSetHour(day('2026-11-23'), days(14))).toMatchObject({ lastDay: '2026-12-08' })
  })
})

test('each step says why, in both languages', () => {
  const found = reckon(day('2026-11-24'), days(30))
  if (refused(found)) throw new Error(found.because.key)
  expect(found.steps.map(({ day: at, because }) => `${at} ${wordsFor('en').of(because)}`)).toEqual([
    '2026-11-24 The day of the event does not count.',
    '2026-12-24 30 days on. Saturdays, Sundays and holidays within the period count.',
    '2026-12-25 The last day is Christmas Eve and moves to the next day.',
    '2026-12-26 The last day is Christmas Day and moves to the next day.',
    '2026-12-27 The last day is Boxing Day and moves to the next day.',
    '2026-12-28 The last day is a Sunday and moves to the next day.',
  ])
  expect(wordsFor('sv').of(found.steps[2]!.because)).toBe('Sista dagen är julafton och flyttas till nästa dag.')
})

test('whether the eves are working days is not known, and said where it matters', () => {
  const found = reckon(day('2026-12-17'), workingDays(10))
  if (refused(found)) throw new Error(found.because.key)
  expect(found.steps.find(({ rule }) => rule === 'evesUncounted')).toMatchObject({
    because: { args: { eves: 2 } },
    cites: [{ mark: 'weak' }],
  })
})

describe('refuses, and names the field', () => {
  test.each([
    ['a length of nothing', '2026-11-24', days(0), 'Days must be a whole number from 1 to 3,660.'],
    ['a half day', '2026-11-24', days(1.5), 'Days must be a whole number'],
    ['fifty years', '2026-11-24', months(600), 'Months must be a whole number from 1 to 120.'],
    ['a day of 1875', '1875-01-01', days(30), 'The day the period is counted from must give dates from 2005 to 2199.'],
    ['a period that leaves the known years', '2199-12-20', days(30), 'from 2005 to 2199'],
  ])('%s', (_, from, period, sentence) => {
    const found = reckon(day(from), period)
    expect(refused(found) && wordsFor('en').of(found.because)).toContain(sentence)
  })
})

describe('always', () => {
  const anyDay = fc.integer({ min: 0, max: 30 * 365 }).map((after): Day => addDays(day('2010-01-01'), after))
  const anyLength = fc.integer({ min: 1, max: 400 })
  const last = (from: Day, period: Period): Day => {
    const found = reckon(from, period)
    if (refused(found)) throw new Error(found.because.key)
    return found.lastDay
  }

  test('a period ends on a working day, never before its length, at most a week later', () => {
    fc.assert(
      fc.property(anyDay, anyLength, (from, length) => {
        const end = last(from, days(length))
        expect(notWorking(end)).toBeUndefined()
        expect(end >= addDays(from, length)).toBe(true)
        expect(end <= addDays(from, length + 7)).toBe(true)
      }),
    )
  })
  test('two days or more hold two working days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2, max: 12 }), (from, length) => {
        expect(workingDaysBetween(from, last(from, days(length)))).toBeGreaterThanOrEqual(2)
      }),
    )
  })
  test('a longer period never ends earlier, in any unit', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 110 }),
        fc.constantFrom(days, workingDays, months),
        (from, n, unit) => {
          expect(last(from, unit(n + 1)) >= last(from, unit(n))).toBe(true)
        },
      ),
    )
  })
  test('forward and back agree: back from the end never falls before the event, and exactly on it when nothing moved', () => {
    fc.assert(
      fc.property(anyDay, anyLength, (from, length) => {
        const end = last(from, days(length))
        const back = last(end, before(days(length)))
        expect(back >= from).toBe(true)
        if (end === addDays(from, length)) expect(back).toBe(from)
      }),
    )
  })
  test('working days back from the end of as many forward lead to the event, when it was a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2, max: 60 }), (from, length) => {
        fc.pre(!notWorking(from))
        expect(last(last(from, workingDays(length)), before(workingDays(length)))).toBe(from)
      }),
    )
  })
  test('every step cites a place with a link', () => {
    fc.assert(
      fc.property(anyDay, anyLength, fc.constantFrom(days, workingDays), (from, n, unit) => {
        const found = reckon(from, unit(n))
        if (refused(found)) throw new Error(found.because.key)
        for (const step of found.steps) {
          expect(step.cites.length).toBeGreaterThan(0)
          for (const { place, url } of step.cites)
            expect([place.length > 0, url.startsWith('https://')]).toEqual([true, true])
        }
      }),
    )
  })
})
