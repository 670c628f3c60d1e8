/** Which lengths are enough: what is left over at each, as a curve and at whole years. */
import { netPresentValue, paybackYears, type Supply } from './supplier.js'

export interface Balance {
  readonly years: number
  readonly npv: number
}
export interface Enough {
  /** Every quarter of a year from 0, and the whole years among them. */
  readonly curve: readonly Balance[]
  readonly whole: readonly Balance[]
  /** The whole years among those shown that pay the investment. */
  readonly enough: readonly number[]
  /** Every length from the first that is enough is enough too. */
  readonly from?: number
  /** In years, where the curve comes up through nothing to stay; payback itself where nothing but the contract is counted. */
  readonly crossing?: number
}

/** At least so far the picture goes, so that eight years can always be compared with four; never further than MOST. */
const LEAST = 8
const MOST = 30
const BEYOND = 2
const STEPS = 4

export function enoughFor(supply: Supply): Enough {
  const last = Math.min(MOST, Math.max(LEAST, Math.ceil(paybackYears(supply) ?? 0) + BEYOND, Math.ceil(supply.term)))
  const at = (years: number): Balance => ({ years, npv: netPresentValue({ ...supply, term: years }) })
  const curve = Array.from({ length: last * STEPS + 1 }, (_, step) => at(step / STEPS))
  const whole = curve.filter(({ years }) => years > 0 && Number.isInteger(years))
  const enough = whole.filter(({ npv }) => npv >= 0).map(({ years }) => years)
  const [first] = enough
  const isAllFrom = first !== undefined && enough.length === last - first + 1
  const crossing = crossingOf(supply, curve)
  return {
    curve,
    whole,
    enough,
    ...(isAllFrom ? { from: first } : {}),
    ...(crossing === undefined ? {} : { crossing }),
  }
}

/** Halved until it is exact to the digits of a number; undefined where the curve begins above nothing, or ends below. */
function crossingOf(supply: Supply, curve: readonly Balance[]): number | undefined {
  const below = curve.findLastIndex(({ npv }) => npv < 0)
  if (below === -1 || below === curve.length - 1) return undefined
  let [low, high] = [curve[below]!.years, curve[below + 1]!.years]
  for (let halved = 0; halved < 50; halved++) {
    const middle = (low + high) / 2
    if (netPresentValue({ ...supply, term: middle }) < 0) low = middle
    else high = middle
  }
  return high
}
