import { describe, expect, test } from 'vitest'
import { day } from '../kit/day.js'
import { wordsFor } from '../kit/words/index.js'
import { numbersIn, writtenOf } from './numbers.js'
import { paybackOf } from './payback.js'
import type { Renewal } from './renewal.js'
import { waysInto } from './routes.js'
import { openInWords, routesInWords } from './routes-words.js'

const known = { today: day('2026-11-23'), law: { entered: [], verified: {} } }
const unknown: Renewal = { kind: 'unknown' }
const ahead = (end: string): Renewal => ({ kind: 'ahead', endsOn: day(end), options: [], lastPossibleEnd: day(end) })
const goods = { category: '39130000', renewal: unknown, held: true }
const verdicts = (ways: ReturnType<typeof waysInto>) => ways.answers.map(({ route, verdict }) => `${route}: ${verdict}`)

describe('the lawful ways into an opening', () => {
  test('through a present supplier first, and while nothing is said only what may always be used is lawful', () => {
    expect(verdicts(waysInto(goods, {}, known))).toEqual([
      'throughSupplier: unknown',
      'directAward: unknown',
      'belowThreshold: unknown',
      'open: unverified',
      'restricted: unverified',
    ])
    expect(waysInto(goods, {}, known).belowLimit).toBe(700_000)
  })
  test.each([
    ['nobody is known to hold it', { ...goods, held: false }],
    ['the contract has ended', { ...goods, renewal: { kind: 'ended', on: day('2025-01-01') } as const }],
  ])('not through a supplier where %s', (_, entering) => {
    expect(verdicts(waysInto(entering, {}, known))[0]).toMatch(/^directAward/)
  })
  test('a value above the limit rules the direct award out, and one below leaves the questions', () => {
    expect(verdicts(waysInto(goods, { value: 3_000_000 }, known))).toContain('directAward: unlawful')
    expect(verdicts(waysInto(goods, { value: 300_000 }, known))).toContain('directAward: unknown')
    expect(waysInto(goods, { value: 300_000 }, known).belowLimit).toBeUndefined()
  })
  test('of services that annex 2 may hold, no limit is told', () => {
    expect(waysInto({ ...goods, category: '55524000' }, {}, known).belowLimit).toBeUndefined()
  })
  test('the likely day needs the buyer’s own working days', () => {
    expect(waysInto(goods, {}, known).open.likely.firstDay).toBeUndefined()
    const { open } = waysInto(goods, { workDays: 15 }, known)
    expect(open.likely.firstDay! > open.earliest.firstDay!).toBe(true)
  })
  test('begun so late that the contract is made by the end of this one, or too late already', () => {
    expect(waysInto(goods, {}, known).plan).toBeUndefined()
    expect(waysInto({ ...goods, renewal: ahead('2027-08-31') }, {}, known).plan?.startBy).toBe('2027-07-20')
    expect(waysInto({ ...goods, renewal: ahead('2026-12-31') }, {}, known).plan).not.toHaveProperty('startBy')
  })
})

describe('the ways in a sentence or two', () => {
  const en = wordsFor('en')
  const said = (renewal: Renewal, held = true) =>
    routesInWords(waysInto({ ...goods, renewal, held }, {}, known), renewal, en)

  test('what holds for all is not said of each: a supplier that is there, then when to begin', () => {
    expect(openInWords(waysInto(goods, {}, known), en)).toContain(
      '5 January 2027 at the earliest; the likely day is not',
    )
    expect(said(ahead('2027-08-31'))).toMatch(/^Ask the buyer first.* begins by 20 July 2027, and earlier/)
    expect(said(ahead('2026-12-31'), false)).toMatch(/^An open procedure begun today ends after 31 December 2026/)
    expect(said(unknown)).toContain('if the contract still runs')
    expect(said(unknown, false)).toBe('')
  })
})

describe('numbers as they are typed', () => {
  test('spaces, units, comma or point; what is empty is not said; they are carried on as they were meant', () => {
    const { numbers, errors } = numbersIn({ value: '1 200 000 kr', rate: '6,5 %', workDays: '15', cashflow: '' })
    expect(errors).toEqual([])
    expect(numbers).toEqual({ value: 1_200_000, rate: 0.065, workDays: 15 })
    expect(numbersIn(writtenOf(numbers)).numbers).toEqual(numbers)
  })
  test.each([
    ['value', '0'],
    ['value', 'much'],
    ['investment', '-1'],
    ['cashflow', '1e6'],
    ['rate', '101'],
    ['workDays', '1.5'],
    ['workDays', '731'],
  ])('%s cannot be %j', (name, written) => {
    expect(numbersIn({ [name]: written }).errors.map(({ field }) => field)).toEqual([name])
  })
})

describe('the term that pays back', () => {
  const numbers = { investment: 4_000_000, cashflow: 1_200_000, rate: 0.065 }
  test('against the cap of a framework agreement', () => {
    expect(paybackOf(numbers, 'framework')).toMatchObject({ agreement: 'framework', cap: 4 })
    expect(paybackOf(numbers, 'framework')!.years).toBeCloseTo(3.881, 2)
  })
  test('never, where a year leaves less than the return', () => {
    expect(paybackOf({ ...numbers, cashflow: 200_000 }, null)).toMatchObject({ years: null, agreement: 'unknown' })
  })
  test.each(['investment', 'cashflow', 'rate'])('unknown without %s: nothing is filled in', (name) => {
    expect(paybackOf({ ...numbers, [name]: undefined }, 'framework')).toBeUndefined()
  })
})
