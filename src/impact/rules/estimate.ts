/**
 * What one purchase brings. A quantity with a factor goes instead of the money, never besides it. Money is reckoned in this
 * order: without VAT, at the factor's price year, in the factor's currency at that year's rate, times the factor.
 */
import type { Citation } from '../../kit/cite.js'
import type { Currency } from '../../kit/money.js'
import { say, type Message } from '../../kit/words/index.js'
import { activityFactorFor, sigmaOf, spendFactorFor, type Factor, type SpendFactor, type Unit } from './factor.js'
import { deflatorFor, exchangeFor, type IndexRow, type RateRow } from './prices.js'
import type { Part } from './sum.js'

export interface Bought {
  /** In whole units of the currency; below 0 for a credit note. */
  readonly money?: {
    readonly amount: number
    readonly currency: Currency
    /** Undefined where the line has no date. */
    readonly year?: number
    /** The rate of deductible VAT that the amount includes: 0 when it is booked without. Undefined: nobody said. */
    readonly vat?: number
  }
  readonly quantity?: { readonly amount: number; readonly unit: Unit; readonly item: string }
  /** CPV digits. */
  readonly cpv?: string
}
export interface Basis {
  readonly factors: readonly Factor[]
  readonly indices: readonly IndexRow[]
  readonly rates: readonly RateRow[]
}
export interface Estimate extends Part {
  readonly rests: 'quantity' | 'money'
  /** The formula step by step, each with its numbers. */
  readonly because: readonly Message[]
  readonly sources: readonly Citation[]
  /** Which of its price rows are not verified. */
  readonly unverified: readonly Message[]
}
/** What must be known before anything can be said. */
export interface Unknown {
  readonly asked: readonly Message[]
}
export const isUnknown = (answer: Estimate | Unknown): answer is Unknown => 'asked' in answer

/** Beyond it a line is taken for a slip of the keyboard, in whole units of any currency: our choice. */
export const ABSURD = 1e11

export function estimate(bought: Bought, basis: Basis): Estimate | Unknown {
  const absurd = [bought.money?.amount, bought.quantity?.amount].find(
    (amount) => amount !== undefined && isAbsurd(amount),
  )
  if (absurd !== undefined) return { asked: [say('impact.asked.absurd')] }
  return byQuantity(bought, basis) ?? byMoney(bought, basis)
}

const isAbsurd = (amount: number): boolean => !Number.isFinite(amount) || Math.abs(amount) > ABSURD

function byQuantity({ quantity }: Bought, { factors }: Basis): Estimate | undefined {
  const factor = quantity && activityFactorFor(quantity.item, quantity.unit, factors)
  if (!factor) return undefined
  const { amount, unit } = quantity
  const kgCo2e = amount * factor.value
  const because = [say('impact.step.quantity', { amount, unit, value: factor.value, kg: kgCo2e })]
  return answer('quantity', kgCo2e, factor, [...because, ...creditNote(amount)], [])
}

function byMoney(bought: Bought, basis: Basis): Estimate | Unknown {
  const { money, cpv, quantity } = bought
  const factor = cpv === undefined ? undefined : spendFactorFor(cpv, basis.factors)
  if (!money || cpv === undefined || !factor || money.year === undefined || money.vat === undefined)
    return { asked: missing(bought, factor) }
  const { amount, currency, year, vat } = money
  const priced = factor.priceYear
  const deflator = deflatorFor(basis.indices, { cpv, currency, spent: year, priced })
  const exchange = exchangeFor(basis.rates, currency, factor.currency, priced)
  if (!deflator || !exchange)
    return {
      asked: [
        ...(deflator ? [] : [say('impact.asked.index', { currency, spent: year, priced })]),
        ...(exchange ? [] : [say('impact.asked.rate', { from: currency, to: factor.currency, year: priced })]),
      ],
    }
  const kgCo2e = (((amount / (1 + vat)) * deflator.factor) / exchange.rate) * factor.value
  const because = [
    say('impact.step.vat', { vat, amount: amount / (1 + vat), currency }),
    ...(year === priced ? [] : [say('impact.step.index', { factor: deflator.factor, spent: year, priced })]),
    ...(currency === factor.currency
      ? []
      : [say('impact.step.rate', { rate: exchange.rate, from: currency, to: factor.currency, year: priced })]),
    say('impact.step.spend', { value: factor.value, currency: factor.currency, prefix: factor.cpvPrefix, kg: kgCo2e }),
    ...(quantity ? [say('impact.step.noFactor', { item: quantity.item, unit: quantity.unit })] : []),
    ...creditNote(amount),
  ]
  return answer('money', kgCo2e, factor, because, [...deflator.rows, ...exchange.rows])
}

/** Of an index that is joined or a rate that is read second-hand, the figure is no surer than that row. */
const unverifiedIn = (rows: readonly (IndexRow | RateRow)[]): Message[] =>
  rows.flatMap(({ unverified, year, value }) =>
    unverified ? [say('impact.step.unverified', { how: unverified, year, value })] : [],
  )

function missing({ money, cpv, quantity }: Bought, factor: SpendFactor | undefined): Message[] {
  return [
    ...(quantity ? [say('impact.asked.factor', { item: quantity.item, unit: quantity.unit })] : []),
    ...(money ? [] : [say('impact.asked.money')]),
    ...(cpv === undefined ? [say('impact.asked.category')] : []),
    ...(cpv !== undefined && !factor ? [say('impact.asked.spendFactor', { cpv })] : []),
    ...(money && money.year === undefined ? [say('impact.asked.year')] : []),
    ...(money && money.vat === undefined ? [say('impact.asked.vat')] : []),
  ]
}

/** A credit note takes back what the purchase brought. */
const creditNote = (amount: number): Message[] => (amount < 0 ? [say('impact.step.credit')] : [])

function answer(
  rests: Estimate['rests'],
  kgCo2e: number,
  factor: Factor,
  because: readonly Message[],
  rows: readonly (IndexRow | RateRow)[],
): Estimate {
  const sigma = sigmaOf(factor)
  const spread =
    sigma === undefined ? [say('impact.step.noRange')] : [say('impact.step.range', { gsd: Math.exp(sigma) })]
  return {
    kgCo2e,
    ...(sigma === undefined ? {} : { sigma }),
    factor: factor.id,
    database: factor.database,
    rests,
    because: [...because, ...spread],
    sources: [factor.source, ...rows.map(({ source }) => source)],
    unverified: unverifiedIn(rows),
  }
}
