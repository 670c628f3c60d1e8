/** Opens a tabular text file as a stream: finds its encoding and separator, and gives its header and its rows. */
import { Readable, pipeline } from 'node:stream'
import { parse, type Info } from 'csv-parse'
import iconv from 'iconv-lite'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import type { Head, Row } from './statement.js'

const LOOK = 64 * 1024
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Separator = ',' | ';' | '\t'

export interface Table {
  readonly head: Head
  /** As far as is known: a file that begins in plain ASCII may show itself later as windows-1252. */
  readonly encoding: Encoding
  readonly separator: Separator
  readonly rows: AsyncIterable<Row>
}

interface Parsed {
  readonly record: readonly string[]
  readonly line: number
  readonly original: string
}

/** The table breaks off in a way that leaves the rest unreadable. */
export class BrokenTable extends Error {
  constructor(
    readonly line: number,
    cause: Error,
  ) {
    super(`The table cannot be read at line ${line}: ${cause.message}`, { cause })
  }
}

export async function openTable(input: AsyncIterable<Uint8Array>): Promise<Table | Refusal> {
  const source = input[Symbol.asyncIterator]()
  const first = await firstBytes(source)
  const leave = async (answer: Refusal) => {
    await source.return?.()
    return answer
  }
  if (first.length === 0) return leave(refuse(say('purchasing.import.table.empty')))
  const decoder = decoderFor(first)
  if (isBinary(first, decoder.encoding)) return leave(refuse(say('purchasing.import.table.binary'), 415))
  const start = iconv.decode(first, decoder.encoding)
  const named = SEPARATOR_LINE.exec(start)
  const separator = named ? (named[1] as Separator) : separatorOf(start)
  const end = new End()
  const records = parsed(end.watch(without(named?.[0], decoder.text(first, source))), separator, named ? 1 : 0)
  const header = await records.next()
  if (header.done) return refuse(say('purchasing.import.table.empty'))
  const columns = header.value.record.map((name) => name.trim())
  if (columns.length < 2) {
    await records.return(undefined)
    return refuse(say('purchasing.import.table.oneColumn'))
  }
  return {
    head: { columns },
    get encoding() {
      return decoder.encoding
    },
    separator,
    rows: rowsOf(records, columns, end),
  }
}

/** Spreadsheets write their separator on a line of its own. */
const SEPARATOR_LINE = /^\uFEFF?sep=([,;\t])\r?\n/i

async function* without(line: string | undefined, text: AsyncIterable<string>): AsyncGenerator<string> {
  let left = line
  for await (const part of text) {
    yield left ? part.replace(left, '') : part
    left = undefined
  }
}

/** Remembers how a text ended: without a line's end its last row may be cut. */
class End {
  open = false
  async *watch(text: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const part of text) {
      if (part !== '') this.open = !/[\r\n]$/.test(part)
      yield part
    }
  }
}

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

function isBinary(bytes: Buffer, encoding: Encoding): boolean {
  const magic = bytes.subarray(0, 4).toString('latin1')
  if (magic === '%PDF' || magic === 'PK\u0003\u0004') return true
  return !encoding.startsWith('utf-16') && bytes.includes(0)
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)

/** A character cut off at the end of what we hold is no fault. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Plain ASCII decides nothing: the first bytes beyond it do. */
function decoderFor(first: Buffer) {
  const mark = first.subarray(0, 2).toString('hex')
  const utf16 = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : undefined
  let encoding: Encoding = utf16 ?? (isUtf8(first) ? 'utf-8' : 'windows-1252')
  let decided = utf16 !== undefined || !isAscii(first)
  /** False when these bytes show that it is another encoding than was thought. */
  const decide = (bytes: Uint8Array): boolean => {
    if (decided || isAscii(bytes)) return true
    decided = true
    if (isUtf8(bytes)) return true
    encoding = 'windows-1252'
    return false
  }
  return {
    get encoding() {
      return encoding
    },
    async *text(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<string> {
      let decoder = iconv.getDecoder(encoding)
      try {
        yield decoder.write(head)
        for (let next = await rest.next(); !next.done; next = await rest.next()) {
          if (!decide(next.value)) decoder = iconv.getDecoder(encoding)
          yield decoder.write(Buffer.from(next.value))
        }
        yield decoder.end() ?? ''
      } finally {
        await rest.return?.()
      }
    },
  }
}

function separatorOf(text: string): Separator {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let quoted = false
  for (const sign of text.replace(/^[\uFEFF\s]+/, '')) {
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '\n' || sign === '\r') break
    else if (sign === ',' || sign === ';' || sign === '\t') counts[sign] += 1
  }
  if (counts['\t'] > counts[';'] && counts['\t'] > counts[',']) return '\t'
  return counts[';'] > counts[','] ? ';' : ','
}

async function* parsed(
  text: AsyncIterable<string>,
  separator: Separator,
  linesBefore: number,
): AsyncGenerator<Parsed, void> {
  const parser = parse({
    delimiter: separator,
    info: true,
    raw: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  })
  // Its errors arrive through the parser, which we read.
  pipeline(Readable.from(text), parser, () => undefined)
  try {
    let overcounted = 0
    for await (const one of parser) {
      const { record, info, raw } = one as { record: string[]; info: Info; raw: string }
      const original = raw.replace(/^[\r\n]+|[\r\n]+$/g, '')
      const breaks = original.match(/[\r\n]/g)?.length ?? 0
      yield { record, line: linesBefore + info.lines - overcounted - breaks, original }
      // The parser counts a CRLF inside quotes as two lines.
      overcounted += original.match(/\r\n/g)?.length ?? 0
    }
  } catch (error) {
    throw isFault(error) ? new BrokenTable(linesBefore + parser.info.lines, error) : error
  }
}

const isFault = (error: unknown): error is Error =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('CSV_')

/** One row is held back until it is known whether the file goes on after it. */
async function* rowsOf(
  records: AsyncGenerator<Parsed, void>,
  columns: readonly string[],
  end: End,
): AsyncGenerator<Row> {
  let held: Row | undefined
  for await (const { record, line, original } of records) {
    if (record.every((cell) => cell.trim() === '')) continue
    if (held) yield held
    const values = new Map<string, string>()
    columns.forEach((name, place) => {
      if (name && !values.has(name)) values.set(name, (record[place] ?? '').trim())
    })
    held = { line, values, original, cells: record }
  }
  if (held) yield end.open && isCut(held, columns) ? { ...held, cut: true } : held
}

/** Fewer cells than the header, or half a character at the end. */
const isCut = ({ cells, original }: Row, columns: readonly string[]): boolean =>
  cells.length < columns.length || original.endsWith('\uFFFD')
