/**
 * How much less sure a factor is when it fits badly: the pedigree matrix, each score from 1 (fits) to 5. The table holds GSD²
 * (Weidema and others for ecoinvent, as in brightway's pedigree_matrix). A missing score is not a 1: all five must be given.
 */
export type Score = 1 | 2 | 3 | 4 | 5
export interface Scores {
  readonly reliability: Score
  readonly completeness: Score
  readonly temporal: Score
  readonly geographical: Score
  readonly technological: Score
}

const GSD_SQUARED: Readonly<Record<keyof Scores, readonly [number, number, number, number, number]>> = {
  reliability: [1, 1.05, 1.1, 1.2, 1.5],
  completeness: [1, 1.02, 1.05, 1.1, 1.2],
  temporal: [1, 1.03, 1.1, 1.2, 1.5],
  geographical: [1, 1.01, 1.02, 1.02, 1.1],
  technological: [1, 1, 1.2, 1.5, 2],
}

/** GSD² = e^√(Σ ln²U + ln²U_b), where U_b is the GSD² of the factor itself, 1 or more. */
export function gsdSquared(scores: Scores, ofFactor: number): number {
  const parts = (Object.keys(GSD_SQUARED) as (keyof Scores)[]).map((name) => GSD_SQUARED[name][scores[name] - 1]!)
  return Math.exp(Math.hypot(...[...parts, ofFactor].map(Math.log)))
}

/** σ of a factor that is itself known to σ, when it stands for something that it fits as the scores say. */
export const widened = (sigma: number, scores: Scores): number => Math.log(gsdSquared(scores, Math.exp(2 * sigma))) / 2
