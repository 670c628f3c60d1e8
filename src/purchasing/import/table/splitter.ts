/**
 * Text into records, each with the line it begins on and how it was written. A quotation mark opens a quoted cell only
 * where the cell begins, and closes it only where the cell ends; anywhere else it is a sign like others.
 */
import type { Separator } from './layout.js'

export type End = 'whole' | 'open' | 'quoted'
export interface TextRecord {
  readonly line: number
  readonly cells: readonly string[]
  readonly original: string
  /** 'open': the text stops before the line does; 'quoted': even before a quotation mark is closed. */
  readonly end: End
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

const LONGEST_RECORD = 1_000_000
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
      const after =
        quote < 0 || quote > end ? this.#plain(records, text, at, end) : this.#quoted(records, text, at, end)
      if (after < 0) break
      at = after
    }
    this.#rest = text.subarray(at)
    this.#refuseLong(this.#rest.length)
    return records
  }

  /** What is left when the text is over. */
  last(): TextRecord[] {
    const text = this.#rest
    this.#rest = NOUGHT
    if (text.length === 0) return []
    if (text.includes(this.#end)) throw new BrokenTable(this.#line, 'a quotation mark is never closed')
    const original = this.#original(text, 0, text.length)
    const { cells, isOpen } = cellsOf(original, this.separator)
    return [{ line: this.#line, cells, original, end: isOpen ? 'quoted' : 'open' }]
  }

  /** Both give the place after the record. */
  #plain(records: TextRecord[], text: Buffer, at: number, end: number): number {
    const original = this.#original(text, at, end)
    const line = this.#line++
    if (original !== '') records.push({ line, cells: original.split(this.separator), original, end: 'whole' })
    return end + 1
  }

  /** Most quoted records end with their line; -1 when it is not known yet where this one does. */
  #quoted(records: TextRecord[], text: Buffer, at: number, lineEnd: number): number {
    let end = lineEnd
    let original = this.#original(text, at, end)
    let { cells, isOpen } = cellsOf(original, this.separator)
    const line = this.#line
    if (isOpen) {
      end = this.#endOfQuoted(text, at)
      if (end < 0) return end
      original = this.#original(text, at, end)
      ;({ cells, isOpen } = cellsOf(original, this.separator))
      this.#line += original.split(this.lineEnd).length - 1
    }
    this.#line++
    records.push({ line, cells, original, end: 'whole' })
    return end + 1
  }

  #original(text: Buffer, at: number, end: number): string {
    this.#refuseLong(end - at)
    const isWindows = this.lineEnd === '\n' && end > at && text[end - 1] === 0x0d
    return text.toString('utf8', at, isWindows ? end - 1 : end)
  }

  #refuseLong(length: number): void {
    if (length > LONGEST_RECORD) throw new BrokenTable(this.#line, 'its row is too long')
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

/** Open where its last cell's quotation mark is never closed: that cell is then the rest of the record. */
function cellsOf(record: string, separator: Separator): { cells: string[]; isOpen: boolean } {
  const cells: string[] = []
  for (let at = 0; at <= record.length;) {
    const quote = startOfQuoted(record, at)
    const end = quote < 0 ? plainEnd(record, at, separator) : quotedCell(record, quote + 1, separator, cells)
    if (end < 0) return { cells, isOpen: true }
    if (quote < 0) cells.push(record.slice(at, end))
    at = end + 1
  }
  return { cells, isOpen: false }
}

function startOfQuoted(record: string, from: number): number {
  let at = from
  while (record.charCodeAt(at) === SPACE) at++
  return record.charCodeAt(at) === QUOTE ? at : -1
}

function plainEnd(record: string, at: number, separator: Separator): number {
  const end = record.indexOf(separator, at)
  return end < 0 ? record.length : end
}

/** Adds the cell and gives its end; -1 when it has none. */
function quotedCell(record: string, from: number, separator: Separator, cells: string[]): number {
  let cell = ''
  for (let at = from; ;) {
    const quote = record.indexOf('"', at)
    if (quote < 0) {
      cells.push(cell + record.slice(at))
      return -1
    }
    cell += record.slice(at, quote)
    const isDoubled = record.charCodeAt(quote + 1) === QUOTE
    const end = isDoubled ? -1 : endAfterQuote(record, quote + 1, separator)
    if (end >= 0) {
      cells.push(cell)
      return end
    }
    cell += '"'
    at = quote + (isDoubled ? 2 : 1)
  }
}

/** Where the cell ends if nothing but spaces follows its quotation mark; -1 when more does. */
function endAfterQuote(record: string, after: number, separator: Separator): number {
  let at = after
  while (record.charCodeAt(at) === SPACE) at++
  const sign = record[at]
  if (sign === undefined || sign === separator) return at
  return sign === '\n' || sign === '\r' ? plainEnd(record, at, separator) : -1
}
