import { describe, expect, test } from 'vitest'
import { askedIn, termsAddress, tidied } from './asked.js'

test.each([
  ['investment', '4 000 000', 4e6],
  ['investment', '4.000.000,50 kr', 4000000.5],
  ['cashflow', '1200000', 1.2e6],
  ['rate', '6,5', 0.065],
  ['rate', '6.5 %', 0.065],
  ['term', '3,5', 3.5],
  ['bidders', '4,8', 4.8],
  ['horizon', '8', 8],
  ['lotShare', '50', 0.5],
  ['greatestQuantity', '3 500', 3500],
])('%s written %s is %d', (field, written, value) => {
  const { numbers, wrong } = askedIn({ [field]: written })
  expect(wrong).toEqual([])
  expect(numbers).toEqual({ [field]: value })
})

test.each([
  ['rate', 'six', 'number'],
  ['rate', '1e-5', 'number'],
  ['rate', '101', 'outside'],
  ['rate', '-1', 'number'],
  ['investment', '0', 'outside'],
  ['term', '0', 'outside'],
  ['horizon', '7,5', 'whole'],
  ['bidders', '0,5', 'outside'],
  ['unitCost', 'NaN', 'number'],
])('%s written %s is told beside its field', (field, written, kind) => {
  const { numbers, wrong, written: kept } = askedIn({ [field]: written })
  expect(wrong).toMatchObject([{ field, kind }])
  expect(numbers).toEqual({})
  expect(kept).toEqual({ [field]: written })
})

test('bounds are told as one writes them: shares in per cent', () => {
  expect(askedIn({ costSpread: '501' }).wrong).toMatchObject([{ least: 0, most: 500 }])
})

test('what is left empty is asked for, not wrong; what is no field is named', () => {
  expect(askedIn({ rate: ' ', investments: '4', reasons: 'perhaps' })).toMatchObject({
    numbers: {},
    wrong: [],
    unknown: ['investments'],
    reasons: 'unknown',
  })
})

describe('an address', () => {
  test('holds no empty fields when it is shared', () => {
    expect(tidied({ investment: '4', rate: '', reasons: 'unknown' })).toBe('/terms?investment=4')
    expect(tidied({ rate: '' })).toBe('/terms')
    expect(tidied({ investment: '4', reasons: 'none' })).toBeUndefined()
    expect(tidied({})).toBeUndefined()
  })
  test('made for a contract asks just what was known of it', () => {
    const address = termsAddress({ term: 4, rate: 0.07, bidders: 3, investment: undefined }, 'c-1-furniture')
    const asked = askedIn(Object.fromEntries(new URLSearchParams(address.split('?')[1])))
    expect(asked).toMatchObject({
      numbers: { term: 4, rate: 0.07, bidders: 3 },
      contract: 'c-1-furniture',
      unknown: [],
    })
    expect(termsAddress({})).toBe('/terms')
  })
})
