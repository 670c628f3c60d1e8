import { expect, test } from 'vitest'
import { day } from '../kit/day.js'
import { nextDayOf, renewalOf, type Term } from './renewal.js'

const TODAY = day('2026-11-23')
const term = (endsOn: string | null, extensionMonths: number[] = [], noticeMonths: number | null = null): Term => ({
  startsOn: null,
  endsOn: endsOn === null ? null : day(endsOn),
  extensionMonths,
  noticeMonths,
})

test.each([
  ['no contract known', [], { kind: 'unknown' }],
  ['a contract without an end date is not given one', [term(null, [12], 3)], { kind: 'unknown' }],
  ['the last one ended', [term('2025-01-31'), term('2026-11-22')], { kind: 'ended', on: '2026-11-22' }],
  [
    'it ends today',
    [term('2026-11-23')],
    { kind: 'ahead', endsOn: '2026-11-23', options: [], lastPossibleEnd: '2026-11-23' },
  ],
  [
    'the earliest end counts, with its own options',
    [term('2028-01-31'), term('2027-05-31', [12, 12], 6)],
    {
      kind: 'ahead',
      noticeBy: '2026-11-30',
      endsOn: '2027-05-31',
      options: ['2028-05-31', '2029-05-31'],
      lastPossibleEnd: '2029-05-31',
    },
  ],
  [
    'a notice date that has passed is not shown as one to come',
    [term('2027-01-31', [], 6)],
    { kind: 'ahead', endsOn: '2027-01-31', options: [], lastPossibleEnd: '2027-01-31' },
  ],
])('%s', (_, terms, expected) => {
  expect(renewalOf(terms, TODAY)).toEqual(expected)
})

test('the next day is the notice while it is to come, then the end, and none where nothing is to come', () => {
  expect(nextDayOf(renewalOf([term('2027-05-31', [], 6)], TODAY))).toBe('2026-11-30')
  expect(nextDayOf(renewalOf([term('2027-01-31', [], 6)], TODAY))).toBe('2027-01-31')
  expect(nextDayOf(renewalOf([term('2025-01-31')], TODAY))).toBeUndefined()
  expect(nextDayOf(renewalOf([], TODAY))).toBeUndefined()
})
