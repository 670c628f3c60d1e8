import type { Day } from '../../../kit/day.js'
import type { Cited } from '../cites.js'

/** A person who has checked a number in its source, and when. Until there is one, the number rests on its citation's mark. */
export interface Verification {
  readonly by: string
  readonly on: Day
}

/** A number of the law with the days on which it holds. Money is in whole units of its currency, as the source writes it. */
export interface Dated<Name extends string = string> {
  readonly name: Name
  readonly amount: number
  readonly unit: 'SEK' | 'EUR' | 'days' | 'workingDays' | 'years' | 'percent'
  readonly from: Day
  /** The last day; absent while it holds. */
  readonly to?: Day
  readonly cites: readonly [Cited, ...Cited[]]
  readonly verified?: Verification
}

export const holdsOn =
  (on: Day) =>
  ({ from, to }: Dated): boolean =>
    from <= on && (to === undefined || on <= to)

/** A number that holds on every day we answer for; it is a fault of ours when there is none. */
export function numberOn<Name extends string>(rows: readonly Dated<Name>[], name: Name, on: Day): Dated<Name> {
  const found = rows.find((row) => row.name === name && holdsOn(on)(row))
  if (!found) throw new Error(`no ${name} holds on ${on}`)
  return found
}
