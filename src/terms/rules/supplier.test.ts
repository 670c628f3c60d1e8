import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annuity } from './discount.js'
import { normalBelow } from './normal.js'
import {
  breakEvenInvestment,
  leastCashflow,
  netPresentValue,
  paybackYears,
  prizeEquivalent,
  probability,
  type Supply,
} from './supplier.js'
import { SUPPLY } from './testing.js'

/** Its numbers are printed by the reference computation in Python. */
const reference: Supply = { ...SUPPLY, investmentSpread: 0.2, demandSpread: 0.3 }
const small: Supply = { ...reference, investment: 100, cashflow: 20 }
const at = (term: number, more: Partial<Supply> = {}): Supply => ({ ...reference, term, ...more })

test.each([
  ['T*', paybackYears(reference), 3.8776933593107183],
  ['a(4)', annuity(reference, 4), 3.425799],
  ['a(8)', annuity(reference, 8), 6.088751],
  ['I*(4)', breakEvenInvestment(at(4)), 4110958.321941844],
  ['I*(8)', breakEvenInvestment(at(8)), 7306501.151293449],
  ['prize equivalent', prizeEquivalent(reference), 3195543],
  ['NPV(4)', netPresentValue(at(4)), 110958.32194184419],
  ['NPV(8)', netPresentValue(at(8)), 3306501.151293449],
  [
    'NPV(4) with an even chance of four more years',
    netPresentValue(at(4, { renewal: 0.5, nextTerm: 4 })),
    1708729.7366,
  ],
  ['NPV(4) with a value elsewhere', netPresentValue(at(4, { salvage: 0.3, depreciation: 0.15 })), 597879.336],
  ['NPV(8) with a hazard', netPresentValue(at(8, { hazard: 0.03 })), 2450248.647],
  ['P at 4 years', probability(at(4)), 0.5026132440903767],
  ['P at 8 years', probability(at(8)), 0.9453795094226787],
])('the reference case: %s', (_, found, expected) => {
  expect(Math.abs(found! - expected)).toBeLessThanOrEqual(Math.abs(expected) * 2e-7)
})

describe('the limits that theory knows', () => {
  test('without rate and hazard a year counts in full: I/CF, and twice the years bear twice the investment', () => {
    const free = { ...small, rate: 0 }
    expect(paybackYears(free)).toBe(5)
    expect(breakEvenInvestment({ ...free, term: 8 })! / breakEvenInvestment(free)!).toBe(2)
    expect(paybackYears({ ...small, rate: 1e-14 })).toBeCloseTo(5, 10)
  })
  test('I*(8)/I*(4) is 1 + (1 + r)^-4', () => {
    expect(breakEvenInvestment(at(8))! / breakEvenInvestment(at(4))!).toBeCloseTo(1 + 1.065 ** -4, 12)
  })
  test('an endless contract bears CF/r, and what needs more never pays back', () => {
    expect(breakEvenInvestment({ ...small, term: 4000 })).toBeCloseTo(20 / 0.065, 6)
    expect(paybackYears({ ...small, investment: 400 })).toBeUndefined()
    expect(paybackYears({ ...small, investment: 20 / 0.0625, rate: 0.0625 })).toBeUndefined()
    expect(paybackYears({ ...small, cashflow: 0 })).toBeUndefined()
    expect(paybackYears({ ...small, hazard: 1 })).toBeUndefined()
  })
  test('a certain and endless next contract makes the length irrelevant', () => {
    const certain = { ...small, renewal: 1, nextTerm: 1e5 }
    expect(netPresentValue({ ...certain, term: 8 })).toBeCloseTo(netPresentValue({ ...certain, term: 4 }), 6)
  })
  test.each([1, 4, 8])('what keeps its whole value gives length no case: %i years', (term) => {
    expect(netPresentValue({ ...small, term, salvage: 1 })).toBeCloseTo(annuity(small, term) * (20 - 0.065 * 100), 9)
  })
  test('what keeps its whole value and costs no interest has no greatest investment', () => {
    expect(breakEvenInvestment({ ...small, rate: 0, salvage: 1 })).toBeUndefined()
    expect(prizeEquivalent({ ...small, rate: 0, salvage: 1 })).toBeUndefined()
  })
  test('without spread the probability is a step where NPV is 0, and an unknown spread is unknown', () => {
    const sure = { investmentSpread: 0, demandSpread: 0 }
    expect(probability(at(4, sure))).toBe(1)
    expect(probability(at(4, { ...sure, investment: 4.2e6 }))).toBe(0)
    expect(probability(at(4, { investmentSpread: 1e-9, demandSpread: 1e-9 }))).toBeCloseTo(1, 9)
    expect(probability({ ...small, demandSpread: undefined } as unknown as Supply)).toBeUndefined()
  })
})

