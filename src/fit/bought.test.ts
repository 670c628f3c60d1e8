import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { allCategories, ancestors, code } from '../categories/index.js'
import type { Spent } from '../purchasing/index.js'
import { beginningsOf, boughtIn, standingOf } from './bought.js'

const PAVING = '45233222'
const NAPPIES = '33771200'

test.each([
  ['the category itself', PAVING, [PAVING], 'within'],
  ['a part of a chosen group', PAVING, ['45200000'], 'within'],
  ['a part of a chosen division', '45233222', ['45000000'], 'within'],
  ['the class that holds it', '45233000', [PAVING], 'broader'],
  ['the group that holds it', '45200000', [PAVING], 'broader'],
  ['the division that holds it', '45000000', [PAVING], 'broader'],
  ['the category beside it', '45233221', [PAVING], undefined],
  ['another class of its group', '45214000', [PAVING], undefined],
  ['another group of its division', '45300000', [PAVING], undefined],
  ['another division', '98000000', [NAPPIES], undefined],
  ['within one chosen, broader than another', '45233000', [PAVING, '45200000'], 'within'],
  ['broader than one of two', '33700000', [PAVING, NAPPIES], 'broader'],
  ['nothing chosen', PAVING, [], undefined],
] as const)('an account at %s', (_, account, chosen, standing) => {
  expect(standingOf(code(account), chosen.map(code))).toBe(standing)
})

describe('what is looked up', () => {
  const codes = [...allCategories()].map((one) => one.code)
  it('misses no account that tells, and has no other division', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (chosen, any) => {
        const beginnings = beginningsOf([chosen])
        for (const account of [any, chosen, ...ancestors(chosen)])
          if (standingOf(account, [chosen])) expect(beginnings.some((one) => account.startsWith(one))).toBe(true)
        expect(beginnings.every((one) => one.startsWith(chosen.slice(0, 2)))).toBe(true)
      }),
    )
  })
  it('is told apart: what is of the categories, and what only may be', () => {
    const accounts = ['45233222', '45200000', '45000000', '45233221', '98000000', 'unread']
    const { within, broader } = boughtIn([code(PAVING)], accounts.map(spentOn))
    expect(within.map(({ category }) => category)).toEqual([PAVING])
    expect(broader.map(({ category }) => category)).toEqual(['45200000', '45000000'])
  })
})

const spentOn = (category: string): Spent => ({
  buyer: 1,
  buyerName: 'Fagersala',
  buyerNumber: '212000-0001',
  unit: null,
  account: '6115 Beläggning',
  category,
  confidence: 'likely',
  amount: 100_00,
  lines: 1,
})
