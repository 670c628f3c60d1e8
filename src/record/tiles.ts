/**
 * Tiles (c2sp.org/tlog-tiles): 256 hashes side by side. A tile of level 0 holds leaves; one of level L the roots of full
 * tiles below it. A partial tile is the beginning of the full one.
 *
 *   tilePath({ level: 0, index: 1234067, width: 256 })   'tile/0/x001/x234/067'
 *   tilePath({ level: 'entries', index: 0, width: 9 })   'tile/entries/000.p/9'
 */
import { nodeHash, type Subtree } from './merkle.js'
import type { Hash } from './sha256.js'

export const WIDTH = 256
export const HASH_BYTES = 32
export const MOST_ENTRY_BYTES = 65_535

export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  return `tile/${level}/${groups.join('/')}${width === WIDTH ? '' : `.p/${width}`}`
}

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/

/** Undefined for anything that `tilePath` would not have written. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, groups, width] = PATH.exec(path) ?? []
  if (level === undefined || groups === undefined) return undefined
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, '')),
    width: width === undefined ? WIDTH : Number(width),
  }
  return tile.width >= 1 && tilePath(tile) === path ? tile : undefined
}

const heightOf = (level: Tile['level']): number => (level === 'entries' ? 0 : level)

/** How much of a tile stands in a tree of `size`. */
export const widthIn = ({ level, index }: Omit<Tile, 'width'>, size: number): number =>
  Math.max(0, Math.min(WIDTH, Math.floor(size / WIDTH ** heightOf(level)) - index * WIDTH))

/** Every tile of a tree of `size`, of one level. */
export const tilesOf = (level: Tile['level'], size: number): Tile[] =>
  Array.from({ length: Math.ceil(Math.floor(size / WIDTH ** heightOf(level)) / WIDTH) }, (_, index) => ({
    level,
    index,
    width: widthIn({ level, index }, size),
  }))

export type ReadTile = (tile: Tile & { readonly level: number }) => Promise<Uint8Array>

/** Reads a tree of `size` through its tiles. Each tile is read once. */
export function treeIn(read: ReadTile, size: number): Subtree {
  const known = new Map<string, Promise<Uint8Array>>()
  const tile = (level: number, index: number) => {
    const name = `${level}/${index}`
    const found = known.get(name) ?? read({ level, index, width: widthIn({ level, index }, size) })
    known.set(name, found)
    return found
  }
  return async (height, index) => {
    const level = Math.floor(height / 8)
    const count = 2 ** (height - level * 8)
    const start = index * count
    const hashes = await tile(level, Math.floor(start / WIDTH))
    const within = (start % WIDTH) * HASH_BYTES
    return foldedTo(hashes.subarray(within, within + count * HASH_BYTES), count)
  }
}

/** The root of a power of two of hashes side by side. */
export function foldedTo(hashes: Uint8Array, count: number): Hash {
  if (hashes.length !== count * HASH_BYTES) throw new Error('A tile is shorter than its tree')
  let row = Array.from({ length: count }, (_, at) => hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) => nodeHash(row[2 * at]!, row[2 * at + 1]!))
  return row[0]!
}

/** An entry bundle: each entry after its length, two bytes, the larger first. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > MOST_ENTRY_BYTES) throw new Error('An entry is too large for the record')
    bytes.set([entry.length >> 8, entry.length & 0xff], at)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

/** Undefined when it does not hold exactly so many entries and nothing after them. */
export function entriesIn(bundle: Uint8Array, count: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < count && at + 2 <= bundle.length) {
    const length = bundle[at]! * 256 + bundle[at + 1]!
    if (at + 2 + length > bundle.length) return undefined
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries.length === count && at === bundle.length ? entries : undefined
}
