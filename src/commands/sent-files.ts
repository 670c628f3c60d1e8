/**
 * Files one after another in a stream of bytes, as a command sends them to the server that has its folder: each is a line
 * of JSON about it, then its bytes in pieces, each with its length before it, and a piece of no length at its end.
 *
 *   00 00 00 1f {"name":"a.csv","size":12}   00 00 00 0c kopare_id,…   00 00 00 00
 */
import type { Bytes } from '../installation/index.js'
import { BrokenSource, type Source } from '../purchasing/index.js'

export async function* sentFiles(sources: readonly Source[]): Bytes {
  for (const { name, size, read } of sources) {
    yield* piece(Buffer.from(JSON.stringify({ name, size })))
    for await (const bytes of read()) if (bytes.length) yield* piece(bytes)
    yield length(0)
  }
}

function* piece(bytes: Uint8Array): Generator<Uint8Array> {
  yield length(bytes.length)
  yield bytes
}

function length(of: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(of)
  return bytes
}

/** Each is to be read before the next is asked for, and once; what is left unread of it is passed over. */
export async function* filesIn(body: Bytes): AsyncGenerator<Source, void> {
  const stream = new Pieces(body)
  for (let head = await stream.piece('may end'); head; head = await stream.piece('may end')) {
    const { name, size } = JSON.parse(Buffer.concat(await all(head)).toString('utf8')) as Pick<Source, 'name' | 'size'>
    const state = { isRead: false as boolean }
    const read = async function* () {
      for (let next = await stream.piece(); next; next = await stream.piece()) yield* next
      state.isRead = true
    }
    const bytes = read()
    // A reader that stops early must not end what the next file comes through.
    const asked = { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) }
    yield { name, ...(size === undefined ? {} : { size }), read: () => asked }
    while (!state.isRead && !(await bytes.next()).done);
    if (!state.isRead) throw new BrokenSource(new Error(`${name} did not come whole`))
  }
}

async function all(bytes: Bytes): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return parts
}

class Pieces {
  readonly #body: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array()

  constructor(body: Bytes) {
    this.#body = body[Symbol.asyncIterator]()
  }

  /** Undefined at the end of a file; where everything may end, at that too. */
  async piece(end?: 'may end'): Promise<Bytes | undefined> {
    const head: Uint8Array[] = []
    for await (const part of this.#bytes(4, end)) head.push(part)
    const bytes = Buffer.concat(head)
    const size = bytes.length ? bytes.readUInt32BE() : 0
    return size ? this.#bytes(size) : undefined
  }

  async *#bytes(count: number, end?: 'may end'): Bytes {
    for (let left = count; left > 0;) {
      if (this.#held.length === 0) {
        const next = await this.#body.next()
        if (next.done && end && left === count) return
        if (next.done) throw new BrokenSource(new Error('The stream ends within a file'))
        this.#held = next.value
      }
      const part = this.#held.subarray(0, left)
      this.#held = this.#held.subarray(part.length)
      left -= part.length
      yield part
    }
  }
}
