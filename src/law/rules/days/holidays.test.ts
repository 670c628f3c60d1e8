import Holidays from 'date-holidays'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../../kit/day.js'
import { ROOT } from '../../../kit/root.js'
import { easterSunday } from './easter.js'
import { daysOff, EVES, weekdayOf } from './holidays.js'
import { isEve, notWorking, workingDayFrom } from './working-day.js'

const YEARS = Array.from({ length: 30 }, (_, at) => 2010 + at)

test.each(YEARS)('the days off of %i are those of date-holidays', (year) => {
  const oracle = new Holidays('SE')
    .getHolidays(year)
    .filter(({ type, name }) => type === 'public' || (type === 'bank' && name.endsWith('afton')))
    .map(({ date }) => date.slice(0, 10))
  expect([...daysOff(year).keys()].sort()).toEqual([...new Set(oracle)].sort())
})

test('of each year thirteen holidays and three eves, by name', () => {
  const names = [...daysOff(2026).values()]
  expect(names).toHaveLength(16)
  expect(names.filter((name) => (EVES as readonly string[]).includes(name))).toEqual([...EVES])
})

test.each([
  [1999, '1999-04-04'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter of %i falls on %s', (year, sunday) => {
  expect(easterSunday(year)).toBe(sunday)
})

test('Easter is a Sunday from 22 March to 25 April in every year', () => {
  for (let year = 1900; year <= 2199; year += 1) {
    const found = easterSunday(year)
    expect([weekdayOf(found), found.slice(5) >= '03-22', found.slice(5) <= '04-25']).toEqual([0, true, true])
  }
})

test('an eve that is no holiday is a day off for a last day; Twelfth Night and Maundy Thursday are not', () => {
  expect(notWorking(day('2026-06-19'))).toBe('midsummerEve')
  expect(isEve(day('2026-06-19'))).toBe(true)
  expect(notWorking(day('2026-01-05'))).toBeUndefined()
  expect(notWorking(day('2026-04-02'))).toBeUndefined()
  expect(workingDayFrom(day('2026-12-24'))).toBe('2026-12-28')
})

const TABLE = join(ROOT, '../shared/facts/law/se-nonworking-days-2018-2030.json')

test.skipIf(!existsSync(TABLE))('the days off of 2018 to 2030 are those of the table beside the checkout', () => {
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as Record<string, { date: string }[]>
  const years = Object.keys(table).filter((year) => /^\d{4}$/.test(year))
  expect(years).toHaveLength(13)
  for (const year of years)
    expect([...daysOff(Number(year)).keys()].sort()).toEqual([...new Set(table[year]!.map(({ date }) => date))].sort())
})
