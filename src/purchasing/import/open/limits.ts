/** How much of a file is read before it counts as a mistake or an attack; each limit stops the reading with a sentence. */
import { refuse, type Refusal } from '../../../kit/refuse.js'
import { say, type Message } from '../../../kit/words/index.js'

export interface Limits {
  /** Of a file when it is unpacked. */
  readonly bytes: number
  /** Unpacked to packed, once more than `ratioAfter` bytes have come out. Ledgers pack ten to fifty times. */
  readonly ratio: number
  readonly ratioAfter: number
  /** Packed files in packed files; a workbook does not count. */
  readonly depth: number
  /** Files in an archive or a folder, parts of a workbook. */
  readonly entries: number
  readonly sheets: number
  /** Signs in one cell of a spreadsheet: what spreadsheets themselves allow, and then some. */
  readonly cell: number
  /** Texts that the sheets of a workbook share are held in memory. */
  readonly sharedBytes: number
  readonly xmlDepth: number
  /** Between one tag and the next. Invoices may carry a document as text. */
  readonly xmlRun: number
}

const MEGABYTE = 1024 * 1024
export const LIMITS: Limits = {
  bytes: 2048 * MEGABYTE,
  ratio: 200,
  ratioAfter: 10 * MEGABYTE,
  depth: 2,
  entries: 10_000,
  sheets: 100,
  cell: 100_000,
  sharedBytes: 256 * MEGABYTE,
  xmlDepth: 100,
  xmlRun: 64 * MEGABYTE,
}

/** Thrown while a file is read, when the rest of it must not or cannot be: carries the refusal that ends the import. */
export class Stopped extends Error {
  readonly refusal: Refusal
  constructor(because: Message, status: Refusal['status'] = 422) {
    super(because.key)
    this.refusal = refuse(because, status)
  }
}

export const damaged = (): Stopped => new Stopped(say('purchasing.import.open.damaged'))
export const tooLarge = (most: number): Stopped =>
  new Stopped(say('purchasing.import.open.tooLarge', { megabytes: Math.round(most / MEGABYTE) }), 413)
export const tooPacked = ({ ratio }: Limits): Stopped =>
  new Stopped(say('purchasing.import.open.ratio', { ratio }), 413)

/** Stops a file that is too large, or that grows too much as it is unpacked from `packed` bytes. */
export async function* limited(
  bytes: AsyncIterable<Uint8Array>,
  limits: Limits,
  packed?: () => number,
): AsyncGenerator<Uint8Array, void> {
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > limits.bytes) throw tooLarge(limits.bytes)
    if (packed && isBomb(size, packed(), limits)) throw tooPacked(limits)
    yield part
  }
}

export const isBomb = (size: number, packed: number, { ratio, ratioAfter }: Limits): boolean =>
  size > ratioAfter && size > ratio * packed
