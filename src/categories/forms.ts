/**
 * Whether two words are forms of one word. A stem brings more together than that: 'prov' (a test) and 'provning' (the
 * testing), 'betar' (grazes) and 'beta' (the letter), 'bricks' and 'brickor' (trays). Such words are only alike.
 */
import type { Language } from '../kit/words/index.js'

/** Endings of one declension, after the part they share; verbs are left out, since no verb is a thing. */
const DECLENSIONS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  sv: [
    'a an or orna',
    '- en n ar arna',
    'e en ar arna',
    '- en et er erna',
    'o on or orna',
    'e en er erna',
    'i in ier ierna',
    'y yn yer yerna',
    '- t n na en',
    '- et en ena',
    'e en na',
    'el eln lar larna ler lerna let',
    'er ern rar rarna ret',
    'en net nen',
    'um et er erna',
    '- t a e are',
    'ad at ade',
    'en et na',
    'd t da',
  ].map((endings) => endings.replace('-', '').split(' ')),
  en: ['- s es', 'y ies', 'f fe ves'].map((endings) => endings.replace('-', '').split(' ')),
}

const MOST_KEPT = 60_000
const asked = new Map<string, boolean>()

export function isFormOf(word: string, known: string, language: Language): boolean {
  if (word === known) return true
  const pair = `${language} ${word} ${known}`
  let answer = asked.get(pair)
  if (answer !== undefined) return answer
  if (asked.size > MOST_KEPT) asked.clear()
  asked.set(pair, (answer = isForm(word, known, language)))
  return answer
}

function isForm(word: string, known: string, language: Language): boolean {
  return readAs(word, language).some((one) =>
    readAs(known, language).some(
      (other) => one === other || DECLENSIONS[language].some((endings) => shareBase(one, other, endings)),
    ),
  )
}

/** 'kommunens' is a form of 'kommunen', while 'plats' ends as it does by itself; English writes its genitive with a mark. */
const readAs = (word: string, language: Language): string[] =>
  language === 'sv' && word.length > 4 && /[^s]s$/.test(word) ? [word, word.slice(0, -1)] : [word]

function shareBase(one: string, other: string, endings: readonly string[]): boolean {
  const bases = new Set(basesOf(one, endings))
  return basesOf(other, endings).some((base) => bases.has(base))
}

/** 'rummet' and 'rum': a last m or n is doubled before an ending. */
const basesOf = (word: string, endings: readonly string[]): string[] =>
  endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= 2)
    .map((ending) => word.slice(0, word.length - ending.length).replace(/([mn])\1$/, '$1'))
