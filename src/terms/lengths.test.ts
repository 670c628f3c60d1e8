import { expect, test } from 'vitest'
import { day } from '../kit/day.js'
import type { ContractLength } from '../purchasing/index.js'
import { atCap, chosenIn, isChosen, leafOf, measured } from './lengths.js'

const contract: ContractLength = {
  address: 'a',
  number: 'K-1',
  title: 'Furniture',
  buyerName: 'The Town',
  category: '39130000',
  agreement: 'framework',
  startsOn: day('2023-01-01'),
  endsOn: day('2024-12-31'),
  lastOn: day('2026-12-31'),
  ceiling: null,
  file: 'register.csv',
  line: 2,
}
const lasting = (from: string, to: string) => measured({ ...contract, startsOn: day(from), lastOn: day(to) })

test.each([
  ['2023-01-01', '2026-12-31', 48, '4'],
  ['2023-01-01', '2027-01-01', 49, '6'],
  ['2023-03-15', '2024-03-14', 12, '1'],
  ['2024-02-29', '2025-02-27', 12, '1'],
  ['2020-01-01', '2029-12-31', 120, 'more'],
])('from %s to %s is %i months, in the span %s', (from, to, months, span) => {
  expect(lasting(from, to)).toMatchObject({ months, span })
})

test('a missing or contradictory day makes the length unknown, never 0', () => {
  for (const more of [{ startsOn: null }, { lastOn: null }, { lastOn: day('2022-12-31') }]) {
    const found = measured({ ...contract, ...more })
    expect(found.span).toBe('unknown')
    expect(found.months).toBeUndefined()
  }
})

const four = lasting('2023-01-01', '2026-12-31')
const five = lasting('2023-01-01', '2027-12-31')
const two = { ...lasting('2023-01-01', '2024-12-31'), category: '15000000' }

test('only framework agreements of known length stand against the cap', () => {
  const others = [
    { ...four, agreement: 'contract' as const },
    { ...four, category: null },
  ]
  const unknown = measured({ ...contract, lastOn: null })
  expect(atCap([two, four, five, unknown, ...others], 4)).toEqual([
    { division: '39', known: 2, at: 1, over: 1 },
    { division: '15', known: 1, at: 0, over: 0 },
  ])
})

test('each bar and number leads to just the contracts it counts', () => {
  const all = [two, four, five]
  const under = (query: Record<string, string>) => all.filter((one) => isChosen(one, chosenIn(query), 4))
  expect(under({ length: '4' })).toEqual([four])
  expect(under({ division: '39', cap: 'over' })).toEqual([five])
  expect(under({ length: 'nonsense', cap: 'nonsense' })).toEqual(all)
})

test('a long list is read in parts that hold each row once; a page beyond the last is the last', () => {
  const rows = Array.from({ length: 120 }, (_, at) => at)
  expect(['1', '2', '3'].flatMap((page) => leafOf(rows, page).rows)).toEqual(rows)
  expect(leafOf(rows, '99')).toEqual(leafOf(rows, '3'))
  expect(leafOf(rows, '-1')).toEqual(leafOf(rows))
  expect(leafOf([], '2')).toEqual({ rows: [], page: 1, pages: 1 })
})
