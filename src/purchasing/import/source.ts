/** What an import reads: bytes with a name, streamed and never held whole. */
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Stopped } from './open/limits.js'

export interface Source {
  readonly name: string
  /** In bytes; undefined when it is not known beforehand. */
  readonly size?: number
  /** How many packed files it lies in. */
  readonly depth?: number
  /** Of a folder, its files; they are read as those of an archive are, and `read` is not asked for. */
  readonly files?: AsyncIterable<Source>
  readonly read: () => AsyncIterable<Uint8Array>
}

/** The bytes stopped coming: a folder was given, a disk went away, a sender hung up. */
export class BrokenSource extends Error {
  readonly isFolder: boolean
  constructor(cause: unknown) {
    super('The source cannot be read to its end', { cause })
    this.isFolder = (cause as NodeJS.ErrnoException | undefined)?.code === 'EISDIR'
  }
}

/** A form's file comes as one chunk of its whole size, of which all would be taken apart at once. */
const CHUNK = 65_536

/** Throws `BrokenSource` where the source itself fails, and so tells its failures from everyone else's. */
export async function* bytesOf(source: Source): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of source.read())
      for (let at = 0; at < chunk.length; at += CHUNK) yield chunk.subarray(at, at + CHUNK)
  } catch (cause) {
    throw cause instanceof Stopped ? cause : new BrokenSource(cause)
  }
}

/** Throws at once when there is no such file. */
export const sourceOfFile = (path: string, name = basename(path)): Source => ({
  name,
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

/** A folder's files as one source. Each is read before the next is asked for. */
export const sourceOfFiles = (name: string, files: AsyncIterable<Source>): Source => ({
  name,
  files,
  read: async function* () {
    // What it holds stands in its files.
  },
})
