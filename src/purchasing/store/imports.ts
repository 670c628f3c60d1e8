/** SQL of imports and their reports. */
import type { Reach } from '../../kit/actor.js'
import type { Day, Instant } from '../../kit/day.js'
import { sql, type Database, type Insertable, type Tables } from '../../kit/db/index.js'
import type { Sum } from '../import/report.js'
import { buyerSeen } from './buyers.js'

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

/** Whether no import stands: none was made, or all were taken back. */
export async function isEmpty(db: Database): Promise<boolean> {
  const standing = db.selectFrom('purchasing.import').select('id').where('undone_at', 'is', null)
  return (await standing.limit(1).executeTakeFirst()) === undefined
}

/** What the installation read in by itself and stands, the latest first. */
export const sampleImports = (db: Database) =>
  db
    .selectFrom('purchasing.import')
    .select('id')
    .where('actor', '=', 'installation')
    .where('undone_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
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

export type Covered = Awaited<ReturnType<typeof coverageOf>>[number]

/** The months that an import covers, by buyer within reach. */
export async function coverageOf(db: Database, reach: Reach, id: string) {
  const { rows } = await sql<{ buyer: string; name: string; first: Day; last: Day; months: number; lines: number }>`
    select b.organisation_number as buyer, b.name, min(c.month) as first, max(c.month) as last,
      count(*) as months, sum(c.lines)::bigint as lines
    from purchasing.coverage c join purchasing.buyer b on b.id = c.buyer
    where c.import = ${id} and ${buyerSeen(reach)} group by b.id, b.organisation_number, b.name order by lines desc, b.name`.execute(
    db,
  )
  return rows
}

export type Replaced = Awaited<ReturnType<typeof replacedBy>>[number]

/** The earlier files within reach of which this import tells months anew. */
export async function replacedBy(db: Database, reach: Reach, id: string) {
  const { rows } = await sql<{ id: string; file: string; first: Day; last: Day; months: number }>`
    select i.id, i.file, min(r.month) as first, max(r.month) as last, count(distinct r.month) as months
    from purchasing.replacement r join purchasing.import i on i.id = r.replaced
    where r.import = ${id} and (${reach} = 'internal' or i.published_at is not null) group by i.id, i.file order by i.file, i.id`.execute(
    db,
  )
  return rows
}

/** What of an import stands in the database, summed anew. */
export async function landedSums(db: Database, id: string): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    select b.organisation_number as buyer, to_char(s.month, 'YYYY-MM') as month, s.currency,
      sum(s.amount)::bigint as amount
    from purchasing.spend s join purchasing.buyer b on b.id = s.buyer
    where s.import = ${id} group by 1, 2, 3`.execute(db)
  return rows
}

/** Whether any contract is known to the buyers' own people. */
export const anyContract = async (db: Database): Promise<boolean> =>
  (await sql`select from purchasing.contract_shown where reach = 'internal' limit 1`.execute(db)).rows.length > 0
