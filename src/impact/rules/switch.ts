/**
 * What it saves to buy one thing instead of another: as much of it, in the same unit. Both factors are of one database, since
 * two of them differ more by method than by thing. A price says nothing here: the same thing for less money saves nothing.
 */
import { say, type Message } from '../../kit/words/index.js'
import { sigmaOf, type ActivityFactor } from './factor.js'
import { gaussians } from './gaussians.js'
import type { Range } from './range.js'
import { OURS } from './sum.js'

export interface Switch {
  readonly from: ActivityFactor
  readonly to: ActivityFactor
  /** A year, in the factors' unit. */
  readonly quantity: number
  /** How much of it is replaced, above 0 and up to 1. */
  readonly share: number
  readonly years: number
}
/** Kilograms of CO2e; below 0 where the switch brings more. The range is undefined where a source tells no spread. */
export interface Saving {
  readonly yearly: number
  readonly yearlyRange?: Range
  readonly whole: number
  readonly wholeRange?: Range
}

/** Undefined where it is one; otherwise why the two cannot be compared. */
export function notComparable({ from, to }: Pick<Switch, 'from' | 'to'>): Message | undefined {
  if (from.id === to.id) return say('impact.switch.onlyPrice')
  if (from.unit !== to.unit) return say('impact.switch.units', { from: from.unit, to: to.unit })
  if (from.database !== to.database) return say('impact.switch.databases', { from: from.database, to: to.database })
  return undefined
}

export function savingOf({ from, to, quantity, share, years }: Switch): Saving {
  const replaced = quantity * share
  const yearly = replaced * (from.value - to.value)
  const range = differenceRange(from, to)
  if (!range) return { yearly, whole: yearly * years }
  const times = (by: number): Range => ({ low: range.low * by, high: range.high * by })
  return { yearly, yearlyRange: times(replaced), whole: yearly * years, wholeRange: times(replaced * years) }
}

const known = new WeakMap<ActivityFactor, Map<ActivityFactor, Range | undefined>>()

/** Drawn once for each two factors. */
function differenceRange(from: ActivityFactor, to: ActivityFactor): Range | undefined {
  const ranges = known.get(from) ?? new Map<ActivityFactor, Range | undefined>()
  known.set(from, ranges)
  if (!ranges.has(to)) ranges.set(to, drawnRange(from, to))
  return ranges.get(to)
}

const DRAWS = 20_000

/** 95 in 100 drawn differences of one unit lie within it. Both errors share half of their variance: one database. */
function drawnRange(from: ActivityFactor, to: ActivityFactor): Range | undefined {
  const [a, b] = [sigmaOf(from), sigmaOf(to)]
  if (a === undefined || b === undefined) return undefined
  const draw = gaussians()
  const [shared, own] = [Math.sqrt(OURS.sameDatabase), Math.sqrt(1 - OURS.sameDatabase)]
  const drawn = Array.from({ length: DRAWS }, () => {
    const common = shared * draw()
    return from.value * Math.exp(a * (common + own * draw())) - to.value * Math.exp(b * (common + own * draw()))
  }).sort((one, other) => one - other)
  return { low: drawn[Math.floor(DRAWS * 0.025)]!, high: drawn[Math.floor(DRAWS * 0.975)]! }
}
