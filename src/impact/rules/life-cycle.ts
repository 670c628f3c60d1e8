/**
 * What a bid costs over its life (directive 2014/24/EU articles 67–68): bought, used each year, and sold at the end, with a
 * price on its emissions where one is set. Money in whole units of one currency, real prices with a real rate.
 */
export interface LifeCycle {
  readonly purchase: number
  /** Use and upkeep, each year from the first to the last. */
  readonly yearly: number
  readonly kgCo2eYearly: number
  /** Whole years, 1 or more. */
  readonly years: number
  readonly residual: number
}

/** I + Σ (C + e·price)/(1 + r)^t − R/(1 + r)^n; `carbonPrice` for one kilogram, 0 to leave emissions out. */
export function lifeCycleCost(bid: LifeCycle, rate: number, carbonPrice: number): number {
  const yearly = bid.yearly + bid.kgCo2eYearly * carbonPrice
  let cost = bid.purchase - bid.residual / (1 + rate) ** bid.years
  for (let year = 1; year <= bid.years; year++) cost += yearly / (1 + rate) ** year
  return cost
}

/** The carbon price at which both cost the same; undefined where none above 0 does. */
export function breakEvenCarbonPrice(one: LifeCycle, other: LifeCycle, rate: number): number | undefined {
  const dearer = lifeCycleCost(one, rate, 0) - lifeCycleCost(other, rate, 0)
  const emissions = (bid: LifeCycle) => lifeCycleCost(bid, rate, 1) - lifeCycleCost(bid, rate, 0)
  const price = dearer / (emissions(other) - emissions(one))
  return Number.isFinite(price) && price >= 0 ? price : undefined
}
