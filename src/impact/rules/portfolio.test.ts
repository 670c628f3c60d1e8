import { describe, expect, test } from 'vitest'
import { ACTIVITY_FACTORS, FOOD } from './activity-factors.js'
import type { Basis } from './estimate.js'
import { itemOf, quantityIn } from './items.js'
import { likelyTop } from './likely-top.js'
import {
  entriesOf,
  footingOf,
  footingsBy,
  perKilogram,
  restsOnQuantities,
  type Bought,
  type Delivered,
} from './portfolio.js'
import { INDICES, RATES } from './price-rows.js'
import { rangeOf } from './range.js'
import { SPEND_FACTORS } from './spend-factors.js'
import { notComparable, savingOf } from './switch.js'

const basis: Basis = { factors: [...SPEND_FACTORS, ...ACTIVITY_FACTORS], indices: INDICES, rates: RATES }
const bought = (more: Partial<Bought> = {}): Bought => ({
  ...{ buyer: 1, unit: 2, account: 3, year: 2023, currency: 'SEK', category: '15100000', vat: 'excluded' },
  ...{ amount: 1_148_000, lines: 4 },
  ...more,
})
const delivered = (more: Partial<Delivered> = {}): Delivered => ({
  ...{ buyer: 1, unit: 2, account: 3, year: 2023, currency: 'SEK', category: '15100000' },
  ...{ article: 'Nötfärs 12 % fryst 5 kg', unitCode: 'KGM', quantity: 50, amount: 500_000, lines: 1 },
  ...more,
})
const factor = (id: string) => ACTIVITY_FACTORS.find((one) => one.id === id)!

describe('a portfolio', () => {
  test('a quantity takes its own money out of the sum that it is part of, and no more', () => {
    const entries = entriesOf([bought()], [delivered()], basis)
    expect(entries.map(({ rests, amount }) => [rests, amount])).toEqual([
      ['quantity', 500_000],
      ['money', 648_000],
    ])
    expect(entries[0]!.part!.kgCo2e).toBe(50 * 26)
    expect(entries[1]!.part!.kgCo2e).toBeCloseTo((6480 / 11.48) * 0.42923, 9)
  })
  test('an article that nobody knows leaves its money where it was', () => {
    const entries = entriesOf([bought()], [delivered({ article: 'Diverse enligt kvitto', unitCode: 'C62' })], basis)
    expect(entries.map(({ rests, amount }) => [rests, amount])).toEqual([['money', 1_148_000]])
  })
  test('what is told wholly in quantities leaves no money behind', () => {
    expect(entriesOf([bought({ amount: 500_000 })], [delivered()], basis)).toHaveLength(1)
  })
  test.each([
    ['no category', { category: null }, 'impact.asked.category'],
    ['a year without an index', { year: 2026 }, 'impact.asked.index'],
    ['a currency without a rate', { currency: 'DKK' }, 'impact.asked.rate'],
    ['nobody said of VAT', { vat: 'unknown' }, 'impact.asked.vat'],
    ['VAT at a rate that nobody knows', { vat: 'included' }, 'impact.asked.vatIncluded'],
  ] as const)('%s is asked for, and its money is not covered', (_, more, key) => {
    const entries = entriesOf([bought(more)], [], basis)
    expect(entries[0]!.asked!.map((one) => one.key)).toContain(key)
    const { known, unknown } = footingOf('', entries, entries[0]!.currency)
    expect([known, unknown]).toEqual([0, 1_148_000])
  })
  test('a credit note takes back its purchase', () => {
    const entries = entriesOf([bought(), bought({ unit: 9, amount: -1_148_000 })], [], basis)
    expect(footingOf('', entries, 'SEK').sum.mean).toBeCloseTo(0, 9)
  })
  test('the whole is the same to the kilogram however it is parted', () => {
    const many = ['15100000', '39100000', '45000000', null].flatMap((category, at) =>
      [1, 2, 3].map((unit) => bought({ category, unit, account: at, amount: 10_000_000 * (at + unit) })),
    )
    const entries = entriesOf(many, [delivered({ unit: 1, account: 0 })], basis)
    const whole = footingOf('', entries, 'SEK')
    for (const key of [
      (one: (typeof entries)[number]) => one.category,
      (one: (typeof entries)[number]) => one.unit,
      (one: (typeof entries)[number]) => one.account,
    ]) {
      const rows = footingsBy<unknown>(entries, key, 'SEK')
      expect(rows.reduce((sum, row) => sum + row.sum.mean, 0)).toBeCloseTo(whole.sum.mean, 3)
      expect(rows.reduce((sum, row) => sum + row.known + row.unknown, 0)).toBe(whole.known + whole.unknown)
    }
  })
  test('half of the money in quantities is what a contract needs', () => {
    const shared = (amount: number) =>
      restsOnQuantities(footingOf('', entriesOf([bought({ amount })], [delivered()], basis), 'SEK'))
    expect(shared(1_000_000)).toBe(true)
    expect(shared(1_000_001)).toBe(false)
  })
  test('kilograms of CO2e for each kilogram of food', () => {
    const milk = delivered({ article: 'Standardmjölk 1 l', unitCode: 'LTR', quantity: 150 })
    const found = perKilogram(entriesOf([], [delivered(), milk], basis), FOOD)!
    expect(found.kilograms).toBe(200)
    expect(found.kgCo2e.kgCo2e).toBeGreaterThan((50 * 26 + 150) / 200 - 0.01)
    expect(rangeOf(found.kgCo2e)!.low).toBeLessThan((50 * 26 + 150) / 200)
  })
})

