/**
 * What a year to come is worth today. The rate is real and a fraction a year; the hazard is the risk, as a fraction a year,
 * that the contract ends early. Both 0: every year counts in full.
 */
export interface Discount {
  readonly rate: number
  readonly hazard: number
}

/** v = (1 − hazard) / (1 + rate), to the power of the years. */
export const discounted = (discount: Discount, years: number): number =>
  years === 0 ? 1 : Math.exp(years * logFactor(discount))

/** a(T) = v(1 − vᵀ)/(1 − v): today's value of 1 at the end of each of T years; T itself where nothing is discounted. */
export function annuity(discount: Discount, years: number): number {
  const loss = lossOf(discount)
  if (years === 0 || loss === 1) return 0
  if (loss === 0) return years
  return ((1 - loss) / loss) * -Math.expm1(years * logFactor(discount))
}

/** T for which a(T) is what is asked; undefined where not even an endless contract reaches it. */
export function yearsFor(discount: Discount, wanted: number): number | undefined {
  const loss = lossOf(discount)
  if (loss === 0) return Number.isFinite(wanted) ? wanted : undefined
  const share = (wanted * loss) / (1 - loss)
  return share < 1 ? Math.log1p(-share) / logFactor(discount) : undefined
}

/** Below it a computer's numbers lose their digits, and a million years would not tell it from nothing. */
const NOTHING = 1e-200

/** 1 − v, without the digits that the subtraction would lose when rate and hazard are small. */
function lossOf({ rate, hazard }: Discount): number {
  const loss = (rate + hazard) / (1 + rate)
  return loss < NOTHING ? 0 : loss
}
const logFactor = (discount: Discount): number => Math.log1p(-lossOf(discount))
