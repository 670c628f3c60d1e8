import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gsdSquared, widened, type Scores } from './pedigree.js'
import { meanOf, rangeOf, sigmaOfGsd, sigmaOfRange } from './range.js'
import { OURS, sumOf, type Part } from './sum.js'

const scores: Scores = { reliability: 1, completeness: 2, temporal: 3, geographical: 4, technological: 5 }
const fits: Scores = { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 1 }
const part = (kgCo2e: number, sigma: number | undefined, factor: string, database = factor): Part => ({
  kgCo2e,
  ...(sigma === undefined ? {} : { sigma }),
  factor,
  database,
})

describe('one figure', () => {
  test('a GSD of 1.59 is a range of times and divided by 2.48', () => {
    const range = rangeOf({ kgCo2e: 100, sigma: sigmaOfGsd(1.59) })!
    expect(range.high / 100).toBeCloseTo(2.48, 2)
    expect(100 / range.low).toBeCloseTo(2.48, 2)
    expect(sigmaOfRange(range)).toBeCloseTo(Math.log(1.59), 12)
  })
  test('without a known spread there is no range', () => {
    expect(rangeOf({ kgCo2e: 100 })).toBeUndefined()
  })
  test('the range of a credit note is on its own side of nothing', () => {
    const range = rangeOf({ kgCo2e: -100, sigma: 0.5 })!
    expect(range.low).toBeLessThan(-100)
    expect(range.high).toBeGreaterThan(-100)
    expect(range.high).toBeLessThan(0)
  })
  /** Weidema and others; the example is reckoned by hand. */
  test('the pedigree of scores 1 to 5 with 1.05 of its own is a GSD² of 2.0176', () => {
    expect(gsdSquared(scores, 1.05)).toBeCloseTo(2.0176, 4)
    expect(Math.sqrt(gsdSquared(scores, 1.05))).toBeCloseTo(1.4204, 4)
    expect(widened(0.3, fits)).toBeCloseTo(0.3, 12)
    expect(widened(0.3, scores)).toBeGreaterThan(0.3)
  })
})

describe('sums', () => {
  /** Lo 2013, the example of the R package lognorm: 110 and 100 with σ 0.25 and 0.15, independent. */
  test('the published example', () => {
    const sum = sumOf([part(110, 0.25, 'a'), part(100, 0.15, 'b')])
    expect(Math.log(sum.kgCo2e)).toBeCloseTo(5.3576474, 7)
    expect(sum.sigma).toBeCloseTo(0.1499077, 7)
  })
  test('one part is unchanged', () => {
    const sum = sumOf([part(110, 0.25, 'a')])
    expect(sum.kgCo2e).toBeCloseTo(110, 9)
    expect(sum.sigma).toBeCloseTo(0.25, 12)
    expect(sum.uncertainty).toEqual([{ factor: 'a', share: 1 }])
  })
  test('a hundred lines with one factor are as unsure as one', () => {
    const sum = sumOf(Array.from({ length: 100 }, () => part(10, 0.46, 'a')))
    expect(sum.kgCo2e).toBeCloseTo(1000, 8)
    expect(sum.sigma).toBeCloseTo(0.46, 12)
  })
  test('n equal and independent parts are surer by √n', () => {
    const sum = sumOf(Array.from({ length: 9 }, (_, n) => part(10, 0.3, `${n}`)))
    expect(sum.sigma).toBeCloseTo(0.1, 12)
  })
  test('factors of one database stand between', () => {
    const pair = (database: string) => sumOf([part(10, 0.3, 'a', 'one'), part(10, 0.3, 'b', database)]).sigma!
    expect(pair('one')).toBeCloseTo(0.3 * Math.sqrt(0.75), 12)
    expect(pair('other')).toBeCloseTo(0.3 * Math.sqrt(0.5), 12)
  })
  test('a credit note is netted against its own factor', () => {
    const sum = sumOf([part(100, 0.3, 'a'), part(-40, 0.3, 'a')])
    expect(sum.kgCo2e).toBeCloseTo(60, 9)
    expect(sum.sigma).toBeCloseTo(0.3, 12)
  })
  test('an unknown spread, and credit notes that outweigh the rest, leave the range unknown', () => {
    const unknown = sumOf([part(100, 0.3, 'a'), part(10, undefined, 'b')])
    expect(unknown).toMatchObject({ kgCo2e: 110, uncertainty: [] })
    expect(unknown.sigma).toBeUndefined()
    expect(sumOf([part(-100, 0.3, 'a')])).toMatchObject({ kgCo2e: -100 })
    expect(sumOf([])).toMatchObject({ kgCo2e: 0, mean: 0 })
  })
  test('means add up, and where better data pays comes first', () => {
    const parts = [part(100, 0.2, 'sure'), part(100, 0.8, 'unsure')]
    const sum = sumOf(parts)
    expect(sum.mean).toBeCloseTo(
      parts.reduce((total, one) => total + meanOf(one), 0),
      9,
    )
    expect(meanOf(sum)).toBeCloseTo(sum.mean, 9)
    expect(sum.uncertainty.map(({ factor }) => factor)).toEqual(['unsure', 'sure'])
    expect(sum.uncertainty.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 12)
  })
})

const anyPart = fc.record({
  kgCo2e: fc.double({ min: 1, max: 1e4, noNaN: true }),
  sigma: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
  factor: fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2'),
})
// A factor has one spread and belongs to one database.
const portfolio = fc
  .array(anyPart, { minLength: 1, maxLength: 8 })
  .map((parts) =>
    parts.map(({ kgCo2e, factor }) =>
      part(kgCo2e, parts.find((one) => one.factor === factor)!.sigma, factor, factor[0]),
    ),
  )

test('a thousand portfolios: the closed form has the mean and the range of drawn sums', () => {
  const draw = gaussians(20261123)
  const draws = 400
  let outside = 0
  for (const parts of fc.sample(portfolio, { seed: 20261123, numRuns: 1000 })) {
    const sum = sumOf(parts)
    const { low, high } = rangeOf(sum)!
    const drawn = Array.from({ length: draws }, () => drawnSum(parts, draw))
    const mean = drawn.reduce((total, one) => total + one, 0) / draws
    const deviation = Math.sqrt(drawn.reduce((total, one) => total + (one - mean) ** 2, 0) / (draws - 1))
    // Four errors of the drawn mean for each, and one in a hundred of a thousand may pass.
    if (Math.abs(mean - sum.mean) > 4 * (deviation / Math.sqrt(draws))) outside += 1
    const inside = drawn.filter((one) => one >= low && one <= high).length / draws
    expect(inside).toBeGreaterThan(0.9)
    expect(inside).toBeLessThanOrEqual(1)
  }
  expect(outside).toBeLessThan(10)
})

/** Errors as our correlation says: what a database's factors share, and what each has of its own. */
function drawnSum(parts: readonly Part[], draw: () => number): number {
  const errors = new Map<string, number>()
  const error = (name: string) => errors.get(name) ?? errors.set(name, draw()).get(name)!
  const shared = OURS.sameDatabase
  return parts.reduce((sum, { kgCo2e, sigma = 0, factor, database }) => {
    const z = Math.sqrt(shared) * error(`database ${database}`) + Math.sqrt(1 - shared) * error(`factor ${factor}`)
    return sum + kgCo2e * Math.exp(sigma * z)
  }, 0)
}

function gaussians(seed: number): () => number {
  const random = xoroshiro128plus(seed)
  return () => {
    const [u, v] = [1 - uniformFloat64(random), uniformFloat64(random)]
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
  }
}
