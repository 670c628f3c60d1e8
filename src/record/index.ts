/** The public record's door. This first form is an append-only list; signing and proofs are not built yet. */
import { createHash } from 'node:crypto'
import type { Actor } from '../kit/actor.js'
import type { Instant } from '../kit/day.js'
import { sql, type Database } from '../kit/db/index.js'

declare module '../kit/db/index.js' {
  interface Tables {
    'record.entry': { number: number; at: string; act: string; actor: string; body: string; digest: string }
  }
}

/** Appends one entry, last in the act's own transaction. The body holds counts, sums and digests: no names, no free text. */
export async function append(tx: Database, act: string, actor: Actor, body: object, now: Instant): Promise<number> {
  await sql`select pg_advisory_xact_lock(7101)`.execute(tx)
  const text = JSON.stringify(body)
  const digest = createHash('sha256').update(text).digest('hex')
  const { rows } = await sql<{ number: number }>`
    insert into record.entry (number, at, act, actor, body, digest)
    select coalesce(max(number) + 1, 0), ${now}, ${act}, ${actor.kind}, ${text}, ${digest} from record.entry
    returning number`.execute(tx)
  return rows[0]!.number
}

/** The number of the last entry; -1 in an empty record. */
export async function lastEntry(db: Database): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from record.entry`.execute(db)
  return rows[0]?.last ?? -1
}

/** What the record says of one thing, such as `{ import: id }`, oldest first. */
export async function entriesAbout(
  db: Database,
  thing: Readonly<Record<string, string>>,
): Promise<{ number: number; act: string }[]> {
  const { rows } = await sql<{ number: number; act: string }>`
    select number, act from record.entry where body::jsonb @> ${JSON.stringify(thing)}::jsonb order by number`.execute(
    db,
  )
  return rows
}
