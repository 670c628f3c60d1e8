/** SQL of the mappings that people confirmed, by the header they were made for. */
import type { Actor } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { refused } from '../../kit/refuse.js'
import { parseMapping, type Mapping } from '../import/mapping/index.js'

export interface KeptMapping {
  readonly mapping: Mapping
  /** The file that it was confirmed for. */
  readonly file: string
  readonly at: Instant
}

/** Undefined where none was confirmed for this header; the latest otherwise. */
export async function mappingFor(db: Database, headKey: string): Promise<KeptMapping | undefined> {
  const row = await db
    .selectFrom('purchasing.mapping')
    .select(['mapping', 'file', 'confirmed_at'])
    .where('head_key', '=', headKey)
    .orderBy('confirmed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const mapping = row && parseMapping(JSON.parse(row.mapping))
  return mapping && !refused(mapping) ? { mapping, file: row.file, at: row.confirmed_at } : undefined
}

/** Kept beside earlier ones for the same header, which it takes the place of. */
export const insertMapping = (db: Database, mapping: Mapping, file: string, by: Actor, at: Instant) =>
  db
    .insertInto('purchasing.mapping')
    .values({
      head_key: mapping.headKey,
      mapping: JSON.stringify(mapping),
      file,
      confirmed_at: at,
      confirmed_by: by.kind,
    })
    .execute()
