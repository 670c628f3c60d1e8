/**
 * Signed notes (c2sp.org/signed-note) with Ed25519: a text, an empty line, and signatures by named keys.
 *
 *   — alvhamn.example/record Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
 */
import { createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
import { base64, fromBase64 } from './base64.js'
import { sameBytes } from './merkle.js'
import { splitNote } from './checkpoint.js'
import { sha256 } from './sha256.js'

const ED25519 = 1
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
/** More than the sixteen that every reader must accept; a note with more is somebody's trick. */
const MOST_SIGNATURES = 32
const MOST_NOTE_LENGTH = 64 * 1024
/** RFC 8410: what stands before the key itself. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

export interface Verifier {
  readonly name: string
  readonly id: Uint8Array
  readonly verify: (text: string, signature: Uint8Array) => boolean
}
export interface Signer {
  readonly name: string
  /** The verifier key, `name+id+key`: what others check by. */
  readonly vkey: string
  readonly sign: (text: string) => string
}

/** A name has neither spaces nor plus signs; ours are addresses without a scheme, such as alvhamn.example/record. */
export const isName = (name: string): boolean =>
  /^[^\s+\u0000-\u001f\u007f]{1,200}$/.test(name) && !/^https?:/.test(name)

/** `PRIVATE+KEY+name+id+key`, as Go's note package writes it. */
export function newSigningKey(name: string): string {
  const seed = randomBytes(KEY_BYTES)
  return `PRIVATE+KEY+${keyText(name, publicOf(privateKey(seed)), seed)}`
}

/** Undefined when it is not exactly what `newSigningKey` writes. */
export function signerFrom(text: string): Signer | undefined {
  const [, name = '', id = '', key = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const seed = typed(key)
  if (!seed || !isName(name)) return undefined
  const secret = privateKey(seed)
  const known = publicOf(secret)
  if (hex(keyId(name, known)) !== id) return undefined
  return {
    name,
    vkey: keyText(name, known, known),
    sign: (note) => {
      const signature = sign(null, Buffer.from(note), secret)
      return `${note}\n— ${name} ${base64(Buffer.concat([keyId(name, known), signature]))}\n`
    },
  }
}

/** Undefined when it is not an Ed25519 verifier key, or its id is another's. */
export function verifierFrom(vkey: string): Verifier | undefined {
  const [, name = '', id = '', written = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? []
  const key = typed(written)
  if (!key || !isName(name) || hex(keyId(name, key)) !== id) return undefined
  const known = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, key]), format: 'der', type: 'spki' })
  return {
    name,
    id: keyId(name, key),
    verify: (text, signature) =>
      signature.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), known, signature),
  }
}

/** The note's text when the verifier's key signed it and no signature of that key is wrong; unknown keys are passed over. */
export function openNote(note: string, by: Verifier): string | undefined {
  if (note.length > MOST_NOTE_LENGTH || /[\u0000-\u0009\u000b-\u001f\u007f]/.test(note)) return undefined
  const split = splitNote(note)
  if (!split || split.signatures.length > MOST_SIGNATURES) return undefined
  let isSigned = false
  for (const line of split.signatures) {
    const [, name, written] = /^— ([^ +]+) (\S+)$/.exec(line) ?? []
    const bytes = fromBase64(written ?? '')
    if (!bytes || bytes.length < 5) return undefined
    if (name !== by.name || !sameBytes(bytes.subarray(0, 4), by.id)) continue
    if (!by.verify(split.text, bytes.subarray(4))) return undefined
    isSigned = true
  }
  return isSigned ? split.text : undefined
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const keyId = (name: string, key: Uint8Array): Uint8Array =>
  sha256(new TextEncoder().encode(`${name}\n`), Uint8Array.of(ED25519), key).subarray(0, 4)
const keyText = (name: string, known: Uint8Array, key: Uint8Array): string =>
  `${name}+${hex(keyId(name, known))}+${base64(Buffer.concat([Uint8Array.of(ED25519), key]))}`

function typed(written: string): Uint8Array | undefined {
  const bytes = fromBase64(written, 1 + KEY_BYTES)
  return bytes?.[0] === ED25519 ? bytes.subarray(1) : undefined
}
const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' })
const publicOf = (secret: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES))
