import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { wordsFor } from '../../kit/words/index.js'
import { ABSURD, estimate, isUnknown, type Basis, type Bought, type Estimate } from './estimate.js'
import { atPurchaserPrice, spendFactorFor, type ActivityFactor, type SpendFactor } from './factor.js'
import { deflatorFor } from './prices.js'

const source = { source: 'A test' }
const spend = (cpvPrefix: string, value: number, more: Partial<SpendFactor> = {}): SpendFactor => ({
  kind: 'spend',
  id: `spend-${cpvPrefix}`,
  database: 'figaro',
  version: '2026.1',
  value,
  gsd: 1.59,
  year: 2023,
  region: 'SE',
  source,
  cpvPrefix,
  currency: 'EUR',
  priceYear: 2023,
  prices: 'purchaser',
  ...more,
})
/** Röös 2014, Mat-klimat-listan 1.1: kilograms of CO2e for each kilogram of food. */
const food = (item: string, value: number): ActivityFactor => ({
  kind: 'activity',
  id: item,
  database: 'mat-klimat-listan',
  version: '1.1',
  value,
  year: 2014,
  region: 'SE',
  source: { source: 'Röös 2014, Mat-klimat-listan 1.1', year: 2014 },
  item,
  unit: 'kg',
})
const FOODS = [
  food('mixed mince', 16),
  food('soy mince', 3),
  food('pasta', 0.8),
  food('imported tomato', 1.4),
  food('imported apple', 0.6),
  food('apple', 0.2),
]
const readOn = day('2026-11-01')
const basis: Basis = {
  factors: [...FOODS, spend('15', 0.42923), spend('03', 1.03004), spend('0331', 0.44866)],
  indices: [
    { cpvPrefix: '', currency: 'SEK', year: 2023, value: 120, source, readOn },
    { cpvPrefix: '', currency: 'SEK', year: 2025, value: 132, source, readOn },
    { cpvPrefix: '15', currency: 'SEK', year: 2023, value: 100, source, readOn },
    { cpvPrefix: '15', currency: 'SEK', year: 2025, value: 125, source, readOn },
    { cpvPrefix: '15', currency: 'SEK', year: 2024, value: 110, source, readOn },
  ],
  rates: [{ from: 'SEK', to: 'EUR', year: 2023, value: 11.5, source, readOn }],
}
const paid = { amount: 1000, currency: 'SEK', year: 2025, vat: 0 } as const
const bread: Bought = { money: paid, cpv: '15811100' }
function known(bought: Bought, on: Basis = basis): Estimate {
  const found = estimate(bought, on)
  if (isUnknown(found)) throw new Error(found.asked.map(wordsFor('en').of).join(' '))
  return found
}
const asked = (bought: Bought, on: Basis = basis): string => {
  const found = estimate(bought, on)
  return isUnknown(found) ? found.asked.map(wordsFor('en').of).join(' ') : ''
}

describe('by quantity', () => {
  const meal = (mince: string, apple: string) =>
    [
      [mince, 0.15],
      ['pasta', 0.05],
      ['imported tomato', 0.1],
      [apple, 0.2],
    ].reduce(
      (sum, [item, amount]) =>
        sum + known({ quantity: { item: item as string, unit: 'kg', amount: amount as number } }).kgCo2e,
      0,
    )

  /** The meal that Mat-klimat-listan itself reckons: 2.7 kg, 3 per cent less, 72 per cent less. */
  test('the published meal', () => {
    const before = meal('mixed mince', 'imported apple')
    expect(before).toBeCloseTo(2.7, 12)
    expect(meal('mixed mince', 'apple') / before - 1).toBeCloseTo(-0.0296, 4)
    expect(meal('soy mince', 'imported apple') / before - 1).toBeCloseTo(-0.7222, 4)
  })
  test('the quantity counts instead of the money, never besides', () => {
    const quantity = { item: 'pasta', unit: 'kg', amount: 100 } as const
    expect(known({ ...bread, quantity }).kgCo2e).toBe(known({ quantity }).kgCo2e)
    expect(known({ ...bread, quantity }).rests).toBe('quantity')
    expect(known({ ...bread, quantity, money: { ...paid, amount: 1e9 } }).kgCo2e).toBe(80)
  })
  test('a quantity without a factor leaves the money to tell, and says so', () => {
    const found = known({ ...bread, quantity: { item: 'pasta', unit: 'piece', amount: 100 } })
    expect(found.rests).toBe('money')
    expect(found.because.map(({ key }) => key)).toContain('impact.step.noFactor')
  })
  test('a factor without a stated spread gives no range', () => {
    const found = known({ quantity: { item: 'pasta', unit: 'kg', amount: 1 } })
    expect(found.sigma).toBeUndefined()
    expect(found.because.map(({ key }) => key)).toContain('impact.step.noRange')
  })
})

