/** The tree against the RFC's own definition, worked out naively with Node's SHA-256. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as merkle from './merkle.js'
import { sha256 } from './sha256.js'
import { bundleOf, entriesIn, parseTilePath, tilePath, tilesOf, treeIn, widthIn } from './tiles.js'

const hash = (...parts: Uint8Array[]) => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return new Uint8Array(made.digest())
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 65_535])('SHA-256 of %i bytes is Node’s', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256)
  expect(hex(sha256(bytes))).toBe(hex(hash(bytes)))
})

test('SHA-256 of any parts is that of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (parts) => {
      expect(hex(sha256(...parts))).toBe(hex(hash(...parts)))
    }),
  )
})

/** RFC 6962, section 2.1, to the letter. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return leaves[0]!
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hash(Uint8Array.of(1), naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)))
}

const LEAVES = Array.from({ length: 66_000 }, (_, at) => merkle.leafHash(new TextEncoder().encode(`entry ${at}`)))

/** Tiles of the first `size` leaves, made naively: a tile's hash is the root of the full tile below. */
const levels = [LEAVES]
while (levels.at(-1)!.length >= 256) {
  const below = levels.at(-1)!
  levels.push(
    Array.from({ length: Math.floor(below.length / 256) }, (_, at) => naiveRoot(below.slice(at * 256, at * 256 + 256))),
  )
}
const treeOf = (size: number) =>
  treeIn(({ level, index, width }) => {
    expect(width).toBe(widthIn({ level, index }, size))
    return Promise.resolve(Buffer.concat(levels[level]!.slice(index * 256, index * 256 + width)))
  }, size)

test('the eight leaves of Certificate Transparency have their known root', async () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const leaves = inputs.map((written) => merkle.leafHash(new Uint8Array(Buffer.from(written, 'hex'))))
  const tree = treeIn(() => Promise.resolve(Buffer.concat(leaves)), 8)
  expect(hex(await merkle.rootOf(tree, 8))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  expect(hex(merkle.EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

const SIZES = [1, 2, 3, 7, 8, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537]
test.each(SIZES)('a tree of %i has the RFC’s root, and every leaf looked at stands in it', async (size) => {
  const root = await merkle.rootOf(treeOf(size), size)
  expect(hex(root)).toBe(hex(naiveRoot(LEAVES.slice(0, size))))
  for (const index of new Set([0, 1, 254, 255, 256, size - 2, size - 1].filter((one) => one >= 0 && one < size))) {
    const proof = await merkle.inclusionProof(treeOf(size), index, size)
    expect(hex(merkle.rootFromInclusion(LEAVES[index]!, index, size, proof)!)).toBe(hex(root))
    const other = LEAVES[index + 1]!
    expect(hex(merkle.rootFromInclusion(other, index, size, proof)!)).not.toBe(hex(root))
    expect(merkle.rootFromInclusion(LEAVES[index]!, index, size, [...proof, root])).toBeUndefined()
    if (proof.length) expect(merkle.rootFromInclusion(LEAVES[index]!, index, size, proof.slice(1))).toBeUndefined()
  }
  expect(merkle.rootFromInclusion(LEAVES[0]!, size, size, [])).toBeUndefined()
})

test('a tree continues every earlier one, and no other', async () => {
  const sizes = fc.integer({ min: 0, max: 700 })
  await fc.assert(
    fc.asyncProperty(sizes, sizes, fc.nat(), async (one, other, at) => {
      const [old, size] = [Math.min(one, other), Math.max(one, other)]
      const [oldRoot, root] = [await merkle.rootOf(treeOf(old), old), await merkle.rootOf(treeOf(size), size)]
      const proof = await merkle.consistencyProof(treeOf(size), old, size)
      expect(merkle.isConsistent(old, oldRoot, size, root, proof)).toBe(true)
      const wrong = Uint8Array.from(oldRoot, (byte, place) => (place === at % 32 ? byte ^ 1 : byte))
      expect(merkle.isConsistent(old, wrong, size, root, proof)).toBe(false)
      expect(merkle.isConsistent(old, oldRoot, size, root, [...proof, root])).toBe(false)
      if (!proof.length) return
      const broken = proof.map((part, place) => (place === at % proof.length ? wrong : part))
      expect(merkle.isConsistent(old, oldRoot, size, root, broken)).toBe(false)
    }),
    { numRuns: 60 },
  )
})

describe('tiles', () => {
  test.each([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 'entries' as const, index: 0, width: 9 }, 'tile/entries/000.p/9'],
    [{ level: 2, index: 1000, width: 256 }, 'tile/2/x001/000'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  test.each([
    'tile/0/67',
    'tile/0/x000/067',
    'tile/0/067.p/256',
    'tile/0/067.p/0',
    'tile/0/067.p/01',
    'tile/00/067',
    'tile/entries/x01/067',
    'tile/0/067/',
    'tile/data/067',
  ])('%s is no tile’s address', (path) => {
    expect(parseTilePath(path)).toBeUndefined()
  })

  test('70,000 entries stand in the tiles that the specification counts', () => {
    const of = (level: number) => tilesOf(level, 70_000).map(({ width }) => width)
    expect([of(0).length, of(0).at(-1)]).toEqual([274, 112])
    expect(of(1)).toEqual([256, 17])
    expect(of(2)).toEqual([1])
    expect(of(3)).toEqual([])
  })

  test('a bundle holds entries of 0 and 65,535 bytes, and not one more', () => {
    const entries = [new Uint8Array(0), new Uint8Array(65_535).fill(7), Uint8Array.of(1)]
    const bundle = bundleOf(entries)
    expect(entriesIn(bundle, 3)).toEqual(entries)
    expect(entriesIn(bundle, 2)).toBeUndefined()
    expect(entriesIn(bundle, 4)).toBeUndefined()
    expect(entriesIn(bundle.subarray(0, -1), 3)).toBeUndefined()
    expect(() => bundleOf([new Uint8Array(65_536)])).toThrow('too large')
  })
})
