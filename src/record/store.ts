/** The record's tables: entries, tiles, the last signed checkpoint, and what commitments were made of. */
import { sql, type Database } from '../kit/db/index.js'
import type { Instant } from '../kit/day.js'
import { leafHash } from './merkle.js'
import type { Hash } from './sha256.js'
import { foldedTo, HASH_BYTES, WIDTH, type ReadTile } from './tiles.js'

export interface EntryRow {
  number: number
  at: Instant
  act: string
  actor: string
  /** As JSON; longer than in `bytes` where those had no room for a list. */
  body: string
  bytes: Uint8Array
  returned_at: Instant | null
}
export interface WitnessRow {
  vkey: string
  address: string
  since: Instant
  ended_at: Instant | null
  size: number
  text: string | null
  line: string | null
  cosigned_at: Instant | null
  problem: Problem | null
  known_size: number | null
  asked_at: Instant | null
}
/** Why a witness did not cosign: not reached, does not know us, refuses us, knows a longer record, answers strangely. */
export type Problem = 'away' | 'unknown' | 'refused' | 'behind' | 'strange'
export interface WitnessedRow {
  origin: string
  vkey: string
  since: Instant
  ended_at: Instant | null
  size: number
  root: Uint8Array | null
  cosigned_at: Instant | null
}
interface Signed {
  one: boolean
  size: number
  root: Uint8Array
  note: string
  vkey: string
  at: Instant
}

declare module '../kit/db/index.js' {
  interface Tables {
    'record.entry': EntryRow
    'record.tile': { level: number; index: number; hashes: Uint8Array }
    'record.tree': { one: boolean; size: number }
    'record.signed': Signed
    'record.witness': WitnessRow
    'record.witnessed': WitnessedRow
    'record.disclosure': { number: number; field: string; salt: Uint8Array; text: string }
  }
}

export type NewEntry = Omit<EntryRow, 'number' | 'returned_at'> & { readonly returned_at?: Instant }

/**
 * The next number, without a gap. Two who append at once: the second waits for the first's act to end, and goes on from
 * what it left. One statement but for each 256th entry, whose tile is full and is told to the level above.
 */
export async function insertEntry(tx: Database, entry: NewEntry): Promise<number> {
  const { rows } = await sql<{ index: number; hashes: Uint8Array }>`
    with place as (update record.tree set size = size + 1 returning size - 1 as number),
    entered as (
      insert into record.entry (number, at, act, actor, body, bytes, returned_at)
      select number, ${entry.at}::timestamptz, ${entry.act}, ${entry.actor}, ${entry.body}, ${hexed(entry.bytes)},
        ${entry.returned_at ?? null}::timestamptz from place
    )
    insert into record.tile (level, index, hashes)
    select 0, number / ${sql.lit(WIDTH)}, ${hexed(leafHash(entry.bytes))} from place
    on conflict (level, index) do update set hashes = record.tile.hashes || excluded.hashes
    returning index, hashes`.execute(tx)
  const { index, hashes } = rows[0]!
  await toLevelAbove(tx, 1, index, hashes)
  return index * WIDTH + hashes.length / HASH_BYTES - 1
}

async function toLevelAbove(tx: Database, level: number, below: number, full: Uint8Array): Promise<void> {
  if (full.length < WIDTH * HASH_BYTES) return
  const { rows } = await sql<{ index: number; hashes: Uint8Array }>`
    insert into record.tile (level, index, hashes)
    values (${level}, ${Math.floor(below / WIDTH)}, ${hexed(foldedTo(full, WIDTH))})
    on conflict (level, index) do update set hashes = record.tile.hashes || excluded.hashes
    returning index, hashes`.execute(tx)
  const { index, hashes } = rows[0]!
  await toLevelAbove(tx, level + 1, index, hashes)
}

const hexed = (bytes: Uint8Array) => sql`decode(${Buffer.from(bytes).toString('hex')}, 'hex')`

export const treeSize = async (db: Database): Promise<number> =>
  (await db.selectFrom('record.tree').select('size').executeTakeFirstOrThrow()).size

/** Nobody appends, and nobody else signs, until the transaction ends. */
export const lockTree = async (tx: Database): Promise<number> =>
  (await tx.selectFrom('record.tree').select('size').forUpdate().executeTakeFirstOrThrow()).size

/** A tile grows only at its end, so that a narrower one is its beginning. Throws where there are fewer hashes. */
export const tileReader =
  (db: Database): ReadTile =>
  async ({ level, index, width }) => {
    const found = await db
      .selectFrom('record.tile')
      .select('hashes')
      .where('level', '=', level)
      .where('index', '=', index)
      .executeTakeFirst()
    if (!found || found.hashes.length < width * HASH_BYTES) throw new Error('A tile of the record is not whole')
    return found.hashes.subarray(0, width * HASH_BYTES)
  }

/** In order, from a number and at most so many. */
export const entriesFrom = (db: Database, from: number, most: number) =>
  db.selectFrom('record.entry').selectAll().where('number', '>=', from).orderBy('number').limit(most).execute()

export const entryAt = (db: Database, number: number) =>
  db.selectFrom('record.entry').selectAll().where('number', '=', number).executeTakeFirst()

export const signedCheckpoint = (db: Database) => db.selectFrom('record.signed').selectAll().executeTakeFirst()

