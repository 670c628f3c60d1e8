/**
 * The record's own file beside its key. Every entry stands in it, byte for byte and on the disk, before a checkpoint that
 * holds it is signed, and so does what is signed. A database restored from an older backup goes on from here.
 *
 *   entry 0 ZmFpcmxhbmUtcmVjb3JkL3YxCnsi…
 *   checkpoint 1 qINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=
 */
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { base64, fromBase64, fromDecimal } from './base64.js'
import { EMPTY_ROOT } from './merkle.js'
import type { Hash } from './sha256.js'
import { HASH_BYTES } from './tiles.js'

export interface Kept {
  /** How many entries stand in it: from 0, without a gap. */
  readonly entries: number
  /** The last one that was signed; of an empty tree before the first. */
  readonly signed: { readonly size: number; readonly root: Hash }
  /** Those that stand after it: on the disk when the process was killed, and not yet signed. */
  readonly unsigned: readonly Uint8Array[]
}
export const NOTHING_KEPT: Kept = { entries: 0, signed: { size: 0, root: EMPTY_ROOT }, unsigned: [] }

/**
 * By its end alone, so that a long record starts as quickly as a short one: a checkpoint stands after all its entries. A
 * line that a killed process left half written is cut away. Throws where what is read is not a journal.
 */
export function readJournal(file: string): Kept {
  if (!existsSync(file)) return NOTHING_KEPT
  cutTornLine(file)
  let signed = NOTHING_KEPT.signed
  const after: EntryLine[] = []
  for (const line of linesFromEnd(file)) {
    const read = lineOf(line)
    if (!read) throw strange(file, line)
    if ('root' in read) {
      signed = read
      break
    }
    after.push(read)
  }
  after.reverse()
  const gap = after.find(({ number }, at) => number !== signed.size + at)
  if (gap) throw strange(file, `entry ${gap.number}`)
  return { entries: signed.size + after.length, signed, unsigned: after.map(({ entry }) => entry) }
}

const strange = (file: string, line: string) =>
  new Error(`${file} is not the record's journal at “${line.slice(0, 40)}”`)

/** The exact bytes of the entries from a number on, in order; the whole file is read. Throws where it has a gap. */
export async function* entriesKept(file: string, from: number): AsyncGenerator<Uint8Array, void> {
  let next = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const read = lineOf(line)
    if (!read || ('root' in read ? read.size : read.number) !== next) throw strange(file, line)
    if ('root' in read) continue
    if (next++ >= from) yield read.entry
  }
}

/** On the disk when it returns. */
export function addToJournal(
  file: string,
  { entries, from, signed }: { entries: readonly Uint8Array[]; from: number; signed: Kept['signed'] | undefined },
): void {
  const lines = entries.map((entry, at) => `entry ${from + at} ${base64Of(entry)}\n`)
  if (signed) lines.push(`checkpoint ${signed.size} ${base64(signed.root)}\n`)
  const isNew = !existsSync(file)
  const handle = openSync(file, 'a', 0o600)
  try {
    writeFileSync(handle, lines.join(''))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (isNew) syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** An entry may be longer than a function takes arguments. */
const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

interface EntryLine {
  readonly number: number
  readonly entry: Uint8Array
}
type Line = EntryLine | Kept['signed']

function lineOf(line: string): Line | undefined {
  const [kind, digits = '', written = '', ...more] = line.split(' ')
  const number = fromDecimal(digits)
  if (number === undefined || more.length) return undefined
  if (kind === 'checkpoint') {
    const root = fromBase64(written, HASH_BYTES)
    return root && { size: number, root }
  }
  const entry = kind === 'entry' ? Buffer.from(written, 'base64') : undefined
  return entry && base64Of(entry) === written ? { number, entry: new Uint8Array(entry) } : undefined
}

const PART = 64 * 1024

/** The last line first. Every line of a journal is ASCII and has its end. */
function* linesFromEnd(file: string): Generator<string, void> {
  const handle = openSync(file, 'r')
  try {
    let rest = ''
    for (let end = statSync(file).size - 1; end > 0; end -= PART) {
      const part = Buffer.alloc(Math.min(PART, end))
      readSync(handle, part, 0, part.length, end - part.length)
      const lines = (part.toString('latin1') + rest).split('\n')
      rest = end > PART ? lines.shift()! : ''
      yield* lines.reverse()
    }
  } finally {
    closeSync(handle)
  }
}

/** The longest line is an entry's: four characters for three bytes, and its number. */
const LONGEST_LINE = 100_000

/** The last line, without its end, was being written when the process was killed: nothing that rests on it was signed. */
function cutTornLine(file: string): void {
  const { size } = statSync(file)
  const tail = Buffer.alloc(Math.min(size, LONGEST_LINE))
  const handle = openSync(file, 'r+')
  try {
    readSync(handle, tail, 0, tail.length, size - tail.length)
    const torn = tail.length - (tail.lastIndexOf(10) + 1)
    if (torn) ftruncateSync(handle, size - torn)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
