/**
 * Words that mean the same (`meanings.tsv`), in Swedish and English. Two uses: a quality ('disposable', 'eldriven') says
 * of which kind a thing is and never leads to a category by itself, and titles in the other language can be told apart.
 */
import { stemOf, wordsIn } from './tokens.js'
import table from './meanings.tsv'
import { vocabulary } from './vocabulary.js'

/** 'telling' tells two contracts apart, an 'act' is done to much else too, and the 'slight' stand everywhere. */
export const MEANING_WEIGHTS = ['telling', 'act', 'slight'] as const
export type MeaningWeight = (typeof MEANING_WEIGHTS)[number]
/** One row of the table. */
export interface Meaning {
  readonly weight: MeaningWeight
}
/** What a text says of the table, with the word that says it. */
export type Meanings = ReadonlyMap<Meaning, string>
/** A word of a title that means the same as a word of an idea. */
export interface SharedMeaning {
  readonly word: string
  readonly idea: string
  readonly weight: MeaningWeight
}

const listed = (words: string): string[] =>
  words
    .split(/[,/]/)
    .map((word) => word.trim())
    .filter(Boolean)

const isBeginning = (word: string): boolean => word.endsWith('-')

const qualities = new Map<string, Meaning>()
/** 'el' of 'elbussar'. */
const beginnings = new Map<string, Meaning>()
const things = new Map<string, Meaning>()

table.split('\n').forEach((line, at) => {
  if (line.trim() && !line.startsWith('#')) enter(line, at + 1)
})

function enter(line: string, at: number): void {
  const [written, ofKind, named, why, ...rest] = line.split('\t')
  const weight = MEANING_WEIGHTS.find((name) => name === written)
  if (!weight || named === undefined || !why || rest.length)
    throw new Error(`meanings.tsv, line ${at}: a weight and three more columns between tabs are expected`)
  const meaning = { weight }
  const put = (into: Map<string, Meaning>, word: string) => {
    if (into.has(word)) throw new Error(`meanings.tsv, line ${at}: '${word}' already stands in another row`)
    into.set(word, meaning)
  }
  const words = listed(ofKind ?? '')
  for (const word of words.filter(isBeginning)) put(beginnings, word.slice(0, -1))
  for (const form of new Set(words.filter((word) => !isBeginning(word)).flatMap(formsOf))) put(qualities, form)
  for (const stem of new Set(listed(named).map(stemOf))) put(things, stem)
}

/** As adjectives end: 'tvättbar, tvättbart, tvättbara', 'begagnad, begagnat, begagnade', 'eldriven, eldrivet, eldrivna'. */
function formsOf(word: string): string[] {
  if (word.endsWith('ad')) return [word, `${word.slice(0, -1)}t`, `${word}e`]
  if (word.endsWith('en')) return [word, `${word.slice(0, -2)}et`, `${word.slice(0, -2)}na`]
  return [word, `${word}t`, `${word}a`]
}

/** Of which kind a thing is, as a whole word ('tvättbara'). */
export const isQuality = (word: string): boolean => qualities.has(word)

/** The same as the first part of a compound ('el' in 'elbussar'), with or without its linking letter. */
export const isQualityPart = (part: string): boolean =>
  beginnings.has(part) || beginnings.has(`${part}s`) || qualities.has(part)

/** Of words that mean the same, the first. */
export function meaningsIn(text: string): Meanings {
  const found = new Map<Meaning, string>()
  for (const word of wordsIn(text)) {
    const meaning = meaningOf(word)
    if (meaning && !found.has(meaning)) found.set(meaning, word)
  }
  return found
}

function meaningOf(word: string): Meaning | undefined {
  const whole = qualities.get(word) ?? things.get(stemOf(word))
  if (whole || word.length < LEAST_COMPOUND) return whole
  for (const [beginning, meaning] of beginnings)
    if (word.startsWith(beginning) && isWord(word.slice(beginning.length))) return meaning
  return undefined
}

const LEAST_COMPOUND = 6
/** 'eller' and 'elever' have no 'electric' in them. */
const isWord = (rest: string): boolean => rest.length >= 3 && vocabulary().stems.has(stemOf(rest))

/** In the order of the title. */
export const sharedMeanings = (title: string, idea: Meanings): SharedMeaning[] =>
  [...meaningsIn(title)].flatMap(([meaning, word]) => {
    const said = idea.get(meaning)
    return said === undefined ? [] : [{ word, idea: said, weight: meaning.weight }]
  })
