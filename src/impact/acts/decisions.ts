/** What is up for decision in the coming two years: what a known switch could save, and what has no known switch. */
import type { Reach } from '../../kit/actor.js'
import { addMonths, type Day } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { grouped } from '../../kit/grouped.js'
import { availableUnder, MONTHS, type Available, type ContractSoon } from '../rules/leverage.js'
import { footingOf, restsOnQuantities, type Footing } from '../rules/portfolio.js'
import { mainCurrency, yearToShow } from '../seen.js'
import { contractsSoon, deliveredInYear } from '../store/soon.js'
import { bookOf } from './book.js'
import { entriesUnder } from './contracts.js'

export interface UpForDecision {
  readonly contract: ContractSoon
  /** What was bought under it in the year; undefined where nothing can be reckoned. */
  readonly footing: Footing | undefined
  /** Otherwise an average of its category. */
  readonly restsOnQuantities: boolean
}
export interface Decisions {
  readonly year: number | undefined
  /** The largest saving first. */
  readonly available: readonly Available[]
  /** Without a known switch, the soonest first: there is no order of size among averages. */
  readonly others: readonly UpForDecision[]
}

export async function decisionsOf(db: Database, reach: Reach, today: Day): Promise<Decisions> {
  const contracts = await contractsSoon(db, reach, today, addMonths(today, MONTHS))
  const available = await savingsUnder(db, reach, contracts)
  const entries = await entriesUnder(db, reach, await bookOf(db, reach))
  const year = yearToShow(entries)
  const under = grouped(
    entries.filter((one) => one.year === year),
    ({ account }) => account,
  )
  const switched = new Set(available.map(({ contract }) => contract.id))
  const others = contracts
    .filter(({ id }) => !switched.has(id))
    .map((contract): UpForDecision => {
      const own = under.get(contract.id) ?? []
      const footing = own.some(({ part }) => part) ? footingOf('', own, mainCurrency(own)) : undefined
      return { contract, footing, restsOnQuantities: footing !== undefined && restsOnQuantities(footing) }
    })
  return { year, available, others }
}

/** What known switches could save a year under these contracts; none where no invoice tells quantities of what has one. */
export const savingsUnder = async (
  db: Database,
  reach: Reach,
  contracts: readonly ContractSoon[],
): Promise<readonly Available[]> => availableUnder(contracts, await deliveredInYear(db, reach))
