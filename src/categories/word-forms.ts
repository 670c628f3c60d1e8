/** A person's own words as they look for something: each with its stem, and its parts where it is a compound. */
import { partsOf } from './compounds.js'
import { contentWords, stemOf } from './tokens.js'
import { vocabulary } from './vocabulary.js'

export interface WordForms {
  readonly word: string
  readonly stem: string
  /** 'skol' and 'mat' of 'skolmat'; none of a word that does not come apart. */
  readonly parts: readonly string[]
}

const SHORTEST_COMPOUND = 6

/** In the text's own order, each word once; words that say nothing ('och', 'the') are left out. */
export const wordFormsIn = (text: string): WordForms[] =>
  [...new Set(contentWords(text))].map((word) => ({
    word,
    stem: stemOf(word),
    parts: word.length < SHORTEST_COMPOUND ? [] : partsOf(word, vocabulary().stems),
  }))
