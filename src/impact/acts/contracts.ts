/** The footprint of what was bought under each contract, and which of them say anything about their supplier. */
import type { Reach } from '../../kit/actor.js'
import type { Database } from '../../kit/db/index.js'
import {
  entriesOf,
  footingOf,
  footingsBy,
  restsOnQuantities,
  type Bought,
  type Entry,
  type Footing,
} from '../rules/portfolio.js'
import { mainCurrency, ranked, type ByContract, type Seen } from '../seen.js'
import { boughtUnder, contractsNamed } from '../store/bought.js'
import { bookOf, type Book } from './book.js'

export async function byContract(db: Database, reach: Reach, { year, buyer }: Omit<Seen, 'by'>): Promise<ByContract> {
  const footings = await footingsUnder(db, reach, await bookOf(db, reach), { year, buyer })
  const names = new Map((await contractsNamed(db, reach)).map((one) => [one.id, one]))
  const telling = footings.filter((one) => restsOnQuantities(one) && names.has(one.key))
  const whole = footingOf(
    '',
    telling.flatMap(({ entries }) => entries),
    mainCurrency(telling.flatMap(({ entries }) => entries)),
  )
  const rows = ranked(
    telling.map((one) => ({ ...one, key: String(one.key) })),
    whole,
  )
  return {
    shown: rows.map((row) => ({ ...row, ...called(names.get(Number(row.key))!) })),
    others: footings.length - telling.length,
  }
}

const called = ({ title, address }: { title: string; address: string }) => ({ title, address })

async function footingsUnder(
  db: Database,
  reach: Reach,
  book: Book,
  { year, buyer }: Omit<Seen, 'by'>,
): Promise<Footing<number>[]> {
  const entries = (await entriesUnder(db, reach, book)).filter(
    (one) => one.year === year && (buyer === undefined || one.buyer === buyer),
  )
  return footingsBy(entries, ({ account }) => account, mainCurrency(entries))
}

/** A contract stands where an account would: its sums are its own, whatever unit or account they were booked on. */
export async function entriesUnder(
  db: Database,
  reach: Reach,
  { basis, delivered }: Book,
  contract?: number,
): Promise<Entry[]> {
  const under = await boughtUnder(db, reach, contract)
  const told = delivered.filter((one) => one.contract !== null && (contract === undefined || one.contract === contract))
  return entriesOf(
    under.map((one): Bought => ({ ...one, unit: null, account: one.contract })),
    told.map((one) => ({ ...one, unit: null, account: one.contract! })),
    basis,
  )
}