export interface NewCheckpoint {
  readonly size: number
  readonly root: Hash
  readonly note: string
  readonly vkey: string
  readonly at: Instant
}

/** Replaces the one before. */
export async function keepCheckpoint(tx: Database, { size, root, note, vkey, at }: NewCheckpoint): Promise<void> {
  await sql`
    insert into record.signed (size, root, note, vkey, at) values (${size}, ${hexed(root)}, ${note}, ${vkey}, ${at})
    on conflict (one) do update
    set size = excluded.size, root = excluded.root, note = excluded.note, vkey = excluded.vkey, at = excluded.at`.execute(
    tx,
  )
}

/** The number of the last entry; -1 in an empty record. */
export const lastEntry = async (db: Database): Promise<number> => (await treeSize(db)) - 1

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

export async function insertDisclosure(
  tx: Database,
  { number, field, salt, text }: { number: number; field: string; salt: Uint8Array; text: string },
): Promise<void> {
  await sql`insert into record.disclosure (number, field, salt, text)
    values (${number}, ${field}, ${hexed(salt)}, ${text})`.execute(tx)
}

/** By field; those that were erased are not there. */
export const disclosuresOf = (db: Database, number: number) =>
  db.selectFrom('record.disclosure').selectAll().where('number', '=', number).orderBy('field').execute()

/** False when there is nothing to erase. */
export async function deleteDisclosure(tx: Database, number: number, field: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('record.disclosure')
    .where('number', '=', number)
    .where('field', '=', field)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The entries that say a text of this one was erased, oldest first. */
export async function redactionsOf(db: Database, number: number): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select * from record.entry where act = 'redact' and body::jsonb @> ${JSON.stringify({ of: number })}::jsonb
    order by number`.execute(db)
  return rows
}

/** With the lines of those who cosigned just this, as it is served. */
export async function servedCheckpoint(db: Database): Promise<NewCheckpoint | undefined> {
  const { rows } = await sql<NewCheckpoint>`
    select s.size, s.root, s.vkey, s.at, s.note || coalesce((select string_agg(w.line, '' order by w.vkey)
      from record.witness w where w.ended_at is null and starts_with(s.note, w.text || chr(10))), '') as note
    from record.signed s`.execute(db)
  return rows[0]
}

/** Those that are asked, by key. */
export const witnesses = (db: Database) =>
  db.selectFrom('record.witness').selectAll().where('ended_at', 'is', null).orderBy('vkey').execute()

interface NewWitness {
  readonly vkey: string
  readonly address: string
  readonly now: Instant
}

/** One that was asked before goes on from what it cosigned. */
export async function insertWitness(tx: Database, { vkey, address, now }: NewWitness): Promise<void> {
  await sql`insert into record.witness (vkey, address, since) values (${vkey}, ${address}, ${now})
    on conflict (vkey) do update set address = excluded.address, since = excluded.since, ended_at = null,
      problem = null, asked_at = null`.execute(tx)
}

export type AskedOutcome =
  | { readonly size: number; readonly text: string; readonly line: string; readonly at: Instant }
  | { readonly problem: Problem; readonly known?: number }

export async function keepAsked(db: Database, vkey: string, outcome: AskedOutcome, now: Instant): Promise<void> {
  const told =
    'problem' in outcome
      ? { problem: outcome.problem, known_size: outcome.known ?? null }
      : { size: outcome.size, text: outcome.text, line: outcome.line, cosigned_at: outcome.at, problem: null }
  await db
    .updateTable('record.witness')
    .set({ ...told, asked_at: now })
    .where('vkey', '=', vkey)
    .execute()
}

/** False when it is not asked. */
export async function endWitness(tx: Database, vkey: string, now: Instant): Promise<boolean> {
  const ending = tx.updateTable('record.witness').set({ ended_at: now }).where('vkey', '=', vkey)
  return (await ending.where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows > 0n
}

/** Every record that is or was cosigned here, by name. */
export const allWitnessed = (db: Database) => db.selectFrom('record.witnessed').selectAll().orderBy('origin').execute()

/** One that is cosigned here, held until the transaction ends; undefined for others. */
export const lockWitnessed = (tx: Database, origin: string) =>
  tx
    .selectFrom('record.witnessed')
    .selectAll()
    .where('origin', '=', origin)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** One that was cosigned before goes on from there. */
export async function insertWitnessed(
  tx: Database,
  { origin, vkey, now }: { readonly origin: string; readonly vkey: string; readonly now: Instant },
): Promise<void> {
  await sql`insert into record.witnessed (origin, vkey, since) values (${origin}, ${vkey}, ${now})
    on conflict (origin) do update set since = excluded.since, ended_at = null`.execute(tx)
}

export async function keepWitnessed(
  tx: Database,
  {
    origin,
    size,
    root,
    at,
  }: { readonly origin: string; readonly size: number; readonly root: Hash; readonly at: Instant },
): Promise<void> {
  await sql`update record.witnessed set size = ${size}, root = ${hexed(root)}, cosigned_at = ${at}
    where origin = ${origin}`.execute(tx)
}

/** False when it is not cosigned here. */
export async function endWitnessed(tx: Database, vkey: string, now: Instant): Promise<boolean> {
  const ending = tx.updateTable('record.witnessed').set({ ended_at: now }).where('vkey', '=', vkey)
  return (await ending.where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows > 0n
}
