/** The price indices and exchange rates that come with us (`prices.tsv`), each as it was read in its source. */
import { day } from '../../kit/day.js'
import type { Currency } from '../../kit/money.js'
import table from '../prices.tsv'
import type { IndexRow, RateRow } from './prices.js'
import { rowsIn } from './tsv.js'

const dated = ([, , , , year, value, source, url, readOn, unverified]: readonly string[]) => ({
  year: Number(year),
  value: Number(value),
  source: { source: source!, year: Number(year), url: url! },
  readOn: day(readOn!),
  ...(unverified ? { unverified: unverified as NonNullable<IndexRow['unverified']> } : {}),
})
const of = (kind: string) => rowsIn(table).filter((row) => row[0] === kind)

export const INDICES: readonly IndexRow[] = of('index').map((row) => ({
  ...dated(row),
  cpvPrefix: row[1]!,
  currency: row[2] as Currency,
}))
export const RATES: readonly RateRow[] = of('rate').map((row) => ({
  ...dated(row),
  from: row[2] as Currency,
  to: row[3] as Currency,
}))
