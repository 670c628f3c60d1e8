/**
 * What a witness answers when it is asked to cosign (c2sp.org/tlog-witness, add-checkpoint): only a record it knows, signed
 * by that record's key, which continues what was cosigned before. The request:
 *
 *   old 42
 *   (the hashes that show that the record of 42 entries is continued, one a line)
 *
 *   (the signed checkpoint)
 */
import { base64, fromBase64, fromDecimal } from './base64.js'
import { parseCheckpoint, splitNote, type Checkpoint } from './checkpoint.js'
import { EMPTY_ROOT, isConsistent, sameBytes } from './merkle.js'
import { openNote, verifierFrom } from './note.js'
import type { Hash } from './sha256.js'
import { HASH_BYTES } from './tiles.js'

export interface Asked {
  /** How many entries of the record the asker believes the witness knows. */
  readonly old: number
  readonly proof: readonly Hash[]
  readonly note: string
  readonly checkpoint: Checkpoint
}
/** A record that the witness knows, and the last of it that was cosigned. */
export interface Known {
  readonly vkey: string
  readonly size: number
  readonly root: Hash
}
export type Verdict =
  | { readonly status: 200; readonly text: string }
  /** Malformed; another's signature or none; a record that is not known; not continued by the proof. */
  | { readonly status: 400 | 403 | 404 | 422 }
  /** Another size than the one cosigned last is named (`size` is that one); or the same size has another root. */
  | { readonly status: 409; readonly size?: number }

/** More hashes than any tree of countable leaves needs. */
const MOST_HASHES = 63

export const askedText = (old: number, proof: readonly Hash[], note: string): string =>
  [`old ${old}`, ...proof.map(base64), '', note].join('\n')

/** Undefined for anything else than what `askedText` writes. */
export function parseAsked(text: string): Asked | undefined {
  const [head = '', ...rest] = text.split('\n')
  const end = rest.indexOf('')
  const old = head.startsWith('old ') ? fromDecimal(head.slice(4)) : undefined
  if (old === undefined || end < 0 || end > MOST_HASHES) return undefined
  const proof = rest.slice(0, end).map((line) => fromBase64(line, HASH_BYTES))
  const note = rest.slice(end + 1).join('\n')
  const checkpoint = parseCheckpoint(splitNote(note)?.text ?? '')
  if (!checkpoint || !proof.every((hash) => hash !== undefined)) return undefined
  return { old, proof, note, checkpoint }
}

/** In the order of the specification, so that what is said of a record is said only to those who hold its key. */
export function judgeAsked({ old, proof, note, checkpoint }: Asked, known: Known | undefined): Verdict {
  if (!known) return { status: 404 }
  const text = openNote(note, verifierFrom(known.vkey)!)
  if (text === undefined) return { status: 403 }
  if (old > checkpoint.size) return { status: 400 }
  if (old !== known.size) return { status: 409, size: known.size }
  if (old === checkpoint.size && !sameBytes(checkpoint.root, known.root)) return { status: 409 }
  if (!isConsistent(old, known.root, checkpoint.size, checkpoint.root, proof)) return { status: 422 }
  return { status: 200, text }
}

export const NOTHING_COSIGNED = { size: 0, root: EMPTY_ROOT } as const
