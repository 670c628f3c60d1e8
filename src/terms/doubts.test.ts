import { expect, test } from 'vitest'
import { askedIn } from './asked.js'
import { doubtsIn } from './doubts.js'

test.each([
  ['rate', '0.08', 0.0008, 0.08],
  ['rate', '0,08', 0.0008, 0.08],
  ['renewal', '0.5', 0.005, 0.5],
  ['lotShare', '0.5', 0.005, 0.5],
])('%s written %s: was a hundred times as much meant?', (field, written, read, meant) => {
  expect(doubtsIn(askedIn({ [field]: written }))).toEqual([{ field, read, meant }])
})

test.each([
  ['rate', '8'],
  ['rate', '0'],
  ['rate', '0.08 %'],
  ['rate', '0.5'],
  ['hazard', '0.5'],
  ['term', '0.5'],
])('%s written %s is what it is', (field, written) => {
  expect(doubtsIn(askedIn({ [field]: written }))).toEqual([])
})
