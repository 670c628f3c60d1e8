/**
 * All that is known of what was bought, reckoned once: kept in memory for as long as nobody has acted, since any figure of it
 * may be asked for next. What changes it is an act, which the record tells, or a judgement that is under way.
 */
import type { Reach } from '../../kit/actor.js'
import type { Database } from '../../kit/db/index.js'
import { day } from '../../kit/day.js'
import { judgingState, peopleOf, servedSaid, type Served } from '../../purchasing/index.js'
import { lastEntry } from '../../record/index.js'
import { ACTIVITY_FACTORS } from '../rules/activity-factors.js'
import type { Basis } from '../rules/estimate.js'
import { entriesOf, type Entry } from '../rules/portfolio.js'
import { INDICES, RATES } from '../rules/price-rows.js'
import { SPEND_FACTORS } from '../rules/spend-factors.js'
import { boughtBy, deliveredBy, named, type DeliveredUnder, type Named } from '../store/bought.js'
import { officialFigures, pricesSaid, type OfficialFigure, type PriceSaid } from '../store/said.js'

export interface Book {
  readonly basis: Basis
  readonly entries: readonly Entry[]
  readonly delivered: readonly DeliveredUnder[]
  /** Those who bought anything, by name. */
  readonly buyers: readonly Named[]
  readonly units: ReadonlyMap<number, Named>
  readonly accounts: ReadonlyMap<number, Named>
  readonly servedOf: (unit: number | null) => Served
  readonly official: readonly OfficialFigure[]
}

interface Kept {
  readonly state: string
  readonly book: Promise<Book>
}
const kept = new WeakMap<Database, Map<Reach, Kept>>()

export async function bookOf(db: Database, reach: Reach): Promise<Book> {
  const state = `${await lastEntry(db)}-${await judgingState(db)}`
  const books = kept.get(db) ?? new Map<Reach, Kept>()
  kept.set(db, books)
  const known = books.get(reach)
  if (known?.state === state) return known.book
  const book = reckoned(db, reach)
  books.set(reach, { state, book })
  book.catch(() => books.delete(reach))
  return book
}

/** Anew from the roll-ups. */
export async function reckoned(db: Database, reach: Reach): Promise<Book> {
  const basis = basisWith(await pricesSaid(db))
  const delivered = await deliveredBy(db, reach)
  const entries = entriesOf(await boughtBy(db, reach), delivered, basis)
  const names = await named(db)
  const bought = new Set(entries.map(({ buyer }) => buyer))
  const buyers = names.filter(({ noun, id }) => noun === 'buyer' && bought.has(id))
  const units = byId(names.filter(({ noun }) => noun === 'unit'))
  return {
    basis,
    entries,
    delivered,
    buyers,
    units,
    accounts: byId(names.filter(({ noun }) => noun === 'account')),
    servedOf: await servedBy(db, buyers, units),
    official: await officialFigures(db),
  }
}

const byId = (rows: readonly Named[]): ReadonlyMap<number, Named> => new Map(rows.map((row) => [row.id, row]))

/** What a person entered goes before what comes with us. */
export function basisWith(said: readonly PriceSaid[]): Basis {
  const dated = ({ year, value, source, url, at }: PriceSaid) => ({
    year,
    value,
    source: { source, year, ...(url === null ? {} : { url }) },
    readOn: day(at.slice(0, 10)),
  })
  const indices = said
    .filter(({ kind }) => kind === 'index')
    .map((row) => ({ ...dated(row), cpvPrefix: '', currency: row.currency }))
  const rates = said
    .filter(({ kind }) => kind === 'rate')
    .map((row) => ({ ...dated(row), from: row.currency, to: 'EUR' as const }))
  return {
    factors: [...SPEND_FACTORS, ...ACTIVITY_FACTORS],
    indices: [...indices, ...INDICES],
    rates: [...rates, ...RATES],
  }
}

async function servedBy(
  db: Database,
  buyers: readonly Named[],
  units: ReadonlyMap<number, Named>,
): Promise<Book['servedOf']> {
  const said = new Map<number, ReadonlyMap<string, Served>>()
  for (const { id } of buyers) said.set(id, await servedSaid(db, id))
  const served = new Map<number, Served>()
  for (const { id, buyer, name } of units.values()) served.set(id, peopleOf(name, said.get(buyer) ?? new Map()).served)
  return (unit) => (unit === null ? 'unknown' : (served.get(unit) ?? 'unknown'))
}
