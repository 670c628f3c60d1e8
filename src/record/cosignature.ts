/**
 * Cosignatures with Ed25519 (c2sp.org/tlog-cosignature): a witness says that, at this time, this was the longest record it
 * had seen under the name, and that it continued all it had seen before.
 *
 *   — library.example/record/witness jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZC…
 */
import { instantOf, type Instant } from '../kit/day.js'
import { COSIGNING, publicKeyFrom, secretFrom, signatureLine, signedBy, type Verifier } from './note.js'

export interface Cosigner {
  readonly name: string
  /** What others check by, `name+id+key`. */
  readonly vkey: string
  /** The line to be put under the note. */
  readonly cosign: (text: string, now: Instant) => string
}
const TIME_BYTES = 8

const said = (text: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds}\n${text}`
const secondsOf = (now: Instant): bigint => BigInt(Math.floor(Date.parse(now) / 1000))

/** Undefined when it is not a cosigner's private key. */
export function cosignerFrom(text: string): Cosigner | undefined {
  const secret = secretFrom(text, COSIGNING)
  if (!secret) return undefined
  const cosign = (note: string, now: Instant) => {
    const time = Buffer.alloc(TIME_BYTES)
    time.writeBigUInt64BE(secondsOf(now))
    return signatureLine(secret, Buffer.concat([time, secret.sign(said(note, secondsOf(now)))]))
  }
  return { name: secret.name, vkey: secret.vkey, cosign }
}

/** Undefined when it is not a witness's verifier key with Ed25519. */
export function witnessFrom(vkey: string): Verifier | undefined {
  const key = publicKeyFrom(vkey, COSIGNING)
  return (
    key && {
      ...key,
      verify: (text, signature) =>
        signature.length > TIME_BYTES &&
        timeIn(signature) !== undefined &&
        key.verify(said(text, Buffer.from(signature).readBigUInt64BE()), signature.subarray(TIME_BYTES)),
    }
  )
}

/** When the witness cosigned the note, the last time; undefined when it did not, or a cosignature of it is wrong. */
export function cosignedAt(note: string, by: Verifier): Instant | undefined {
  const times = signedBy(note, by)?.signatures.flatMap((one) => timeIn(one) ?? []) ?? []
  return times.length ? instantOf(new Date(Math.max(...times) * 1000)) : undefined
}

/** In seconds; undefined for one that no calendar has. */
function timeIn(signature: Uint8Array): number | undefined {
  const seconds = Buffer.from(signature).readBigUInt64BE()
  return seconds <= LAST_SECOND ? Number(seconds) : undefined
}
/** The end of the year 9999. */
const LAST_SECOND = 253_402_300_799n
