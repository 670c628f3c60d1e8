import { describe, expect, test } from 'vitest'
import { wordsFor } from '../kit/words/index.js'
import { askedIn } from './asked.js'
import { justify } from './justification.js'
import { reckon, type Reckoned } from './reckoned.js'
import type { Cap } from './rules/lawful.js'

const CAP: Cap = { years: 4, sources: [] }
const FIRST = { investment: '4000000', cashflow: '1200000', rate: '6,5' }
const found = (more: Record<string, string> = {}): Reckoned => {
  const reckoned = reckon(askedIn({ ...FIRST, ...more }), CAP)
  if (!reckoned) throw new Error('nothing was reckoned')
  return reckoned
}

describe('the length that nobody stated is told, never hidden', () => {
  test.each([
    ['stated', { term: '2' }, 2],
    ['payback', {}, 4],
    ['cap', { cashflow: '100000' }, 4],
    ['payback', { investment: '1' }, 1],
    ['payback', { renewal: '50', nextTerm: '4' }, 3],
    ['payback', { cashflow: '265000' }, 64],
    ['payback', { rate: '0', investment: '6000000' }, 5],
  ] as const)('%s: %j gives %i years', (from, more, years) => {
    const { termFrom, termCase } = found(more)
    expect([termFrom, termCase.supply.term]).toEqual([from, years])
  })
})

test('nothing is reckoned before the three inputs are there, or while one cannot be read', () => {
  expect(reckon(askedIn({ investment: '4000000', rate: '6,5' }), CAP)).toBeUndefined()
  expect(reckon(askedIn({ ...FIRST, hazard: 'some' }), CAP)).toBeUndefined()
})

describe('which lengths are enough', () => {
  test('four years and every longer', () => {
    expect(found().enough).toMatchObject({ enough: [4, 5, 6, 7, 8], from: 4 })
  })
  test('none, where it never pays back', () => {
    expect(found({ cashflow: '100000' }).enough.enough).toEqual([])
  })
  test('the curve comes up at payback, and sooner with a next contract to hope for', () => {
    expect(found().enough.crossing).toBeCloseTo(found().answer.paybackYears!, 9)
    expect(found({ renewal: '30', nextTerm: '4' }).enough.crossing).toBeLessThan(3.5)
    expect(found({ cashflow: '100000' }).enough.crossing).toBeUndefined()
  })
  test('the picture reaches beyond payback, and stops at thirty years', () => {
    expect(found({ cashflow: '500000' }).enough.whole.at(-1)!.years).toBe(14)
    expect(found({ cashflow: '270000' }).enough.whole.at(-1)!.years).toBe(30)
  })
})

describe('ways to build a contract', () => {
  const kinds = (more: Record<string, string>) => found(more).compared.map(({ structure }) => structure.kind)
  test('only those whose length is known are compared', () => {
    expect(kinds({})).toEqual(['framework', 'contract'])
    expect(kinds({ lotYears: '3' })).toEqual(['framework', 'contract'])
    expect(kinds({ callOffYears: '6', longerYears: '7', firstPhaseYears: '2', lotYears: '3', lotShare: '50' })).toEqual(
      ['framework', 'callOff', 'longerFramework', 'contract', 'partnership', 'lots'],
    )
  })
  test.each([
    ['unknown', '7', 'unknown'],
    ['written', '7', 'yes'],
    ['none', '7', 'no'],
    ['unknown', '4', 'yes'],
  ])('reasons %s: a framework agreement of %s years is lawful: %s', (reasons, longerYears, lawful) => {
    const longer = found({ reasons, longerYears }).compared.find(
      ({ structure }) => structure.kind === 'longerFramework',
    )
    expect(longer!.lawful).toBe(lawful)
  })
  test('a ceiling ends them when its quantity is used up', () => {
    const { compared } = found({ greatestQuantity: '3 500', quantity: '1000' })
    expect(compared.map(({ ceilingEndsAfter }) => ceilingEndsAfter)).toEqual([3.5, 3.5])
  })
})

test('what is saved in emissions counts with the probability that it is done at all', () => {
  const told = { emissionsNow: '10', emissionsOffered: '4', emissionsFall: '0', quantity: '1000' }
  expect(found(told).emissionsSaved).toBeUndefined()
  const { emissionsSaved, answer } = found({ ...told, investmentSpread: '20', demandSpread: '30' })
  expect(emissionsSaved).toBeCloseTo(answer.probability! * 4 * 1000 * 6, 6)
})

describe('the draft argues only where the numbers carry it', () => {
  const DEAR = { investment: '6000000' }
  test.each([
    ['within', {}],
    ['within', { longerYears: '7' }],
    ['notAsked', DEAR],
    ['short', { ...DEAR, longerYears: '5' }],
    ['short', { ...DEAR, longerYears: '4' }],
    ['never', { cashflow: '100000', longerYears: '30' }],
    ['yes', { ...DEAR, longerYears: '7' }],
    ['yes', { ...DEAR, longerYears: '7', ceiling: '8000000', yearlyValue: '1200000' }],
    ['ceiling', { ...DEAR, longerYears: '7', ceiling: '8000000', yearlyValue: '2000000' }],
    ['ceiling', { ...DEAR, longerYears: '7', greatestQuantity: '500', quantity: '100' }],
  ])('%s: %j', (carries, more) => {
    const draft = justify(found(more), CAP)
    expect(draft.carries).toBe(carries)
    expect(draft.figures.length > 0).toBe(carries === 'yes')
    for (const language of ['sv', 'en'] as const)
      for (const said of [draft.because, ...draft.figures].map(wordsFor(language).of))
        expect(said).toMatch(/^[^{}]*\p{L}[^{}]*[.]$/u)
  })
  test('with the case’s numbers, to two digits', () => {
    const said = justify(found({ ...DEAR, longerYears: '7' }), CAP).figures.map(wordsFor('en').of)
    expect(said).toEqual([
      'Before the first delivery a supplier needs to invest about SEK 6,000,000. A year of the contract leaves about SEK 1,200,000 to pay for it, and the return required is 6.5% a year above inflation.',
      'The investment is paid after 6.2 years.',
      "With 4 years SEK 1,900,000 is missing in today's money.",
      'With 7 years it is paid, and SEK 580,000 is left over.',
    ])
  })
})
