import { expect, test } from 'vitest'
import { nestedRows } from './nested.js'

test('what would not be exact is refused; a fraction stays what it is', () => {
  expect(nestedRows('[{"amount":9007199254740991,"price":0.125,"on":"2026-11-23","unit":null}]')).toEqual([
    { amount: 9_007_199_254_740_991, price: 0.125, on: '2026-11-23', unit: null },
  ])
  expect(() => nestedRows('[{"amount":9007199254740993}]')).toThrow('too large')
})
