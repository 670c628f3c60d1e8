/**
 * Keeps the record from ever being two. Before a checkpoint is signed its entries and the checkpoint itself stand on the
 * disk beside the key (`journal.ts`). What is signed always continues what stands there; a database restored from an
 * older backup gets the missing entries back, byte for byte, before anything else is done with it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../kit/day.js'
import { inTransaction, type Database } from '../../kit/db/index.js'
import { makeOnce } from '../../kit/files.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { checkpointText, parseCheckpoint } from '../checkpoint.js'
import { parseEntry, type Entry } from '../entry.js'
import { askWitnesses, type Send, type Trouble } from './asking.js'
import { addToJournal, entriesKept, readJournal, type Kept } from '../journal.js'
import { rootOf, sameBytes } from '../merkle.js'
import { isName, newSigningKey, openNote, signerFrom, verifierFrom, type Signer } from '../note.js'
import * as store from '../store.js'
import { treeIn } from '../tiles.js'

export interface OpenRecord {
  readonly name: string
  readonly vkey: string
  /** How many entries the database had lost and was given back. */
  readonly returned: number
  /** Signs what was appended since. Refused, for good, when another process signs this record too. */
  readonly sign: (now: Instant) => Promise<Refusal | undefined>
  /** Asks the witnesses to cosign what is signed; no act and no signature waits for it. */
  readonly ask: (send: Send, now: Instant, whom: 'due' | 'all') => Promise<Trouble[]>
}
export interface Opening {
  readonly folder: string
  /** The name asked for; a record has one for life. */
  readonly name: string | undefined
  /** For a record that begins now without one. */
  readonly otherwise: string
  readonly now: Instant
}

const keyOf = (folder: string): string => join(folder, 'record.key')
const journalOf = (folder: string): string => join(folder, 'record.journal')

/** Whether this folder's record has begun. */
export const hasRecord = (folder: string): boolean => existsSync(keyOf(folder)) || existsSync(journalOf(folder))

/** A name that nobody else has, for a record that was given none: `.example` never is an address (RFC 2606). */
export const inventedName = (): string => `fairlane-${randomBytes(4).toString('hex')}.example/record`

/** Reads or makes the key, gives the database back what it lost, and signs. Refused, with nothing changed, otherwise. */
export async function openRecord(db: Database, opening: Opening): Promise<OpenRecord | Refusal> {
  const before = await store.signedCheckpoint(db)
  const signer = signerIn(opening, before?.vkey)
  if (refused(signer)) return signer
  const file = journalOf(opening.folder)
  let kept = readJournal(file)
  const isNew = before !== undefined && before.vkey !== signer.vkey
  if (isNew && (kept.entries > 0 || opening.name === undefined)) return otherKey(before.vkey)
  const keep = async (now: Instant, starting: boolean) => {
    const answer = await keeping(db, { signer, file, kept, now, starting, isNew: isNew && starting })
    if (!refused(answer)) kept = answer.kept
    return answer
  }
  const first = await keep(opening.now, true)
  if (refused(first)) return first
  return {
    name: signer.name,
    vkey: signer.vkey,
    returned: first.returned,
    sign: async (now) => {
      if ((await store.treeSize(db)) === kept.signed.size) return undefined
      const answer = await keep(now, false)
      return refused(answer) ? answer : undefined
    },
    ask: (send, now, whom) => askWitnesses(db, send, now, whom),
  }
}

const otherKey = (vkey: string): Refusal => refuse(say('record.otherKey', { key: vkey }), 409)

function signerIn({ folder, name, otherwise }: Opening, before: string | undefined): Signer | Refusal {
  const [key, journal] = [keyOf(folder), journalOf(folder)]
  if (name !== undefined && !isName(name)) return refuse(say('record.badName', { name }))
  if (!existsSync(key)) {
    const isEnded = existsSync(journal) && readFileSync(journal).length > 0
    if (isEnded || (before !== undefined && name === undefined)) return refuse(say('record.keyGone', { folder }), 409)
    // The journal first: a key without one has lost it.
    makeOnce(journal, '')
    makeOnce(key, `${newSigningKey(name ?? otherwise)}\n`)
  }
  if (!existsSync(journal)) return refuse(say('record.journalGone', { folder }), 409)
  const signer = signerFrom(readFileSync(key, 'utf8').trim())
  if (!signer) return refuse(say('record.keyBroken', { folder }), 409)
  if (name !== undefined && name !== signer.name) return refuse(say('record.named', { name: signer.name }), 409)
  return signer
}

