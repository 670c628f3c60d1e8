/**
 * What a contract's length costs a buyer who needs the same thing for many years. Closed forms of docs/method/term.md,
 * section 4. Money in whole units of one currency; time in whole years; rates and shares as fractions.
 */
import { annuity } from './discount.js'
import type { Supply } from './supplier.js'

export interface Purchase {
  /** Years for which the need lasts, whole; every term is compared over all of them. */
  readonly horizon: number
  /** Units a year. */
  readonly quantity: number
  /** The cost of a unit to the cheapest possible supplier. */
  readonly unitCost: number
  /** How much dearer the dearest possible supplier is, as a share of the unit cost. */
  readonly costSpread: number
  /** Bidders in each tender, 1 or more; a mean may be broken. */
  readonly bidders: number
  /** How much the market's unit cost falls each year. The price of a running contract stays. */
  readonly priceFall: number
  /** The buyer's cost of one tender. */
  readonly tenderCost: number
  /** The buyer's real rate. */
  readonly buyerRate: number
  /** The buyer's cost of changing supplier. */
  readonly switchingCost: number
  /** How fast bidders fall away as terms grow, a year; 0: not at all. */
  readonly lockIn: number
  /** The term in years for which `bidders` holds. */
  readonly lockInFrom: number
}

/** Who pays for the investment: each term in full, or only a term in which the supplier is new. */
export type Recovery = 'each-term' | 'new-supplier'
export type Investor = Pick<Supply, 'investment' | 'rate' | 'renewal'>

export interface TermCost {
  readonly term: number
  readonly presentValue: number
}

/** For each term from one year to the whole horizon, in that order. */
export const costByTerm = (purchase: Purchase, investor: Investor, recovery: Recovery = 'each-term'): TermCost[] =>
  Array.from({ length: purchase.horizon }, (_, before) => before + 1).map((term) => ({
    term,
    presentValue: presentCost(purchase, investor, term, recovery),
  }))

/** Today's value of tenders, changes of supplier, prices and the investment's recovery when a tender is held every `term` years. */
export function presentCost(
  purchase: Purchase,
  investor: Investor,
  term: number,
  recovery: Recovery = 'each-term',
): number {
  let cost = 0
  for (let start = 0; start < purchase.horizon; start += term) {
    const years = Math.min(term, purchase.horizon - start)
    const yearly = purchase.quantity * priceAt(purchase, term, start) + recovered(investor, years, start, recovery)
    const tender = purchase.tenderCost + (start > 0 ? (1 - investor.renewal) * purchase.switchingCost : 0)
    const fromStart = tender + yearly * annuity({ rate: purchase.buyerRate, hazard: 0 }, years)
    cost += fromStart * (1 + purchase.buyerRate) ** -start
  }
  return cost
}

/** The expected second lowest of N costs spread evenly over [c, c + w]: what the winner of a tender is paid for a unit. */
export const expectedPrice = (unitCost: number, spread: number, bidders: number): number =>
  unitCost + (2 * spread) / (bidders + 1)

/** Bidders where every tender is for so long a term: 1 + (N − 1)·e^(−κ(T − T₀)). */
export const biddersAt = ({ bidders, lockIn, lockInFrom }: Purchase, term: number): number =>
  1 + (bidders - 1) * Math.exp(-lockIn * (term - lockInFrom))

const priceAt = (purchase: Purchase, term: number, start: number): number =>
  expectedPrice(purchase.unitCost, purchase.costSpread * purchase.unitCost, biddersAt(purchase, term)) *
  (1 - purchase.priceFall) ** start

function recovered({ investment, rate, renewal }: Investor, years: number, start: number, recovery: Recovery): number {
  const share = recovery === 'new-supplier' && start > 0 ? 1 - renewal : 1
  return (share * investment) / annuity({ rate, hazard: 0 }, years)
}

/** Costs that differ by no more than this share are called equal: our choice, since no input is known that well. */
export const EQUAL_WITHIN = 0.01

export interface Flatness {
  readonly cheapest: TermCost
  readonly dearest: TermCost
  /** The terms that cost at most EQUAL_WITHIN more than the cheapest, shortest first. */
  readonly equal: readonly TermCost[]
}

/** Of equally cheap terms the shortest. Undefined without any term. */
export function flatness(costs: readonly TermCost[]): Flatness | undefined {
  const [first] = costs
  if (!first) return undefined
  const pick = (better: (a: number, b: number) => boolean) =>
    costs.reduce((best, one) => (better(one.presentValue, best.presentValue) ? one : best), first)
  const cheapest = pick((a, b) => a < b)
  const equal = costs.filter(({ presentValue }) => presentValue <= cheapest.presentValue * (1 + EQUAL_WITHIN))
  return { cheapest, dearest: pick((a, b) => a > b), equal }
}

/**
 * T° = √(2(F + I)/(g·P·q)): the rule of thumb that the model nears when nothing is discounted. `once` is what each new
 * contract costs, `yearly` what is bought for each year. Undefined where prices do not fall: then longer is always cheaper.
 */
export const ruleOfThumbTerm = (once: number, yearly: number, priceFall: number): number | undefined =>
  yearly * priceFall > 0 ? Math.sqrt((2 * once) / (priceFall * yearly)) : undefined
