/** The factors for quantities that come with us, single facts from the sources that `databases.tsv` names. */
import databases from '../databases.tsv'
import table from '../activity-factors.tsv'
import type { ActivityFactor, Unit } from './factor.js'
import { rowsIn } from './tsv.js'

interface Source {
  readonly version: string
  readonly source: string
  readonly licence: string
  readonly url: string
  readonly credit: string
}

const SOURCES = new Map<string, Source>(
  rowsIn(databases).map(([database, , , source, version, licence, url, credit]) => [
    database!,
    { source: source!, version: version!, licence: licence!, url: url!, credit: credit ?? '' },
  ]),
)

function factorIn([id, database, name, unit, value, low, high, gsd, year, region]: readonly string[]): ActivityFactor {
  const { version, source, licence, url, credit } = SOURCES.get(database!)!
  return {
    kind: 'activity',
    id: id!,
    database: database!,
    version,
    value: Number(value),
    ...(gsd ? { gsd: Number(gsd) } : {}),
    ...(low && high ? { range: { low: Number(low), high: Number(high) } } : {}),
    year: Number(year),
    region: region!,
    source: { source, place: name!, year: Number(year), url, licence },
    ...(credit ? { credit } : {}),
    item: id!,
    name: name!,
    unit: unit as Unit,
  }
}

export const ACTIVITY_FACTORS: readonly ActivityFactor[] = rowsIn(table).map(factorIn)

/** The database of food that articles of invoices are looked up in: one, so that two are never mixed. */
export const FOOD = 'mat-klimat-listan'
