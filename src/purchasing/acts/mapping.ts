/** Keeps the mapping that a person confirmed and a file was read through, so that the next such file needs no questions. */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import type { Mapping } from '../import/mapping/index.js'
import { insertMapping, mappingFor } from '../store/mappings.js'

/** What is kept already is not kept twice. */
export async function keepMapping(db: Database, mapping: Mapping, file: string, by: Actor, now: Date): Promise<void> {
  const kept = await mappingFor(db, mapping.headKey)
  if (kept && JSON.stringify(kept.mapping) === JSON.stringify(mapping)) return
  await insertMapping(db, mapping, file, by, instantOf(now))
}
