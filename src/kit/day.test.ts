import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, addMonths, day, daysBetween, type Day } from './day.js'

const anyDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day)

test('days are reckoned as Temporal reckons them', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: -4000, max: 4000 }), (from, to, count) => {
      const plain = Temporal.PlainDate.from(from)
      fc.pre(from > '0020-01-01')
      expect(addDays(from, count)).toBe(plain.add({ days: count }).toString())
      expect(daysBetween(from, to)).toBe(plain.until(to).days)
    }),
  )
})

test('months are reckoned as Temporal reckons them, at the end of a month too', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (from, count) => {
      fc.pre(from > '0101-01-01' && from < '9890-01-01')
      expect(addMonths(from, count)).toBe(Temporal.PlainDate.from(from).add({ months: count }).toString())
    }),
  )
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(day('2028-02-29'), -12)).toBe('2027-02-28')
})
