/**
 * The footprint of all that was bought, from sums and from what invoices tell in quantities. A quantity takes its own money out
 * of the sum that it is part of, so that nothing counts twice. What cannot be reckoned stays, with what would make it known.
 */
import type { Currency } from '../../kit/money.js'
import { say, type Message } from '../../kit/words/index.js'
import { estimate, isUnknown, type Basis, type Estimate, type Unknown } from './estimate.js'
import { itemOf, quantityIn } from './items.js'
import { meanOf } from './range.js'
import { sumOf, type Part, type Sum } from './sum.js'

/** Where it was bought and what for: what a footprint can be seen by. */
interface Place {
  readonly buyer: number
  readonly unit: number | null
  readonly account: number
  readonly year: number
  readonly currency: Currency
  /** CPV digits; null where nobody knows what it was. */
  readonly category: string | null
}
/** A sum of purchases. Money in hundredths. */
export interface Bought extends Place {
  readonly vat: 'excluded' | 'included' | 'unknown'
  readonly amount: number
  readonly lines: number
}
/** What invoices say was delivered, one article. The money is part of a `Bought` of the same place. */
export interface Delivered extends Place {
  readonly article: string
  /** UN/ECE recommendation 20. */
  readonly unitCode: string | null
  readonly quantity: number
  readonly amount: number
  readonly lines: number
}

/** One estimate, or one question: what money it covers and what it rests on. */
export interface Entry extends Place {
  readonly amount: number
  readonly lines: number
  readonly vat?: Bought['vat']
  readonly part?: Part
  readonly rests?: Estimate['rests']
  /** Of what was delivered: in the factor's unit, kilograms or pieces. */
  readonly quantity?: number
  readonly article?: string
  readonly asked?: readonly Message[]
}

export function entriesOf(bought: readonly Bought[], delivered: readonly Delivered[], basis: Basis): Entry[] {
  const byQuantity = delivered.flatMap((one) => quantityEntry(one, basis) ?? [])
  const told = new Map<string, number>()
  for (const one of byQuantity) told.set(placeOf(one), (told.get(placeOf(one)) ?? 0) + one.amount)
  const each = perUnitOfMoney(basis)
  return [...byQuantity, ...bought.flatMap((one) => moneyEntry(one, takeFrom(told, one), each) ?? [])]
}

const placeOf = ({ buyer, unit, account, year, currency, category }: Place): string =>
  `${buyer} ${unit} ${account} ${year} ${currency} ${category}`

/** The money that quantities of the place tell of, once: sums of one place may differ in VAT. */
function takeFrom(told: Map<string, number>, one: Bought): number {
  const place = placeOf(one)
  const money = told.get(place) ?? 0
  told.delete(place)
  return money
}

function quantityEntry(one: Delivered, basis: Basis): Entry | undefined {
  const item = itemOf(one.article)
  const factor = item && basis.factors.find(({ kind, id }) => kind === 'activity' && id === item.factor)
  if (factor?.kind !== 'activity') return undefined
  const amount = quantityIn(factor.unit, one)
  if (amount === undefined) return undefined
  const found = estimate({ quantity: { amount, unit: factor.unit, item: factor.item } }, basis)
  if (isUnknown(found)) return undefined
  return { ...placed(one), part: partOf(found, 1), rests: 'quantity', quantity: amount, article: one.article }
}

type PerUnit = (one: Bought) => Estimate | Unknown

/** What one whole unit of money brings is the same in all sums of a category, year, currency and VAT. */
function perUnitOfMoney(basis: Basis): PerUnit {
  const known = new Map<string, Estimate | Unknown>()
  return (one) => {
    const key = `${one.category} ${one.year} ${one.currency} ${one.vat}`
    let found = known.get(key)
    if (!found) known.set(key, (found = estimateOf(one, 1, basis)))
    return found
  }
}

/** An amount in whole units, bought as the sum was: also what the page shows step by step. */
export function estimateOf(one: Omit<Bought, 'amount' | 'lines'>, amount: number, basis: Basis): Estimate | Unknown {
  if (one.vat === 'included') return { asked: [say('impact.asked.vatIncluded')] }
  const money = { amount, currency: one.currency, year: one.year, ...(one.vat === 'excluded' ? { vat: 0 } : {}) }
  return estimate({ money, ...(one.category === null ? {} : { cpv: one.category }) }, basis)
}

function moneyEntry(one: Bought, told: number, each: PerUnit): Entry | undefined {
  const amount = one.amount - told
  if (amount === 0 && told !== 0) return undefined
  const found = each(one)
  const entry = { ...placed(one), amount, vat: one.vat }
  return isUnknown(found)
    ? { ...entry, asked: found.asked }
    : { ...entry, part: partOf(found, amount / 100), rests: 'money' }
}

const placed = ({ buyer, unit, account, year, currency, category, amount, lines }: Bought | Delivered) => ({
  ...{ buyer, unit, account, year, currency, category, amount, lines },
})

const partOf = ({ kgCo2e, sigma, factor, database }: Estimate, times: number): Part => ({
  kgCo2e: kgCo2e * times,
  ...(sigma === undefined ? {} : { sigma }),
  factor,
  database,
})

export interface Footing<Key = string> {
  readonly key: Key
  readonly entries: readonly Entry[]
  readonly sum: Sum
  /** Money in hundredths of the main currency: what the sum covers, of it by quantity, and what it leaves out. */
  readonly known: number
  readonly byQuantity: number
  readonly unknown: number
}

/** Together: the same however the entries are grouped. */
export function footingOf<Key>(key: Key, entries: readonly Entry[], currency: Currency): Footing<Key> {
  const money = (of: (entry: Entry) => boolean) =>
    entries.reduce((sum, one) => (one.currency === currency && of(one) ? sum + one.amount : sum), 0)
  return {
    key,
    entries,
    sum: sumOf(entries.flatMap(({ part }) => part ?? [])),
    known: money(({ part }) => part !== undefined),
    byQuantity: money(({ rests }) => rests === 'quantity'),
    unknown: money(({ part }) => part === undefined),
  }
}

/** The largest median first; what is not known at all last. */
export function footingsBy<Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
  currency: Currency,
): Footing<Key>[] {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups].map(([key, own]) => footingOf(key, own, currency)).sort((a, b) => b.sum.kgCo2e - a.sum.kgCo2e)
}

/** At least half of the money is told in quantities: only then a figure says something about a supplier or a contract. */
export const restsOnQuantities = ({ known, unknown, byQuantity }: Omit<Footing, 'key'>): boolean =>
  byQuantity > 0 && byQuantity * 2 >= known + unknown

/** Kilograms of CO2e for each kilogram, where quantities are known, with how many kilograms that is. */
export function perKilogram(
  entries: readonly Entry[],
  database: string,
): { kgCo2e: Sum; kilograms: number } | undefined {
  const own = entries.filter(({ part, rests }) => rests === 'quantity' && part?.database === database)
  const kilograms = own.reduce((sum, { quantity = 0 }) => sum + quantity, 0)
  if (kilograms <= 0) return undefined
  const share = (part: Part): Part => ({ ...part, kgCo2e: part.kgCo2e / kilograms })
  return { kilograms, kgCo2e: sumOf(own.flatMap(({ part }) => (part ? [share(part)] : []))) }
}

/** The category that a factor is mostly used for, by the largest mean. */
export function categoryOfFactor(entries: readonly Entry[], factor: string): string | null {
  const means = new Map<string | null, number>()
  for (const { part, category } of entries)
    if (part?.factor === factor) means.set(category, (means.get(category) ?? 0) + meanOf(part))
  return [...means].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
