/** Finding a category by the beginning of its code or by words of its name or of the lexicon, in either language. */
import { say, type Language, type Message } from '../kit/words/index.js'
import { allCategories, categoryOf, type Category } from './cpv.js'
import { conceptEvidence } from './evidence.js'
import { labelMatches } from './labels.js'
import { readTokens } from './reading.js'
import { vocabulary } from './vocabulary.js'

const MOST = 50
const OTHER_LANGUAGE = 0.8

export interface Found {
  readonly category: Category
  /** Which word led there; undefined where a code was asked for. */
  readonly because: Message | undefined
}

/** Best first, at most 50; a code's beginning in code order. The reader's own language goes first where both match. */
export function searchCategories(query: string, language: Language): Found[] {
  const digits = query.trim().replace(/[\s.]/g, '').replace(/-\d?$/, '')
  if (/^\d{1,8}$/.test(digits)) return beginningWith(digits).map((category) => ({ category, because: undefined }))
  const words = vocabulary()
  const tokens = readTokens({ title: query, text: '' }, words)
  const best = new Map<Category, { score: number; because: Message }>()
  const note = (category: Category, score: number, because: Message) => {
    if (score > (best.get(category)?.score ?? 0)) best.set(category, { score, because })
  }
  for (const { category, language: found, strength, met } of labelMatches(tokens, words, undefined)) {
    const { how, token, stem } = met[0]!
    const because = say('categories.because.label', { how, word: token.word, known: words.shown(stem) })
    note(category, strength * (found === language ? 1 : OTHER_LANGUAGE), because)
  }
  for (const { code, strength, because } of conceptEvidence(tokens, words, undefined))
    if (because.key === 'categories.because.is') note(categoryOf(code), strength, because)
  return [...best]
    .sort(([a, one], [b, other]) => other.score - one.score || (a.code < b.code ? -1 : 1))
    .slice(0, MOST)
    .map(([category, { because }]) => ({ category, because }))
}

/** '39100000' also finds what stands under it: its zeros are not part of what was asked. */
function beginningWith(digits: string): Category[] {
  const asked = digits.length === 8 ? digits.replace(/0+$/, '').padEnd(2, '0') : digits
  const found = [...allCategories()].filter(({ code }) => code.startsWith(asked))
  return found.slice(0, MOST)
}
