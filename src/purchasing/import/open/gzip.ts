/** Unpacks gzip as it streams. */
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { damaged, limited, type Limits } from './limits.js'

/** Stops where the file grows too much, is cut off or damaged. */
export async function* unpacked(packed: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Uint8Array, void> {
  let taken = 0
  const counted = async function* () {
    for await (const part of packed) {
      taken += part.length
      yield part
    }
  }
  const gunzip = createGunzip()
  // Its errors arrive through the gunzip, which we read.
  pipeline(Readable.from(counted(), { objectMode: false }), gunzip, () => undefined)
  try {
    yield* limited(gunzip, limits, () => taken)
  } catch (error) {
    throw isZlib(error) ? damaged() : error
  }
}

const isZlib = (error: unknown): boolean => String((error as { code?: unknown } | undefined)?.code).startsWith('Z_')
