/** How long the city's contracts are, counted in whole months and gathered by years; pure. */
import { addDays, type Day } from '../kit/day.js'
import type { ContractLength } from '../purchasing/index.js'

export type Dated = Pick<ContractLength, 'startsOn' | 'lastOn'>
export interface Measure {
  /** With every option, in months begun; undefined where a day is missing, or the days contradict each other. */
  readonly months?: number
  readonly span: Span
}
export type Measured = ContractLength & Measure

/** The upper end in years; contracts of exactly four years are in '4'. */
export const SPANS = ['1', '2', '3', '4', '6', '8', 'more', 'unknown'] as const
export type Span = (typeof SPANS)[number]

export function measured<Of extends Dated>(contract: Of): Of & Measure {
  const { startsOn, lastOn } = contract
  if (startsOn === null || lastOn === null || lastOn < startsOn) return { ...contract, span: 'unknown' }
  const months = monthsBetween(startsOn, addDays(lastOn, 1))
  return { ...contract, months, span: SPANS.find((span) => Number(span) * 12 >= months) ?? 'more' }
}

/** From the first day to the day after the last: 1 January 2023 to 31 December 2026 is 48. A month begun counts. */
function monthsBetween(from: Day, to: Day): number {
  const [[fromYear, fromMonth, fromDay], [toYear, toMonth, toDay]] = [from, to].map((of) =>
    of.split('-').map(Number),
  ) as [[number, number, number], [number, number, number]]
  return (toYear - fromYear) * 12 + toMonth - fromMonth + (toDay > fromDay ? 1 : 0)
}

export interface AtCap {
  /** Two digits. */
  readonly division: string
  /** Framework agreements whose length is known; those that last just as long as the cap, and longer. */
  readonly known: number
  readonly at: number
  readonly over: number
}

/** Framework agreements by division, those with most at or over the cap first. */
export function atCap(contracts: readonly Measured[], capYears: number): AtCap[] {
  const found = new Map<string, { known: number; at: number; over: number }>()
  for (const contract of contracts) {
    const place = placeOf(contract, capYears)
    if (!place || contract.category === null) continue
    const division = contract.category.slice(0, 2)
    const sums = found.get(division) ?? { known: 0, at: 0, over: 0 }
    sums.known += 1
    if (place !== 'under') sums[place] += 1
    found.set(division, sums)
  }
  return [...found]
    .map(([division, sums]) => ({ division, ...sums }))
    .sort((a, b) => b.at + b.over - (a.at + a.over) || b.known - a.known || a.division.localeCompare(b.division))
}

type Placed = Pick<Measured, 'agreement' | 'months'>
/** Where a framework agreement stands against the cap; undefined of other contracts, and where the length is not known. */
export const placeOf = ({ agreement, months }: Placed, capYears: number): 'under' | 'at' | 'over' | undefined =>
  agreement !== 'framework' || months === undefined
    ? undefined
    : months < capYears * 12
      ? 'under'
      : months === capYears * 12
        ? 'at'
        : 'over'

export interface Chosen {
  readonly span?: Span
  readonly division?: string
  readonly cap?: 'at' | 'over'
}
export const chosenIn = (query: Readonly<Record<string, string>>): Chosen => {
  const span = SPANS.find((one) => one === query['length'])
  const division = /^\d{2}$/.exec(query['division'] ?? '')?.[0]
  const cap = (['at', 'over'] as const).find((one) => one === query['cap'])
  return { ...(span ? { span } : {}), ...(division ? { division } : {}), ...(cap ? { cap } : {}) }
}
export const isChosen = (contract: Measured, { span, division, cap }: Chosen, capYears: number): boolean =>
  (span === undefined || contract.span === span) &&
  (division === undefined || contract.category?.slice(0, 2) === division) &&
  (cap === undefined || placeOf(contract, capYears) === cap)

/** How many contracts are read at a time. */
const SHOWN = 50
export interface Leaf<Row> {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
}
/** The part of a list that a page number asks for: the first where it is no number, the last where it is beyond it. */
export function leafOf<Row>(rows: readonly Row[], asked = ''): Leaf<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / SHOWN))
  const page = Math.min(/^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1, pages)
  return { rows: rows.slice((page - 1) * SHOWN, page * SHOWN), page, pages }
}
