import { expect, test } from 'vitest'
import { refused } from '../../kit/refuse.js'
import { wordsFor } from '../../kit/words/index.js'
import { valueOf, type ValuePart } from './value.js'

const pilot: ValuePart = { part: 'contract', least: 30_000_000, most: 30_000_000 }

test('the whole contract counts, each part with its sum so far', () => {
  const found = valueOf([
    pilot,
    { part: 'option', least: 0, most: 10_000_000 },
    { part: 'continuation', least: 60_000_000, most: 80_000_000 },
    { part: 'similar', least: 5_000_000, most: 5_000_000, by: 'Inköpschefen' },
  ])
  if (refused(found)) throw new Error(found.because.key)
  expect(found.value).toEqual({ least: 95_000_000, most: 125_000_000 })
  expect(found.steps.map(({ sum }) => sum.most)).toEqual([30_000_000, 40_000_000, 120_000_000, 125_000_000])
  expect(found.steps.at(-1)?.cites.map(({ place }) => place)).toContain('5 kap. 11 §')
})

test('nothing counts as similar that nobody has judged', () => {
  const found = valueOf([pilot, { part: 'similar', least: 1, most: 1 }])
  expect(refused(found) && wordsFor('en').of(found.because)).toContain('who judged that the contract is similar')
})

test.each([
  ['a negative amount', { part: 'contract', least: -1, most: 1 }, 'whole öre'],
  ['ends crossed', { part: 'contract', least: 2, most: 1 }, 'cannot be more'],
] as const)('refuses %s', (_, part, sentence) => {
  const found = valueOf([part])
  expect(refused(found) && wordsFor('en').of(found.because)).toContain(sentence)
})
