/** A ZIP archive in memory (APPNOTE 6.3.10): each file deflated, and dated 1980, so that the bytes are the same every time. */
import { crc32, deflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Bit 11: names are UTF-8. */
const UTF8 = 0x0800
const DEFLATED = 8
/** 1 January 1980, the first day the format can say. */
const DATE = 0x0021
const FAST = { level: 1 }

export function zip(files: Iterable<readonly [name: string, text: string]>): Uint8Array {
  const bodies: Buffer[] = []
  const index: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes, FAST)
    const file = described(bytes, packed.length, Buffer.byteLength(name))
    const body = [numbers([4, LOCAL]), file, Buffer.from(name), packed]
    index.push(
      numbers([4, CENTRAL], [2, VERSION]),
      file,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      Buffer.from(name),
    )
    bodies.push(...body)
    at += body.reduce((sum, { length }) => sum + length, 0)
  }
  const listed = Buffer.concat(index)
  const count = index.length / 4
  const end = numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, at], [2, 0])
  return Buffer.concat([...bodies, listed, end])
}

/** What stands both before a file and in the index. */
const described = (bytes: Buffer, packed: number, name: number): Buffer =>
  numbers(
    [2, VERSION],
    [2, UTF8],
    [2, DEFLATED],
    [2, 0],
    [2, DATE],
    [4, crc32(bytes)],
    [4, packed],
    [4, bytes.length],
    [2, name],
    [2, 0],
  )

function numbers(...fields: (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const all = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of fields) at = all.writeUIntLE(value, at, bytes)
  return all
}
