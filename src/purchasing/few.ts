/**
 * What fewer than three suppliers without a public name sold could tell what one person was paid: no such sum is public,
 * and neither are sums from which it follows.
 */
import type { Sum } from './import/report.js'

/** Of anything that may concern persons, fewer than this are never told of by themselves. */
export const FEWEST = 3

/** How many suppliers are behind an import's lines of a buyer that stay internal, in one currency. */
export interface KeptBehind {
  readonly buyer: string
  readonly currency: string
  readonly suppliers: number
}
export interface PublicSum {
  readonly buyer: string
  readonly currency: string
  /** Undefined where too few are behind what stays internal in it. */
  readonly amount: number | undefined
}

/** A file's sums as everyone may see them: all its months as one, since what stays internal in a month may be one person's. */
export function publicSums(sums: readonly Sum[], kept: readonly KeptBehind[]): PublicSum[] {
  const groups = new Map<string, Sum[]>()
  for (const sum of sums) {
    const key = `${sum.buyer} ${sum.currency}`
    groups.set(key, [...(groups.get(key) ?? []), sum])
  }
  return [...groups.values()].map((own) => {
    const { buyer, currency } = own[0]!
    const behind = kept.find((one) => one.buyer === buyer && one.currency === currency)?.suppliers ?? 0
    const amount = own.reduce((sum, one) => sum + one.amount, 0)
    return { buyer, currency, amount: behind === 0 || behind >= FEWEST ? amount : undefined }
  })
}
