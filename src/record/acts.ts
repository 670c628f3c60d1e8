/** What acts do with the record: append to it, last in their own transaction, and erase what a commitment was made of. */
import type { Actor } from '../kit/actor.js'
import type { Instant } from '../kit/day.js'
import { inTransaction, type Database } from '../kit/db/index.js'
import { refuse, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { commitmentTo, newSalt, type Ground } from './commitment.js'
import { entryBytes } from './entry.js'
import * as store from './store.js'

/**
 * Appends one entry and answers its number. The body holds counts, sums, ids and digests: no names, no free text. What a
 * person said goes in `disclosed`, by field: the entry holds a commitment to each, and the text can be erased later.
 */
export async function append(
  tx: Database,
  act: string,
  actor: Actor,
  body: object,
  now: Instant,
  disclosed: Readonly<Record<string, string>> = {},
): Promise<number> {
  const openings = Object.entries(disclosed).map(([field, text]) => ({ field, text, salt: newSalt() }))
  const committed = Object.fromEntries(openings.map(({ field, text, salt }) => [field, commitmentTo(text, salt)]))
  const said = { act, actor: actor.kind, at: now, body: { ...body }, ...(openings.length ? { committed } : {}) }
  const bytes = entryBytes(said)
  const number = await store.insertEntry(tx, { ...said, body: JSON.stringify(body), bytes })
  for (const opening of openings) await store.insertDisclosure(tx, { number, ...opening })
  return number
}

/**
 * Erases one text that an entry commits to. The entry stays, and so does that something stood there, until when, and on
 * what ground it went. Refused when there is no such text, or it went before.
 */
export const redact = (
  db: Database,
  { of, field, ground }: { readonly of: number; readonly field: string; readonly ground: Ground },
  actor: Actor,
  now: Instant,
): Promise<{ number: number } | Refusal> =>
  inTransaction(db, async (tx) => {
    if (!(await store.deleteDisclosure(tx, of, field))) return refuse(say('record.redact.missing'), 404)
    return { number: await append(tx, 'redact', actor, { of, field, ground }, now) }
  })
