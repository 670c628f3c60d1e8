/**
 * Verifies a whole record from outside, by what it serves: every entry, every tile and the signed checkpoint. Nothing that
 * the record says of itself is believed but its key, and that neither when one is given.
 */
import type { Instant } from '../kit/day.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { parseCheckpoint, splitNote, type Checkpoint } from './checkpoint.js'
import { cosignedAt, witnessFrom } from './cosignature.js'
import { leafHash, rootOf, sameBytes } from './merkle.js'
import { openNote, verifierFrom, type Verifier } from './note.js'
import { entriesIn, foldedTo, HASH_BYTES, tilePath, tilesOf, treeIn, WIDTH, widthIn, type Tile } from './tiles.js'

/** `tile/0/000` of the record; undefined when it is not served. */
export type ReadPath = (path: string) => Promise<Uint8Array | undefined>

export interface Verified extends Checkpoint {
  readonly vkey: string
  /** The checkpoint as it was served, to be kept. */
  readonly note: string
  /** The witnesses asked about, and when each cosigned. */
  readonly cosigned: readonly Cosigned[]
  /** Who else's signature the checkpoint has; unchecked. */
  readonly others: readonly string[]
}
export interface Cosigned {
  readonly name: string
  readonly at: Instant
}
export interface Asked {
  /** The key the record is known to have; its own word is taken otherwise. */
  readonly vkey?: string | undefined
  /** A checkpoint kept from before, which this record must continue. */
  readonly earlier?: string | undefined
  /** Keys of outsiders who must have cosigned the checkpoint. */
  readonly witnesses?: readonly string[]
  readonly progress?: (done: number, total: number) => void
}

export async function verifyRecord(read: ReadPath, asked: Asked = {}): Promise<Verified | Refusal> {
  const vkey = (asked.vkey ?? textOf(await read('key'))).trim()
  const note = textOf(await read('checkpoint'))
  if (!vkey || !note) return refuse(say('record.verify.none'), 404)
  const key = verifierFrom(vkey)
  if (!key) return refuse(say('record.verify.badKey'))
  const checkpoint = opened(note, key)
  if (!checkpoint) return refuse(say('record.verify.badCheckpoint', { name: key.name }))
  const earlier = asked.earlier === undefined ? undefined : opened(asked.earlier, key)
  if (asked.earlier !== undefined && !earlier) return refuse(say('record.verify.badEarlier', { name: key.name }))
  const cosigned = cosignedBy(note, asked.witnesses ?? [])
  if (refused(cosigned)) return cosigned
  const levels = await rebuilt(read, checkpoint.size, asked.progress ?? (() => undefined))
  if (refused(levels)) return levels
  const others = signersOf(note).filter((name) => name !== key.name && !cosigned.some((one) => one.name === name))
  return judged({ ...checkpoint, vkey, note, cosigned, others }, levels, earlier)
}

const signersOf = (note: string): string[] =>
  [...new Set(splitNote(note)?.signatures.map((line) => line.split(' ')[1] ?? ''))].filter(Boolean)

function cosignedBy(note: string, vkeys: readonly string[]): Cosigned[] | Refusal {
  const found: Cosigned[] = []
  for (const vkey of vkeys) {
    const key = witnessFrom(vkey)
    if (!key) return refuse(say('record.witness.badKey'))
    const at = cosignedAt(note, key)
    if (at === undefined) return refuse(say('record.verify.notCosigned', { name: key.name }))
    found.push({ name: key.name, at })
  }
  return found
}

type Levels = ReadonlyMap<string, Uint8Array>
const nameOf = ({ level, index }: Pick<Tile, 'level' | 'index'>): string => `${level}/${index}`
const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')

function opened(note: string, key: Verifier): Checkpoint | undefined {
  const text = openNote(note, key)
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text)
  return checkpoint?.origin === key.name ? checkpoint : undefined
}

async function judged(found: Verified, levels: Levels, earlier: Checkpoint | undefined): Promise<Verified | Refusal> {
  const tree = treeIn(
    ({ level, index, width }) => Promise.resolve(levels.get(nameOf({ level, index }))!.subarray(0, width * HASH_BYTES)),
    found.size,
  )
  if (!sameBytes(await rootOf(tree, found.size), found.root)) return refuse(say('record.verify.otherRoot'))
  if (!earlier) return found
  const goesOn = earlier.size <= found.size && sameBytes(await rootOf(tree, earlier.size), earlier.root)
  return goesOn ? found : refuse(say('record.verify.forked', { before: earlier.size, now: found.size }))
}

/** Every tile made anew from the entries alone, and compared with the one that is served. */
async function rebuilt(
  read: ReadPath,
  size: number,
  progress: NonNullable<Asked['progress']>,
): Promise<Levels | Refusal> {
  const made = new Map<string, Uint8Array>()
  for (const tile of tilesOf('entries', size)) {
    const bytes = await read(tilePath(tile))
    const entries = bytes && entriesIn(bytes, tile.width)
    if (!entries) return refuse(say('record.verify.badEntries', { path: tilePath(tile) }))
    made.set(nameOf({ level: 0, index: tile.index }), joined(entries.map(leafHash)))
    progress(tile.index * WIDTH + tile.width, size)
  }
  for (let level = 0; ; level++) {
    const tiles = tilesOf(level, size)
    if (tiles.length === 0) return made
    for (const tile of tiles) {
      const own = made.get(nameOf(tile)) ?? above(made, level, tile.index, size)
      made.set(nameOf(tile), own)
      const served = await read(tilePath(tile))
      if (!served || !sameBytes(served, own)) return refuse(say('record.verify.badTile', { path: tilePath(tile) }))
    }
  }
}

const above = (made: Levels, level: number, index: number, size: number): Uint8Array =>
  joined(
    Array.from({ length: widthIn({ level, index }, size) }, (_, at) =>
      foldedTo(made.get(nameOf({ level: level - 1, index: index * WIDTH + at }))!, WIDTH),
    ),
  )

function joined(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES)
  hashes.forEach((hash, at) => {
    bytes.set(hash, at * HASH_BYTES)
  })
  return bytes
}
