import { expect, test } from 'vitest'
import { day } from '../kit/day.js'
import { addressed, askedOfList, pagesOf } from './asked.js'
import { facetsOf } from './facets.js'
import { byDivision } from './spending.js'
import { alike, nextEnd, noticeBy, optionEnds, optionMonths } from './term.js'

const term = { startsOn: day('2024-01-01'), endsOn: day('2026-12-31'), extensionMonths: '12+6', noticeMonths: 3 }

test('options follow each other from the end, and notice counts back from it', () => {
  expect(optionEnds(term.endsOn, optionMonths(term))).toEqual(['2027-12-31', '2028-06-30'])
  expect(noticeBy(term)).toBe('2026-09-30')
  expect(optionEnds(term.endsOn, optionMonths({ extensionMonths: '' }))).toEqual([])
  expect(optionEnds(null, [12])).toEqual([])
  expect(noticeBy({ ...term, noticeMonths: null })).toBeUndefined()
  expect(noticeBy({ ...term, endsOn: null })).toBeUndefined()
})

test('the end that counts is the next, or the last where all have passed, or none', () => {
  const ends = (...days: (string | null)[]) => days.map((one) => ({ endsOn: one === null ? null : day(one) }))
  const today = day('2026-11-23')
  expect(nextEnd(ends('2028-01-01', '2027-01-01', '2025-01-01', null), today)).toBe('2027-01-01')
  expect(nextEnd(ends('2024-01-01', '2025-01-01'), today)).toBe('2025-01-01')
  expect(nextEnd(ends('2026-11-23', '2027-01-01'), today)).toBe('2026-11-23')
  expect(nextEnd(ends(null), today)).toBeUndefined()
})

test('contracts that run alike are drawn as one, others apart', () => {
  const groups = alike([term, { ...term, extensionMonths: '' }, { ...term }])
  expect(groups.map((group) => group.length)).toEqual([2, 1])
})

test('each choice of a search says how many it would leave under the other choice', () => {
  const pair = (division: string | null, buyer: string, count: number) => ({
    division,
    buyer,
    buyerName: `Buyer ${buyer}`,
    count,
  })
  const pairs = [pair('15', '1', 4), pair('15', '2', 7), pair('39', '1', 2), pair(null, '1', 1)]
  expect(facetsOf(pairs, { division: undefined, buyer: undefined })).toEqual({
    found: 14,
    divisions: [
      { value: '15', label: '15', count: 11 },
      { value: '39', label: '39', count: 2 },
    ],
    buyers: [
      { value: '1', label: 'Buyer 1', count: 7 },
      { value: '2', label: 'Buyer 2', count: 7 },
    ],
  })
  const narrowed = facetsOf(pairs, { division: '15', buyer: '1' })
  expect(narrowed.found).toBe(4)
  expect(narrowed.divisions.map(({ count }) => count)).toEqual([4, 2])
  expect(narrowed.buyers.map(({ value, count }) => [value, count])).toEqual([
    ['2', 7],
    ['1', 4],
  ])
})

test('a division is as sure as its least sure account; what is not known comes last, however large', () => {
  const account = (category: string | null, confidence: 'strong' | 'possible' | 'unknown', amount: number) => ({
    account: '1',
    category,
    confidence,
    amount,
    lines: 1,
  })
  const divisions = byDivision([
    account(null, 'unknown', 900),
    account('15100000', 'strong', 10),
    account('39100000', 'strong', 50),
    account('15200000', 'possible', 5),
  ])
  expect(divisions.map(({ division, amount, lines, confidence }) => [division, amount, lines, confidence])).toEqual([
    ['39000000', 50, 1, 'strong'],
    ['15000000', 15, 2, 'possible'],
    [undefined, 900, 1, 'unknown'],
  ])
})

test('an address that asks for nonsense gets the first page', () => {
  for (const page of ['0', '-1', '1.5', 'x', '1e9', ''])
    expect(askedOfList({ page })).toMatchObject({ page: 1, skip: 0 })
  expect(askedOfList({ q: `  ${'å'.repeat(500)}`, page: '3' })).toEqual({
    words: 'å'.repeat(100),
    page: 3,
    skip: 50,
    most: 25,
  })
  expect([0, 25, 26].map(pagesOf)).toEqual([1, 1, 2])
  expect(addressed('/buyers', { q: 'kött & ost', page: undefined })).toBe('/buyers?q=k%C3%B6tt+%26+ost')
})
