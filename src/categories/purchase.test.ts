import { describe, expect, it, test } from 'vitest'
import type { Instant } from '../kit/day.js'
import { wordsFor } from '../kit/words/index.js'
import { readChartMapping } from './chart.js'
import type { BuyersOwn, PurchaseEvidence } from './claims.js'
import { code } from './cpv.js'
import { categoryOfPurchase } from './purchase.js'
import type { CategoryRule } from './rule.js'

const food = { code: '6421', text: 'Livsmedel' }
const furniture = { code: '6411', text: 'Möbler' }
const grant = { code: '4511', text: 'Bidrag till föreningar' }
const rent = { code: '6011', text: 'Lokalhyra' }
const silent = { code: '7630', text: 'Diverse' }
const supplier = (...codes: string[]) => ({ id: 's1', name: 'Lomma Grossist AB', contracts: codes.map(code) })
const contract = (of: string, by: 'number' | 'fit' = 'number') => ({ number: 'ÄLV2024-052', code: code(of), by })
const cpv = (...written: string[]) => written.map((one) => ({ scheme: 'cpv' as const, written: one }))
const rule = (of: string, what: Partial<CategoryRule>): CategoryRule => ({
  id: 'r1',
  category: of === 'none' ? 'not-a-purchase' : code(of),
  since: '2026-01-01T00:00:00Z' as Instant,
  ...what,
})
const mapping = (text: string) =>
  readChartMapping(text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(';') }))).mapping

/** What is known of the line → the category, how sure, and what decided. */
test.each<[string, PurchaseEvidence, BuyersOwn, string | undefined, string, string | undefined]>([
  ['the account alone', { account: food }, {}, '15000000', 'strong', 'account'],
  ['a text alone', { text: 'Kontorsstolar' }, {}, '39112000', 'likely', 'text'],
  ['its contract, by number', { contract: contract('15500000'), account: food }, {}, '15500000', 'strong', 'contract'],
  ['its contract, as the only one', { contract: contract('15500000', 'fit') }, {}, '15500000', 'likely', 'contract'],
  [
    'one contract with the supplier',
    { supplier: supplier('15130000'), account: food },
    {},
    '15130000',
    'likely',
    'supplier',
  ],
  [
    'contracts that agree on a group',
    { supplier: supplier('15511000', '15551000') },
    {},
    '15500000',
    'likely',
    'supplier',
  ],
  [
    'contracts that agree on a division',
    { supplier: supplier('15130000', '15500000') },
    {},
    '15000000',
    'possible',
    'supplier',
  ],
  ['contracts that do not agree', { supplier: supplier('15130000', '90910000') }, {}, undefined, 'unknown', undefined],
  [
    'those, with an account that one goes with',
    { supplier: supplier('15130000', '90910000'), account: food },
    {},
    '15130000',
    'likely',
    'supplier',
  ],
  [
    'those, with an account that two go with',
    { supplier: supplier('15130000', '15500000', '90910000'), account: food },
    {},
    '15000000',
    'strong',
    'account',
  ],
  ['the line states a code', { stated: cpv('15511000-3'), account: food }, {}, '15511000', 'strong', 'stated'],
  ['the line states two kinds of dairy', { stated: cpv('15511000', '15551000') }, {}, '15500000', 'strong', 'stated'],
  [
    'the line states a broad code, its contract a deeper',
    { stated: cpv('15000000'), contract: contract('15500000') },
    {},
    '15500000',
    'strong',
    'contract',
  ],
  [
    'the line states what the account denies',
    { stated: cpv('90910000'), account: food },
    {},
    '90910000',
    'likely',
    'stated',
  ],
  [
    'a guess of the account denies nothing',
    { stated: cpv('22800000'), account: { code: '6500', text: 'Övrigt' } },
    {},
    '22800000',
    'strong',
    'stated',
  ],
  [
    'a code that nobody translated',
    { stated: [{ scheme: 'unspsc', written: '50131700' }] },
    {},
    undefined,
    'unknown',
    undefined,
  ],
  [
    'a code that the buyer translated',
    { stated: [{ scheme: 'unspsc', written: '50131700' }] },
    { translated: new Map([['unspsc 50131700', code('15500000')]]) },
    '15500000',
    'strong',
    'stated',
  ],
  [
    'a rule for the supplier',
    { account: food, supplier: supplier() },
    { rules: [rule('15800000', { supplier: supplier() })] },
    '15800000',
    'strong',
    'rule',
  ],
  [
    'a rule stands as said',
    { account: food, contract: contract('15500000') },
    { rules: [rule('15000000', { account: '6421' })] },
    '15000000',
    'strong',
    'rule',
  ],
  [
    'a correction stands against all',
    { correction: code('39000000'), stated: cpv('15511000'), account: food },
    {},
    '39000000',
    'strong',
    'correction',
  ],
  [
    'the buyer’s own list of accounts',
    { account: silent },
    { mapping: mapping('7630;79990000') },
    '79990000',
    'likely',
    'chart',
  ],
  [
    'the list, refined by the account’s text',
    { account: furniture },
    { mapping: mapping('64*;39000000') },
    '39100000',
    'strong',
    'account',
  ],
  [
    'the list, whatever the account’s text',
    { account: food },
    { mapping: mapping('6421;55000000') },
    '55000000',
    'likely',
    'chart',
  ],
  [
    'an English ledger',
    { account: { code: '4600', text: 'Agency staff' } },
    { chart: 'unknown' },
    '79620000',
    'likely',
    'account',
  ],
  ['an account that says nothing', { account: silent }, {}, undefined, 'unknown', undefined],
  ['nothing at all', {}, {}, undefined, 'unknown', undefined],
])('%s', (_, evidence, own, category, confidence, by) => {
  const read = categoryOfPurchase(evidence, own)
  expect([read.code, read.confidence, read.by]).toEqual([category, confidence, by])
})

