/** What always holds of a purchase's category, and how fast it is worked out. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Instant } from '../kit/day.js'
import { categoryOfAccount } from './account.js'
import type { BuyersOwn, PurchaseEvidence } from './claims.js'
import { allCategories, code, isWithin, type Code } from './cpv.js'
import { categoryOfPurchase } from './purchase.js'
import type { CategoryRule } from './rule.js'
import { suggestCategories } from './suggest.js'

const food = { code: '6421', text: 'Livsmedel' }
const furniture = { code: '6411', text: 'Möbler' }
const grant = { code: '4511', text: 'Bidrag till föreningar' }
const rent = { code: '6011', text: 'Lokalhyra' }
const silent = { code: '7630', text: 'Diverse' }

describe('whatever is known', () => {
  const codes = [...allCategories()].map((category) => category.code)
  const anyCode = fc.oneof(fc.constantFrom(...codes.filter((one) => one.startsWith('15'))), fc.constantFrom(...codes))
  const anyAccount = fc.constantFrom(food, furniture, grant, rent, silent, { code: '5011', text: 'Lön' })
  const anyEvidence = fc.record(
    {
      correction: fc.oneof(anyCode, fc.constant('not-a-purchase' as const)),
      stated: fc.array(
        anyCode.map((written) => ({ scheme: 'cpv' as const, written })),
        { maxLength: 3 },
      ),
      contract: fc.record({ number: fc.constant('A1'), code: anyCode, by: fc.constantFrom('number', 'fit') }),
      supplier: fc.record({
        id: fc.constant('s1'),
        name: fc.constant('S'),
        contracts: fc.array(anyCode, { maxLength: 4 }),
      }),
      account: anyAccount,
      text: fc.constantFrom('Kontorsstolar', 'Mjölk', 'xyz'),
    },
    { requiredKeys: [] },
  )
  const anyOwn = fc.record(
    {
      rules: fc.array(
        fc.record({
          id: fc.uuid(),
          category: fc.oneof(anyCode, fc.constant('not-a-purchase' as const)),
          since: fc.constantFrom('2026-01-01T00:00:00Z' as Instant, '2026-02-01T00:00:00Z' as Instant),
          account: fc.constantFrom('6421', '4511'),
        }),
        { maxLength: 3 },
      ),
      mapping: anyCode.map((of) => new Map([['64', { beginning: '64', category: of, line: 1 }]])),
    },
    { requiredKeys: [] },
  )
  const claimed = (evidence: PurchaseEvidence, own: BuyersOwn): Code[] => [
    ...(evidence.correction && evidence.correction !== 'not-a-purchase' ? [evidence.correction] : []),
    ...(evidence.stated ?? []).map(({ written }) => code(written)),
    ...(own.rules ?? []).flatMap(({ category }) => (category === 'not-a-purchase' ? [] : [category])),
    ...(evidence.contract ? [evidence.contract.code] : []),
    ...(evidence.supplier?.contracts ?? []),
    ...[...(own.mapping?.values() ?? [])].map(({ category }) => category as Code),
    ...(evidence.account ? [categoryOfAccount(evidence.account).category].filter((one) => one !== undefined) : []),
    ...suggestCategories({ title: evidence.text ?? '', text: '' }).map((one) => one.code),
  ]

  it('the answer is never deeper than what it rests on', () => {
    fc.assert(
      fc.property(anyEvidence, anyOwn, (evidence, own) => {
        const read = categoryOfPurchase(evidence, own)
        if (read.code) expect(claimed(evidence, own).some((one) => isWithin(one, read.code!))).toBe(true)
      }),
    )
  })
  it('it says why, and has a code exactly when it is sure of anything', () => {
    fc.assert(
      fc.property(anyEvidence, anyOwn, (evidence, own) => {
        const read = categoryOfPurchase(evidence, own)
        expect(read.because.length).toBeGreaterThan(0)
        if (read.kind === 'not-a-purchase') expect([read.code, read.alternatives]).toEqual([undefined, []])
        else expect(read.code === undefined).toBe(read.confidence === 'unknown')
      }),
    )
  })
  it('the order in which evidence is listed does not matter', () => {
    fc.assert(
      fc.property(anyEvidence, anyOwn, (evidence, own) => {
        const turned: PurchaseEvidence = {
          ...evidence,
          ...(evidence.stated && { stated: [...evidence.stated].reverse() }),
          ...(evidence.supplier && {
            supplier: { ...evidence.supplier, contracts: [...evidence.supplier.contracts].reverse() },
          }),
        }
        const others = { ...own, ...(own.rules && { rules: [...own.rules].reverse() }) }
        expect(categoryOfPurchase(turned, others)).toEqual(categoryOfPurchase(evidence, own))
      }),
    )
  })
  it('a person’s word on the line is the answer', () => {
    fc.assert(
      fc.property(anyEvidence, anyOwn, anyCode, (evidence, own, correction) => {
        const read = categoryOfPurchase({ ...evidence, correction }, own)
        expect([read.code, read.confidence]).toEqual([correction, 'strong'])
      }),
    )
  })
})

/** An import asks about each line while pages wait. Processor time, since tests share the machine. */
test('more than 50,000 lines a second, with rules, are worked out', () => {
  const accounts = ['Livsmedel', 'Möbler', 'Trycksaker', 'Drivmedel'].map((text, at) => ({ code: `641${at}`, text }))
  const lines = Array.from({ length: 20_000 }, (_, at): PurchaseEvidence => ({
    account: accounts[at % 4],
    supplier: { id: `s${at % 200}`, name: 'S', contracts: ['15130000', '90910000'].map(code) },
    text: `Vara ${at % 100}`,
    ...(at % 3 === 0 && { contract: { number: 'A1', code: code('15500000'), by: 'number' as const } }),
  }))
  const rules = Array.from({ length: 300 }, (_, at): CategoryRule => ({
    id: `r${at}`,
    category: code('22800000'),
    since: '2026-01-01T00:00:00Z' as Instant,
    ...[{ account: `9${at}` }, { supplier: { id: `t${at}`, name: 'T' } }, { text: `ord ${at}` }][at % 3],
  }))
  const perSecond = () => {
    const from = process.cpuUsage()
    for (const line of lines) categoryOfPurchase(line, { rules })
    const { user, system } = process.cpuUsage(from)
    return (lines.length / (user + system)) * 1e6
  }
  const found = lines.filter((line) => categoryOfPurchase(line, { rules }).code)
  expect(found).toHaveLength(lines.length)
  expect(Math.max(...Array.from({ length: 5 }, perSecond))).toBeGreaterThan(50_000)
})
