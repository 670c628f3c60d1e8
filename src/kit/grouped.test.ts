import { expect, test } from 'vitest'
import { grouped } from './grouped.js'

test('groups and what is in them stand in the order met', () => {
  const words = ['oak', 'birch', 'elm', 'aspen', 'yew']
  expect([...grouped(words, ({ length }) => length)]).toEqual([
    [3, ['oak', 'elm', 'yew']],
    [5, ['birch', 'aspen']],
  ])
  expect(grouped([], String).size).toBe(0)
})
