/**
 * What is hashed of an act: a line that names the format, and one JSON object. Stored, served and put back as these very
 * bytes; nothing writes them a second time.
 *
 *   fairlane-record/v1
 *   {"act":"publish","actor":"operator","at":"2026-11-23T10:25:00.000Z","body":{"import":"0193…","purchases":2016}}
 */
import { sha256 } from './sha256.js'
import { MOST_ENTRY_BYTES } from './tiles.js'

export interface Entry {
  readonly act: string
  readonly actor: string
  readonly at: string
  /** Counts, sums, ids and digests. */
  readonly body: Readonly<Record<string, unknown>>
  /** Commitments by field: what was said, without saying it (`commitment.ts`). */
  readonly committed?: Readonly<Record<string, string>>
}
const FORMAT = 'fairlane-record/v1\n'

/** Throws where even the shortened body is too large: an act may not append what it wants to say at such length. */
export function entryBytes(entry: Entry): Uint8Array {
  const whole = written(entry)
  if (whole.length <= MOST_ENTRY_BYTES) return whole
  const shortened = written({ ...entry, body: withoutLists(entry.body) })
  if (shortened.length > MOST_ENTRY_BYTES) throw new Error('The entry is too large for the record')
  return shortened
}

const written = ({ act, actor, at, body, committed }: Entry): Uint8Array =>
  new TextEncoder().encode(FORMAT + JSON.stringify({ act, actor, at, body, committed }))

/** A list too long for an entry is named by its length and the digest of its JSON, so that it can still be checked. */
const withoutLists = (body: Entry['body']): Entry['body'] =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? { count: value.length, sha256: hexOf(JSON.stringify(value)) } : value,
    ]),
  )

const hexOf = (text: string): string => Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex')

/** Undefined for bytes of another format: they stand in the tree and verify, but nothing is known about them. */
export function parseEntry(bytes: Uint8Array): Entry | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.startsWith(FORMAT)) return undefined
    const found: unknown = JSON.parse(text.slice(FORMAT.length))
    return isEntry(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isEntry(found: unknown): found is Entry {
  const { act, actor, at, body } = (found ?? {}) as Record<string, unknown>
  const isTime = typeof at === 'string' && !Number.isNaN(Date.parse(at))
  return typeof act === 'string' && typeof actor === 'string' && isTime && typeof body === 'object' && body !== null
}
