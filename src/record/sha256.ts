/**
 * SHA-256 (FIPS 180-4), the same code on the server, in `fairlane verify` and in the reader's browser, which has no
 * WebCrypto on a plain http address. The test compares it with Node's own.
 */
export type Hash = Uint8Array

const BLOCK = 64

/** Of the parts one after another. */
export function sha256(...parts: readonly Uint8Array[]): Hash {
  const blocks = padded(parts)
  const state = Int32Array.from(FIRST)
  for (let at = 0; at < blocks.length; at += BLOCK) compress(state, blocks, at)
  const hash = new Uint8Array(32)
  for (let at = 0; at < hash.length; at++) hash[at] = state[at >> 2]! >>> (24 - 8 * (at & 3))
  return hash
}

/** Section 5.1.1: a one, zeros to the end of a block, and the length in bits. */
function padded(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const bytes = new Uint8Array(Math.ceil((length + 9) / BLOCK) * BLOCK)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  bytes[length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 8, Math.floor(length / 2 ** 29))
  view.setUint32(bytes.length - 4, length << 3)
  return bytes
}

/** Made once: a hash is worked out without waiting, so that no two use it at the same time. */
const schedule = new Int32Array(64)

/** Section 6.2.2, step 1. */
function prepare(bytes: Uint8Array, start: number): void {
  for (let t = 0, at = start; t < 16; t++, at += 4)
    schedule[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  for (let t = 16; t < 64; t++) {
    const two = schedule[t - 2]!
    const fifteen = schedule[t - 15]!
    const small1 = ((two >>> 17) | (two << 15)) ^ ((two >>> 19) | (two << 13)) ^ (two >>> 10)
    const small0 = ((fifteen >>> 7) | (fifteen << 25)) ^ ((fifteen >>> 18) | (fifteen << 14)) ^ (fifteen >>> 3)
    schedule[t] = (small1 + schedule[t - 7]! + small0 + schedule[t - 16]!) | 0
  }
}

/** Section 6.2.2, steps 2 to 4. Rotations are written out: verifying hashes a hundred million words. */
function compress(state: Int32Array, bytes: Uint8Array, start: number): void {
  prepare(bytes, start)
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let t = 0; t < 64; t++) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const one = (h + big1 + ((e & f) ^ (~e & g)) + K[t]! + schedule[t]!) | 0
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

/** Sections 4.2.2 and 5.3.3: the first 32 bits of the fractional parts of roots of the first primes. */
const PRIMES = primes(64)
const K = Int32Array.from(PRIMES, (prime) => fraction(prime, 3))
const FIRST = PRIMES.slice(0, 8).map((prime) => fraction(prime, 2))

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n)
  return found
}

/** Whole numbers only, since a double has too few bits for every cube root. */
function fraction(prime: number, root: 2 | 3): number {
  const target = BigInt(prime) << BigInt(32 * root)
  let low = 0n
  let high = 1n << 36n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** BigInt(root) <= target) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn)
}
