import type { Day } from '../../../kit/day.js'
import type { Cited } from '../cites.js'
import type { Verified } from '../verified.js'

/** A number of the law with the days on which it holds. Money is in whole units of its currency, as the source writes it. */
export interface Dated<Name extends string = string> {
  readonly name: Name
  readonly amount: number
  readonly unit: 'SEK' | 'EUR' | 'days' | 'workingDays' | 'years' | 'percent'
  readonly from: Day
  /** The last day; absent while it holds. */
  readonly to?: Day
  readonly cites: readonly [Cited, ...Cited[]]
}

/** A number that is written otherwise is another number: who verified the one has not verified the other. */
export const numberKey = ({ name, from, amount, unit }: Dated): string => `${name} ${from} ${amount} ${unit}`

/** Where it was read, each place knowing which number it stands for. */
export function citesOf(row: Dated): Dated['cites'] {
  const [first, ...others] = row.cites.map((cite) => ({ ...cite, number: numberKey(row) }))
  return [first!, ...others]
}

export const isVerified = (row: Dated, verified: Verified = {}): boolean => Object.hasOwn(verified, numberKey(row))

export const holdsOn =
  (on: Day) =>
  ({ from, to }: Dated): boolean =>
    from <= on && (to === undefined || on <= to)

/** A number that holds on every day we answer for; it is a fault of ours when there is none. */
export function numberOn<Name extends string>(rows: readonly Dated<Name>[], name: Name, on: Day): Dated<Name> {
  const found = rows.find((row) => row.name === name && holdsOn(on)(row))
  if (!found) throw new Error(`no ${name} holds on ${on}`)
  return { ...found, cites: citesOf(found) }
}
