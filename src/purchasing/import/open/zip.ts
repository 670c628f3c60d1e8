/** A ZIP file's parts. It is read at random, so that its bytes first go to a nameless file of our own. */
import { close, createWriteStream, open, stat } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { fromFdPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl'
import { say } from '../../../kit/words/index.js'
import { damaged, isBomb, limited, Stopped, tooLarge, tooPacked, type Limits } from './limits.js'

export interface Part {
  /** As the archive says, without steps upwards or to a root: a label, and never used as a path. */
  readonly name: string
  /** In bytes when unpacked, as the archive says; reading stops where it proves untrue. */
  readonly size: number
  readonly read: () => AsyncGenerator<Uint8Array, void>
}

export interface Zip {
  /** Files only, in the archive's order. */
  readonly parts: readonly Part[]
  close(): void
}

/** Throws `Stopped` where the archive is damaged, locked or a trap. */
export async function openZip(bytes: AsyncIterable<Uint8Array>, limits: Limits): Promise<Zip> {
  const { file, size } = await setAside(bytes)
  const zip = await fromFdPromise(file, { decodeStrings: false, autoClose: false }).catch(async () => {
    await promisify(close)(file)
    throw damaged()
  })
  try {
    const entries = await entriesOf(zip, limits)
    refuseTraps(entries, size, limits)
    const parts = entries.map((entry) => partOf(zip, entry, limits)).filter(({ name }) => name !== '')
    return { parts, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The file has no name once it is open: however the process ends, nothing of it is left. */
async function setAside(bytes: AsyncIterable<Uint8Array>): Promise<{ file: number; size: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlane-unpacking-'))
  try {
    const path = join(folder, 'file')
    await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
    const { size } = await promisify(stat)(path)
    return { file: await promisify(open)(path, 'r'), size }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function entriesOf(zip: ZipFile, limits: Limits): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > limits.entries)
        throw new Stopped(say('purchasing.import.open.entries', { most: limits.entries }), 413)
    }
  } catch (error) {
    throw error instanceof Stopped ? error : damaged()
  }
  return entries
}

/** Parts that share their bytes make more of the archive than it holds. */
function refuseTraps(entries: readonly Entry[], size: number, limits: Limits): void {
  if (entries.some((entry) => entry.isEncrypted())) throw new Stopped(say('purchasing.import.open.locked'))
  if (entries.some((entry) => !entry.canDecodeFileData())) throw new Stopped(say('purchasing.import.open.packing'))
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  const plain = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (packed > size) throw damaged()
  if (isBomb(plain, packed, limits)) throw tooPacked(limits)
  if (plain > limits.bytes) throw tooLarge(limits.bytes)
}

function partOf(zip: ZipFile, entry: Entry, limits: Limits): Part {
  const { generalPurposeBitFlag, fileNameRaw, extraFields, uncompressedSize, compressedSize } = entry
  const written = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  const isFolder = written.endsWith('/')
  return {
    name: isFolder ? '' : labelOf(written),
    size: uncompressedSize,
    async *read() {
      try {
        const stream = await zip.openReadStreamPromise(entry)
        yield* limited(stream, limits, () => compressedSize)
      } catch (error) {
        throw error instanceof Stopped ? error : damaged()
      }
    },
  }
}

const labelOf = (written: string): string =>
  written
    .replace(/\p{Cc}/gu, '')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/')
