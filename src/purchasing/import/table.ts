/** Opens a tabular text file as a stream: finds its encoding, separator and header, and gives its rows. */
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import type { Head, Row } from './statement.js'
import { Decoding, isBinary, textOf, type Encoding } from './table/encoding.js'
import { headerAt, lineEndOf, SEPARATOR_LINE, separatorOf, type Separator } from './table/layout.js'
import { Columns, isBlank, oneByOne, TableRow } from './table/row.js'
import { Splitter, type TextRecord } from './table/splitter.js'

export { BrokenTable } from './table/splitter.js'
export type { Encoding } from './table/encoding.js'
export type { Separator } from './table/layout.js'

const LOOK = 64 * 1024
/** How many rows are read before any is given: the header is found among them, and forms are judged by them. */
export const FIRST_ROWS = 2000
export const FIRST_SIGNS = 4_000_000
export const MOST_COLUMNS = 500

export interface Table {
  readonly head: Head
  /** As far as is known: a file that begins in plain ASCII may show itself later as windows-1252. */
  readonly encoding?: Encoding
  readonly separator?: Separator
  /** Of a spreadsheet, the sheet that is read. */
  readonly sheet?: string
  /** What is worth knowing of how it was read, such as titles above the header. More may come as the rows are read. */
  readonly notes: readonly Message[]
  /** The first rows, to judge by. They come in `rows` too. */
  readonly first: readonly Row[]
  /** The rows, many at a time. These or `rows`, and once. */
  readonly batches: AsyncIterable<readonly Row[]>
  readonly rows: AsyncIterable<Row>
  /** For who does not read the rows to their end. */
  close(): Promise<void>
}

export async function openTable(input: AsyncIterable<Uint8Array>): Promise<Table | Refusal> {
  const source = input[Symbol.asyncIterator]()
  const first = await firstBytes(source)
  const decoding = new Decoding(first)
  const start = textOf(first)
  const splitter = new Splitter(separatorOf(start), lineEndOf(start))
  const batches = records(splitter, decoding.utf8(joined(first, source)))
  const close = async () => {
    await batches.return()
    await source.return?.()
  }
  const laid = await laidOutOrClosed(first, batches, close)
  if (refused(laid)) return laid
  const begun = rowsOf(laid.rest, laid.columns)
  const all = rowsIn(begun, batches, laid.columns)
  return {
    head: { columns: laid.columns.names },
    get encoding() {
      return decoding.encoding
    },
    separator: splitter.separator,
    notes: laid.notes,
    first: begun,
    batches: all,
    rows: oneByOne(all),
    close,
  }
}

async function laidOutOrClosed(
  first: Buffer,
  batches: AsyncIterator<TextRecord[], void>,
  close: () => Promise<void>,
): Promise<Laid<TextRecord> | Refusal> {
  let answer: Laid<TextRecord> | Refusal | undefined
  try {
    answer = isForeign(first) ? refuse(say('purchasing.import.table.binary'), 415) : laidOut(await firstOf(batches))
    return answer
  } finally {
    if (!answer || refused(answer)) await close()
  }
}

/** A header and the records after it. */
export interface Laid<R> {
  readonly columns: Columns
  readonly notes: readonly Message[]
  readonly rest: readonly R[]
}

/** Finds the header among a table's first records, which are all of them in a small table. */
export function laidOut<R extends Pick<TextRecord, 'cells' | 'line'>>(first: readonly R[]): Laid<R> | Refusal {
  const at = headerAt(first.map(({ cells }) => cells))
  const header = first[at]
  if (!header) return refuse(say('purchasing.import.table.empty'))
  const columns = new Columns(header.cells)
  if (columns.names.length > MOST_COLUMNS)
    return refuse(say('purchasing.import.table.columns', { most: MOST_COLUMNS, columns: columns.names.length }))
  if (columns.names.length < 2) return refuse(say('purchasing.import.table.oneColumn'))
  const notes = at > 0 ? [say('purchasing.import.table.preamble', { rows: at, line: header.line })] : []
  return { columns, notes, rest: first.slice(at + 1) }
}

const isForeign = (first: Buffer): boolean =>
  isBinary(first) || /^(%PDF|PK\x03\x04)/.test(first.toString('latin1', 0, 4))

async function firstBytes(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  while (size < LOOK) {
    const next = await source.next()
    if (next.done) break
    chunks.push(next.value)
    size += next.value.length
  }
  return Buffer.concat(chunks)
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* records(splitter: Splitter, text: AsyncIterable<Buffer>): AsyncGenerator<TextRecord[], void, void> {
  let isStart = true
  for await (const part of text) {
    const found = splitter.take(part)
    if (isStart && found[0] && SEPARATOR_LINE.test(found[0].original)) found.shift()
    isStart &&= found.length === 0
    yield found
  }
  yield splitter.last()
}

async function firstOf(batches: AsyncIterator<TextRecord[], void>): Promise<TextRecord[]> {
  const found: TextRecord[] = []
  let signs = 0
  while (found.length < FIRST_ROWS && signs < FIRST_SIGNS) {
    const next = await batches.next()
    if (next.done) break
    for (const record of next.value) if (!isBlank(record.cells)) found.push(record)
    signs += next.value.reduce((sum, { original }) => sum + original.length, 0)
  }
  return found
}

async function* rowsIn(
  begun: readonly Row[],
  batches: AsyncIterable<readonly TextRecord[]>,
  columns: Columns,
): AsyncGenerator<readonly Row[], void> {
  yield begun
  for await (const batch of batches) yield rowsOf(batch, columns)
}

const rowsOf = (records: readonly TextRecord[], columns: Columns): Row[] =>
  records
    .filter(({ cells }) => !isBlank(cells))
    .map((record) => new TableRow(record.line, record.cells, columns, record.original, isCut(record, columns)))

/** In a last row without its line's end: a quotation mark left open, fewer cells than the header, or half a character. */
const isCut = ({ end, cells, original }: TextRecord, { names }: Columns): boolean =>
  end === 'quoted' || (end === 'open' && (cells.length < names.length || original.endsWith('\uFFFD')))
