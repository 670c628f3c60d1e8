/**
 * A receipt for one entry (c2sp.org/tlog-proof), one file that can be checked offline:
 *
 *   c2sp.org/tlog-proof@v1
 *   index 7
 *   (the hashes beside the way to the root, one a line)
 *
 *   (the signed checkpoint)
 */
import { base64, fromBase64, fromDecimal } from './base64.js'
import { HASH_BYTES } from './tiles.js'
import type { Hash } from './sha256.js'

export interface Receipt {
  readonly index: number
  readonly proof: readonly Hash[]
  /** The signed note, as it was served. */
  readonly checkpoint: string
}
const HEAD = 'c2sp.org/tlog-proof@v1'
/** A tree of more leaves than a double counts does not exist. */
const MOST_HASHES = 63

export const receiptText = ({ index, proof, checkpoint }: Receipt): string =>
  [HEAD, `index ${index}`, ...proof.map(base64), '', checkpoint].join('\n')

/** Undefined for anything else than what `receiptText` writes. */
export function parseReceipt(text: string): Receipt | undefined {
  const [head, place = '', ...rest] = text.split('\n')
  const end = rest.indexOf('')
  const index = place.startsWith('index ') ? fromDecimal(place.slice(6)) : undefined
  if (head !== HEAD || index === undefined || end < 0 || end > MOST_HASHES) return undefined
  const proof = rest.slice(0, end).map((line) => fromBase64(line, HASH_BYTES))
  if (!proof.every((hash) => hash !== undefined)) return undefined
  return { index, proof, checkpoint: rest.slice(end + 1).join('\n') }
}
