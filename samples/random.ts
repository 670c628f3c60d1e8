/** Dice that fall the same way for the same seed; each stream throws its own, so that adding one does not stir the rest. */
import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export interface Dice {
  /** From 0, included, to 1, excluded. */
  unit(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  chance(share: number): boolean
  /** A key, drawn by its weight. */
  pick(weights: Readonly<Record<string, number>>): string
  /** exp(spread · z) with z from the standard normal: median 1. */
  logNormal(spread: number): number
}

export function dice(...seed: string[]): Dice {
  const generator = xoroshiro128plus(hash(seed.join('\n')))
  const unit = () => uniformFloat32(generator)
  return {
    unit,
    whole: (from, to) => from + Math.floor(unit() * (to - from + 1)),
    chance: (share) => unit() < share,
    pick: (weights) => pick(weights, unit()),
    // Box–Muller; 1 − unit() keeps the logarithm away from zero.
    logNormal: (spread) => Math.exp(spread * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())),
  }
}

function pick(weights: Readonly<Record<string, number>>, at: number): string {
  const entries = Object.entries(weights)
  let rest = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) if ((rest -= weight) < 0) return key
  return entries.at(-1)![0]
}

/** FNV-1a, 32 bits, then mixed once more: the generator's first throws follow close seeds closely. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return state ^ (state >>> 16)
}
