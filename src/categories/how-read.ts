/** How a word of a text stands to a word we know: the word itself, one of the other language, or only alike. */
import { LANGUAGES, type Language } from '../kit/words/index.js'
import { isFormOf } from './forms.js'
import type { How, Reading } from './reading.js'
import type { Vocabulary } from './vocabulary.js'

/** What is left of a word that is only alike: 'prov' of 'provning'. */
export const ALIKE = 0.7
/** Of a word of the language that the text is not in. */
export const OTHER_LANGUAGE = 0.4

interface Known {
  readonly language: Language
  /** As a term or a name has it; undefined for a part of a compound. */
  readonly word: string | undefined
}

/** How a reading is the known word; undefined where it is a word of the other language, or could be none of this. */
export function howRead(
  { word, stem, how }: Pick<Reading, 'stem' | 'how'> & { readonly word: string },
  known: Known,
  vocabulary: Vocabulary,
  leaning: Language | undefined,
): How | undefined {
  const { language } = known
  if (how === 'part') return language === 'sv' ? 'part' : undefined
  if (how === 'spelled') return 'spelled'
  const isForm =
    known.word === undefined ? vocabulary.isForm(word, stem, language) : isFormOf(word, known.word, language)
  const isForeign = leaning !== undefined && leaning !== language
  const isOther = LANGUAGES.some((other) => other !== language && vocabulary.isForm(word, stem, other))
  if (isForm && !isForeign) return 'whole'
  if (isOther || (isForeign && !isForm)) return undefined
  return isForm ? 'foreign' : 'alike'
}
