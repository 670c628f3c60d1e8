import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code } from '../categories/index.js'
import { day } from '../kit/day.js'
import { judge, renewalOf, sharedWords, type Candidate, type Term } from './opening.js'

const TODAY = day('2026-11-23')
const term = (endsOn: string | null, extensionMonths: number[] = [], noticeMonths: number | null = null): Term => ({
  startsOn: null,
  endsOn: endsOn === null ? null : day(endsOn),
  extensionMonths,
  noticeMonths,
})

describe('renewal', () => {
  test.each([
    ['no contract known', [], { kind: 'unknown' }],
    ['a contract without an end date is not given one', [term(null, [12], 3)], { kind: 'unknown' }],
    ['the last one ended', [term('2025-01-31'), term('2026-11-22')], { kind: 'ended', on: '2026-11-22' }],
    ['it ends today', [term('2026-11-23')], { kind: 'ahead', endsOn: '2026-11-23', lastPossibleEnd: '2026-11-23' }],
    [
      'the earliest end counts, with its own options',
      [term('2028-01-31'), term('2027-05-31', [12, 12], 6)],
      { kind: 'ahead', noticeBy: '2026-11-30', endsOn: '2027-05-31', lastPossibleEnd: '2029-05-31' },
    ],
    [
      'a notice date that has passed is not shown as one to come',
      [term('2027-01-31', [], 6)],
      { kind: 'ahead', endsOn: '2027-01-31', lastPossibleEnd: '2027-01-31' },
    ],
  ])('%s', (_, terms, expected) => {
    expect(renewalOf(terms, TODAY)).toEqual(expected)
  })
})

const candidate = (category: string, more: Partial<Candidate> = {}): Candidate => ({
  title: 'Avtal',
  category: code(category),
  dynamicSystem: false,
  sector: 'municipality',
  terms: [],
  ...more,
})
const judged = (
  category: string,
  idea: string,
  more: Partial<Candidate> = {},
  words: string[] = [],
  sectors: string[] = [],
) => judge(candidate(category, more), [code(idea)], words, sectors, TODAY, 'en')

describe('an opening', () => {
  test.each([
    ['the very category', '39130000', '39130000', true],
    ['a contract for a part of it', '39131000', '39130000', true],
    ['a contract that holds it', '15100000', '15110000', true],
    ['only the same division is the nearest thing, not an opening', '39800000', '39130000', false],
    ['another division', '45000000', '39130000', false],
  ])('%s', (_, contract, idea, opening) => {
    expect(judged(contract, idea).opening).toBe(opening)
  })

  test('the very category comes before a part of it, and that before what holds it', () => {
    const points = ['39130000', '39131000', '39100000'].map((contract) => judged(contract, '39130000').points)
    expect(points).toEqual([...points].sort((a, b) => b - a))
    expect(new Set(points).size).toBe(3)
  })

  test('a dynamic purchasing system and the right kind of buyer raise it, each with its reason', () => {
    const plain = judged('39130000', '39130000')
    const raised = judged('39130000', '39130000', { dynamicSystem: true }, [], ['municipality'])
    expect(raised.points).toBe(plain.points + 3)
    expect(raised.because.map((one) => one.key)).toEqual([
      'fit.because.category',
      'fit.because.dynamic',
      'fit.because.sector',
    ])
  })

  test('always says why when it is an opening', () => {
    const codes = ['39130000', '15110000', '45000000', '39131000', '15000000']
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), fc.array(fc.string()), (a, b, words) => {
        const found = judged(a, b, { title: words.join(' ') }, words)
        if (found.opening) expect(found.because.length).toBeGreaterThan(0)
      }),
    )
  })
})

test('words are shared whole or as the beginning of one another, never when short', () => {
  expect(sharedWords('Möbler till förskolor', ['förskola', 'till'])).toEqual(['förskolor'])
  expect(sharedWords('Bil och buss', ['bil', 'buss'])).toEqual([])
})
