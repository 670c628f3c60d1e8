/** The cases of docs/method/term.md, section 9, for tests. */
import { readCase, unreadable, type TermCase } from './case.js'
import type { Purchase } from './buyer.js'
import type { Supply } from './supplier.js'

export const CASE = { currency: 'SEK', investment: 4e6, cashflow: 1.2e6, rate: 0.065, term: 4 }

/** The supplier's side of it, with neither a next contract nor a value elsewhere. */
export const SUPPLY: Supply = {
  investment: CASE.investment,
  cashflow: CASE.cashflow,
  rate: CASE.rate,
  term: CASE.term,
  renewal: 0,
  nextTerm: 0,
  salvage: 0,
  depreciation: 0,
  hazard: 0,
}

export const PURCHASE: Purchase = {
  horizon: 8,
  quantity: 1000,
  unitCost: 10_000,
  costSpread: 0.2,
  bidders: 4.8,
  priceFall: 0.02,
  tenderCost: 80_000,
  buyerRate: 0.035,
  switchingCost: 200_000,
  lockIn: 0,
  lockInFrom: 4,
}

/** The case above with more said, or otherwise. */
export function caseOf(more: object = {}): TermCase {
  const found = readCase({ ...CASE, ...more })
  if (unreadable(found)) throw new Error(found.problems.map(({ input, because }) => `${input}: ${because.key}`).join())
  return found
}
