/** What is asked of the climate pages, and the footings that answer it. */
import type { Served } from '../purchasing/index.js'
import type { Currency } from '../kit/money.js'
import { likelyTop } from './rules/likely-top.js'
import { footingOf, footingsBy, type Entry, type Footing } from './rules/portfolio.js'

export const WAYS = ['category', 'people', 'unit', 'account', 'contract'] as const
export type Way = (typeof WAYS)[number]
export const isWay = (written: string | undefined): written is Way => WAYS.some((way) => way === written)
/** What can be ranked whatever it rests on. */
export type OpenWay = Exclude<Way, 'contract'>

/** Among so many a footprint is said to be one of the largest. */
export const TOP = 3
export const NONE = 'none'

export interface Seen {
  readonly year: number
  /** Undefined is the whole city. */
  readonly buyer: number | undefined
  readonly by: Way
}
export interface Row extends Footing {
  /** The share of the whole mean: means add up. */
  readonly share: number
  /** How likely it is among the `TOP` largest; undefined where a spread is unknown. */
  readonly top: number | undefined
}
/** A contract of which at least half rests on quantities, ranked; the others are only counted. */
export interface ContractRow extends Row {
  readonly title: string
  readonly address: string
}
export interface ByContract {
  /** At least half of their money is told in quantities; the largest first. */
  readonly shown: readonly ContractRow[]
  /** The others: category averages that say nothing about their supplier. */
  readonly others: number
}
/** What units and accounts are called, by id. */
export interface Names {
  readonly units: ReadonlyMap<number, { readonly name: string }>
  readonly accounts: ReadonlyMap<number, { readonly name: string }>
}
export interface Seeing {
  readonly currency: Currency
  readonly whole: Footing
  readonly rows: readonly Row[]
}

export const within = (entries: readonly Entry[], { year, buyer }: Pick<Seen, 'year' | 'buyer'>): Entry[] =>
  entries.filter((one) => one.year === year && (buyer === undefined || one.buyer === buyer))

/** The key of an entry's row, as it stands in an address. */
export function keyOf(by: OpenWay, servedOf: (unit: number | null) => Served): (entry: Entry) => string {
  if (by === 'category') return ({ category }) => category?.slice(0, 2) ?? NONE
  if (by === 'unit') return ({ unit }) => (unit === null ? NONE : String(unit))
  if (by === 'account') return ({ account }) => String(account)
  return ({ unit }) => servedOf(unit)
}

/** The currency that most lines are in. */
export function mainCurrency(entries: readonly Entry[]): Currency {
  const lines = new Map<Currency, number>()
  for (const one of entries) lines.set(one.currency, (lines.get(one.currency) ?? 0) + one.lines)
  return [...lines].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'SEK'
}

export function seeing(entries: readonly Entry[], key: (entry: Entry) => string): Seeing {
  const currency = mainCurrency(entries)
  const whole = footingOf('', entries, currency)
  return { currency, whole, rows: ranked(footingsBy(entries, key, currency), whole) }
}

export function ranked(footings: readonly Footing[], whole: Footing): Row[] {
  const sure = footings.every(({ sum, known }) => sum.sigma !== undefined || known === 0)
  const top = sure
    ? likelyTop(
        footings.map(({ entries }) => entries.flatMap(({ part }) => part ?? [])),
        TOP,
      )
    : []
  return footings.map((one, at) => ({
    ...one,
    share: whole.sum.mean > 0 ? one.sum.mean / whole.sum.mean : 0,
    top: one.entries.some(({ part }) => part) ? top[at] : undefined,
  }))
}

/** The latest year of which at least half of the money can be reckoned; otherwise the latest. */
export function yearToShow(entries: readonly Entry[]): number | undefined {
  const years = [...new Set(entries.map(({ year }) => year))].sort((a, b) => b - a)
  const half = (year: number) => {
    const own = entries.filter((one) => one.year === year)
    const { known, unknown } = footingOf('', own, mainCurrency(own))
    return known > 0 && known >= unknown
  }
  return years.find(half) ?? years[0]
}
