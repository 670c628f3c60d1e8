/** Which input to find out next: each is moved alone through its range, and the one that moves the answer most comes first. */
import { INPUTS, type SupplierInput } from './inputs.js'
import { netPresentValue, type Supply } from './supplier.js'

type Moved = Exclude<SupplierInput, 'investmentSpread' | 'demandSpread'>
const MOVED: readonly Moved[] = [
  'investment',
  'cashflow',
  'rate',
  'term',
  'renewal',
  'nextTerm',
  'salvage',
  'depreciation',
  'hazard',
]

/** Amounts are moved between four fifths and five fourths of what was stated: our assumption, without a source. */
const AMOUNT = { low: 4 / 5, high: 5 / 4 } as const

export type Range = readonly [low: number, high: number]
export type Ranges = Readonly<Partial<Record<Moved, Range>>>

export interface Bar {
  readonly input: Moved
  readonly low: number
  readonly high: number
  /** NPV with the input at its low and at its high. */
  readonly atLow: number
  readonly atHigh: number
  readonly swing: number
  /** Whether this input alone decides if the contract pays back. */
  readonly decides: boolean
}

/** Widest swing first; what moves nothing is left out. A range that is not given is the plausible one, widened to hold the stated value. */
export function tornado(supply: Supply, ranges: Ranges = {}): Bar[] {
  return MOVED.map((input) => barOf(supply, input, ranges[input] ?? plausible(supply, input)))
    .filter(({ swing }) => swing > 0)
    .sort((a, b) => b.swing - a.swing)
}

function plausible(supply: Supply, input: Moved): Range {
  const stated = supply[input]
  const [low, high] = INPUTS[input].plausible ?? [stated * AMOUNT.low, stated * AMOUNT.high]
  return [Math.min(low, stated), Math.max(high, stated)]
}

function barOf(supply: Supply, input: Moved, [low, high]: Range): Bar {
  const at = (value: number) => netPresentValue({ ...withNext(supply, input), [input]: value })
  const [atLow, atHigh] = [at(low), at(high)]
  const swing = Math.abs(atHigh - atLow)
  return { input, low, high, atLow, atHigh, swing, decides: atLow > 0 !== atHigh > 0 }
}

/** A next contract of unknown length is taken to be as long as this one; otherwise winning it would seem to mean nothing. */
const withNext = (supply: Supply, input: Moved): Supply =>
  input === 'renewal' && supply.nextTerm === 0 ? { ...supply, nextTerm: supply.term } : supply
