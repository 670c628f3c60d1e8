/**
 * The lexicon: our own hand-written concepts (`lexicon.tsv`), so that an idea finds not only the category it is named
 * after but also those it could enter. A line that cannot be read stops the program at start, naming the line.
 */
import type { Language } from '../kit/words/index.js'
import { code, type Code } from './cpv.js'
import table from './lexicon.tsv'

export const RELATIONS = ['is', 'replaces', 'served-as', 'with', 'needs'] as const
export type Relation = (typeof RELATIONS)[number]
export interface Target {
  readonly relation: Relation
  readonly code: Code
  /** 0 for the best code of its relation, then 1, 2, … as the row orders them. */
  readonly rank: number
}
export interface Concept {
  readonly terms: Readonly<Record<Language, readonly string[]>>
  readonly targets: readonly Target[]
}

export const concepts: readonly Concept[] = table
  .split('\n')
  .map((line, at) => ({ line, at: at + 1 }))
  .filter(({ line }) => line.trim() && !line.startsWith('#'))
  .map(({ line, at }) => conceptIn(line, at))

function conceptIn(line: string, at: number): Concept {
  const [sv, en, targets, ...rest] = line.split('\t')
  if (sv === undefined || en === undefined || !targets || rest.length)
    throw new Error(`lexicon.tsv, line ${at}: three columns between tabs are expected`)
  return {
    terms: { sv: termsIn(sv), en: termsIn(en) },
    targets: targets.split(';').flatMap((part) => targetsIn(part, at)),
  }
}

function termsIn(text: string): string[] {
  return text
    .split(',')
    .map((term) => term.trim())
    .filter(Boolean)
}

function targetsIn(part: string, at: number): Target[] {
  const [relation, ...codes] = part.trim().split(/\s+/)
  const known = RELATIONS.find((name) => name === relation)
  if (!known || codes.length === 0)
    throw new Error(`lexicon.tsv, line ${at}: '${part.trim()}' is not a relation with codes`)
  return codes.map((written, rank) => ({ relation: known, code: code(written), rank }))
}
