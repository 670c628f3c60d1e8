/** SQL of files that wait for a person to say how they are read. */
import type { Instant } from '../../kit/day.js'
import type { Database, Insertable, Tables } from '../../kit/db/index.js'

/** Its size is told last: a file of size 0 is not yet whole, and shows nowhere. */
export const insertWaiting = (db: Database, row: Insertable<Tables['purchasing.waiting']>) =>
  db.insertInto('purchasing.waiting').values(row).execute()

export const insertPart = (db: Database, waiting: string, ordinal: number, bytes: Uint8Array) =>
  db.insertInto('purchasing.waiting_part').values({ waiting, ordinal, bytes }).execute()

export const finishWaiting = (db: Database, id: string, size: number) =>
  db.updateTable('purchasing.waiting').set({ size }).where('id', '=', id).execute()

export type WaitingRow = Awaited<ReturnType<typeof waitingFiles>>[number]

/** The latest first. */
export const waitingFiles = (db: Database) =>
  db.selectFrom('purchasing.waiting').selectAll().where('size', '>', 0).orderBy('sent_at', 'desc').execute()

/** Undefined when it was read or given up. */
export const waitingAt = (db: Database, id: string) =>
  db.selectFrom('purchasing.waiting').selectAll().where('id', '=', id).where('size', '>', 0).executeTakeFirst()

/** Undefined after the last. */
export async function partAt(db: Database, waiting: string, ordinal: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('purchasing.waiting_part')
    .select('bytes')
    .where('waiting', '=', waiting)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst()
  return row && new Uint8Array(row.bytes)
}

/** Whether it was there. */
export async function deleteWaiting(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('purchasing.waiting').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

export const deleteWaitingBefore = (db: Database, instant: Instant) =>
  db.deleteFrom('purchasing.waiting').where('sent_at', '<', instant).execute()

/** The one whose the file probably is; undefined where several are known or none. */
export async function onlyBuyer(db: Database): Promise<{ readonly number: string; readonly name: string } | undefined> {
  const [only, ...more] = await db
    .selectFrom('purchasing.buyer')
    .select(['organisation_number as number', 'name'])
    .limit(2)
    .execute()
  return more.length ? undefined : only
}
