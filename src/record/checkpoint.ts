/**
 * A checkpoint (c2sp.org/tlog-checkpoint): the text that is signed.
 *
 *   alvhamn.example/record
 *   42
 *   qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=
 */
import { base64, fromBase64, fromDecimal } from './base64.js'
import { HASH_BYTES } from './tiles.js'
import type { Hash } from './sha256.js'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`

/** Undefined for anything else than what `checkpointText` writes; our record has no extension lines. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', digits = '', hash = '', after, ...more] = text.split('\n')
  const size = fromDecimal(digits)
  const root = fromBase64(hash, HASH_BYTES)
  if (!origin || size === undefined || !root || after !== '' || more.length) return undefined
  return { origin, size, root }
}

/** The text of a note and, after its last empty line, the signatures. */
export function splitNote(note: string): { readonly text: string; readonly signatures: readonly string[] } | undefined {
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n')) return undefined
  return { text: note.slice(0, at + 1), signatures: note.slice(at + 2, -1).split('\n') }
}
