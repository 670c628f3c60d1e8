/** The auditor at the end of tests that cross modules: whether a database's record is whole. */
import { sql, type Database } from '../kit/db/index.js'
import { refused } from '../kit/refuse.js'
import { parseEntry } from './entry.js'
import { rootOf } from './merkle.js'
import { checkpointText } from './checkpoint.js'
import { newSigningKey, signerFrom } from './note.js'
import { fileOf } from './http/files.js'
import * as store from './store.js'
import { treeIn } from './tiles.js'
import { verifyRecord } from './verifying.js'

/** Throws where numbers have gaps, a tile is not its entries', or an entry has another format. Answers how many there are. */
export async function auditRecord(db: Database): Promise<number> {
  const size = await store.treeSize(db)
  const rows = await store.entriesFrom(db, 0, size + 1)
  if (rows.length !== size || rows.some(({ number }, at) => number !== at)) throw new Error('The numbers have gaps')
  const strange = rows.find((row) => parseEntry(row.bytes)?.act !== row.act)
  if (strange) throw new Error(`Entry ${strange.number} has another format than ours`)
  const signer = signerFrom(newSigningKey('audit.example/record'))!
  const root = await rootOf(treeIn(store.tileReader(db), size), size)
  const note = signer.sign(checkpointText({ origin: signer.name, size, root }))
  const answer = await verifyRecord(async (path) => (await fileOf(db, path, { size, note, vkey: signer.vkey }))?.bytes)
  if (refused(answer)) throw new Error(answer.because.key)
  return size
}

/** A record without an entry, as in a new database. */
export const emptyRecord = (db: Database) =>
  sql`with w as (delete from record.witness), x as (delete from record.witnessed), a as (delete from record.disclosure), b as (delete from record.tile), c as (delete from record.signed),
    d as (delete from record.entry) update record.tree set size = 0`.execute(db)
