/**
 * Words of a text, and the stem that joins a word's forms. One stemmer serves both languages: it only has to bring the
 * forms of one word together ('möbel', 'möbler', 'möblerna'; 'battery', 'batteries'), not to look like a word.
 */
import { COMMON_ENGLISH, COMMON_SWEDISH } from './common-words.js'

/** Texts are read up to here; what an idea is about is said long before. */
const LONGEST = 20_000
export const readable = (text: string): string => text.slice(0, LONGEST).replace(/\s+/g, ' ')
/** No word of either language is longer; taking longer ones apart would only cost time. */
const LONGEST_WORD = 60
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:-[\p{L}\p{N}]+)*/gu

export interface WrittenWord {
  readonly word: string
  /** As the text has it, to be quoted: 'VR-glasögon'. */
  readonly written: string
}

export const writtenWordsIn = (text: string): WrittenWord[] =>
  (spelledOut(readable(text).normalize('NFC')).match(WORD) ?? [])
    .flatMap(piecesOf)
    .filter(({ word }) => word.length <= LONGEST_WORD)

export const wordsIn = (text: string): string[] => writtenWordsIn(text).map(({ word }) => word)

function piecesOf(written: string): WrittenWord[] {
  const pieces = withoutHyphen(written.toLowerCase())
  return pieces.map((word) => ({ word, written: pieces.length > 1 ? word : written === SPELLED_OUT ? 'IT' : written }))
}

/** 'it' is a word in English; 'IT' in a text that is not all capitals is the technology. */
const SPELLED_OUT = 'it-teknik'
const TECHNOLOGY = /(?<![\p{L}\p{N}])IT(?![\p{L}\p{N}-])/gu
/** Of which kind a thing is, written as two words: 'second hand', 'single-use', 'på el'. */
const TWO_WORDS =
  /(?<!\p{L})(second|single|self|low|zero|energy|climate|carbon|noise|plant)[- ](hand|use|driving|carbon|noise|emission|efficient|smart|neutral|reducing|based)(?!\p{L})/giu
const RUNS_ON = /(?<!\p{L})på (el|batteri)(?!\p{L})/giu

function spelledOut(text: string): string {
  const whole = text.replace(TWO_WORDS, '$1$2').replace(RUNS_ON, '$1driven')
  return whole.includes('IT') && (/\p{Ll}/u.test(whole) || whole === 'IT')
    ? whole.replace(TECHNOLOGY, SPELLED_OUT)
    : whole
}

/** 'e-tjänst' and '3d-utskrift' are one word; 'mark-arbete' is two. */
function withoutHyphen(word: string): string[] {
  if (!word.includes('-')) return [word]
  const pieces = word.split('-')
  return pieces.some((piece) => piece.length <= 2) ? [pieces.join('')] : pieces
}

/** The words that can say what a thing is. */
export const contentWords = (text: string): string[] => wordsIn(text).filter(isContent)
export const isContent = (word: string): boolean => word.length > 1 && !isCommon(word) && !/^\d+$/.test(word)

const COMMON: ReadonlySet<string> = new Set([...COMMON_SWEDISH, ...COMMON_ENGLISH])
export const isCommon = (word: string): boolean => COMMON.has(word)

/** Plurals that change their vowel or drop one, which no rule about endings reaches. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [
    'böcker bok',
    'boken bok',
    'tänder tand',
    'händer hand',
    'städer stad',
    'fötter fot',
    'rötter rot',
    'nötter nöt',
    'vattnet vatten',
    'läkemedlet läkemedel',
    'medlen medel',
    'barnens barn',
    'children child',
    'people person',
    'knives knife',
    'shelves shelf',
    'tyres tyre',
    'tires tyre',
    'tire tyre',
    'trafic traffic',
    'bussar buss',
    'nya ny',
    'nytt ny',
    'påse pås',
    'gatan gata',
    'vägar väg',
    'sommaren sommar',
    'dogs dog',
    'cats cat',
    'beds bed',
    'cars car',
    'bins bin',
    'bags bag',
    'cups cup',
    'eggs egg',
    'nuts nut',
    'pens pen',
    'toys toy',
    'maps map',
    'keys key',
    'datorn dator',
    'datorer dator',
    'motorn motor',
  ].map((pair) => pair.split(' ') as [string, string]),
)

/** Words whose ending is not one: 'underhållning' is no form of 'underhåll'. */
const KEPT = new Set('underhållning parkering paper mass news gas bus lens tablet tablets route routes'.split(' '))

const ENDINGS: readonly (readonly [ending: string, keep: number])[] = [
  ['ningarna', 4],
  ['ningars', 4],
  ['ningens', 4],
  ['ningar', 4],
  ['ningen', 4],
  ['ning', 4],
  ['ernas', 3],
  ['arnas', 3],
  ['ornas', 3],
  ['erna', 3],
  ['arna', 3],
  ['orna', 3],
  ['arens', 3],
  ['aren', 3],
  ['ades', 4],
  ['ade', 4],
  ['ande', 4],
  ['igt', 3],
  ['iga', 3],
  ['ig', 4],
  ['ern', 4],
  ['eln', 4],
  ['en', 3],
  ['et', 3],
  ['er', 3],
  ['ar', 3],
  ['an', 3],
  ['or', 3],
]

/** By the last letter, so that most words meet few of them. */
const ENDINGS_BY_LAST: ReadonlyMap<string, typeof ENDINGS> = new Map(
  [...new Set(ENDINGS.map(([ending]) => ending.slice(-1)))].map((last) => [
    last,
    ENDINGS.filter(([ending]) => ending.endsWith(last)),
  ]),
)
const stems = new Map<string, string>()

export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = computed(word)
  if (stems.size > 60_000) stems.clear()
  stems.set(word, stem)
  return stem
}

/** What does something is no form of doing it: a 'skrivare' prints, while an AI that 'skriver' is none. */
const AGENT = /^(.{3,}are)(?:n|ns|s)?$/

function computed(word: string): string {
  if (KEPT.has(word)) return word
  let stem = IRREGULAR.get(word) ?? word.replace(/['’]s?$/, '')
  if (/\d/.test(stem)) return stem
  const agent = AGENT.exec(stem)
  if (agent) return agent[1]!
  // To a fixed point, so that a form and its own form ('motor', 'motorer') end at the same stem.
  for (let before = ''; before !== stem;) {
    before = stem
    stem = shorter(stem)
  }
  return withoutLastE(stem)
}

function shorter(word: string): string {
  if (word.length >= 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length >= 5 && word.endsWith('s') && !/[sui]s$/.test(word)) return word.slice(0, -1)
  if (/[dst]orn$/.test(word)) return word.slice(0, -1)
  for (const [ending, keep] of ENDINGS_BY_LAST.get(word.slice(-1)) ?? []) {
    if (word.length - ending.length < keep || !word.endsWith(ending)) continue
    if (ending === 'or' && /(?:[^t]t|s|d)or$/.test(word)) continue
    return word.slice(0, -ending.length)
  }
  return (word.length >= 5 && /[^aeiouyåäö][aei]$/.test(word)) || /^[a-zåäö]{2}[^aeiouyåäö]a$/.test(word)
    ? word.slice(0, -1)
    : word
}

/** 'möbel' and 'möbl', 'cykel' and 'cykl': the e that comes and goes before l, n, r. */
const withoutLastE = (stem: string): string => stem.replace(/([bdfgkmpstv])e([lr])$/, '$1$2')
