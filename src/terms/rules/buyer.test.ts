import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biddersAt, costByTerm, expectedPrice, flatness, presentCost, ruleOfThumbTerm, type Purchase } from './buyer.js'
import { PURCHASE as purchase } from './testing.js'

const investor = { investment: 2e6, rate: 0.065, renewal: 0.5 }
const costs = (more: Partial<Purchase>, investment = investor.investment) =>
  costByTerm({ ...purchase, ...more }, { ...investor, investment }).map(({ presentValue }) => presentValue)

/** Printed by the reference computation in Python: without lock-in, and with κ = 0.1. */
test.each([
  [1, 84609244.15348127, 83781692.96189699],
  [2, 77572371.24313939, 77004596.32555103],
  [3, 76116141.81824821, 75824993.23391788],
  [4, 75073855.32868509, 75073855.32868509],
  [5, 75243333.77333724, 75548164.17651346],
  [6, 75719861.77367339, 76342353.92019215],
  [7, 76478448.8659488, 77433984.383585],
  [8, 75818134.11240594, 77124212.5294765],
])('the reference case: a tender every %i years', (term, plain, locked) => {
  expect(presentCost(purchase, investor, term)).toBeCloseTo(plain, 5)
  expect(presentCost({ ...purchase, lockIn: 0.1 }, investor, term)).toBeCloseTo(locked, 5)
})

test('its optimum is four years, and the terms around it cost hardly more', () => {
  const flat = flatness(costByTerm(purchase, investor))!
  expect(flat.cheapest.term).toBe(4)
  expect(flat.dearest.term).toBe(1)
  expect(flat.equal.map(({ term }) => term)).toEqual([4, 5, 6, 8])
  expect(flatness([])).toBeUndefined()
})

describe('the limits that theory knows', () => {
  /** A horizon divided by each term; a broken last term has its own investment to bear. */
  const whole = (all: readonly number[]) => [1, 2, 4, 8].map((term) => all[term - 1]!)
  test('where prices stand still and nobody is locked in, longer is cheaper', () => {
    const found = whole(costs({ priceFall: 0 }))
    expect(found).toEqual([...found].sort((a, b) => b - a))
    expect(new Set(found).size).toBe(4)
  })
  test('where only prices fall, shorter is cheaper', () => {
    const found = whole(costs({ tenderCost: 0, switchingCost: 0 }, 0))
    expect(found).toEqual([...found].sort((a, b) => a - b))
    expect(new Set(found).size).toBe(4)
  })
  test('lock-in makes long terms dearer and leaves the known one alone', () => {
    expect(biddersAt({ ...purchase, lockIn: 0.1 }, 4)).toBe(4.8)
    expect(costs({ lockIn: 0.1 })[7]).toBeGreaterThan(costs({})[7]!)
  })
  test('one bidder is paid the dearest cost, endlessly many the cheapest', () => {
    expect(expectedPrice(10_000, 2_000, 1)).toBe(12_000)
    expect(expectedPrice(10_000, 2_000, 1e9)).toBeCloseTo(10_000, 4)
  })
  test('the rule of thumb is where the yearly cost of contracts and of old prices is least', () => {
    const term = ruleOfThumbTerm(2e6, 1e7, 0.02)!
    expect(term).toBeCloseTo(4.472, 3)
    const yearly = (years: number) => 2e6 / years + (0.02 * 1e7 * years) / 2
    expect(yearly(term)).toBeLessThan(Math.min(yearly(term * 0.99), yearly(term * 1.01)))
    expect(ruleOfThumbTerm(2e6, 1e7, 0)).toBeUndefined()
  })
})

test('charging the investment only to new suppliers never costs more, and the same where all are new', () => {
  for (const term of [1, 2, 4])
    expect(presentCost(purchase, investor, term, 'new-supplier')).toBeLessThan(presentCost(purchase, investor, term))
  expect(presentCost(purchase, investor, 8, 'new-supplier')).toBe(presentCost(purchase, investor, 8))
  const none = { ...investor, renewal: 0 }
  expect(presentCost(purchase, none, 2, 'new-supplier')).toBe(presentCost(purchase, none, 2))
})

test('every cost is a finite number above the bare price', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const any: fc.Arbitrary<Purchase> = fc.record({
    horizon: fc.integer({ min: 1, max: 40 }),
    quantity: fc.double({ min: 1, max: 1e6, noNaN: true }),
    unitCost: fc.double({ min: 1, max: 1e6, noNaN: true }),
    costSpread: fc.double({ min: 0, max: 5, noNaN: true }),
    bidders: fc.double({ min: 1, max: 1000, noNaN: true }),
    priceFall: share,
    tenderCost: fc.double({ min: 0, max: 1e9, noNaN: true }),
    buyerRate: share,
    switchingCost: fc.double({ min: 0, max: 1e9, noNaN: true }),
    lockIn: share,
    lockInFrom: fc.double({ min: 0, max: 40, noNaN: true }),
  })
  fc.assert(
    fc.property(any, (one) => {
      const found = costByTerm(one, investor)
      expect(found).toHaveLength(one.horizon)
      const firstYear = (one.quantity * one.unitCost) / (1 + one.buyerRate)
      for (const { presentValue } of found) {
        expect(presentValue).toSatisfy(Number.isFinite)
        expect(presentValue).toBeGreaterThanOrEqual(firstYear * (1 - 1e-9))
      }
      const { cheapest, equal } = flatness(found)!
      expect(equal).toContain(cheapest)
      expect(Math.min(...found.map(({ presentValue }) => presentValue))).toBe(cheapest.presentValue)
    }),
    { seed: 7, numRuns: 200 },
  )
})
