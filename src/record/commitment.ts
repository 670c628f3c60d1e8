/**
 * A commitment stands in an entry for a text that may one day have to go: SHA-256 over a label, 32 random bytes and the
 * text (Unicode NFC). With salt and text anyone can check it; once they are erased nobody can find it by trying texts.
 */
import { randomBytes } from 'node:crypto'
import { sha256 } from './sha256.js'

export const SALT_BYTES = 32
const LABEL = 'fairlane-record/commitment/v1\0'

/** Every text has its own salt: one that leaks tells of nothing else. */
export const newSalt = (): Uint8Array => new Uint8Array(randomBytes(SALT_BYTES))

/** As hexadecimal. */
export const commitmentTo = (text: string, salt: Uint8Array): string => {
  const encoder = new TextEncoder()
  return Buffer.from(sha256(encoder.encode(LABEL), salt, encoder.encode(text.normalize('NFC')))).toString('hex')
}

/** On what ground a text was erased. */
export const GROUNDS = ['gdpr-17', 'court', 'moderation'] as const
export type Ground = (typeof GROUNDS)[number]
