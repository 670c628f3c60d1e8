/**
 * The words of all labels and the lexicon, indexed once at first use: which codes a word leads to, how telling the word
 * is, and how an unknown word comes apart or was meant to be spelt.
 */
import type { Language } from '../kit/words/index.js'
import { LANGUAGES } from '../kit/words/index.js'
import { allCategories, type Category } from './cpv.js'
import { partsOf } from './compounds.js'
import { isFormOf } from './forms.js'
import { concepts, type Concept } from './lexicon.js'
import { GENERIC, JOINING } from './common-words.js'
import { spellingOf, type Spelling } from './spelling.js'
import { contentWords, isCommon, stemOf, wordsIn } from './tokens.js'

export interface Mention {
  /** Place in `labels`. */
  readonly label: number
  /** 1 for a word of the label, less for a part of a compound in it. */
  readonly share: number
  /** As the label has it; undefined for a part. */
  readonly word?: string
}
export interface Label {
  readonly category: Category
  readonly language: Language
  /** How telling the label's words are together: what a full match would sum to. */
  mass: number
  /** How many words it has that a text must have too, to say the very name. */
  readonly words: number
}
export interface Term {
  readonly concept: Concept
  readonly language: Language
  readonly text: string
  readonly stems: readonly string[]
  /** Of the stems, as the term has them. */
  readonly words: readonly string[]
  /** Words passed over as common that this term cannot do without: the 'smart' of 'smart watches'. */
  readonly also: readonly string[]
  /** Made of words that stand in every second contract ('konsulttjänster'): counts for less. */
  readonly generic: boolean
}
export interface Vocabulary {
  readonly labels: readonly Label[]
  readonly mentions: ReadonlyMap<string, readonly Mention[]>
  /** By first stem, longest first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>
  /** By the sorted stems of a two-part term, at most one of each language, so that 'färs av linser' finds 'linsfärs'. */
  readonly pairs: ReadonlyMap<string, readonly Term[]>
  readonly stems: ReadonlySet<string>
  readonly spelling: Spelling
  /** 0 for a word in every label, 1 for a word in one. */
  telling(stem: string): number
  /** A word that a reader recognises, for a stem; in this language, where one is asked for. */
  shown(stem: string, language?: Language): string
  /** It is a form of a word that the language has under the stem, and not only alike. */
  isForm(word: string, stem: string, language: Language): boolean
}

/** Part of a compound in a label counts less than a word of its own. */
const PART_SHARE = 0.7
const GENERIC_STEMS: ReadonlySet<string> = new Set([...GENERIC].map(stemOf))

let built: Vocabulary | undefined
export const vocabulary = (): Vocabulary => (built ??= build())

function build(): Vocabulary {
  const written = [...allCategories()].flatMap((category) =>
    LANGUAGES.map((language) => ({ category, language, words: labelWords(category.label[language]) })),
  )
  const termWords = concepts.flatMap(({ terms }) =>
    LANGUAGES.map((language) => ({ language, words: terms[language].flatMap(contentWords) })),
  )
  const surfaces = surfacesOf([...written, ...termWords])
  const stems = new Set([...LANGUAGES.flatMap((language) => [...surfaces[language].keys()])])
  const mentions = mentionsOf(written, stems)
  const count = written.length / LANGUAGES.length
  const telling = (stem: string) => tellingOf(stem, mentions.get(stem)?.length ?? 1, count)
  const { terms, pairs } = termsOf(stems)
  return {
    labels: written.map(({ category, language, words }) => ({
      category,
      language,
      mass: massOf(words, telling),
      words: wordsIn(category.label[language]).filter((word) => !JOINING.has(word)).length,
    })),
    mentions,
    terms,
    pairs,
    stems,
    spelling: spellingOf(new Set([...written, ...termWords].flatMap(({ words }) => words))),
    telling,
    shown: (stem, language) =>
      shortest(
        LANGUAGES.filter((one) => one === (language ?? one)).flatMap((one) => [...(surfaces[one].get(stem) ?? [])]),
      ) ?? stem,
    isForm: (word, stem, language) =>
      [...(surfaces[language].get(stem) ?? [])].some((known) => isFormOf(word, known, language)),
  }
}

