/** What speaks for a category: concepts of the lexicon and precedents (and its name, in labels.ts); each with its reason. */
import { say, type Language, type Message } from '../kit/words/index.js'
import { objectFactor, type Activity } from './activities.js'
import type { Code } from './cpv.js'
import { ALIKE, howRead, OTHER_LANGUAGE } from './how-read.js'
import type { Relation } from './lexicon.js'
import type { How, Reading, Token } from './reading.js'
import { pairOf, type Term, type Vocabulary } from './vocabulary.js'

export interface Evidence {
  readonly code: Code
  /** 0 to 1. */
  readonly strength: number
  readonly because: Message
  readonly relation: Relation
  /** It says what the thing is; a word of the running text that only happens to stand in a name does not. */
  readonly telling: boolean
  /** It rests on what the thing is for, which makes it no more than possible. */
  readonly purpose: boolean
  /** What the evidence rests on, so that the same thing said twice counts once. */
  readonly from: string
}

const RELATION_STRENGTH: Readonly<Record<Relation, number>> = {
  is: 0.9,
  with: 0.8,
  replaces: 0.75,
  'served-as': 0.7,
  needs: 0.35,
}
const LATER_CODE = 0.8
/** A term's part inside a longer term that also matched ('bord' in 'matbord') says little more. */
const CLAIMED = 0.3
/** 'Konsulttjänster' decides where nothing else is said, and gives way where something is. */
const GENERIC_TERM = 0.5

interface Match {
  readonly term: Term
  readonly word: string
  readonly how: How
  readonly weight: number
  readonly instead: boolean
  readonly telling: boolean
  readonly purpose: boolean
  readonly tokens: readonly number[]
  /** What is done to it. */
  readonly act?: Activity | undefined
}

export function conceptEvidence(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  leaning: Language | undefined,
): Evidence[] {
  const matches = [...termMatches(tokens, vocabulary, leaning), ...pairMatches(tokens, vocabulary)]
  // A word that both languages share ('ai') is read in the text's own.
  const isForeign = ({ term }: Match) => leaning !== undefined && term.language !== leaning
  matches.sort(
    (a, b) => lengthOf(b) - lengthOf(a) || Number(isForeign(a)) - Number(isForeign(b)) || b.weight - a.weight,
  )
  const claimed = new Set<number>()
  return matches.flatMap((match) => {
    const covered = match.tokens.every((at) => claimed.has(at))
    for (const at of match.tokens) claimed.add(at)
    const foreign = isForeign(match) ? OTHER_LANGUAGE : 1
    const generic = match.term.generic ? GENERIC_TERM : 1
    return evidenceOf(match, match.weight * foreign * generic * (covered ? CLAIMED : 1))
  })
}

/** A whole word is a longer match than a part of it. */
const lengthOf = ({ tokens, how, term }: Match): number =>
  tokens.length * 2 + (how === 'part' ? 0 : 1) + term.stems.length + 2 * term.also.length

function* termMatches(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  leaning: Language | undefined,
): Iterable<Match> {
  const { terms } = vocabulary
  const said = new Set(tokens.flatMap(({ before }) => before))
  for (const [at, token] of tokens.entries())
    for (const reading of token.readings) {
      const found = (terms.get(reading.stem) ?? []).filter(
        (term) =>
          (term.stems.length === 1 ? !reading.quality : reading.how !== 'part' && follows(term, tokens, at)) &&
          term.also.every((also) => said.has(also)),
      )
      yield* found.flatMap((term) => {
        const how = howTermRead(term, token, reading, vocabulary, leaning)
        const share = reading.share * (how === 'alike' ? ALIKE : 1)
        return how ? [matchOf(term, tokens, at, { ...reading, how, share })] : []
      })
    }
}

/** The words of a phrase agree with each other; a word alone must be the word itself. */
const howTermRead = (
  { stems, words, language }: Term,
  { word }: Token,
  reading: Reading,
  vocabulary: Vocabulary,
  leaning: Language | undefined,
): How | undefined =>
  stems.length > 1 ? reading.how : howRead({ ...reading, word }, { language, word: words[0] }, vocabulary, leaning)

