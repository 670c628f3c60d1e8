/**
 * Whom a unit serves, told by words in its name or else in its administration's (`people-served.tsv`). A name that
 * tells of several groups is 'several', and one that tells of none is unknown: it is never guessed.
 */
import { say, type Message } from '../kit/words/index.js'
import table from './people-served.tsv'

export const SERVED = [
  ...(['preschool', 'school', 'upper-secondary', 'adults', 'older-in-homes', 'older-at-home', 'older'] as const),
  ...(['disabled', 'families', 'culture', 'residents', 'internal', 'several', 'unknown'] as const),
] as const
export type Served = (typeof SERVED)[number]
export const isServed = (written: string | undefined): written is Served => SERVED.some((one) => one === written)

export interface PeopleServed {
  readonly served: Served
  /** The word that told it, and in which name. */
  readonly because: Message
}

/** The first name that tells decides: give the unit's own before its administration's. */
export function peopleServed(...names: readonly string[]): PeopleServed {
  for (const name of names) {
    const told = toldBy(name.toLowerCase().replaceAll("'", '’'))
    const groups = new Set(told.map(({ served }) => served))
    const words = [...new Set(told.map(({ word }) => word))].join(', ')
    const [first] = told
    if (first && groups.size === 1)
      return { served: first.served, because: say('purchasing.units.because.word', { words, name }) }
    if (first) return { served: 'several', because: say('purchasing.units.because.several', { words, name }) }
  }
  return { served: 'unknown', because: say('purchasing.units.because.silent') }
}

interface Told {
  readonly served: Served
  /** As the name writes it. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** How much of the word is known. */
  readonly known: number
}

/** What the words of a name tell; of words that overlap the longest known one. */
function toldBy(name: string): Told[] {
  const all = rows().flatMap(({ served, known, pattern }) =>
    [...name.matchAll(pattern)].map(({ 0: word, index }): Told => ({
      served,
      word,
      from: index,
      to: index + word.length,
      known,
    })),
  )
  return all
    .filter((one) => !all.some((other) => other.known > one.known && other.from < one.to && one.from < other.to))
    .sort((a, b) => a.from - b.from)
}

interface Row {
  readonly served: Served
  readonly known: number
  readonly pattern: RegExp
}
let read: readonly Row[] | undefined
/** Read when a name is first asked about: most commands ask about none. */
const rows = (): readonly Row[] =>
  (read ??= table
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .flatMap(rowsOf))

function rowsOf(line: string): Row[] {
  const [served, words, ...rest] = line.split('\t')
  if (!isServed(served) || !words || rest.length)
    throw new Error(`people-served.tsv: a group and words between a tab are expected, not '${line.slice(0, 40)}'`)
  return words.split(',').map((word) => ({ served, ...patternOf(word.trim()) }))
}

/** 'gatu-' with the rest of its word, '-skola' with its beginning. */
function patternOf(written: string): { readonly known: number; readonly pattern: RegExp } {
  const begins = written.endsWith('-')
  const ends = written.startsWith('-')
  const word = written.slice(Number(ends), begins ? -1 : undefined)
  const known = word.replace(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]+')
  return {
    known: word.length,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])${ends ? '\\p{L}+' : ''}${known}${begins ? '[\\p{L}\\p{N}-]*' : ''}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  }
}
