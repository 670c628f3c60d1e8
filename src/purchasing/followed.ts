/** Sums of how purchases follow contracts, put together: of a whole, of each category, of each unit. */
import type { Following } from './attribution.js'

export const FOLLOWINGS = ['under', 'beside', 'without', 'unclear', 'unknown'] as const satisfies readonly Following[]

export interface Sum {
  readonly lines: number
  readonly amount: number
}
export interface Followed extends Sum {
  /** A division or a unit; null where it is not known. */
  readonly of: string | null
  readonly parts: Readonly<Record<Following, Sum>>
}
interface Row extends Sum {
  readonly of: string | null
  readonly following: Following
}

export const wholeOf = (rows: readonly Row[]): Followed => {
  const parts = Object.fromEntries(
    FOLLOWINGS.map((following) => [following, summed(rows.filter((row) => row.following === following))]),
  ) as Record<Following, Sum>
  return { of: null, ...summed(rows), parts }
}

/** The largest first, what is not known last. */
export function followedBy(rows: readonly Row[]): Followed[] {
  const groups = new Map<string | null, Row[]>()
  for (const row of rows) groups.set(row.of, [...(groups.get(row.of) ?? []), row])
  return [...groups]
    .map(([of, own]) => ({ ...wholeOf(own), of }))
    .sort((a, b) => Number(a.of === null) - Number(b.of === null) || b.amount - a.amount)
}

/** Undefined where credits leave no whole to be a part of. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole > 0 && part >= 0 && part <= whole ? part / whole : undefined

const summed = (rows: readonly Sum[]): Sum => ({
  lines: rows.reduce((sum, { lines }) => sum + lines, 0),
  amount: rows.reduce((sum, { amount }) => sum + amount, 0),
})