/** A phrase weighs as its last word, which says what it is: the 'buses' of 'school buses'. */
function matchOf(term: Term, tokens: readonly Token[], at: number, { how, share, act }: Reading): Match {
  const places = term.stems.map((_, step) => at + step)
  const { instead, telling } = tokens[at]!
  const { purpose } = tokens[places.at(-1)!]!
  return {
    term,
    word: places.map((place) => tokens[place]!.written).join(' '),
    how,
    weight: tokens[places.at(-1)!]!.weight * share,
    instead,
    telling,
    purpose,
    tokens: places,
    act,
  }
}

const follows = (term: Term, tokens: readonly Token[], at: number): boolean =>
  term.stems.every((stem, step) =>
    tokens[at + step]?.readings.some((reading) => reading.how !== 'part' && reading.stem === stem),
  )

/** Only Swedish writes two words as one. */
const swedish = (terms: readonly Term[]): readonly Term[] => terms.filter(({ language }) => language === 'sv')

/** 'färs av linser' says 'linsfärs', and an unlisted compound of two listed words says their phrase. */
function* pairMatches(tokens: readonly Token[], { pairs }: Vocabulary): Iterable<Match> {
  for (const [at, token] of tokens.entries()) {
    const parts = token.readings.filter(({ how }) => how === 'part')
    const inside = swedish(parts.length === 2 ? (pairs.get(pairOf(parts[0]!.stem, parts[1]!.stem)) ?? []) : [])
    for (const term of inside)
      yield { ...token, word: token.written, term, how: 'part', weight: token.weight * 0.8, tokens: [at] }
    for (const next of [at + 1, at + 2]) {
      const other = tokens[next]
      const [one, two] = [token.readings[0], other?.readings[0]]
      if (!one || !two || !other || one.how === 'part' || two.how === 'part') continue
      // The end of the title and the beginning of the text are no phrase.
      if (other.inTitle !== token.inTitle) continue
      const word = `${token.written} … ${other.written}`
      for (const term of pairs.get(pairOf(one.stem, two.stem)) ?? [])
        yield { ...token, term, word, how: 'whole', weight: token.weight * 0.8, tokens: [at, next] }
    }
  }
}

function evidenceOf({ term, word, how, instead, telling, purpose, act }: Match, weight: number): Evidence[] {
  return term.concept.targets.map(({ relation, code, rank }) => ({
    code,
    strength: weight * RELATION_STRENGTH[relation] * LATER_CODE ** rank * objectFactor(act, code),
    because:
      instead && relation === 'is'
        ? say('categories.because.instead', { word })
        : reasonOf(relation, how, word, term.text),
    relation: instead && relation === 'is' ? 'replaces' : relation,
    telling: telling || instead,
    purpose,
    from: `concept ${term.concept.targets[0]!.code} ${term.concept.terms.sv[0] ?? term.text}`,
  }))
}

function reasonOf(relation: Relation, how: How, word: string, known: string): Message {
  const args = { how, word, known }
  if (relation === 'is') return say('categories.because.is', args)
  if (relation === 'replaces') return say('categories.because.replaces', args)
  if (relation === 'served-as') return say('categories.because.servedAs', args)
  if (relation === 'with') return say('categories.because.with', args)
  return say('categories.because.needs', args)
}

export interface Precedent {
  readonly title: string
  readonly code: Code
  /** How alike the texts are, 0 to 1; 1 where the caller does not say. */
  readonly weight?: number
}

export const precedentEvidence = (precedents: readonly Precedent[]): Evidence[] =>
  precedents.map(({ title, code, weight = 1 }) => ({
    code,
    strength: 0.5 * Math.min(1, Math.max(0, weight)),
    because: say('categories.because.precedent', { title }),
    relation: 'is',
    telling: false,
    purpose: false,
    // Ten like purchases say no more than the most alike of them.
    from: 'precedents',
  }))
