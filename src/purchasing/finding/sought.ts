/** What a person looks for, word by word: the ways in which a text may say it. */
import { searchCategories, wordFormsIn, type Code } from '../../categories/index.js'
import type { Language } from '../../kit/words/index.js'

export interface SoughtWord {
  readonly word: string
  /** Each says it, wherever it stands in a text: 'möbler' is sought as 'mobler', 'mobl' and 'mobel'. */
  readonly forms: readonly string[]
  /** Together they say it: 'skol' and 'mat' of 'skolmat'. */
  readonly parts: readonly string[]
  /** What is procured in these says it, in whatever words. */
  readonly categories: readonly Category[]
}
export interface Category {
  readonly code: Code
  /** Its code without the zeros that end it. */
  readonly digits: string
}
export interface Sought {
  /** As it is compared with texts. */
  readonly plain: string
  readonly words: readonly SoughtWord[]
  /** What only the words together name: 'school meals'. */
  readonly categories: readonly Category[]
}

const MOST_WORDS = 6
const MOST_CATEGORIES = 25
const LEAST_DIGITS = 3

/** In small letters, without dots and rings, and as long as it was, as `sought` is in the database (migration 0007). */
export const plain = (text: string): string =>
  text
    .replace(/[A-Z\u00c5\u00c4\u00d6\u00c9\u00c8\u00dc]/g, (letter) => letter.toLowerCase())
    .replace(/[\u00e5\u00e4\u00f6\u00e9\u00e8\u00fc]/g, (letter) => letter.normalize('NFD')[0]!)

export function soughtIn(text: string, language: Language): Sought {
  const numbers = numbersIn(text)
  const words = wordFormsIn(text).filter(({ word }) => !/\d/.test(word))
  const spoken = words.length + numbers.length ? words.map((one) => soughtWord(one, language)) : anyIn(text)
  return {
    plain: plain(text.trim()),
    words: [...spoken, ...numbers].slice(0, MOST_WORDS),
    categories: words.length > 1 ? categoriesOf(text, language, true) : [],
  }
}

function soughtWord({ word, stem, parts }: ReturnType<typeof wordFormsIn>[number], language: Language): SoughtWord {
  const stems = stem.length >= SHORTEST_STEM ? [stem, withLastE(stem)] : []
  return {
    word: plain(word),
    forms: [...new Set([word, ...stems].map(plain))],
    parts: parts.map(plain).filter((part) => part.length >= SHORTEST_PART),
    categories: categoriesOf(word, language, false),
  }
}

/** Where no word says what a thing is ('it', 'kommun') they are looked for as they stand. */
const anyIn = (text: string): SoughtWord[] =>
  [...new Set(plain(text).match(/[\p{L}\p{N}]{2,}/gu))].map((word) => ({
    word,
    forms: [word],
    parts: [],
    categories: [],
  }))

/** A shorter one stands in too many words that mean something else. */
const SHORTEST_STEM = 4
const SHORTEST_PART = 3

/** 'mobl' also stands in texts as 'mobel'. */
const withLastE = (stem: string): string => stem.replace(/([bdfgkmpstv])([lr])$/, '$1e$2')

/** What has figures in it names a contract, a case, an account or an organisation, with and without its hyphens. */
const numbersIn = (text: string): SoughtWord[] =>
  [...new Set(plain(text).match(/[\p{L}\p{N}]+(?:[-/:.][\p{L}\p{N}]+)*/gu))]
    .filter((word) => /\d/.test(word))
    .map((word) => ({ word, forms: [...new Set([word, word.replaceAll('-', '')])], parts: [], categories: [] }))

/** Those that the whole word leads to, and not a part of it. `phrase`: only those that several words lead to together. */
function categoriesOf(text: string, language: Language, phrase: boolean): Category[] {
  const found = searchCategories(text, language).filter(({ because }) => {
    if (because?.key !== 'categories.because.label' && because?.key !== 'categories.because.is') return false
    return because.args.how === 'whole' && String(because.args.word).includes(' ') === phrase
  })
  const led = found.slice(0, MOST_CATEGORIES).map(({ category: { code } }) => ({
    code,
    digits: code.replace(/0+$/, '').padEnd(LEAST_DIGITS, '0'),
  }))
  return led.filter(({ digits }) => !led.some((other) => other.digits !== digits && digits.startsWith(other.digits)))
}