/** Values of Φ from tables: Abramowitz and Stegun, table 26.1. */
test.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [-1, 0.158655253931457],
  [1.96, 0.97500210485178],
  [-3, 0.00134989803163],
])('the normal distribution below %f', (x, expected) => {
  expect(normalBelow(x)).toBeCloseTo(expected, 14)
})

test.each([4, 8])('100,000 drawn cases pay back as often as the closed form says: %i years', (term) => {
  const draw = gaussians(20261123)
  const { investment, cashflow } = reference
  const [si, sq] = [reference.investmentSpread!, reference.demandSpread!]
  const draws = 100_000
  let paid = 0
  for (let n = 0; n < draws; n++) {
    const drawn = {
      ...at(term),
      investment: investment * Math.exp(si * draw() - si ** 2 / 2),
      cashflow: cashflow * Math.exp(sq * draw() - sq ** 2 / 2),
    }
    if (netPresentValue(drawn) > 0) paid += 1
  }
  const expected = probability(at(term))!
  expect(Math.abs(paid / draws - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / draws))
})

function gaussians(seed: number): () => number {
  const random = xoroshiro128plus(seed)
  return () => {
    const [u, v] = [1 - uniformFloat64(random), uniformFloat64(random)]
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const anySupply: fc.Arbitrary<Supply> = fc.record({
  investment: fc.double({ min: 1, max: 1e9, noNaN: true }),
  cashflow: fc.double({ min: 0, max: 1e9, noNaN: true }),
  rate: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })),
  term: fc.double({ min: 0.25, max: 100, noNaN: true }),
  renewal: share,
  nextTerm: fc.double({ min: 0, max: 100, noNaN: true }),
  salvage: share,
  depreciation: share,
  hazard: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })),
  investmentSpread: fc.double({ min: 0, max: 3, noNaN: true }),
  demandSpread: fc.double({ min: 0, max: 3, noNaN: true }),
})
const alone = anySupply.map((supply) => ({ ...supply, renewal: 0, salvage: 0 }))
const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, check), { seed: 7, numRuns: 500 })
const slack = (supply: Supply) => 1e-9 * (supply.investment + supply.cashflow * supply.term)

describe('of any case', () => {
  test('no answer is NaN or infinite', () =>
    holds(anySupply, (supply) => {
      const answers = [paybackYears, netPresentValue, breakEvenInvestment, prizeEquivalent, probability]
      for (const answer of answers) expect(answer(supply) ?? 0).toSatisfy(Number.isFinite)
      expect(probability(supply)).toBeGreaterThanOrEqual(0)
      expect(probability(supply)).toBeLessThanOrEqual(1)
    }))
  test('at T* nothing is left over', () =>
    holds(alone, (supply) => {
      const term = paybackYears(supply)
      // Near the brink a year more is worth nothing, and T* is where the digits end.
      if (term === undefined || term > 200) return
      expect(Math.abs(netPresentValue({ ...supply, term }))).toBeLessThan(supply.investment * 1e-6)
    }))
  test('a longer contract never leaves less over, and bears no smaller investment', () =>
    holds(fc.tuple(alone, fc.double({ min: 0, max: 20, noNaN: true })), ([supply, more]) => {
      const longer = { ...supply, term: supply.term + more }
      expect(netPresentValue(longer)).toBeGreaterThanOrEqual(netPresentValue(supply) - slack(longer))
      expect(breakEvenInvestment(longer)!).toBeGreaterThanOrEqual(breakEvenInvestment(supply)! - slack(longer))
      expect(probability(longer)!).toBeGreaterThanOrEqual(probability(supply)! - 1e-9)
    }))
  test('a higher rate or hazard never pays back sooner', () =>
    holds(fc.tuple(alone, share, fc.constantFrom('rate' as const, 'hazard' as const)), ([supply, more, what]) => {
      const dearer = { ...supply, [what]: Math.min(1, supply[what] + more) }
      expect(paybackYears(dearer) ?? Infinity).toBeGreaterThanOrEqual((paybackYears(supply) ?? Infinity) * (1 - 1e-9))
    }))
  test('NPV is 0 at the break-even investment', () =>
    holds(anySupply, (supply) => {
      const most = breakEvenInvestment(supply)
      if (!most || most > 1e15) return
      expect(Math.abs(netPresentValue({ ...supply, investment: most }))).toBeLessThanOrEqual(1e-9 * most)
    }))
})

test('what a year must leave over is just what makes the contract pay', () => {
  for (const more of [{}, { renewal: 0.5, nextTerm: 4 }, { salvage: 0.3, depreciation: 0.15 }, { hazard: 0.03 }]) {
    const least = leastCashflow(at(4, more))!
    expect(netPresentValue(at(4, { ...more, cashflow: least }))).toBeCloseTo(0, 4)
  }
  expect(leastCashflow(at(4, { hazard: 1 }))).toBeUndefined()
  expect(leastCashflow(at(4, { rate: 0, salvage: 1 }))).toBe(0)
})
