/**
 * The tree of RFC 6962, section 2.1: leaf SHA-256(0x00 ‖ entry), node SHA-256(0x01 ‖ left ‖ right), split at the largest
 * power of two below the size. `Subtree` reads the hash of an aligned, full subtree: 2^height leaves from index × 2^height.
 */
import { sha256, type Hash } from './sha256.js'

export type Subtree = (height: number, index: number) => Promise<Hash>

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const EMPTY_ROOT = sha256()
export const leafHash = (entry: Uint8Array): Hash => sha256(LEAF, entry)
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right)
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

/** The hash of the leaves from `from` to `to`, where `from` is a multiple of the power of two at or above their number. */
export async function rangeHash(tree: Subtree, from: number, to: number): Promise<Hash> {
  const height = heightOf(to - from)
  if (2 ** height === to - from) return tree(height, from / (to - from))
  const middle = from + 2 ** (height - 1)
  return nodeHash(await rangeHash(tree, from, middle), await rangeHash(tree, middle, to))
}

export const rootOf = (tree: Subtree, size: number): Promise<Hash> =>
  size === 0 ? Promise.resolve(EMPTY_ROOT) : rangeHash(tree, 0, size)

/** PATH(index, D[size]) of section 2.1.1, the nearest hash first. */
export const inclusionProof = (tree: Subtree, index: number, size: number): Promise<Hash[]> =>
  path(tree, index, 0, size)

async function path(tree: Subtree, index: number, from: number, to: number): Promise<Hash[]> {
  if (to - from === 1) return []
  const middle = from + below(to - from)
  return index < middle
    ? [...(await path(tree, index, from, middle)), await rangeHash(tree, middle, to)]
    : [...(await path(tree, index, middle, to)), await rangeHash(tree, from, middle)]
}

/** PROOF(old, D[size]) of section 2.1.2. Empty when the sizes are the same, or the old tree was empty. */
export const consistencyProof = (tree: Subtree, old: number, size: number): Promise<Hash[]> =>
  old === 0 || old === size ? Promise.resolve([]) : subproof(tree, old, 0, size, true)

async function subproof(tree: Subtree, old: number, from: number, to: number, whole: boolean): Promise<Hash[]> {
  if (old === to - from) return whole ? [] : [await rangeHash(tree, from, to)]
  const middle = from + below(to - from)
  return old <= middle - from
    ? [...(await subproof(tree, old, from, middle, whole)), await rangeHash(tree, middle, to)]
    : [...(await subproof(tree, old - (middle - from), middle, to, false)), await rangeHash(tree, from, middle)]
}

/** The root that a leaf at `index` in a tree of `size` leads to by this path; undefined when the path has another length. */
export function rootFromInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[]): Hash | undefined {
  if (!(index >= 0 && index < size)) return undefined
  const climb = (at: number, width: number, end: number): Hash | undefined => {
    if (width === 1) return end === 0 ? leaf : undefined
    const beside = proof[end - 1]
    const half = below(width)
    if (!beside) return undefined
    const inner = at < half ? climb(at, half, end - 1) : climb(at - half, width - half, end - 1)
    return inner && (at < half ? nodeHash(inner, beside) : nodeHash(beside, inner))
  }
  return climb(index, size, proof.length)
}

interface Both {
  readonly old: Hash
  readonly now: Hash
}

/** Whether the tree of `size` continues the one of `old`: the same leaves first. */
export function isConsistent(old: number, oldRoot: Hash, size: number, root: Hash, proof: readonly Hash[]): boolean {
  if (old > size) return false
  if (old === 0) return proof.length === 0 && sameBytes(oldRoot, EMPTY_ROOT)
  if (old === size) return proof.length === 0 && sameBytes(oldRoot, root)
  const found = climbBoth(oldRoot, old, size, true, proof, proof.length)
  return found !== undefined && sameBytes(found.old, oldRoot) && sameBytes(found.now, root)
}

function climbBoth(
  oldRoot: Hash,
  old: number,
  width: number,
  whole: boolean,
  proof: readonly Hash[],
  end: number,
): Both | undefined {
  if (old === width) {
    const known = whole ? oldRoot : proof[0]
    return known && end === (whole ? 0 : 1) ? { old: known, now: known } : undefined
  }
  const half = below(width)
  const beside = proof[end - 1]
  if (!beside) return undefined
  if (old <= half) {
    const left = climbBoth(oldRoot, old, half, whole, proof, end - 1)
    return left && { old: left.old, now: nodeHash(left.now, beside) }
  }
  const right = climbBoth(oldRoot, old - half, width - half, false, proof, end - 1)
  return right && { old: nodeHash(beside, right.old), now: nodeHash(beside, right.now) }
}

/** The smallest height whose subtree holds so many leaves. By a loop: shifts have 32 bits, and logarithms round. */
function heightOf(width: number): number {
  let height = 0
  while (2 ** height < width) height++
  return height
}
const below = (width: number): number => 2 ** (heightOf(width) - 1)
