import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../kit/day.js'
import { windowOf } from './line-window.js'

const MONTHS = ['2026-03-01', '2026-02-01', '2026-01-01', '2025-12-01'].map((month) => day(month))

test('the lines of a page are those that stand there when all months are read', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(counts, fc.nat(100), fc.integer({ min: 1, max: 30 }), (lines, skip, most) => {
      const months = lines.map((count, at) => ({ month: MONTHS[at]!, lines: count }))
      const all = months.flatMap(({ month, lines: count }) =>
        Array.from({ length: count }, (_, at) => `${month} ${at}`),
      )
      const window = windowOf(months, skip, most)
      const own = window ? all.filter((one) => one.slice(0, 10) >= window.from && one.slice(0, 10) <= window.to) : []
      expect(own.slice(window?.skip ?? 0).slice(0, most)).toEqual(all.slice(skip, skip + most))
    }),
  )
})

test('no more months than the page needs', () => {
  const months = MONTHS.map((month) => ({ month, lines: 30 }))
  expect(windowOf(months, 0, 25)).toEqual({ from: MONTHS[0], to: MONTHS[0], skip: 0 })
  expect(windowOf(months, 50, 25)).toEqual({ from: MONTHS[2], to: MONTHS[1], skip: 20 })
  expect(windowOf(months, 120, 25)).toBeUndefined()
})
