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

/** What a key is for: signing the notes of its own record, or cosigning those of others (`cosignature.ts`). */
export const SIGNING = 1
export const COSIGNING = 4
type Kind = typeof SIGNING | typeof COSIGNING
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

/** Whose a verifier key is. */
export const nameIn = (vkey: string): string => vkey.split('+')[0]!

/** A name has neither spaces nor plus signs; ours are addresses without a scheme, such as alvhamn.example/record. */
export const isName = (name: string): boolean =>
  /^[^\s+\u0000-\u001f\u007f]{1,200}$/.test(name) && !/^https?:/.test(name)

/** `PRIVATE+KEY+name+id+key`, as Go's note package writes it. */
export function newSigningKey(name: string, kind: Kind = SIGNING): string {
  const seed = randomBytes(KEY_BYTES)
  return `PRIVATE+KEY+${keyText(kind, name, publicOf(privateKey(seed)), seed)}`
}

/** A private key of one kind: what it is known by, and its bare signature of a text. */
export interface Secret {
  readonly name: string
  readonly vkey: string
  readonly id: Uint8Array
  readonly sign: (text: string) => Uint8Array
}

/** Undefined when it is not exactly what `newSigningKey` writes. */
export function secretFrom(text: string, kind: Kind): Secret | undefined {
  const [, name = '', id = '', key = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const seed = typed(kind, key)
  if (!seed || !isName(name)) return undefined
  const secret = privateKey(seed)
  const known = publicOf(secret)
  if (hex(keyId(kind, name, known)) !== id) return undefined
  return {
    name,
    vkey: keyText(kind, name, known, known),
    id: keyId(kind, name, known),
    sign: (text) => sign(null, Buffer.from(text), secret),
  }
}

export function signerFrom(text: string): Signer | undefined {
  const secret = secretFrom(text, SIGNING)
  return secret && { ...secret, sign: (note) => `${note}\n${signatureLine(secret, secret.sign(note))}` }
}

export const signatureLine = ({ name, id }: Pick<Secret, 'name' | 'id'>, signature: Uint8Array): string =>
  `— ${name} ${base64(Buffer.concat([id, signature]))}\n`

/** A public key of one kind; undefined when it is not one, or its id is another's. */
export function publicKeyFrom(vkey: string, kind: Kind): Verifier | undefined {
  const [, name = '', id = '', written = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? []
  const key = typed(kind, written)
  if (!key || !isName(name) || hex(keyId(kind, name, key)) !== id) return undefined
  const known = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, key]), format: 'der', type: 'spki' })
  return {
    name,
    id: keyId(kind, name, key),
    verify: (text, signature) =>
      signature.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), known, signature),
  }
}

export const verifierFrom = (vkey: string): Verifier | undefined => publicKeyFrom(vkey, SIGNING)

/** The note's text when the verifier's key signed it and no signature of that key is wrong; unknown keys are passed over. */
export function openNote(note: string, by: Verifier): string | undefined {
  const signed = signedBy(note, by)
  return signed && signed.signatures.length > 0 ? signed.text : undefined
}

/** What the verifier's key said of a note, every signature of it right; undefined for one that is wrong, or no note. */
export function signedBy(note: string, by: Verifier): { text: string; signatures: Uint8Array[] } | undefined {
  if (note.length > MOST_NOTE_LENGTH || /[\u0000-\u0009\u000b-\u001f\u007f]/.test(note)) return undefined
  const split = splitNote(note)
  if (!split || split.signatures.length > MOST_SIGNATURES) return undefined
  const signatures: Uint8Array[] = []
  for (const line of split.signatures) {
    const [, name, written] = /^— ([^ +]+) (\S+)$/.exec(line) ?? []
    const bytes = fromBase64(written ?? '')
    if (!bytes || bytes.length < 5) return undefined
    if (name !== by.name || !sameBytes(bytes.subarray(0, 4), by.id)) continue
    if (!by.verify(split.text, bytes.subarray(4))) return undefined
    signatures.push(bytes.subarray(4))
  }
  return { text: split.text, signatures }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const keyId = (kind: Kind, name: string, key: Uint8Array): Uint8Array =>
  sha256(new TextEncoder().encode(`${name}\n`), Uint8Array.of(kind), key).subarray(0, 4)
const keyText = (kind: Kind, name: string, known: Uint8Array, key: Uint8Array): string =>
  `${name}+${hex(keyId(kind, name, known))}+${base64(Buffer.concat([Uint8Array.of(kind), key]))}`

function typed(kind: Kind, written: string): Uint8Array | undefined {
  const bytes = fromBase64(written, 1 + KEY_BYTES)
  return bytes?.[0] === kind ? bytes.subarray(1) : undefined
}
const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' })
const publicOf = (secret: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES))