describe('articles', () => {
  test.each([
    ['Nötfärs 12 % kyld', 'beef-boneless'],
    ['Köttbullar nöt och gris stekta', 'mixed-mince'],
    ['Korv med låg salthalt', 'charcuterie'],
    ['Hushållsost skivad 1 kg', 'cheese'],
    ['Äpple klass 1 svenskt', 'fruit-nordic'],
    ['Banan ekologisk', 'fruit-imported'],
    ['Havredryck berikad 1 l', undefined],
    ['Havrebaserad matlagningsgrädde 1 l', undefined],
    ['Krossade tomater 2,5 kg', undefined],
    ['Grisfötter', undefined],
  ])('%s is %s', (article, food) => {
    expect(itemOf(article)?.factor).toBe(food && `slu-mkl11-${food}`)
  })
  test('a used desk is no new one', () => {
    expect(itemOf('Renoverat skrivbord')).toBeUndefined()
    expect(itemOf('Skrivbord elstativ 160 x 80')?.factor).toBe('coggin-height-adjustable-desk')
  })
  test.each([
    ['Knäckebröd råg 600 g', 'H87', 10, 6],
    ['Mjölk 1,5 l', 'C62', 2, 3],
    ['Ost', 'KGM', 2.5, 2.5],
    ['Limpa skivad', 'C62', 2, undefined],
    ['Färs 500 g eller 1 kg', 'H87', 2, undefined],
    ['Ost', null, 2, undefined],
  ])('%s by %s: %d are %s kg', (article, unitCode, quantity, kilograms) => {
    expect(quantityIn('kg', { article, unitCode, quantity })).toBe(kilograms)
  })
  test('every item leads to a factor that tells its spread', () => {
    for (const { id, gsd, range } of ACTIVITY_FACTORS.filter(({ database }) => [FOOD, 'coggin'].includes(database)))
      expect(gsd ?? range, id).toBeDefined()
  })
})

describe('the largest', () => {
  const part = (kgCo2e: number, name: string) => ({ kgCo2e, sigma: 0.4, factor: name, database: name })
  test('what is far larger is always among them, and equals share', () => {
    const [big, one, other] = likelyTop([[part(1000, 'a')], [part(10, 'b')], [part(10, 'c')]], 2)
    expect(big).toBe(1)
    expect(one! + other!).toBe(1)
    expect(Math.abs(one! - 0.5)).toBeLessThan(0.05)
  })
  test('the same errors never change the order', () => {
    expect(likelyTop([[part(11, 'a')], [part(10, 'a')]], 1)).toEqual([1, 0])
  })
})

describe('a switch', () => {
  const beef = factor('slu-mkl11-beef-boneless')
  const soy = factor('slu-mkl11-meat-substitutes')
  test('saves the difference, with a range that holds it', () => {
    const saving = savingOf({ from: beef, to: soy, quantity: 1000, share: 0.5, years: 4 })
    expect(saving.yearly).toBe(500 * 23)
    expect(saving.whole).toBe(4 * 500 * 23)
    expect(saving.yearlyRange!.low).toBeGreaterThan(0)
    expect(saving.yearlyRange!.low).toBeLessThan(saving.yearly)
    expect(saving.yearlyRange!.high).toBeGreaterThan(saving.yearly)
  })
  test('the other way brings as much more', () => {
    expect(savingOf({ from: soy, to: beef, quantity: 1000, share: 0.5, years: 1 }).yearly).toBe(-500 * 23)
  })
  test.each([
    ['a changed price alone', beef, beef, 'impact.switch.onlyPrice'],
    ['two databases', beef, factor('agb-hachevegetal'), 'impact.switch.databases'],
    ['two units', beef, factor('coggin-task-chair'), 'impact.switch.units'],
  ])('%s is refused', (_, from, to, key) => {
    expect(notComparable({ from, to })!.key).toBe(key)
  })
})
