/** Opens a tabular text file as a stream: finds its encoding and separator, and gives its header and its rows. */
import { Readable, pipeline } from 'node:stream'
import { parse, type Info } from 'csv-parse'
import iconv from 'iconv-lite'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import type { Head, Row } from './statement.js'

const LOOK = 64 * 1024
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'
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
  const separator = separatorOf(iconv.decode(first, decoder.encoding))
  const records = parsed(decoder.text(first, source), separator)
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
    rows: rowsOf(records, columns),
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
  return encoding !== 'utf-16le' && bytes.includes(0)
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
  const utf16 = first[0] === 0xff && first[1] === 0xfe
  let encoding: Encoding = utf16 ? 'utf-16le' : isUtf8(first) ? 'utf-8' : 'windows-1252'
  let decided = utf16 || !isAscii(first)
  return {
    get encoding() {
      return encoding
    },
    async *text(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<string> {
      let decoder = iconv.getDecoder(encoding)
      try {
        yield decoder.write(head)
        for (let next = await rest.next(); !next.done; next = await rest.next()) {
          if (!decided && !isAscii(next.value)) {
            decided = true
            if (!isUtf8(next.value)) decoder = iconv.getDecoder((encoding = 'windows-1252'))
          }
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

async function* parsed(text: AsyncIterable<string>, separator: Separator): AsyncGenerator<Parsed, void> {
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
      yield { record, line: info.lines - overcounted - breaks, original }
      // The parser counts a CRLF inside quotes as two lines.
      overcounted += original.match(/\r\n/g)?.length ?? 0
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(`The table cannot be read at line ${parser.info.lines}: ${said}`, { cause: error })
  }
}

async function* rowsOf(records: AsyncGenerator<Parsed, void>, columns: readonly string[]): AsyncGenerator<Row> {
  for await (const { record, line, original } of records) {
    if (record.every((cell) => cell.trim() === '')) continue
    const values = new Map<string, string>()
    columns.forEach((name, place) => {
      if (name && !values.has(name)) values.set(name, (record[place] ?? '').trim())
    })
    yield { line, values, original, cells: record }
  }
}
