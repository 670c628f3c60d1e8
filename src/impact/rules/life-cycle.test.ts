import { expect, test } from 'vitest'
import { breakEvenCarbonPrice, lifeCycleCost, type LifeCycle } from './life-cycle.js'

/** Eight years at 3.5 per cent, reckoned by hand; ASEK 7.0 sets 7 kronor on a kilogram. */
const a: LifeCycle = { purchase: 10_000, yearly: 1_500, kgCo2eYearly: 200, years: 8, residual: 0 }
const b: LifeCycle = { purchase: 14_000, yearly: 800, kgCo2eYearly: 60, years: 8, residual: 0 }

test.each([
  [a, 0, 20_310.93],
  [b, 0, 19_499.16],
  [a, 7, 29_934.47],
  [b, 7, 22_386.23],
])('a bid over its life, case %#', (bid, price, expected) => {
  expect(lifeCycleCost(bid, 0.035, price)).toBeCloseTo(expected, 2)
})

test('at the break-even carbon price both cost the same; a bid that wins at every price has none', () => {
  const dear = { ...b, purchase: 16_000 }
  const price = breakEvenCarbonPrice(dear, a, 0.035)!
  expect(lifeCycleCost(dear, 0.035, price)).toBeCloseTo(lifeCycleCost(a, 0.035, price), 6)
  expect(breakEvenCarbonPrice(a, dear, 0.035)).toBeCloseTo(price, 9)
  expect(breakEvenCarbonPrice(a, b, 0.035)).toBeUndefined()
  expect(breakEvenCarbonPrice(a, a, 0.035)).toBeUndefined()
})

test('what can be sold at the end comes off, and without a rate a year counts in full', () => {
  expect(lifeCycleCost({ ...a, residual: 500 }, 0, 0)).toBe(10_000 + 8 * 1_500 - 500)
})