interface Keeping {
  readonly signer: Signer
  readonly file: string
  readonly kept: Kept
  readonly now: Instant
  readonly starting: boolean
  /** Begun under a new name over entries that another key signed. */
  readonly isNew: boolean
}

const keeping = (db: Database, at: Keeping): Promise<{ kept: Kept; returned: number } | Refusal> =>
  inTransaction(db, async (tx) => {
    const found = await store.lockTree(tx)
    const signed = at.isNew ? undefined : await store.signedCheckpoint(tx)
    if (signed && signed.size > at.kept.signed.size && !at.starting) return refuse(say('record.twoSigners'), 409)
    const returned = await putBack(tx, at, found)
    const size = found + returned
    if (!(await continues(tx, at, size, signed))) return refuse(say('record.differs', { name: at.signer.name }), 409)
    if (signed?.size === size && at.kept.signed.size === size) return { kept: at.kept, returned }
    return { kept: await signAt(tx, at, size), returned }
  })

/** Entries that the journal has and the database lost, with the columns read out of their bytes. */
async function putBack(tx: Database, { file, kept, now }: Keeping, size: number): Promise<number> {
  if (size >= kept.entries) return 0
  for await (const bytes of entriesKept(file, size)) {
    const entry = parseEntry(bytes)
    const { act, actor, at } = entry ?? { act: 'unknown', actor: 'unknown', at: now }
    const body = JSON.stringify(entry?.body ?? {})
    await store.insertEntry(tx, { act, actor, at: at as Instant, body, bytes, returned_at: now })
    if (entry?.act === 'redact') await eraseAgain(tx, entry)
  }
  return kept.entries - size
}

/** The older database still had the text. */
const eraseAgain = (tx: Database, { body }: Entry): Promise<boolean> =>
  store.deleteDisclosure(tx, Number(body['of']), String(body['field']))

/** Whether the database holds, from its beginning, what the journal says was signed and what it says was about to be. */
async function continues(
  tx: Database,
  { kept, signer, starting }: Keeping,
  size: number,
  signed: Awaited<ReturnType<typeof store.signedCheckpoint>>,
): Promise<boolean> {
  const tree = treeIn(store.tileReader(tx), size)
  if (!sameBytes(await rootOf(tree, kept.signed.size), kept.signed.root)) return false
  if (!starting) return true
  let number = kept.signed.size
  for (const bytes of kept.unsigned) {
    const row = await store.entryAt(tx, number++)
    if (!row || !sameBytes(row.bytes, bytes)) return false
  }
  if (!signed || signed.size <= kept.signed.size) return true
  // The folder is older than the database, as after moving to another machine: believed when this very key signed it.
  const own = openNote(signed.note, verifierFrom(signer.vkey)!)
  const said = own === undefined ? undefined : parseCheckpoint(own)
  return said?.size === signed.size && said.size <= size && sameBytes(await rootOf(tree, said.size), said.root)
}

const BATCH = 256

/** Entries to the disk, the checkpoint to the disk, and only then the signature. */
async function signAt(tx: Database, { signer, file, kept, now }: Keeping, size: number): Promise<Kept> {
  const root = await rootOf(treeIn(store.tileReader(tx), size), size)
  for (let from = kept.entries; from < size; from += BATCH) {
    const rows = await store.entriesFrom(tx, from, BATCH)
    addToJournal(file, { entries: rows.map((row) => row.bytes), from, signed: undefined })
  }
  const signed = { size, root }
  addToJournal(file, { entries: [], from: size, signed })
  const note = signer.sign(checkpointText({ origin: signer.name, ...signed }))
  await store.keepCheckpoint(tx, { ...signed, note, vkey: signer.vkey, at: now })
  return { entries: size, signed, unsigned: [] }
}