/** What the account holds, whoever else says what. */
test.each<[string, PurchaseEvidence, BuyersOwn, string, boolean]>([
  ['a grant', { account: grant }, {}, 'not-a-purchase', false],
  [
    'a grant to a supplier with contracts',
    { account: grant, contract: contract('15500000') },
    {},
    'not-a-purchase',
    true,
  ],
  [
    'a grant, and a rule for its supplier',
    { account: grant, supplier: supplier() },
    { rules: [rule('15800000', { supplier: supplier() })] },
    'not-a-purchase',
    true,
  ],
  ['a grant that a person has corrected', { account: grant, correction: code('92000000') }, {}, 'purchase', true],
  [
    'a grant account that a rule names',
    { account: grant },
    { rules: [rule('92000000', { account: '4511' })] },
    'purchase',
    true,
  ],
  ['a purchase that a person denies', { account: food, correction: 'not-a-purchase' }, {}, 'not-a-purchase', false],
  [
    'a purchase that the buyer’s list denies',
    { account: silent },
    { mapping: mapping('7630;ej inköp') },
    'not-a-purchase',
    false,
  ],
  ['rent', { account: rent }, {}, 'rent', false],
  ['rent that a person has corrected', { account: rent, correction: code('90910000') }, {}, 'purchase', false],
  ['an account that says nothing', { account: silent }, {}, 'purchase', false],
  ['an account of no chart', { account: { code: 'X', text: '' } }, {}, 'unknown', false],
])('%s', (_, evidence, own, kind, disagrees) => {
  const read = categoryOfPurchase(evidence, own)
  expect([read.kind, read.disagreement !== undefined]).toEqual([kind, disagrees])
})

describe('the sentences', () => {
  const sv = (evidence: PurchaseEvidence, own: BuyersOwn = {}) => {
    const { because, disagreement } = categoryOfPurchase(evidence, own)
    return [...because, ...(disagreement ? [disagreement] : [])].map((message) => wordsFor('sv').of(message))
  }
  it('give the reason that decided first, then what bears it out', () => {
    expect(sv({ account: food, supplier: supplier('15130000') })).toEqual([
      'Det avtal vi känner med Lomma Grossist AB gäller 15130000.',
      'Kontot säger 15000000, som kategorin hör till.',
      'Konto 6421 hör till grupp 64, Förbrukningsinventarier och förbrukningsmaterial, i Kommun-Bas.',
    ])
  })
  it('tell a contradiction', () => {
    expect(sv({ account: food, stated: cpv('90910000') }).at(-1)).toBe(
      'Uppgifterna går isär: radens egen kod säger 90910000, kontot säger 15000000.',
    )
  })
  it('say what would make it known', () => {
    expect(sv({ account: silent, supplier: supplier('15130000', '90910000') })).toEqual([
      'Vi vet inte vad som köptes. En rad för konto 7630 i kontoplanens lista, ett avtal med kategori eller en rättelse skulle visa det.',
      expect.stringContaining('Konto 7630'),
      'Lomma Grossist AB har avtal i flera kategorier. De säger inte vilken raden hör till.',
    ])
  })
  it('tell a code that is stated twice once', () => {
    expect(sv({ stated: cpv('15511000-3', ' 15511000-3') })).toEqual(['Raden anger koden ”15511000-3”.'])
  })
  it('tell a code that could not be used', () => {
    expect(sv({ account: food, stated: [{ scheme: 'own', written: 'LIV-7' }] }).at(-1)).toContain('LIV-7')
  })
})