describe('by money', () => {
  test('without VAT, at the factor’s prices, in its currency, times the factor', () => {
    const found = known({ ...bread, money: { ...paid, amount: 1120, vat: 0.12 } })
    expect(found.kgCo2e).toBeCloseTo(((1000 * (100 / 125)) / 11.5) * 0.42923, 10)
    expect(found.sigma).toBeCloseTo(Math.log(1.59), 12)
    expect(found.because.map(({ key }) => key)).toEqual([
      'impact.step.vat',
      'impact.step.index',
      'impact.step.rate',
      'impact.step.spend',
      'impact.step.range',
    ])
    expect(found.sources).toHaveLength(4)
  })
  test('the longest prefix decides, and a basic price never meets an invoice', () => {
    expect(spendFactorFor('03311000', basis.factors)!.cpvPrefix).toBe('0331')
    expect(spendFactorFor('03111000', basis.factors)!.cpvPrefix).toBe('03')
    expect(spendFactorFor('39130000', basis.factors)).toBeUndefined()
    expect(spendFactorFor('15', [spend('15', 0.49, { prices: 'basic' })])).toBeUndefined()
  })
  test('the closest price series that has both years is used, and never two', () => {
    const of = (cpv: string, spent: number) =>
      deflatorFor(basis.indices, { cpv, currency: 'SEK', spent, priced: 2023 })?.factor
    expect(of('15811100', 2025)).toBe(0.8)
    expect(of('03311000', 2025)).toBe(120 / 132)
    expect(of('03311000', 2024)).toBeUndefined()
    expect(of('03311000', 2023)).toBe(1)
  })
  test('a factor of the same year and currency needs no rows', () => {
    const money = { amount: 1000, currency: 'EUR', year: 2023, vat: 0 } as const
    expect(known({ money, cpv: '15' }, { ...basis, indices: [], rates: [] }).kgCo2e).toBeCloseTo(429.23, 9)
    expect(known({ money, cpv: '15' }).because.map(({ key }) => key)).toEqual([
      'impact.step.vat',
      'impact.step.spend',
      'impact.step.range',
    ])
  })
  /** The source's own reckoning of Swedish food, kilograms for a thousand euros. */
  test('from basic to purchaser’s prices', () => {
    expect(atPurchaserPrice(489.64, 0.857, { share: 0.1088, factor: 88.56 })).toBeCloseTo(429.23, 1)
  })
  /** Svalna: 200 kronor of clothing at 0.05 kg a krona. */
  test('a shirt for 200 kronor', () => {
    const clothing = spend('18', 0.05, { currency: 'SEK', priceYear: 2025 })
    expect(known({ money: { ...paid, amount: 200 }, cpv: '18331000' }, { ...basis, factors: [clothing] }).kgCo2e).toBe(
      10,
    )
  })
})

describe('lines that are not as one would wish', () => {
  test.each([
    ['no date', { ...bread, money: { amount: 1, currency: 'SEK', vat: 0 } as const }, 'The line has no date.'],
    [
      'no word of VAT',
      { ...bread, money: { amount: 1, currency: 'SEK', year: 2025 } as const },
      'Whether VAT is included',
    ],
    ['no category', { money: paid }, 'The line has no category.'],
    ['no amount', { cpv: '15811100' }, 'The line has no amount.'],
    ['no factor', { money: paid, cpv: '39130000' }, 'A factor for CPV 39130000'],
    [
      'no index',
      { ...bread, money: { ...paid, year: 2019 } },
      'A price index in SEK for both 2019 and 2023 is missing.',
    ],
    ['no rate', { ...bread, money: { ...paid, currency: 'DKK', year: 2023 } as const }, 'from DKK to EUR for 2023'],
    ['an absurd amount', { ...bread, money: { ...paid, amount: ABSURD * 2 } }, 'too large to be true'],
    ['a number that is none', { ...bread, money: { ...paid, amount: NaN } }, 'too large to be true'],
    ['nothing at all', {}, 'The line has no amount. The line has no category.'],
  ])('%s is asked for', (_, bought, said) => {
    expect(asked(bought)).toContain(said)
  })
  test('a credit note takes back exactly what the purchase brought', () => {
    const back = known({ ...bread, money: { ...paid, amount: -1000 } })
    expect(back.kgCo2e).toBe(-known(bread).kgCo2e)
    expect(back.because.map(({ key }) => key)).toContain('impact.step.credit')
  })
  test('nothing paid is nothing', () => {
    expect(known({ ...bread, money: { ...paid, amount: 0 } }).kgCo2e).toBe(0)
  })
})

test('any line is a finite figure or a question, and twice the money is twice the figure', () => {
  const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true })
  fc.assert(
    fc.property(amount, fc.constantFrom(2023, 2024, 2025), fc.constantFrom('15', '03', '39'), (value, year, cpv) => {
      const found = estimate({ cpv, money: { ...paid, amount: value, year } }, basis)
      if (isUnknown(found)) {
        expect(found.asked.length).toBeGreaterThan(0)
        return
      }
      expect(found.kgCo2e).toSatisfy(Number.isFinite)
      if (Math.abs(value) > ABSURD / 2) return
      const twice = known({ cpv, money: { ...paid, amount: 2 * value, year } })
      expect(twice.kgCo2e).toBeCloseTo(2 * found.kgCo2e, 3)
    }),
    { seed: 7 },
  )
})

test.each(['sv', 'en'] as const)('every step is a sentence in %s', (language) => {
  const lines: Bought[] = [
    bread,
    { ...bread, money: { ...paid, amount: -1120, vat: 0.12 }, quantity: { item: 'pasta', unit: 'meal', amount: 2 } },
    { quantity: { item: 'pasta', unit: 'kg', amount: 2.5 } },
  ]
  for (const sentence of lines.flatMap((line) => known(line).because).map(wordsFor(language).of)) {
    expect(sentence).toMatch(/^[^{}]*\p{L}[^{}]*[.]$/u)
    expect(sentence).not.toMatch(/NaN|∞|undefined|null/)
  }
  const [vat, index] = known(bread).because.map(wordsFor(language).of)
  expect(vat).toMatch(/^(Beloppet är bokfört utan moms: 1\u00a0000 SEK|The amount is booked without VAT: 1,000 SEK)\.$/)
  expect(index).toContain('2025')
})
