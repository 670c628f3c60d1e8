/** A file that no format knows is kept until a person has said how it is read, or has given it up. */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { asBatch, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import { refused, type Refusal } from '../../kit/refuse.js'
import { openSource } from '../import/open/index.js'
import { bytesOf, type Source } from '../import/source.js'
import type { Row } from '../import/statement.js'
import * as store from '../store/waiting.js'

const PART = 1024 * 1024
const KEPT_MILLISECONDS = 7 * 86_400_000

/** Answers its id. */
export async function keepWaiting(db: Database, source: Source, actor: Actor, now: Date): Promise<string> {
  const id = newId(now.getTime())
  const row = { id, file: source.name, size: 0, sent_at: instantOf(now), sent_by: actor.kind }
  await store.insertWaiting(db, row)
  let size = 0
  let ordinal = 0
  for await (const part of inParts(bytesOf(source))) {
    size += part.length
    await asBatch(() => store.insertPart(db, id, ordinal++, part))
  }
  await store.finishWaiting(db, id, size)
  return id
}

/** However the bytes come, at most `PART` of them at a time. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + PART - size)
      held.push(piece)
      size += piece.length
      at += piece.length
      if (size < PART) continue
      yield Buffer.concat(held)
      held = []
      size = 0
    }
  if (size) yield Buffer.concat(held)
}

export const sourceOfWaiting = (db: Database, { id, file, size }: store.WaitingRow): Source => ({
  name: file,
  size,
  read: async function* () {
    for (let ordinal = 0; ; ordinal++) {
      const part = await store.partAt(db, id, ordinal)
      if (!part) return
      yield part
    }
  },
})

/** How a waiting file begins; without columns where it is no table. */
export interface Beginning {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export async function beginningOf(db: Database, waiting: store.WaitingRow): Promise<Beginning | Refusal> {
  const opened = await openSource(sourceOfWaiting(db, waiting))
  if (refused(opened)) return opened
  await opened.close()
  if (opened.kind !== 'table') return { columns: [], rows: [] }
  return { columns: opened.table.head.columns, rows: opened.table.first }
}

/** What nobody came back to is dropped. Called at start. */
export const dropOldWaiting = (db: Database, now: Date) =>
  store.deleteWaitingBefore(db, instantOf(new Date(now.getTime() - KEPT_MILLISECONDS)))
