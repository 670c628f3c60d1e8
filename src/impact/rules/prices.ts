/** Price indices and exchange rates as dated rows with their source. What is not there is asked for and never assumed. */
import type { Citation } from '../../kit/cite.js'
import type { Day } from '../../kit/day.js'
import type { Currency } from '../../kit/money.js'

interface Dated {
  readonly year: number
  readonly source: Citation
  /** When the row was read in its source: indices are revised. */
  readonly readOn: Day
  /** Absent where its own publisher was read: 'joined' of two sources, or 'second-hand' in someone else's paper. */
  readonly unverified?: 'joined' | 'second-hand'
}
export interface IndexRow extends Dated {
  /** The categories whose prices it follows; '' follows all. */
  readonly cpvPrefix: string
  readonly currency: Currency
  readonly value: number
}
export interface RateRow extends Dated {
  readonly from: Currency
  readonly to: Currency
  /** What one unit of `to` costs in `from`, the year's average: 11 SEK for one EUR. */
  readonly value: number
}

export interface Deflator {
  readonly factor: number
  readonly rows: readonly IndexRow[]
}

/** P(priced) / P(spent), both from the series that follows the category most closely; undefined where no series has both years. */
export function deflatorFor(
  indices: readonly IndexRow[],
  asked: { readonly cpv: string; readonly currency: Currency; readonly spent: number; readonly priced: number },
): Deflator | undefined {
  if (asked.spent === asked.priced) return { factor: 1, rows: [] }
  const pairs = indices
    .filter(
      ({ currency, year, cpvPrefix }) =>
        currency === asked.currency && year === asked.spent && asked.cpv.startsWith(cpvPrefix),
    )
    .flatMap((spent) => {
      const priced = indices.find(
        (row) => row.currency === asked.currency && row.year === asked.priced && row.cpvPrefix === spent.cpvPrefix,
      )
      return priced ? [{ spent, priced }] : []
    })
    .sort((a, b) => b.spent.cpvPrefix.length - a.spent.cpvPrefix.length)
  const [best] = pairs
  return best && { factor: best.priced.value / best.spent.value, rows: [best.spent, best.priced] }
}

export interface Exchange {
  /** How many units of `from` are paid for one of `to`. */
  readonly rate: number
  readonly rows: readonly RateRow[]
}

/** The year's rate; 1 for the same currency; undefined where no row has it. */
export function exchangeFor(
  rates: readonly RateRow[],
  from: Currency,
  to: Currency,
  year: number,
): Exchange | undefined {
  if (from === to) return { rate: 1, rows: [] }
  const row = rates.find((one) => one.from === from && one.to === to && one.year === year)
  return row && { rate: row.value, rows: [row] }
}
