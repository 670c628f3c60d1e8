/** SQL of imports and their reports. */
import type { Reach } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import { sql, type Database, type Insertable, type Tables } from '../../kit/db/index.js'

/** The latest first, at most a hundred; within 'published' only those an act published. */
export const imports = (db: Database, reach: Reach = 'internal') =>
  db
    .selectFrom('purchasing.import')
    .selectAll()
    .$if(reach === 'published', (all) => all.where('published_at', 'is not', null))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

/** Undefined when there is none within reach. */
export const importAt = (db: Database, reach: Reach, id: string) =>
  db
    .selectFrom('purchasing.import')
    .selectAll()
    .where('id', '=', id)
    .$if(reach === 'published', (all) => all.where('published_at', 'is not', null))
    .executeTakeFirst()

/** Undefined when this very file was never imported, or that import was undone. */
export const importWithDigest = (db: Database, digest: string) =>
  db
    .selectFrom('purchasing.import')
    .select('id')
    .where('digest', '=', digest)
    .where('undone_at', 'is', null)
    .executeTakeFirst()

/** Fails when the digest is there already. */
export const insertImport = (db: Database, row: Insertable<Tables['purchasing.import']>) =>
  db.insertInto('purchasing.import').values(row).execute()

interface Counts {
  readonly kept: number
  readonly changed: number
  readonly unchanged: number
  readonly withdrawn: number
}

/** Says how many rows were new, changed or known, and that the import is done by now. */
export const finishImport = (db: Database, id: string, done: Counts) =>
  db
    .updateTable('purchasing.import')
    .set({ ...done, finished_at: sql<Instant>`clock_timestamp()` })
    .where('id', '=', id)
    .execute()

/** Whoever publishes first stands; nothing is changed after that. */
export const markPublished = (db: Database, id: string, by: string, now: Instant) =>
  db
    .updateTable('purchasing.import')
    .set({ published_at: now, published_by: by })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()

/** It covers nothing any more; whoever takes it back first stands. */
export const markUndone = (db: Database, id: string, by: string, now: Instant) =>
  db
    .updateTable('purchasing.import')
    .set({ undone_at: now, undone_by: by })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
