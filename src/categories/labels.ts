/** The names of categories as evidence: the words of a text that stand in them. */
import { say, type Language } from '../kit/words/index.js'
import { objectFactor, type Activity } from './activities.js'
import type { Category, Code } from './cpv.js'
import type { Evidence } from './evidence.js'
import { ALIKE, howRead, OTHER_LANGUAGE } from './how-read.js'
import type { How, Token } from './reading.js'
import type { Label, Vocabulary } from './vocabulary.js'

/** Labels are many and their words general; the lexicon was written for this. */
const LABEL = 0.85
/** A category called by its very name, in a title. */
const NAMED = 0.95
const MOST_LABELS = 80

interface Met {
  readonly token: Token
  readonly how: How
  readonly weight: number
  readonly stem: string
  /** The word that was met, as the name has it. */
  readonly known: string
  /** It is a part of a compound there. */
  readonly isPart: boolean
  readonly quality: boolean
  readonly act: Activity | undefined
}
export interface LabelMatch {
  readonly category: Category
  readonly language: Language
  readonly strength: number
  /** The text calls the category by its very name. */
  readonly named: boolean
  readonly met: readonly Met[]
}

export function labelMatches(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  leaning: Language | undefined,
): LabelMatch[] {
  const sums = new Map<number, { sum: number; mass: number; met: Met[] }>()
  for (const met of bestByStem(tokens).values()) {
    const telling = vocabulary.telling(met.stem)
    for (const { label, share, word } of vocabulary.mentions.get(met.stem) ?? []) {
      const { language } = vocabulary.labels[label]!
      const how = howRead({ ...met, word: met.token.word }, { language, word }, vocabulary, leaning)
      if (!how) continue
      let at = sums.get(label)
      if (!at) sums.set(label, (at = { sum: 0, mass: 0, met: [] }))
      at.sum += met.weight * share * telling * (how === 'alike' ? ALIKE : 1)
      at.mass += share * telling
      at.met.push({ ...met, how, known: word ?? vocabulary.shown(met.stem, language), isPart: word === undefined })
    }
  }
  return [...sums]
    .filter(([, { met }]) => met.some(({ quality }) => !quality))
    .map(([place, { sum, mass, met }]) => {
      const label = vocabulary.labels[place]!
      const foreign = leaning && label.language !== leaning ? OTHER_LANGUAGE : 1
      const covered = Math.min(1, mass / Math.max(label.mass, 0.01))
      const share = foreign * objectShare(met, label.category.code, vocabulary)
      return {
        category: label.category,
        language: label.language,
        strength: Math.min(0.95, sum * covered ** 0.8 * share),
        named: share === 1 && isNamed(label, met),
        met,
      }
    })
}

/** Every word of the name stands as it is, and in full weight, in the title. */
const isNamed = ({ words }: Label, met: readonly Met[]): boolean =>
  words > 1 && met.length === words && met.every(({ how, isPart, weight }) => how === 'whole' && !isPart && weight >= 1)

/** As far as the words met are what something is done to. */
function objectShare(met: readonly Met[], code: Code, vocabulary: Vocabulary): number {
  const massOf = (of: (one: Met) => number) =>
    met.reduce((sum, one) => sum + one.weight * vocabulary.telling(one.stem) * of(one), 0)
  return massOf(({ act }) => objectFactor(act, code)) / massOf(() => 1)
}

/** A word said again adds a little, never more than saying it in the title. */
function bestByStem(tokens: readonly Token[]): Map<string, Omit<Met, 'known' | 'isPart'>> {
  const best = new Map<string, Omit<Met, 'known' | 'isPart'>>()
  for (const token of tokens)
    for (const { stem, how, share, quality = false, act } of token.readings) {
      const weight = token.weight * share
      const before = best.get(stem)
      if (!before) best.set(stem, { token, how, weight, stem, quality, act })
      else
        best.set(stem, {
          ...(weight > before.weight ? { token, how, stem, quality, act } : before),
          weight: Math.min(1, Math.max(weight, before.weight) + 0.1 * weight),
        })
    }
  return best
}

export function labelEvidence(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  leaning: Language | undefined,
): Evidence[] {
  return labelMatches(tokens, vocabulary, leaning)
    .sort((a, b) => b.strength - a.strength || (a.category.code < b.category.code ? -1 : 1))
    .slice(0, MOST_LABELS)
    .flatMap(({ category: { code }, strength, named, met }) =>
      [...met]
        .sort((a, b) => b.weight * vocabulary.telling(b.stem) - a.weight * vocabulary.telling(a.stem))
        .slice(0, 3)
        .map(({ token, how, stem, known }, rank) => ({
          code,
          // One label is one piece of evidence however many of its words were met: the rest only give reasons.
          strength: rank > 0 ? 0 : named ? NAMED : strength * LABEL,
          because: token.instead
            ? say('categories.because.instead', { word: token.written })
            : say('categories.because.label', { how, word: token.written, known }),
          relation: token.instead ? ('replaces' as const) : ('is' as const),
          telling: token.telling,
          purpose: token.purpose,
          from: rank === 0 ? 'label' : `label ${stem}`,
        })),
    )
}
