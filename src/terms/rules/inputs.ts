/**
 * Every input of a case: what is accepted, what is plausible, and what a source suggests. Nothing is filled in that was
 * not written, save the five that count as nothing when missing; the answer names those.
 */
import type { Citation } from '../../kit/cite.js'

export type SupplierInput =
  | 'investment'
  | 'cashflow'
  | 'rate'
  | 'term'
  | 'renewal'
  | 'nextTerm'
  | 'salvage'
  | 'depreciation'
  | 'hazard'
  | 'investmentSpread'
  | 'demandSpread'
export type BuyerInput =
  | 'horizon'
  | 'quantity'
  | 'unitCost'
  | 'costSpread'
  | 'bidders'
  | 'priceFall'
  | 'tenderCost'
  | 'buyerRate'
  | 'switchingCost'
  | 'lockIn'
  | 'lockInFrom'
export type Input = SupplierInput | BuyerInput

/** `always`: without it there is no answer. `none`: counts as 0 when missing. `spread`, `buyer`: without it that part is unknown. */
export type Need = 'always' | 'none' | 'spread' | 'buyer'

export interface Accepted {
  readonly need: Need
  readonly least: number
  readonly most: number
  /** Whether `least` itself is refused. */
  readonly above?: true
  readonly whole?: true
  /** Where a person may begin to look: our assumption, without a source. Of amounts nothing can be said beforehand. */
  readonly plausible?: readonly [low: number, high: number]
}

const MONEY = { least: 0, most: 1e15 }
const YEARS = { least: 0, most: 100 }
const SHARE = { least: 0, most: 1 }

export const INPUTS: Readonly<Record<Input, Accepted>> = {
  investment: { need: 'always', ...MONEY, above: true },
  cashflow: { need: 'always', ...MONEY },
  rate: { need: 'always', ...SHARE, plausible: [0.035, 0.1] },
  term: { need: 'always', ...YEARS, above: true, plausible: [2, 8] },
  renewal: { need: 'none', ...SHARE, plausible: [0, 0.7] },
  nextTerm: { need: 'none', ...YEARS, plausible: [2, 4] },
  salvage: { need: 'none', ...SHARE, plausible: [0, 0.5] },
  depreciation: { need: 'none', ...SHARE, plausible: [0.1, 0.3] },
  hazard: { need: 'none', ...SHARE, plausible: [0, 0.05] },
  investmentSpread: { need: 'spread', least: 0, most: 3, plausible: [0.1, 0.3] },
  demandSpread: { need: 'spread', least: 0, most: 3, plausible: [0.1, 0.4] },
  horizon: { need: 'buyer', least: 1, most: 40, whole: true, plausible: [8, 16] },
  quantity: { need: 'buyer', ...MONEY, above: true },
  unitCost: { need: 'buyer', ...MONEY, above: true },
  costSpread: { need: 'buyer', least: 0, most: 5, plausible: [0.1, 0.4] },
  bidders: { need: 'buyer', least: 1, most: 1000, plausible: [1, 8] },
  priceFall: { need: 'buyer', ...SHARE, plausible: [0, 0.05] },
  tenderCost: { need: 'buyer', ...MONEY },
  buyerRate: { need: 'buyer', ...SHARE, plausible: [0.02, 0.05] },
  switchingCost: { need: 'buyer', ...MONEY },
  lockIn: { need: 'buyer', ...SHARE, plausible: [0, 0.2] },
  lockInFrom: { need: 'buyer', least: 0, most: 40, plausible: [2, 4] },
}

export const inputsFor = (need: Need): Input[] =>
  (Object.keys(INPUTS) as Input[]).filter((input) => INPUTS[input].need === need)

export interface Suggested {
  readonly value: number
  /** For amounts: convert before use. */
  readonly currency?: 'EUR'
  readonly source: Citation
  /** Whether the number was read in the source itself. */
  readonly verified: boolean
}

/** What a form may offer beside the field, with its source; never filled in silently. */
export const SUGGESTED: Readonly<Partial<Record<Input, Suggested>>> = {
  rate: { value: 0.065, source: { source: 'ASEK 4 (SIKA 2009:3)', year: 2009 }, verified: true },
  buyerRate: { value: 0.035, source: { source: 'ASEK 5' }, verified: false },
  bidders: { value: 4.8, source: { source: 'Swedish procurement statistics', year: 2022 }, verified: false },
  tenderCost: {
    value: 7000,
    currency: 'EUR',
    source: {
      source: 'PwC, London Economics and Ecorys: Public procurement in Europe, cost and effectiveness',
      year: 2011,
    },
    verified: false,
  },
}
