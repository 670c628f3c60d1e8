/**
 * Words that mean the same (`meanings.tsv`), in Swedish and English. Two uses: a quality ('disposable', 'eldriven') says
 * of which kind a thing is and never leads to a category by itself, and titles in the other language can be told apart.
 */
import { stemOf, wordsIn } from './tokens.js'
import table from './meanings.tsv'

/** One row: words that mean the same. */
export interface Meaning {
  /** It stands in every kind of contract. */
  readonly slight: boolean
  readonly why: string
}
/** A word of a title that means the same as a word of an idea. */
export interface SharedMeaning {
  readonly word: string
  readonly idea: string
  readonly slight: boolean
}

const qualities = new Map<string, Meaning>()
/** 'el' of 'elbussar'. */
const beginnings = new Map<string, Meaning>()
const things = new Map<string, Meaning>()

table.split('\n').forEach((line, at) => {
  if (line.trim() && !line.startsWith('#')) enter(line, at + 1)
})

function enter(line: string, at: number): void {
  const [weight, ofKind, things_, why, ...rest] = line.split('\t')
  if ((weight !== 'telling' && weight !== 'slight') || things_ === undefined || !why || rest.length)
    throw new Error(`meanings.tsv, line ${at}: telling or slight, and three more columns between tabs are expected`)
  const meaning = { slight: weight === 'slight', why }
  for (const word of listed(ofKind ?? ''))
    if (word.endsWith('-')) beginnings.set(word.slice(0, -1), meaning)
    else for (const form of formsOf(word)) qualities.set(form, meaning)
  for (const word of listed(things_)) things.set(stemOf(word), meaning)
}

const listed = (words: string): string[] =>
  words
    .split(/[,/]/)
    .map((word) => word.trim())
    .filter(Boolean)

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

/** What a text says of the table, with the first word that says it. Words written apart count as one ('second hand'). */
export function meaningsIn(text: string): ReadonlyMap<Meaning, string> {
  const words = wordsIn(text)
  const found = new Map<Meaning, string>()
  words.forEach((word, at) => {
    const next = words[at + 1] ?? ''
    const together = qualities.get(word + next)
    const meaning = together ?? meaningOf(word)
    if (meaning && !found.has(meaning)) found.set(meaning, together && next ? `${word} ${next}` : word)
  })
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
const isWord = (rest: string): boolean => rest.length >= 3 && isKnown(stemOf(rest))

/** In the order of the title. */
export const sharedMeanings = (title: string, idea: ReadonlyMap<Meaning, string>): SharedMeaning[] =>
  [...meaningsIn(title)].flatMap(([meaning, word]) => {
    const said = idea.get(meaning)
    return said === undefined ? [] : [{ word, idea: said, slight: meaning.slight }]
  })
