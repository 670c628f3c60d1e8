/** SQL of what people have said of whom a unit serves. */
import type { Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { isServed, type Served } from '../people-served.js'

export interface ServedSaid {
  readonly id: string
  readonly served: Served
  readonly reason: string
  readonly at: Instant
  readonly by: string
  readonly withdrawnAt: Instant | null
  readonly withdrawnBy: string | null
}

/** What stands of a buyer's units, by their names. */
export async function servedSaid(db: Database, buyer: number): Promise<ReadonlyMap<string, Served>> {
  const { rows } = await sql<{ unit: string; served: string }>`
    select unit, served from purchasing.unit_served where buyer = ${buyer} and withdrawn_at is null`.execute(db)
  return new Map(rows.flatMap(({ unit, served }) => (isServed(served) ? [[unit, served] as const] : [])))
}

/** All that was said of a unit, the latest first; what stands is the first where it was not withdrawn. */
export async function servedHistory(db: Database, buyer: number, unit: string): Promise<ServedSaid[]> {
  const { rows } = await sql<ServedSaid>`
    select id, served, reason, at, by, withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"
    from purchasing.unit_served where buyer = ${buyer} and unit = ${unit} order by at desc, id desc`.execute(db)
  return rows
}

/** Answers the id of what was withdrawn; undefined where nothing stood. */
export async function withdrawServed(
  db: Database,
  { buyer, unit }: { readonly buyer: number; readonly unit: string },
  by: string,
  at: Instant,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update purchasing.unit_served set withdrawn_at = ${at}, withdrawn_by = ${by}
    where buyer = ${buyer} and unit = ${unit} and withdrawn_at is null returning id`.execute(db)
  return rows[0]?.id
}

/** After what stood was withdrawn. */
export const insertServed = (
  db: Database,
  said: { id: string; buyer: number; unit: string; served: Served; reason: string; at: Instant; by: string },
) => db.insertInto('purchasing.unit_served').values(said).execute()
