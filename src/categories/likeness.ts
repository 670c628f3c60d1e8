/**
 * The words by which two texts are about the same thing: words that say what a thing is, whole or as part of a
 * compound. Words that only name the people served ('förskola') or stand in every second contract ('utrustning') never
 * make two purchases alike, nor does a part that is no thing of its own ('skydd' in 'munskydd').
 */
import { activityNamed } from './activities.js'
import { partsOf } from './compounds.js'
import { isPeopleStem, isPeopleWord, withoutAudience } from './people.js'
import { contentWords, readable, stemOf } from './tokens.js'
import { isGeneric, vocabulary } from './vocabulary.js'

export interface SharedWord {
  readonly word: string
  /** The whole word is in both; otherwise a part of a compound, or only what is done ('renovering'). */
  readonly whole: boolean
  /** It says what the thing is: not the first part of a compound ('möbel' in 'möbelvård'). */
  readonly thing: boolean
}

/** In the text's own order, each once. */
export const tellingWords = (text: string): string[] => [
  ...new Set(contentWords(withoutAudience(readable(text))).filter((word) => readingOf(word) !== undefined)),
]

/** The words of `title` that are also in `words`, as the title writes them. */
export function sharedWords(title: string, words: readonly string[]): SharedWord[] {
  const known = words.flatMap((word) => readingOf(word) ?? [])
  const wholes = new Set(known.map(({ whole }) => whole))
  const all = new Set(known.flatMap(({ whole, parts }) => [whole, ...parts]))
  return tellingWords(title).flatMap((word): SharedWord[] => {
    const own = readingOf(word)!
    if (wholes.has(own.whole)) return [{ word, whole: !own.act, thing: !own.act }]
    const shared = [own.whole, ...own.parts].filter((stem) => all.has(stem))
    return shared.length ? [{ word, whole: false, thing: shared.some((stem) => own.whole.endsWith(stem)) }] : []
  })
}

/** 0 to 1: how much of what the shorter of the two says they both say. */
export function likeness(title: string, words: readonly string[]): number {
  const least = Math.min(tellingWords(title).length, words.length)
  if (least === 0) return 0
  const shared = sharedWords(title, words).reduce((sum, { whole }) => sum + (whole ? 1 : 0.5), 0)
  return Math.min(1, shared / Math.max(least, 2))
}

interface Reading {
  readonly whole: string
  readonly parts: readonly string[]
  /** It says what is done, which is done to much else too. */
  readonly act: boolean
}
const SHORTEST = 3
const MOST_KEPT = 60_000
const readings = new Map<string, Reading | undefined>()

/** Undefined for a word that cannot make two purchases alike. */
function readingOf(word: string): Reading | undefined {
  if (readings.has(word)) return readings.get(word)
  if (readings.size > MOST_KEPT) readings.clear()
  const whole = stemOf(word)
  const reading =
    isTelling(whole) && !isPeopleWord(word) ? { whole, parts: thingsIn(word), act: isActAlone(word) } : undefined
  readings.set(word, reading)
  return reading
}

/** 'Besiktning' and 'renoveringar', and not 'brobesiktning'. */
const isActAlone = (word: string): boolean =>
  activityNamed(word) !== undefined && partsOf(word, vocabulary().stems).length === 0

const isTelling = (stem: string): boolean => stem.length >= SHORTEST && !isGeneric(stem) && !isPeopleStem(stem)

function thingsIn(word: string): string[] {
  if (word.length < 7) return []
  const { stems, terms } = vocabulary()
  return partsOf(word, stems).filter(
    (part) => isTelling(part) && terms.get(part)?.some((term) => term.stems.length === 1 && term.also.length === 0),
  )
}
