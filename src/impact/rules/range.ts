/**
 * A footprint with its range: lognormal, so that it is as likely to be twice as half. The published value is the median.
 * Kilograms of CO2e throughout.
 */

export interface Footprint {
  /** Half of the likely values are below it. Negative for a credit note. */
  readonly kgCo2e: number
  /** Standard deviation of the logarithm, ln GSD; undefined where no source tells how sure the factor is. */
  readonly sigma?: number
}
export interface Range {
  /** 95 in 100 likely values lie between them. */
  readonly low: number
  readonly high: number
}

const NINETY_FIVE = 1.96

/** Value ×/÷ GSD^1.96. Undefined where the spread is unknown: a range is never invented. */
export function rangeOf({ kgCo2e, sigma }: Footprint): Range | undefined {
  if (sigma === undefined) return undefined
  const ends = [kgCo2e / Math.exp(NINETY_FIVE * sigma), kgCo2e * Math.exp(NINETY_FIVE * sigma)]
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

/** What it is on average, and the figure that adds up: the median times e^(σ²/2). */
export const meanOf = ({ kgCo2e, sigma = 0 }: Footprint): number => kgCo2e * Math.exp(sigma ** 2 / 2)

export const sigmaOfGsd = (gsd: number): number => Math.log(gsd)

/** σ of a published range, when it is taken to hold 95 in 100. */
export const sigmaOfRange = ({ low, high }: Range): number => Math.log(high / low) / (2 * NINETY_FIVE)
