/** An archive written from its first byte to its last: what a file weighs is told after it (APPNOTE 4.3.9). */
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly text: Iterable<string> | AsyncIterable<string>
}
interface Written {
  readonly name: Buffer
  readonly offset: number
  readonly sum: number
  readonly packed: number
  readonly plain: number
}

export async function* zipped(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array, void> {
  const all: Written[] = []
  let at = 0
  for await (const { name, text } of entries) {
    const head = localHead(Buffer.from(name))
    yield head
    const one = { name: Buffer.from(name), offset: at, sum: 0, packed: 0, plain: 0 }
    for await (const bytes of Readable.from(inBlocks(text, one)).pipe(createDeflateRaw())) {
      one.packed += (bytes as Buffer).length
      yield bytes as Buffer
    }
    const tail = weights(one)
    yield tail
    at += head.length + one.packed + tail.length
    all.push(one)
  }
  yield directory(all, at)
}

const BLOCK = 64 * 1024

/** The bytes of a text, some thousands of signs at a time, counted as they pass. */
async function* inBlocks(text: Entry['text'], count: { sum: number; plain: number }): AsyncGenerator<Buffer, void> {
  let block = ''
  const counted = (): Buffer => {
    const bytes = Buffer.from(block)
    block = ''
    count.sum = crc32(bytes, count.sum)
    count.plain += bytes.length
    return bytes
  }
  for await (const part of text) {
    block += part
    if (block.length > BLOCK) yield counted()
  }
  if (block) yield counted()
}

/** Deflated; weights follow the bytes; names in UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1 January 1980, since a file made on demand has no time of its own. */
const NO_DAY = 0x21

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(NO_DAY, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function weights({ sum, packed, plain }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(sum, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(plain, 12)
  return tail
}

/** Four gigabytes are its limit, which five million lines do not reach. */
function directory(all: readonly Written[], offset: number): Buffer {
  const listed = Buffer.concat(all.map(centralHead))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(all.length, 8)
  end.writeUInt16LE(all.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([listed, end])
}

function centralHead({ name, offset, sum, packed, plain }: Written): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(DEFLATED, 10)
  head.writeUInt16LE(NO_DAY, 14)
  head.writeUInt32LE(sum, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(plain, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name])
}
