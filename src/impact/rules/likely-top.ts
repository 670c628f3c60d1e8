/** How likely each of several footprints is to be among the largest: drawn by chance from a fixed seed, so always the same. */
import { gaussians } from './gaussians.js'
import { OURS, type Part } from './sum.js'

export const DRAWS = 2000

interface Netted {
  readonly kgCo2e: number
  readonly sigma: number
  readonly factor: number
  readonly database: number
}

/** For each row, the share of draws in which it is among the `top` largest. Errors hang together as in `sum.ts`. */
export function likelyTop(rows: readonly (readonly Part[])[], top: number, draws = DRAWS): number[] {
  const [factors, databases] = [new Map<string, number>(), new Map<string, number>()]
  const netted = rows.map((parts) => net(parts, factors, databases))
  const gauss = gaussians()
  const wins = rows.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const own = Array.from({ length: factors.size }, gauss)
    const shared = Array.from({ length: databases.size }, gauss)
    const drawn = netted.map((parts) => drawnSum(parts, own, shared))
    for (const at of largest(drawn, top)) wins[at]! += 1
  }
  return wins.map((won) => won / draws)
}

function net(parts: readonly Part[], factors: Map<string, number>, databases: Map<string, number>): Netted[] {
  const numbered = (names: Map<string, number>, name: string) => {
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name)!
  }
  const found = new Map<string, Netted>()
  for (const { kgCo2e, sigma = 0, factor, database } of parts) {
    const key = `${factor} ${sigma}`
    const before = found.get(key)?.kgCo2e ?? 0
    const places = { factor: numbered(factors, factor), database: numbered(databases, database) }
    found.set(key, { kgCo2e: before + kgCo2e, sigma, ...places })
  }
  return [...found.values()]
}

const [SHARED, OWN] = [Math.sqrt(OURS.sameDatabase), Math.sqrt(1 - OURS.sameDatabase)]

function drawnSum(parts: readonly Netted[], own: readonly number[], shared: readonly number[]): number {
  let sum = 0
  for (const { kgCo2e, sigma, factor, database } of parts)
    sum += kgCo2e * Math.exp(sigma * (SHARED * shared[database]! + OWN * own[factor]!))
  return sum
}

const largest = (drawn: readonly number[], top: number): number[] =>
  drawn
    .map((value, at) => ({ value, at }))
    .sort((a, b) => b.value - a.value)
    .slice(0, top)
    .map(({ at }) => at)
