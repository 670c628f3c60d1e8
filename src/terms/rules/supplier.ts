/**
 * What a contract's length means to a supplier who must invest first. Closed forms of docs/method/term.md, sections 2–3.
 * Money in whole units of one currency at today's prices; time in years; rates, shares and spreads as fractions.
 */
import { annuity, discounted, yearsFor } from './discount.js'
import { normalBelow } from './normal.js'

export interface Supply {
  /** Paid before the first year. More than 0. */
  readonly investment: number
  /** What a year of the contract leaves over to pay for the investment. At least 0. */
  readonly cashflow: number
  /** Required real return. */
  readonly rate: number
  readonly term: number
  /** Probability of winning the next contract, and its years. */
  readonly renewal: number
  readonly nextTerm: number
  /** Share of the investment that has a value elsewhere, and what that loses each year. */
  readonly salvage: number
  readonly depreciation: number
  /** Risk each year that the contract ends early. */
  readonly hazard: number
  /** Spread (standard deviation of the logarithm) of the investment and of the demand; unknown where nobody stated it. */
  readonly investmentSpread?: number
  readonly demandSpread?: number
}

/** T*: the shortest term that pays back by itself, with neither a next contract nor a value elsewhere. Undefined: never. */
export const paybackYears = (supply: Supply): number | undefined =>
  supply.cashflow > 0 ? yearsFor(supply, supply.investment / supply.cashflow) : undefined

/** NPV(T), what the contract leaves over in today's money when the investment and the required return are paid. */
export const netPresentValue = (supply: Supply): number =>
  earned(supply) + keptShare(supply) * supply.investment - supply.investment

/** I*(T), the largest investment that pays back. Undefined: any does, since all of it keeps its value elsewhere. */
export function breakEvenInvestment(supply: Supply): number | undefined {
  const lost = 1 - keptShare(supply)
  return lost > 0 ? earned(supply) / lost : undefined
}

/** What a year must leave over for the term to pay the investment. Undefined: no amount does, since no year is worth anything. */
export function leastCashflow(supply: Supply): number | undefined {
  const each = earned({ ...supply, cashflow: 1 })
  return each > 0 ? Math.max(0, (1 - keptShare(supply)) * supply.investment) / each : undefined
}

/** The terms between which the prize equivalent is reckoned: a framework's four years, and twice that. */
export const PRIZE_TERMS = { short: 4, long: 8 } as const

/** I*(8) − I*(4): what a grant would have to add to a contract of four years to make it as good as one of eight. */
export function prizeEquivalent(supply: Supply): number | undefined {
  const long = breakEvenInvestment({ ...supply, term: PRIZE_TERMS.long })
  const short = breakEvenInvestment({ ...supply, term: PRIZE_TERMS.short })
  return long === undefined || short === undefined ? undefined : long - short
}

/**
 * P(NPV > 0) where investment and demand are lognormal around what was stated; neither a next contract nor a value
 * elsewhere is counted. Undefined where a spread is unknown; without any spread it is 0 or 1.
 */
export function probability(supply: Supply): number | undefined {
  const { investment, investmentSpread, demandSpread } = supply
  if (investmentSpread === undefined || demandSpread === undefined) return undefined
  const covered = (supply.cashflow * annuity(supply, supply.term)) / investment
  const spread = Math.hypot(investmentSpread, demandSpread)
  if (spread === 0) return covered > 1 ? 1 : 0
  return normalBelow((Math.log(covered) - demandSpread ** 2 / 2 + investmentSpread ** 2 / 2) / spread)
}

/** CF·a(T) + vᵀ·ρ·CF·a(T′) */
const earned = (supply: Supply): number =>
  supply.cashflow *
  (annuity(supply, supply.term) + discounted(supply, supply.term) * supply.renewal * annuity(supply, supply.nextTerm))

/** vᵀ(1 − ρ)·s·(1 − d)ᵀ: the share of the investment that comes back when the next contract is lost. */
const keptShare = (supply: Supply): number =>
  discounted(supply, supply.term) * (1 - supply.renewal) * supply.salvage * (1 - supply.depreciation) ** supply.term
