/** The term that pays an investment back, against the longest that the next contract may be. Pure. */
import type { Cited } from '../law/index.js'
import { CAPS } from '../law/index.js'
import { paybackYears } from '../terms/index.js'
import type { Numbers } from './numbers.js'

export interface Payback {
  /** Null where it never pays back. */
  readonly years: number | null
  /** A framework agreement has a cap; of other contracts the act sets none; 'unknown' where the source does not say which it is. */
  readonly agreement: 'framework' | 'contract' | 'unknown'
  readonly cap: number
  readonly cites: readonly Cited[]
}

/** Undefined unless investment, yearly contribution and required return are all said. */
export function paybackOf(numbers: Numbers, agreement: 'framework' | 'contract' | null): Payback | undefined {
  const { investment, cashflow, rate } = numbers
  if (investment === undefined || cashflow === undefined || rate === undefined) return undefined
  const { amount, cites } = CAPS.find(({ name }) => name === 'frameworkYears')!
  const years = paybackYears({ ...ALONE, investment, cashflow, rate })
  return { years: years ?? null, agreement: agreement ?? 'unknown', cap: amount, cites }
}

/** Payback counts neither a next contract nor values elsewhere, and no term. */
const ALONE = { term: 0, renewal: 0, nextTerm: 0, salvage: 0, depreciation: 0, hazard: 0 }
