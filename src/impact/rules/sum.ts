/**
 * Sums of footprints whose errors hang together (Lo 2013). Two lines with the same factor are wrong together; taken as
 * independent they would make a large total look surer than it is.
 */
import { meanOf, type Footprint } from './range.js'

export interface Part extends Footprint {
  /** Parts with the same factor have the same error. */
  readonly factor: string
  readonly database: string
}
export interface Sum extends Footprint {
  /** The mean is what adds up: the sum of the parts' means. */
  readonly mean: number
  /** How much of the uncertainty each factor brings, largest first; together 1. Where better data pays. */
  readonly uncertainty: readonly { readonly factor: string; readonly share: number }[]
}

/** Same factor 1; other factors of one database 0.5, for the error of its method; two databases 0. Our choice. */
export const OURS = { sameFactor: 1, sameDatabase: 0.5, otherwise: 0 } as const
export type Correlation = (a: Part, b: Part) => number
export const ourCorrelation: Correlation = (a, b) =>
  a.factor === b.factor ? OURS.sameFactor : a.database === b.database ? OURS.sameDatabase : OURS.otherwise

/**
 * Lines with the same factor are netted first, credit notes included. The spread is unknown where that of a part is, or where
 * credit notes outweigh the rest; then the figure is the plain sum of the medians.
 */
export function sumOf(parts: readonly Part[], correlation: Correlation = ourCorrelation): Sum {
  const netted = net(parts)
  const known = netted.filter(hasSigma)
  const mean = netted.reduce((sum, part) => sum + meanOf(part), 0)
  if (known.length < netted.length || mean <= 0)
    return { kgCo2e: netted.reduce((sum, { kgCo2e }) => sum + kgCo2e, 0), mean, uncertainty: [] }
  const weighed = known.map((part) => ({ part, weight: part.sigma * meanOf(part) }))
  const brought = weighed.map(({ part, weight }) => ({
    factor: part.factor,
    square: weight * weighed.reduce((sum, other) => sum + correlation(part, other.part) * other.weight, 0),
  }))
  const square = brought.reduce((sum, one) => sum + one.square, 0)
  const sigma = Math.sqrt(Math.max(0, square)) / mean
  return { kgCo2e: mean * Math.exp(-(sigma ** 2) / 2), sigma, mean, uncertainty: shares(brought, square) }
}

const hasSigma = (part: Part): part is Part & { readonly sigma: number } => part.sigma !== undefined

/** A factor that has another spread in another line (it fits worse there) stands apart, and is still wrong together with itself. */
function net(parts: readonly Part[]): Part[] {
  const netted = new Map<string, Part>()
  for (const part of parts) {
    const key = `${part.factor} ${part.database} ${part.sigma ?? ''}`
    const before = netted.get(key)
    netted.set(key, before ? { ...part, kgCo2e: before.kgCo2e + part.kgCo2e } : part)
  }
  return [...netted.values()]
}

function shares(brought: readonly { factor: string; square: number }[], whole: number): Sum['uncertainty'] {
  if (whole <= 0) return []
  const byFactor = new Map<string, number>()
  for (const { factor, square } of brought) byFactor.set(factor, (byFactor.get(factor) ?? 0) + square / whole)
  return [...byFactor].map(([factor, share]) => ({ factor, share })).sort((a, b) => b.share - a.share)
}
