/** Which encoding a text file is in, and its bytes as UTF-8 whichever it was. */
import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macroman' | 'cp850'

/**
 * Plain ASCII decides nothing: the first bytes beyond it do, however late they come. What is not UTF-8 is windows-1252,
 * unless its letters can only be those of an older machine.
 */
export class Decoding {
  encoding: Encoding
  #decided: boolean

  constructor(first: Uint8Array) {
    const wide = wideEncodingOf(first)
    this.encoding = wide ?? narrowEncodingOf(first)
    this.#decided = wide !== undefined || !isAscii(first)
  }

  /** Without a byte order mark. A character may be cut between two parts. */
  async *utf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    let decoder: iconv.DecoderStream | undefined
    let isFirst = true
    for await (const part of bytes) {
      this.#decide(part)
      if (this.encoding !== 'utf-8') decoder ??= iconv.getDecoder(this.encoding)
      const text = decoder ? Buffer.from(decoder.write(bufferOf(part))) : bufferOf(part)
      yield isFirst ? withoutMark(text) : text
      isFirst = false
    }
    yield Buffer.from(decoder?.end() ?? '')
  }

  #decide(bytes: Uint8Array): void {
    if (this.#decided || isAscii(bytes)) return
    this.#decided = true
    this.encoding = narrowEncodingOf(bytes)
  }
}

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
const withoutMark = (bytes: Buffer) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

/** The first bytes as text, for a look. */
export const textOf = (first: Uint8Array): string =>
  iconv.decode(bufferOf(first), wideEncodingOf(first) ?? narrowEncodingOf(first))

/** Bytes that no text in the encoding found would hold. */
export const isBinary = (first: Uint8Array): boolean => !wideEncodingOf(first) && first.includes(0)

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)

/** By its mark, or by every other byte being nought, as it is in a wide text of mostly Latin letters. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, 2000) >> 1
  const noughts = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) noughts[at % 2]!++
  const [high, low] = [noughts[0]! / pairs, noughts[1]! / pairs]
  if (pairs < 4 || (high > 0.1 && low > 0.1)) return undefined
  return low > 0.8 ? 'utf-16le' : high > 0.8 ? 'utf-16be' : undefined
}

/** A character cut off at the end of what we hold is no fault. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The bytes of å, ä and ö. In windows-1252 those of the older encodings are signs that do not stand between letters. */
const SWEDISH = {
  'windows-1252': [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6],
  macroman: [0x8c, 0x8a, 0x9a],
  cp850: [0x86, 0x84, 0x94],
} as const
const SURE = 3

function narrowEncodingOf(bytes: Uint8Array): Encoding {
  if (isUtf8(bytes)) return 'utf-8'
  const counts = { 'windows-1252': 0, macroman: 0, cp850: 0 }
  const encodings = Object.keys(SWEDISH) as (keyof typeof SWEDISH)[]
  for (let at = 1; at < bytes.length; at++) {
    if (bytes[at]! < 0x80 || !isLetter(bytes[at - 1]) || !isLetter(bytes[at + 1])) continue
    const found = encodings.find((one) => (SWEDISH[one] as readonly number[]).includes(bytes[at]!))
    if (found) counts[found]++
  }
  if (counts['windows-1252'] > 0) return 'windows-1252'
  if (counts.macroman >= SURE && counts.cp850 === 0) return 'macroman'
  return counts.cp850 >= SURE && counts.macroman === 0 ? 'cp850' : 'windows-1252'
}

const isLetter = (byte: number | undefined) => byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte))