/** Every word of a language, by its stem. */
type Surfaces = Readonly<Record<Language, ReadonlyMap<string, ReadonlySet<string>>>>

function surfacesOf(written: readonly { readonly language: Language; readonly words: readonly string[] }[]): Surfaces {
  const surfaces = { sv: new Map<string, Set<string>>(), en: new Map<string, Set<string>>() }
  for (const { language, words } of written)
    for (const word of words) {
      const stem = stemOf(word)
      const there = surfaces[language].get(stem)
      if (there) there.add(word)
      else surfaces[language].set(stem, new Set([word]))
    }
  return surfaces
}

/** The shortest form is most often the form of a dictionary. */
const shortest = (words: readonly string[]): string | undefined =>
  words.reduce<string | undefined>(
    (best, word) => (best === undefined || word.length < best.length ? word : best),
    undefined,
  )

function tellingOf(stem: string, mentioned: number, count: number): number {
  const telling = Math.max(0.05, 1 - Math.log(Math.max(1, mentioned)) / Math.log(count))
  return isGeneric(stem) ? telling * 0.25 : telling
}

const massOf = (words: readonly string[], telling: (stem: string) => number): number =>
  [...new Set(words.map(stemOf))].reduce((sum, stem) => sum + telling(stem), 0)

/** What a label leaves out ('exkl. belysning', 'utom datorer') is not what it holds. */
const LEFT_OUT =
  /\((?:exkl|excl|utom|ej|except|not)[^)]*\)|\b(?:utom|exkl\.?|excl\.?|except|excluding|other than)\b[^;:)]*/giu
const MAYBE_LEFT_OUT = /exkl|exc|utom|ej|not|other/i
const labelWords = (label: string): string[] =>
  contentWords(MAYBE_LEFT_OUT.test(label) ? label.replace(LEFT_OUT, ' ') : label)

function mentionsOf(
  written: readonly { readonly language: Language; readonly words: readonly string[] }[],
  stems: ReadonlySet<string>,
): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>()
  const parts = new Map<string, string[]>()
  written.forEach(({ language, words }, label) => {
    const shares = new Map<string, Omit<Mention, 'label'>>()
    for (const word of words) {
      shares.set(stemOf(word), { share: 1, word })
      if (language !== 'sv' || word.length < 7) continue
      let split = parts.get(word)
      if (!split) parts.set(word, (split = partsOf(word, stems)))
      for (const part of split) if (!shares.has(part)) shares.set(part, { share: PART_SHARE })
    }
    for (const [stem, mention] of shares) add(mentions, stem, { label, ...mention })
  })
  return mentions
}

function termsOf(stems: ReadonlySet<string>): Pick<Vocabulary, 'terms' | 'pairs'> {
  const terms = new Map<string, Term[]>()
  const pairs = new Map<string, Term[]>()
  for (const { term, words } of concepts.flatMap(termsIn)) {
    const [first] = term.stems
    if (first === undefined) continue
    add(terms, first, term)
    const parts = words.length === 1 ? partsOf(words[0]!, stems) : term.stems
    if (term.also.length || parts.length !== 2 || parts.every(isGeneric)) continue
    const pair = pairOf(parts[0]!, parts[1]!)
    if (!pairs.get(pair)?.some(({ language }) => language === term.language)) add(pairs, pair, term)
  }
  for (const list of terms.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return { terms, pairs }
}

const termsIn = (concept: Concept): { term: Term; words: readonly string[] }[] =>
  LANGUAGES.flatMap((language) =>
    concept.terms[language].map((text) => {
      const words = contentWords(text)
      return { term: { concept, language, text, words, ...termWords(text, words) }, words }
    }),
  )

function termWords(text: string, words: readonly string[]): Pick<Term, 'stems' | 'also' | 'generic'> {
  const stems = words.map(stemOf)
  const also = wordsIn(text).filter((word) => isCommon(word) && !JOINING.has(word))
  return { stems, also: also.map(stemOf), generic: stems.every(isGeneric) && also.length === 0 }
}

export const isGeneric = (stem: string): boolean => GENERIC_STEMS.has(stem)
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function add<T>(into: Map<string, T[]>, key: string, value: T): void {
  const there = into.get(key)
  if (there) there.push(value)
  else into.set(key, [value])
}
