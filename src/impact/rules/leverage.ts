/** Where a decision matters most: what a known switch could save a year under a contract that is soon up for decision. */
import type { Day } from '../../kit/day.js'
import { grouped } from '../../kit/grouped.js'
import switches from '../switches.tsv'
import { ACTIVITY_FACTORS } from './activity-factors.js'
import type { ActivityFactor } from './factor.js'
import { itemOf, quantityIn } from './items.js'
import { savingOf, type Saving } from './switch.js'
import { rowsIn } from './tsv.js'

const factor = (id: string): ActivityFactor => ACTIVITY_FACTORS.find((one) => one.id === id)!

/** By what is replaced; each saves. */
export const KNOWN_SWITCHES: ReadonlyMap<string, readonly [ActivityFactor, ActivityFactor]> = new Map(
  rowsIn(switches).map(([from, to]) => [from!, [factor(from!), factor(to!)]]),
)

/** How far ahead decisions are looked for. */
export const MONTHS = 24

export interface ContractSoon {
  readonly id: number
  readonly address: string
  readonly title: string
  /** When it next ends, is extended or can be left. */
  readonly next: Day
}
/** An article delivered under a contract within a year. */
export interface DeliveredInYear {
  readonly contract: number
  /** The contract's. */
  readonly address: string
  readonly article: string
  readonly unitCode: string | null
  readonly quantity: number
}
export interface Switched {
  readonly from: ActivityFactor
  readonly to: ActivityFactor
  /** A year, in the factors' unit, all of it replaced. */
  readonly quantity: number
  readonly saving: Saving
}
export interface Available extends Switched {
  readonly contract: ContractSoon
}

/** What known switches could save of all this, the largest first; what has no known switch is not among them. */
export function switchesOf(delivered: readonly DeliveredInYear[]): Switched[] {
  const told = delivered.flatMap((one) => {
    const [from] = KNOWN_SWITCHES.get(itemOf(one.article)?.factor ?? '') ?? []
    const quantity = from && quantityIn(from.unit, one)
    return from && quantity !== undefined ? [{ from: from.id, quantity }] : []
  })
  return [...grouped(told, ({ from }) => from)]
    .map(([id, own]) => {
      const [from, to] = KNOWN_SWITCHES.get(id)!
      const quantity = own.reduce((sum, one) => sum + one.quantity, 0)
      return { from, to, quantity, saving: savingOf({ from, to, quantity, share: 1, years: 1 }) }
    })
    .sort(bySaving)
}

const bySaving = (a: Switched, b: Switched): number => b.saving.yearly - a.saving.yearly

/** Of each contract by itself, the largest saving first. */
export function availableUnder(contracts: readonly ContractSoon[], delivered: readonly DeliveredInYear[]): Available[] {
  const own = grouped(delivered, ({ contract }) => contract)
  return contracts
    .flatMap((contract) => switchesOf(own.get(contract.id) ?? []).map((one) => ({ ...one, contract })))
    .sort(bySaving)
}
