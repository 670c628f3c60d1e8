/** What is up for decision in the coming two years: what a known switch could save, and what has no known switch. */
import type { Reach } from '../../kit/actor.js'
import { addMonths, type Day } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { grouped } from '../../kit/grouped.js'
import {
  availableUnder,
  MONTHS,
  switchesOf,
  type Available,
  type ContractSoon,
  type DeliveredInYear,
  type Switched,
} from '../rules/leverage.js'
import { footingOf, restsOnQuantities, type Footing } from '../rules/portfolio.js'
import { mainCurrency, yearToShow } from '../seen.js'
import { contractsSoon, deliveredInYear } from '../store/soon.js'
import { bookOf, type Book } from './book.js'
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
  const available = availableUnder(contracts, await delivered(db, reach))
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

/** What a known switch could save under some contracts, and whether invoices tell quantities of what is bought there. */
export interface SavingFound {
  /** A year, the largest first. */
  readonly switches: readonly Switched[]
  readonly inQuantities: boolean
}

/** Answers for contracts by their addresses, those that are asked about taken together. */
export async function savings(db: Database, reach: Reach): Promise<(addresses: readonly string[]) => SavingFound> {
  const byAddress = grouped(await delivered(db, reach), ({ address }) => address)
  return (addresses) => {
    const own = addresses.flatMap((address) => byAddress.get(address) ?? [])
    return { switches: switchesOf(own), inQuantities: own.length > 0 }
  }
}

const known = new WeakMap<Book, Promise<readonly DeliveredInYear[]>>()

/** Read once for each book. */
async function delivered(db: Database, reach: Reach): Promise<readonly DeliveredInYear[]> {
  const book = await bookOf(db, reach)
  const found = known.get(book) ?? deliveredInYear(db, reach)
  known.set(book, found)
  found.catch(() => known.delete(book))
  return found
}
