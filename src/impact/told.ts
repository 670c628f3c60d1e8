/** Figures in words: tonnes from a tonne up, else kilograms; two or three digits that count. */
import type { Words } from '../kit/words/index.js'
import { rangeOf, type Footprint, type Range } from './rules/range.js'

const TONNE = 1000

export const weightInWords = (kg: number, words: Words): string =>
  Math.abs(kg) >= TONNE
    ? words('impact.measure.tonnes', { tonnes: kg / TONNE })
    : words('impact.measure.kilograms', { kg })

export function rangeInWords(footprint: Footprint, words: Words): string {
  const range = rangeOf(footprint)
  return range ? betweenInWords(range, words) : words('impact.measure.noRange')
}

/** '12–31 t'; with words between where it may be less than nothing, so that no dash stands before a minus. */
export function betweenInWords({ low, high }: Range, words: Words): string {
  const inTonnes = Math.max(Math.abs(low), Math.abs(high)) >= TONNE
  const ends = inTonnes ? { low: low / TONNE, high: high / TONNE } : { low, high }
  if (low < 0) return words(inTonnes ? 'impact.measure.acrossTonnes' : 'impact.measure.acrossKilograms', ends)
  return words(inTonnes ? 'impact.measure.rangeTonnes' : 'impact.measure.rangeKilograms', ends)
}
