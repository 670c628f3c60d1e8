/** The steps behind a figure: entries that are reckoned alike as one, the largest first, questions last. */
import { grouped } from '../kit/grouped.js'
import type { Currency } from '../kit/money.js'
import type { Unit } from './rules/factor.js'
import { estimate, isUnknown, type Basis, type Estimate, type Unknown } from './rules/estimate.js'
import { estimateOf, type Entry } from './rules/portfolio.js'

export interface Step {
  readonly category: string | null
  readonly currency: Currency
  /** In hundredths, of all buyers and of each. */
  readonly amount: number
  readonly byBuyer: ReadonlyMap<number, number>
  readonly article?: string
  readonly quantity?: number
  readonly unit?: Unit
  readonly found: Estimate | Unknown
}

export function stepsOf(entries: readonly Entry[], basis: Basis): Step[] {
  const alike = grouped(entries, (one) => `${one.category} ${one.currency} ${one.year} ${one.vat} ${one.article}`)
  return [...alike.values()].map((own) => stepOf(own, basis)).sort((a, b) => sizeOf(b) - sizeOf(a))
}

const sizeOf = ({ found }: Step): number => (isUnknown(found) ? -Infinity : found.kgCo2e)

const sumOf = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0)

function stepOf(own: readonly Entry[], basis: Basis): Step {
  const { category, currency, article, year, vat, part, buyer, unit, account } = own[0]!
  const amount = sumOf(own.map((one) => one.amount))
  const byBuyer = new Map<number, number>()
  for (const one of own) byBuyer.set(one.buyer, (byBuyer.get(one.buyer) ?? 0) + one.amount)
  const factor = basis.factors.find(({ id, kind }) => kind === 'activity' && id === part?.factor)
  if (factor?.kind !== 'activity') {
    const place = { category, currency, year, buyer, unit, account, vat: vat ?? 'unknown' }
    return { category, currency, amount, byBuyer, found: estimateOf(place, amount / 100, basis) }
  }
  const quantity = sumOf(own.map((one) => one.quantity ?? 0))
  const found = estimate({ quantity: { amount: quantity, unit: factor.unit, item: factor.item } }, basis)
  const told = article === undefined ? {} : { article }
  return { category, currency, amount, byBuyer, quantity, unit: factor.unit, found, ...told }
}
