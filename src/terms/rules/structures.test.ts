import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../kit/words/index.js'
import { ceilingYears, compare, usualStructures, type Lawful } from './structures.js'
import { netPresentValue } from './supplier.js'
import { SUPPLY as supply } from './testing.js'

const lawful: Lawful = {
  framework: 4,
  callOff: 'unknown',
  longerFramework: 8,
  contract: 'noLimit',
  partnership: 'noLimit',
  lots: 'noLimit',
}
const lengths = {
  callOffYears: 5,
  longerYears: 9,
  partnership: { firstPhaseYears: 1, laterYears: [2, 4] },
  lot: { years: 3, share: 0.5 },
}
const structures = usualStructures(lengths, lawful)
const of = (kind: string, ceiling?: number) =>
  compare(
    structures.find((structure) => structure.kind === kind)!,
    supply,
    ceiling,
  )

test.each([
  ['framework', 2, 4, [2, 3, 4], 'yes', false],
  ['callOff', 5, 5, [5], 'unknown', true],
  ['longerFramework', 9, 9, [9], 'no', true],
  ['contract', 4, 8, [4, 6, 8], 'yes', true],
  ['partnership', 1, 7, [1, 3, 7], 'yes', false],
  ['lots', 3, 3, [3], 'yes', false],
])('%s: the supplier counts on %i of %i years', (kind, sure, whole, leaves, isLawful, paysBack) => {
  const found = of(kind)
  expect(found.countsOnYears).toBe(sure)
  expect(found.wholeYears).toBe(whole)
  expect(found.mayLeaveAfter).toEqual(leaves)
  expect(found.lawful).toBe(isLawful)
  expect(found.paysBack).toBe(paysBack)
})

describe('an option is the buyer’s right', () => {
  test('and counts as nothing: four years with options are worth what four are', () => {
    const found = of('contract')
    expect(found.npv).toBe(netPresentValue(supply))
    expect(found.npvWithOptions).toBe(netPresentValue({ ...supply, term: 8 }))
    expect(compare({ ...found.structure, optionYears: [] }, supply).npv).toBe(found.npv)
  })
  test('of a usual framework agreement two years are sure, and four would have paid', () => {
    const found = of('framework')
    expect(found.npv).toBeLessThan(0)
    expect(found.npvWithOptions).toBeGreaterThan(0)
  })
})

test('a ceiling that is used up ends it, and the options with it', () => {
  const found = of('contract', ceilingYears(3000, 1000))
  expect(found.countsOnYears).toBe(3)
  expect(found.ceilingEndsAfter).toBe(3)
  expect(found.mayLeaveAfter).toEqual([])
  expect(found.npvWithOptions).toBe(found.npv)
  expect(of('contract', 8).ceilingEndsAfter).toBeUndefined()
  expect(ceilingYears(3000, 0)).toBeUndefined()
})

test('who wins one of two lots counts on its share only', () => {
  expect(of('lots').npv).toBe(netPresentValue({ ...supply, term: 3, cashflow: 6e5 }))
})

test('a structure whose years nobody told is not made', () => {
  expect(usualStructures({}, lawful).map(({ kind }) => kind)).toEqual(['framework', 'contract'])
})

test('each says why, in words without a hole', () => {
  for (const language of ['sv', 'en'] as const)
    for (const structure of structures) {
      const said = compare(structure, supply, 3).because.map(wordsFor(language).of)
      expect(said.length).toBeGreaterThanOrEqual(5)
      for (const sentence of said) expect(sentence).toMatch(/^[^{}]*\p{L}[^{}]*[.]$/u)
      expect(said.join(' ')).not.toMatch(/NaN|∞|Infinity|undefined|null/)
    }
  const [limit] = of('longerFramework').because
  expect(wordsFor('en').of(limit!)).toBe('9 years are more than the longest lawful term, 8 years.')
})
