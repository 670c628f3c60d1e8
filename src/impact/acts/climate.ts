/** What the page and the command line show: one year, of one buyer or the whole city, seen in one way. */
import type { Reach } from '../../kit/actor.js'
import type { Database } from '../../kit/db/index.js'
import { keyOf, seeing, within, yearToShow, type ByContract, type Seeing, type Seen, type Way } from '../seen.js'
import type { Named } from '../store/bought.js'
import { bookOf, type Book } from './book.js'
import { byContract } from './contracts.js'

export interface ClimateAsked {
  readonly by: Way
  readonly year?: number | undefined
  /** By organisation number. */
  readonly buyer?: string | undefined
}
export interface Climate {
  readonly book: Book
  readonly buyer: Named | undefined
  readonly seen: Seen
  /** The latest first. */
  readonly years: readonly number[]
  readonly seeing: Seeing
  /** By contract only. */
  readonly contracts: ByContract | undefined
}

/** Undefined where nothing was bought, or no buyer that did has the number. */
export async function climateOf(db: Database, reach: Reach, asked: ClimateAsked): Promise<Climate | undefined> {
  const book = await bookOf(db, reach)
  const buyer = asked.buyer === undefined ? undefined : book.buyers.find(({ number }) => number === asked.buyer)
  if (asked.buyer !== undefined && !buyer) return undefined
  const own = buyer ? book.entries.filter((one) => one.buyer === buyer.id) : book.entries
  const year = asked.year ?? yearToShow(own)
  if (year === undefined) return undefined
  const seen = { year, buyer: buyer?.id, by: asked.by }
  return {
    book,
    buyer,
    seen,
    years: [...new Set(own.map((one) => one.year))].sort((a, b) => b - a),
    seeing: seeingOf(book, seen),
    contracts: asked.by === 'contract' ? await byContract(db, reach, seen) : undefined,
  }
}

const seeings = new WeakMap<Book, Map<string, Seeing>>()

/** Worked out once for each way of seeing a book: drawing by chance is what takes time. */
function seeingOf(book: Book, { by, year, buyer }: Seen): Seeing {
  const way = by === 'contract' ? 'category' : by
  const known = seeings.get(book) ?? new Map<string, Seeing>()
  seeings.set(book, known)
  const key = `${way} ${year} ${buyer}`
  const found = known.get(key) ?? seeing(within(book.entries, { year, buyer }), keyOf(way, book.servedOf))
  known.set(key, found)
  return found
}
