/**
 * Text into records, each with the line it begins on and how it was written. A quotation mark opens a quoted cell only
 * where the cell begins, and closes it only where the cell ends; anywhere else it is a sign like others.
 */
import type { Separator } from './layout.js'

export interface TextRecord {
  readonly line: number
  readonly cells: readonly string[]
  readonly original: string
  /** The text stops before its line does. */
  readonly isOpen: boolean
}

/** The table breaks off in a way that leaves the rest unreadable. */
export class BrokenTable extends Error {
  constructor(
    readonly line: number,
    because: string,
  ) {
    super(`The table cannot be read at line ${line}: ${because}`)
  }
}

export const LONGEST_RECORD = 1_000_000
const QUOTE = 0x22
const SPACE = 0x20
const NOUGHT = Buffer.alloc(0)

/** Takes UTF-8 in parts, as they come. Records keep no part alive: each is a text of its own. */
export class Splitter {
  #rest: Buffer = NOUGHT
  #line = 1
  readonly #end: number

  constructor(
    readonly separator: Separator,
    readonly lineEnd: '\n' | '\r',
  ) {
    this.#end = lineEnd.charCodeAt(0)
  }

  /** The records that are complete with this part. */
  take(part: Buffer): TextRecord[] {
    const text = this.#rest.length === 0 ? part : Buffer.concat([this.#rest, part])
    const records: TextRecord[] = []
    let at = 0
    let quote = text.indexOf(QUOTE)
    for (let end = text.indexOf(this.#end); end >= 0; end = text.indexOf(this.#end, at)) {
      if (quote >= 0 && quote < at) quote = text.indexOf(QUOTE, at)
      const isPlain = quote < 0 || quote > end
      if (!isPlain) end = this.#endOfQuoted(text, at)
      if (end < 0) break
      this.#push(records, text, at, end, isPlain)
      at = end + 1
    }
    this.#rest = text.subarray(at)
    if (this.#rest.length > LONGEST_RECORD) throw new BrokenTable(this.#line, 'it never ends')
    return records
  }

  /** What is left when the text is over. */
  last(): TextRecord[] {
    const text = this.#rest
    this.#rest = NOUGHT
    const records: TextRecord[] = []
    if (text.length === 0) return records
    if (text.includes(this.#end)) throw new BrokenTable(this.#line, 'a quotation mark is never closed')
    this.#push(records, text, 0, text.length, false, true)
    return records
  }

  #push(records: TextRecord[], text: Buffer, at: number, end: number, isPlain: boolean, isOpen = false): void {
    const before = end > at && this.#end === 0x0a && text[end - 1] === 0x0d ? end - 1 : end
    const line = this.#line++
    if (before === at) return
    const original = text.toString('utf8', at, before)
    if (isPlain) return void records.push({ line, cells: original.split(this.separator), original, isOpen })
    for (let next = text.indexOf(this.#end, at); next >= 0 && next < end; next = text.indexOf(this.#end, next + 1))
      this.#line++
    records.push({ line, cells: cellsOf(original, this.separator), original, isOpen })
  }

  /** Where the record that begins here ends, past the line ends inside its quotes; -1 when that is not known yet. */
  #endOfQuoted(text: Buffer, from: number): number {
    const separator = this.separator.charCodeAt(0)
    let isQuoted = false
    let isCellStart = true
    for (let at = from; at < text.length; at++) {
      const sign = text[at]!
      if (isQuoted) {
        if (sign !== QUOTE) continue
        if (text[at + 1] === QUOTE) at++
        else isQuoted = !closes(text, at + 1, separator)
      } else if (sign === this.#end) return at
      else if (sign === QUOTE) isQuoted = isCellStart
      isCellStart = sign === separator || (isCellStart && sign === SPACE)
    }
    return -1
  }
}

/** Whether nothing but spaces stands between a quotation mark and the end of its cell. */
function closes(text: Buffer, after: number, separator: number): boolean {
  let at = after
  while (text[at] === SPACE) at++
  const sign = text[at]
  return sign === undefined || sign === separator || sign === 0x0a || sign === 0x0d
}

function cellsOf(record: string, separator: Separator): string[] {
  const cells: string[] = []
  for (let at = 0; at <= record.length;) {
    const quote = startOfQuoted(record, at)
    const [cell, end] = quote < 0 ? plainCell(record, at, separator) : quotedCell(record, quote + 1, separator)
    cells.push(cell)
    at = end + 1
  }
  return cells
}

function startOfQuoted(record: string, from: number): number {
  let at = from
  while (record[at] === ' ') at++
  return record[at] === '"' ? at : -1
}

function plainCell(record: string, at: number, separator: Separator): [cell: string, end: number] {
  const found = record.indexOf(separator, at)
  const end = found < 0 ? record.length : found
  return [record.slice(at, end), end]
}

/** A cell that is never closed is the rest of the record: the file is cut there. */
function quotedCell(record: string, from: number, separator: Separator): [cell: string, end: number] {
  let cell = ''
  for (let at = from; ;) {
    const quote = record.indexOf('"', at)
    if (quote < 0) return [cell + record.slice(at), record.length]
    cell += record.slice(at, quote)
    let end = quote + 1
    while (record[end] === ' ') end++
    if (record[quote + 1] !== '"' && isCellEnd(record[end], separator))
      return [cell, plainCell(record, end, separator)[1]]
    cell += '"'
    at = record[quote + 1] === '"' ? quote + 2 : quote + 1
  }
}

const isCellEnd = (sign: string | undefined, separator: Separator): boolean =>
  sign === undefined || sign === separator || sign === '\n' || sign === '\r'
