/**
 * The door of every import: what a file is, told by its bytes, and the way to read it. Files may be packed; whatever is
 * no table, invoice or archive is refused by what it is, with a way out.
 */
import { refuse, refused, type Refusal } from '../../../kit/refuse.js'
import { say } from '../../../kit/words/index.js'
import { bytesOf, type Source } from '../source.js'
import { openTable, type Table } from '../table.js'
import { unpacked } from './gzip.js'
import { kindOf, type Foreign } from './kind.js'
import { damaged, limited, LIMITS, Stopped, type Limits } from './limits.js'
import { openSheet } from './spreadsheet.js'
import { workbookIn } from './workbook.js'
import { rootOf, type Root } from './xml.js'
import { openZip, type Zip } from './zip.js'

export { LIMITS, Stopped, type Limits } from './limits.js'
export { readXml, localName, type Attributes, type Root, type XmlEvents } from './xml.js'

/** To be closed when it is not read to its end; closing twice does no harm. */
export type Opened = OpenedTable | OpenedXml | OpenedArchive
export interface OpenedTable {
  readonly kind: 'table'
  readonly table: Table
  close(): Promise<void>
}
export interface OpenedXml {
  readonly kind: 'xml'
  readonly root: Root
  /** In the document's own encoding, which `readXml` knows of. */
  readonly bytes: AsyncIterable<Uint8Array>
  close(): Promise<void>
}
export interface OpenedArchive {
  readonly kind: 'archive'
  readonly size: number
  /** Each is to be read before the next is asked for. */
  readonly entries: AsyncIterable<Source>
  close(): Promise<void>
}

export interface Opening {
  readonly limits?: Limits
  /** Sees the bytes as they are read, packed as they are; what it throws is thrown on. */
  readonly watch?: (bytes: Uint8Array) => void
  /** The sheet that a person chose. */
  readonly sheet?: string
}

/** Throws what the reading throws: `BrokenSource` where bytes stop coming. Its tables and entries throw `Stopped` too. */
export async function openSource(
  source: Source,
  { limits = LIMITS, watch, sheet }: Opening = {},
): Promise<Opened | Refusal> {
  try {
    const bytes = watched(limited(bytesOf(source), limits), watch)
    return await opened(bytes, source.depth ?? 0, limits, sheet)
  } catch (error) {
    if (error instanceof Stopped) return error.refusal
    throw error
  }
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  watch?: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const part of bytes) {
    watch?.(part)
    yield part
  }
}

type Bytes = AsyncGenerator<Uint8Array, void>

async function opened(bytes: Bytes, depth: number, limits: Limits, sheet?: string): Promise<Opened | Refusal> {
  const { first, all } = await looked(bytes)
  const kind = kindOf(first)
  const close = async () => void (await bytes.return())
  const leave = async (answer: Refusal) => {
    await close()
    return answer
  }
  if (kind === 'text') return asOpened(await openTable(all))
  if (kind === 'xml') {
    const root = await rootOrClose(first, limits, close)
    return { kind, root, bytes: all, close }
  }
  if (kind === 'empty') return leave(refuse(say('purchasing.import.table.empty')))
  if (kind !== 'gzip' && kind !== 'zip') return leave(foreign(kind))
  if (kind === 'gzip' && depth >= limits.depth) return leave(tooDeep(limits))
  if (kind === 'gzip') return opened(unpacked(all, limits), depth + 1, limits, sheet)
  return openedZip(await openZip(all, limits), depth, limits, sheet)
}

const LOOK = 64 * 1024

/** The first bytes, and all of them again from the start. */
async function looked(bytes: Bytes): Promise<{ first: Uint8Array; all: Bytes }> {
  const parts: Uint8Array[] = []
  for (let size = 0; size < LOOK; size += parts.at(-1)!.length) {
    const next = await bytes.next()
    if (next.done) break
    parts.push(next.value)
  }
  const all = async function* () {
    try {
      yield* parts.splice(0)
      yield* bytes
    } finally {
      await bytes.return()
    }
  }
  return { first: Buffer.concat(parts), all: all() }
}

const asOpened = (table: Table | Refusal): OpenedTable | Refusal =>
  refused(table) ? table : { kind: 'table', table, close: () => table.close() }

async function rootOrClose(first: Uint8Array, limits: Limits, close: () => Promise<void>): Promise<Root> {
  try {
    const root = rootOf(first, limits)
    if (root) return root
    throw damaged()
  } catch (error) {
    await close()
    throw error
  }
}

const tooDeep = ({ depth }: Limits): Refusal => refuse(say('purchasing.import.open.depth', { most: depth }))
const foreign = (kind: Foreign): Refusal => refuse(say('purchasing.import.open.foreign', { kind }), 415)

async function openedZip(zip: Zip, depth: number, limits: Limits, sheet?: string): Promise<Opened | Refusal> {
  const close = async () => zip.close()
  try {
    const answer = await openedParts(zip, depth, limits, sheet)
    if (refused(answer)) zip.close()
    return answer
  } catch (error) {
    await close()
    throw error
  }
}

async function openedParts(zip: Zip, depth: number, limits: Limits, sheet?: string): Promise<Opened | Refusal> {
  const names = new Set(zip.parts.map(({ name }) => name))
  const other = otherDocument(names)
  if (other) return foreign(other)
  const book = names.has('[Content_Types].xml') ? await workbookIn(zip, limits) : undefined
  if (book) return asOpened(await openSheet(zip, book, limits, sheet))
  if (depth >= limits.depth) return tooDeep(limits)
  const files = zip.parts.filter(({ name }) => !isLitter(name))
  if (files.length === 0) return refuse(say('purchasing.import.open.emptyArchive'))
  return {
    kind: 'archive',
    size: files.length,
    entries: entriesOf(zip, files, depth + 1),
    close: async () => zip.close(),
  }
}

function otherDocument(names: ReadonlySet<string>): Foreign | undefined {
  if (names.has('xl/workbook.bin')) return 'binaryWorkbook'
  if (names.has('mimetype') && names.has('content.xml')) return 'openDocument'
  return names.has('word/document.xml') || names.has('ppt/presentation.xml') ? 'document' : undefined
}

/** What systems leave in archives beside the files. */
const isLitter = (name: string): boolean => name.split('/').some((step) => step.startsWith('.') || step === '__MACOSX')

async function* entriesOf(zip: Zip, files: Zip['parts'], depth: number): AsyncGenerator<Source, void> {
  try {
    for (const { name, size, read } of files) yield { name, size, read, depth }
  } finally {
    zip.close()
  }
}
