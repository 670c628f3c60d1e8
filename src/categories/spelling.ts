/**
 * The known word that an unknown one was probably meant to be: one letter wrong in a word of five or more, two in
 * one of ten or more. Words begin as they are meant to begin more often than not, so the first letter must agree.
 */
import { stemOf } from './tokens.js'

export interface Spelling {
  /** Undefined when nothing is near, or two different words are equally near. */
  nearest(word: string): string | undefined
}

export function spellingOf(known: Iterable<string>): Spelling {
  const byBeginning = new Map<string, string[]>()
  const byEnd = new Map<string, string[]>()
  for (const word of known) {
    if (word.length < 4 || /\d/.test(word)) continue
    put(byBeginning, word.slice(0, 3), word)
    put(byEnd, word[0]! + word.slice(-3), word)
  }
  const candidates = (word: string) => [
    ...(byBeginning.get(word.slice(0, 3)) ?? []),
    ...(byEnd.get(word[0]! + word.slice(-3)) ?? []),
  ]
  return { nearest: (word) => nearestOf(word, candidates(word)) }
}

function nearestOf(word: string, candidates: readonly string[]): string | undefined {
  let most = word.length >= 10 ? 2 : word.length >= 5 ? 1 : 0
  if (most === 0 || /\d/.test(word)) return undefined
  let found: string | undefined
  let again = false
  for (const candidate of new Set(candidates)) {
    const edits = dotsIn(candidate) < dotsIn(word) ? undefined : editsWithin(word, candidate, most)
    if (edits === undefined) continue
    if (found !== undefined && edits === most && editsWithin(word, found, most) === edits)
      again ||= stemOf(found) !== stemOf(candidate)
    else [found, again] = [candidate, false]
    most = edits
  }
  return again ? undefined : found
}

/** 'Skoter' is never meant by 'sköter': dots and rings are left out in haste and not put in. */
const dotsIn = (word: string): number => word.match(/[åäö]/g)?.length ?? 0

/** Optimal string alignment: insert, delete, change, or swap two neighbours. Undefined above `most`. */
export function editsWithin(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : Infinity
      row.push(Math.min(change, swap, last[j]! + 1, row[j - 1]! + 1))
    }
    if (Math.min(...row) > most) return undefined
    ;[beforeLast, last] = [last, row]
  }
  const edits = last[b.length]!
  return edits <= most ? edits : undefined
}

function put(into: Map<string, string[]>, key: string, word: string): void {
  const there = into.get(key)
  if (there) there.push(word)
  else into.set(key, [word])
}
