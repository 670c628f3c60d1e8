/** A stranger who knows the key finds every change to what is served: a byte at a time, without a database. */
import { beforeAll, describe, expect, test } from 'vitest'
import { refused } from '../kit/refuse.js'
import { newSigningKey, signerFrom } from './note.js'
import { servedOf } from './testing/serving.js'
import { HASH_BYTES } from './tiles.js'
import { verifyRecord } from './verifying.js'

const signer = signerFrom(newSigningKey('town.example/record'))!
const entriesOf = (size: number) => Array.from({ length: size }, (_, at) => Uint8Array.of(at & 255, at >> 8))

/** Whether the record is found wanting when it is served with one bit of one byte the other way. */
async function isFound(served: ReadonlyMap<string, Uint8Array>, path: string, place: number): Promise<boolean> {
  const changed = Uint8Array.from(served.get(path)!)
  changed[place] = changed[place]! ^ (1 << (place & 7))
  const read = (asked: string) => Promise.resolve(asked === path ? changed : served.get(asked))
  return refused(await verifyRecord(read, { vkey: signer.vkey }))
}

async function unfound(served: ReadonlyMap<string, Uint8Array>, path: string, places: readonly number[]) {
  const missed: string[] = []
  for (const place of places) if (!(await isFound(served, path, place))) missed.push(`${path}, byte ${place}`)
  return missed
}
const all = (bytes: Uint8Array): number[] => [...bytes.keys()]
/** A place in each hash, another from hash to hash. */
const oneInEach = (hashes: Uint8Array): number[] =>
  Array.from({ length: hashes.length / HASH_BYTES }, (_, at) => at * HASH_BYTES + (at % HASH_BYTES))

describe.each([1, 9, 257])('a record of %i', (size) => {
  let served: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    served = await servedOf(entriesOf(size), signer)
  })

  test('is believed as it is', async () => {
    expect(await verifyRecord((path) => Promise.resolve(served.get(path)))).toMatchObject({ size, vkey: signer.vkey })
  })

  // Of a full tile one in every hash: each takes the whole record anew.
  test('is not with a byte changed anywhere', async () => {
    for (const [path, bytes] of served) {
      if (path === 'key') continue
      const places = path === 'tile/0/000' ? oneInEach(bytes) : all(bytes)
      expect(await unfound(served, path, places)).toEqual([])
    }
  })

  test('is not with a byte more or less, or without a part of it', async () => {
    for (const [path, bytes] of served) {
      if (path === 'key') continue
      for (const other of [Buffer.concat([bytes, Uint8Array.of(0)]), bytes.subarray(0, -1), undefined]) {
        const read = (asked: string) => Promise.resolve(asked === path ? other : served.get(asked))
        expect(refused(await verifyRecord(read, { vkey: signer.vkey })), `${path}, ${other?.length}`).toBe(true)
      }
    }
  })
})
