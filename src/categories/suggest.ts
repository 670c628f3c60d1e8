/**
 * Text → categories, ranked, each with the reader's own words that led there. Swedish and English may be mixed.
 * Unknown is a right answer: a text that says nothing we know gives an empty list.
 *
 *   suggestCategories({ title: 'Linsfärs till skolkök', text: '' })
 */
import { grouped } from '../kit/grouped.js'
import type { Message } from '../kit/words/index.js'
import { activityFactorOf } from './activities.js'
import { divisionOf, isWithin, type Code } from './cpv.js'
import { conceptEvidence, precedentEvidence, type Evidence, type Precedent } from './evidence.js'
import { labelEvidence } from './labels.js'
import { RELATIONS, type Relation } from './lexicon.js'
import { leaningOf, readTokens, type Text } from './reading.js'
import { prior } from './seldom.js'
import { stemOf, wordsIn } from './tokens.js'
import { vocabulary } from './vocabulary.js'

export type { Precedent } from './evidence.js'
export type Confidence = 'strong' | 'likely' | 'possible'
export interface Suggestion {
  readonly code: Code
  /** 0 to 1; only for ordering and for weighing against other evidence, never shown as a probability. */
  readonly score: number
  readonly confidence: Confidence
  /** How the idea stands to the category, by its strongest evidence. */
  readonly relation: Relation
  /** Strongest first, at least one. */
  readonly because: readonly Message[]
}
export interface SuggestOptions {
  readonly precedents?: readonly Precedent[]
  readonly most?: number
  /** Only codes within one of these. */
  readonly within?: readonly Code[]
  /** No spelling is corrected: for words of a table that many have read. */
  readonly asWritten?: boolean
}

const MOST = 8
const MOST_REASONS = 4
/** Of one relation in one division, so that what an idea replaces does not crowd out what it is. */
const MOST_IN_DIVISION: Readonly<Record<Relation, number>> = { is: 3, replaces: 2, with: 2, 'served-as': 2, needs: 1 }
/** Set by how often the first suggestion was right on real award titles; see suggest.evaluation.test.ts. */
const POSSIBLE = 0.22
const LIKELY = 0.6
const STRONG = 0.89

export function suggestCategories(
  text: Text,
  { precedents = [], most = MOST, within, asWritten = false }: SuggestOptions = {},
): Suggestion[] {
  const words = vocabulary()
  const tokens = readTokens(text, words, asWritten)
  const leaning = leaningOf(text)
  const evidence = [
    ...conceptEvidence(tokens, words, leaning),
    ...labelEvidence(tokens, words, leaning),
    ...precedentEvidence(precedents),
  ].filter(({ code }) => !within || within.some((ancestor) => isWithin(code, ancestor)))
  return chosen(ranked(evidence, activityFactorOf(text)), most)
}

interface Candidate {
  readonly code: Code
  readonly score: number
  /** The score without what the thing is only for. */
  readonly certainty: number
  readonly relation: Relation
  readonly telling: boolean
  readonly because: readonly Message[]
}

function ranked(evidence: readonly Evidence[], actFactor: (code: Code) => number): Candidate[] {
  const support = new Map(
    [...grouped(evidence, ({ code }) => divisionOf(code))].map(([division, parts]) => [division, together(parts)]),
  )
  return [...grouped(evidence, ({ code }) => code)]
    .map(([code, parts]) => {
      const factor = prior(code) * actFactor(code) * (0.75 + 0.25 * (support.get(divisionOf(code)) ?? 0))
      return { code, score: Math.min(1, together(parts) * factor), factor, parts }
    })
    .filter(({ score }) => score >= POSSIBLE)
    .map(({ code, score, factor, parts }) => ({
      code,
      score,
      certainty: Math.min(1, together(parts.filter(({ purpose }) => !purpose)) * factor),
      relation: relationOf(parts),
      telling: parts.some(({ telling }) => telling),
      because: reasonsOf(parts),
    }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

/** Independent evidence adds up without ever passing 1; what rests on the same thing counts once, at its strongest. */
function together(evidence: readonly Evidence[]): number {
  const strongest = new Map<string, number>()
  for (const { from, strength } of evidence) strongest.set(from, Math.max(strongest.get(from) ?? 0, strength))
  return 1 - [...strongest.values()].reduce((left, strength) => left * (1 - Math.min(0.95, strength)), 1)
}

/** What the title says of it decides; 'a meat company' in the text makes no meat of a mince of peas. */
function relationOf(evidence: readonly Evidence[]): Relation {
  const telling = evidence.filter((one) => one.telling)
  const deciding = telling.length ? telling : evidence
  const strength = (relation: Relation) => together(deciding.filter((one) => one.relation === relation))
  return [...RELATIONS].sort((a, b) => strength(b) - strength(a))[0]!
}

/** The same known word once, whether a concept or a name has it: a word read whole is all that its sentence shows. */
function reasonsOf(evidence: readonly Evidence[]): Message[] {
  const told = new Set<string>()
  const reasons: Message[] = []
  for (const { because } of [...evidence].sort((a, b) => b.strength - a.strength)) {
    const key = because.key === 'categories.because.label' ? 'categories.because.is' : because.key
    const same = sayingsOf(because).map((saying) => `${key} ${saying}`)
    if (same.some((saying) => told.has(saying))) continue
    for (const saying of same) told.add(saying)
    reasons.push(because)
  }
  return reasons.slice(0, MOST_REASONS)
}

/** 'Datorer' and 'dator' are told once. */
function sayingsOf({ args }: Message): string[] {
  const told = (word: unknown) => wordsIn(String(word)).map(stemOf).join(' ')
  if ('known' in args)
    return [`known ${told(args.known)}`, ...('how' in args && args.how === 'whole' ? [`word ${told(args.word)}`] : [])]
  return [JSON.stringify('word' in args ? told(args.word) : args)]
}

function chosen(candidates: readonly Candidate[], most: number): Suggestion[] {
  const kept: Candidate[] = []
  for (const candidate of candidates) {
    if (kept.length >= most) break
    const kin = kept.filter(
      ({ code }) => !isDivision(code) && (isWithin(code, candidate.code) || isWithin(candidate.code, code)),
    )
    const near = kept.filter(
      ({ code, relation }) => code.slice(0, 2) === candidate.code.slice(0, 2) && relation === candidate.relation,
    )
    if (kin.length < 2 && near.length < MOST_IN_DIVISION[candidate.relation]) kept.push(candidate)
  }
  return kept.map((candidate) => {
    const { code, score, relation, because } = candidate
    return { code, score, relation, because, confidence: confidenceOf(candidate) }
  })
}

const isDivision = (code: Code): boolean => code.endsWith('000000')

/** What an idea only needs or is only for, and what only its running text happens to name, is never more than possible. */
function confidenceOf({ certainty, relation, telling }: Candidate): Confidence {
  if (relation === 'needs' || !telling || certainty < LIKELY) return 'possible'
  return certainty >= STRONG ? 'strong' : 'likely'
}
