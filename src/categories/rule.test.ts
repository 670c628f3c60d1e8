import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Instant } from '../kit/day.js'
import { wordsFor } from '../kit/words/index.js'
import { code } from './cpv.js'
import { bySpecificity, describeRule, ruleFits, ruleFor, type CategoryRule } from './rule.js'

const rule = (id: string, what: Partial<CategoryRule>): CategoryRule => ({
  id,
  category: code('15000000'),
  since: '2026-01-01T00:00:00Z' as Instant,
  ...what,
})
const lomma = { id: 's1', name: 'Lomma Grossist AB' }
const line = { account: { code: '6421' }, supplier: { id: 's1' }, text: 'Ekologisk  Mjölk 3 %' }

test.each([
  ['its account', { account: '6421' }, true],
  ['another account', { account: '642' }, false],
  ['its supplier', { supplier: lomma }, true],
  ['both', { account: '6421', supplier: lomma }, true],
  ['one of both', { account: '6411', supplier: lomma }, false],
  ['words of its text', { text: 'ekologisk mjölk' }, true],
  ['words not there', { text: 'havre' }, false],
  ['nothing', {}, false],
  ['blanks', { account: ' ', text: ' ' }, false],
])('a rule that names %s', (_, what, fits) => {
  expect(ruleFits(rule('r', what), line)).toBe(fits)
})

describe('of rules that fit', () => {
  const newer = '2026-06-01T00:00:00Z' as Instant
  const account = rule('account', { account: '6421', since: newer })
  const supplier = rule('supplier', { supplier: lomma })
  const text = rule('text', { text: 'mjölk' })
  const both = rule('both', { account: '6421', supplier: lomma })
  const later = rule('later', { account: '6421', supplier: lomma, since: newer })

  test.each([
    ['the supplier before the account, though older', [account, supplier], 'supplier'],
    ['the text before the supplier', [supplier, text], 'text'],
    ['two conditions before one', [text, both], 'both'],
    ['the newest of equals', [both, later], 'later'],
  ])('%s', (_, rules, first) => {
    expect(ruleFor(rules, line)?.id).toBe(first)
    expect(ruleFor([...rules].reverse(), line)?.id).toBe(first)
  })
  it('one order holds, however they are listed', () => {
    const all = [account, supplier, text, both, later]
    const order = [...all].sort(bySpecificity)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect([...shuffled].sort(bySpecificity)).toEqual(order)
      }),
    )
  })
})

it('the rule found is the first of those that fit', () => {
  const anyRule = fc
    .record(
      {
        account: fc.constantFrom('6421', '6411', ' '),
        supplier: fc.constantFrom(lomma, { id: 's2', name: 'X' }),
        text: fc.constantFrom('mjölk', 'havre', ''),
      },
      { requiredKeys: [] },
    )
    .chain((what) => fc.uuid().map((id) => rule(id, what)))
  const anyLine = fc.record(
    {
      account: fc.constantFrom({ code: '6421' }, { code: '' }),
      supplier: fc.constant({ id: 's1' }),
      text: fc.constantFrom('Mjölk', ''),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(anyRule), anyLine, (rules, asked) => {
      const fitting = [...rules].sort(bySpecificity).filter((one) => ruleFits(one, asked))
      expect(ruleFor(rules, asked)).toBe(fitting[0])
    }),
  )
})

test.each([
  [{ account: '6421' }, 'Regel: det som bokförs på konto 6421 är 15000000.'],
  [{ supplier: lomma }, 'Regel: det som köps från Lomma Grossist AB är 15000000.'],
  [
    { account: '6421', supplier: lomma, text: 'kaffe' },
    'Regel: det som bokförs på konto 6421 från Lomma Grossist AB med ”kaffe” i texten är 15000000.',
  ],
  [{ account: '6499', category: 'not-a-purchase' as const }, 'Regel: det som bokförs på konto 6499 är inte inköp.'],
])('%j reads', (what, sentence) => {
  expect(wordsFor('sv').of(describeRule(rule('r', what)))).toBe(sentence)
})
