import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../kit/words/index.js'
import { answerOf } from './answer.js'
import { readCase, unreadable } from './case.js'
import { INPUTS, SUGGESTED, type Input } from './inputs.js'
import { CASE, caseOf, PURCHASE } from './testing.js'

const en = wordsFor('en')
function problems(more: object): string[] {
  const found = readCase({ ...CASE, ...more })
  return unreadable(found) ? found.problems.map(({ input, because }) => `${input}: ${en.of(because)}`) : []
}

describe('a case is read once, and nothing is cut to fit', () => {
  test.each([
    ['a missing amount', { investment: undefined }, 'investment: investment is missing. It is an amount'],
    ['a missing rate', { rate: undefined }, 'rate: rate is missing. Between 0.035 and 0.1 is plausible'],
    ['a misspelt field', { investments: 4e6 }, 'investments: investments is no field here.'],
    ['a text', { term: '4' }, 'term: term must be a number.'],
    ['an infinite number', { term: Infinity }, 'term: term must be a number.'],
    ['a percentage', { rate: 6.5 }, 'rate: rate must be at least 0 and at most 1.'],
    ['nothing invested', { investment: 0 }, 'investment: investment must be more than 0'],
    ['a loss each year', { cashflow: -1 }, 'cashflow: cashflow must be at least 0'],
    ['half a year of horizon', { ...PURCHASE, horizon: 7.5 }, 'horizon: horizon must be a whole number of years.'],
    ['an amount where a share belongs', { ...PURCHASE, costSpread: 2000 }, 'costSpread: costSpread must be at least 0'],
    ['a name of every object', { constructor: 1 }, 'constructor: constructor is no field here.'],
  ])('%s', (_, more, said) => {
    expect(problems(more)[0]).toContain(said)
  })

  test('every problem is told at once', () => {
    expect(problems({ rate: 7, term: 0, more: 1 })).toHaveLength(3)
  })

  test('what counts as nothing when missing is named; what has no default is asked for', () => {
    const plain = caseOf()
    expect(plain.supply).toMatchObject({ renewal: 0, nextTerm: 0, salvage: 0, depreciation: 0, hazard: 0 })
    expect(plain.countedAsNone).toEqual(['renewal', 'nextTerm', 'salvage', 'depreciation', 'hazard'])
    expect(plain.purchase).toBeUndefined()
    expect(plain.asked).toHaveLength(2 + 11)
    const { lockIn: _, ...incomplete } = PURCHASE
    expect(caseOf(incomplete).purchase).toBeUndefined()
    expect(caseOf({ ...PURCHASE, investmentSpread: 0.2, demandSpread: 0.3 }).asked).toEqual([])
  })

  test('what is plausible or suggested is also accepted', () => {
    for (const [input, { least, most, plausible }] of Object.entries(INPUTS))
      for (const value of [...(plausible ?? []), SUGGESTED[input as Input]?.value ?? least])
        expect(value >= least && value <= most, input).toBe(true)
  })
})

test('the reference case, whole', () => {
  const answer = answerOf(caseOf({ ...PURCHASE, renewal: 0.5, nextTerm: 4, investmentSpread: 0.2, demandSpread: 0.3 }))
  expect(answer.paybackYears).toBeCloseTo(3.877693, 6)
  expect(answer.npv).toBeCloseTo(1708729.736617646, 5)
  expect(answer.probability).toBeCloseTo(0.5026132440903767, 12)
  const ofBuyer = answerOf(caseOf({ ...PURCHASE, investment: 2e6, renewal: 0.5 }))
  expect(ofBuyer.buyerCost!.map(({ term }) => term)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(ofBuyer.buyerCost![3]!.presentValue).toBeCloseTo(75073855.32868509, 5)
  expect(ofBuyer.flatness!.cheapest.term).toBe(4)
})

test('never is an answer, and what nobody stated is null', () => {
  const answer = answerOf(caseOf({ cashflow: 1 }))
  expect(answer).toMatchObject({ paybackYears: null, probability: null, buyerCost: null, flatness: null })
  expect(answer.steps.map(en.of)).toContain(
    'The investment never pays back, however long the contract is: the return on it is at least as large as what a year leaves over.',
  )
  expect(answerOf(caseOf({ salvage: 1, rate: 0 })).breakEvenInvestment).toBeNull()
})

test.each(['sv', 'en'] as const)('every step, question and limit is a sentence in %s', (language) => {
  const cases = [
    caseOf(),
    caseOf({ cashflow: 1 }),
    caseOf({ salvage: 1, rate: 0 }),
    caseOf({ ...PURCHASE, renewal: 0.2, demandSpread: 0, investmentSpread: 0 }),
  ]
  for (const { steps, asked, leftOut } of cases.map(answerOf))
    for (const sentence of [...steps, ...asked, ...leftOut].map(wordsFor(language).of)) {
      expect(sentence).toMatch(/^[^{}]*\p{L}[^{}]*[.]$/u)
      expect(sentence).not.toMatch(/NaN|∞|Infinity|undefined|null/)
    }
})

test('a page shows two digits', () => {
  const [, , payback] = answerOf(caseOf()).steps
  expect(wordsFor('sv').of(payback!)).toContain('3,9 år')
})
