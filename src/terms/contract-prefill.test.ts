import { expect, test } from 'vitest'
import { day } from '../kit/day.js'
import type { KnownContract } from '../purchasing/index.js'
import { termOf } from './contract-prefill.js'

const contract = {
  ...{ agreement: 'framework', startsOn: day('2025-06-01'), endsOn: day('2027-05-31'), extensionMonths: '12+12' },
} as unknown as KnownContract

test.each([
  ['two years and options to the cap', {}, 2, 4, 'at', '4'],
  ['an option fewer', { extensionMonths: '12' }, 2, 3, 'under', '3'],
  ['one more', { extensionMonths: '12+12+12' }, 2, 5, 'over', '6'],
  ['options that could not be read', { extensionMonths: null }, 2, undefined, undefined, 'unknown'],
  ['no framework', { agreement: 'contract' }, 2, 4, undefined, '4'],
] as const)('%s', (_, told, sure, whole, place, span) => {
  const term = termOf({ ...contract, ...told }, 4)
  expect([term?.sureYears, term?.whole?.years, term?.place, term?.span]).toEqual([sure, whole, place, span])
})

test.each([
  ['no end', { endsOn: null }],
  ['no start', { startsOn: null }],
  ['an end before the start', { endsOn: day('2025-01-01'), extensionMonths: '' }],
])('%s: the length is not known', (_, told) => {
  expect(termOf({ ...contract, ...told }, 4)).toBeUndefined()
})
