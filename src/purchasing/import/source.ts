/** What an import reads: bytes with a name, streamed and never held whole. */
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'

export interface Source {
  readonly name: string
  /** In bytes; undefined when it is not known beforehand. */
  readonly size?: number
  readonly read: () => AsyncIterable<Uint8Array>
}

/** Throws at once when there is no such file. */
export const sourceOfFile = (path: string): Source => ({
  name: basename(path),
  size: statSync(path).size,
  read: () => createReadStream(path),
})

export const sourceOfBytes = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  read: async function* () {
    yield bytes
  },
})
