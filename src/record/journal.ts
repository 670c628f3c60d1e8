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
}
export const NOTHING_KEPT: Kept = { entries: 0, signed: { size: 0, root: EMPTY_ROOT } }

/** A line that a killed process left half written is cut away. Throws, with the line, where the file is not a journal. */
export async function readJournal(file: string): Promise<Kept> {
  cutTornLine(file)
  let kept = NOTHING_KEPT
  for await (const { line, number } of linesOf(file)) {
    const read = lineOf(line)
    if (!read || ('entry' in read && read.number !== kept.entries) || ('root' in read && read.size > kept.entries)) {
      throw new Error(`Line ${number} of ${file} is not the record's`)
    }
    kept = 'entry' in read ? { ...kept, entries: kept.entries + 1 } : { ...kept, signed: read }
  }
  return kept
}

/** The exact bytes of the entries from a number on, in order. */
export async function* entriesKept(file: string, from: number): AsyncGenerator<Uint8Array, void> {
  for await (const { line } of linesOf(file)) {
    const read = lineOf(line)
    if (read && 'entry' in read && read.number >= from) yield read.entry
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

type Line = { readonly number: number; readonly entry: Uint8Array } | { readonly size: number; readonly root: Hash }

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

async function* linesOf(file: string): AsyncGenerator<{ readonly line: string; readonly number: number }, void> {
  if (!existsSync(file)) return
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    yield { line, number: ++number }
}

/** The longest line is an entry's: four characters for three bytes, and its number. */
const LONGEST_LINE = 100_000

/** The last line, without its end, was being written when the process was killed: nothing that rests on it was signed. */
function cutTornLine(file: string): void {
  if (!existsSync(file)) return
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
