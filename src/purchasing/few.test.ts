import { expect, test } from 'vitest'
import { publicSums } from './few.js'

const SUMS = [
  { buyer: '1', month: '2024-01', currency: 'SEK', amount: 100 },
  { buyer: '1', month: '2024-02', currency: 'SEK', amount: 50 },
  { buyer: '1', month: '2024-02', currency: 'EUR', amount: 7 },
  { buyer: '2', month: '2024-01', currency: 'SEK', amount: 5 },
]

test('months are one sum, and buyers and currencies are kept apart', () => {
  expect(publicSums(SUMS, [])).toEqual([
    { buyer: '1', currency: 'SEK', amount: 150 },
    { buyer: '1', currency: 'EUR', amount: 7 },
    { buyer: '2', currency: 'SEK', amount: 5 },
  ])
})

test.each([
  [0, 150],
  [1, undefined],
  [2, undefined],
  [3, 150],
])('with %i suppliers behind what stays internal', (suppliers, amount) => {
  const [sum, ...others] = publicSums(SUMS, [{ buyer: '1', currency: 'SEK', suppliers }])
  expect(sum?.amount).toBe(amount)
  expect(others.map((one) => one.amount)).toEqual([7, 5])
})
