/**
 * Words: every sentence a person reads lives in a module's `words.sv.json` and `words.en.json` as an ICU message.
 * Rules, refusals and reports carry a Message (a key with typed arguments); the sentence is made at the edge,
 * in the reader's language. Key and argument types are generated from the messages by the build.
 *
 *   const words = wordsFor('sv')
 *   words('fit.found', { count: 3 })            // '3 öppningar'
 *   words.of(say('fit.found', { count: 3 }))    // the same, from a carried message
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { messages, type WordArgs, type WordKey } from './generated.js'

export type { WordKey, WordArgs }
export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text)

/** Its arguments are checked where it is said; a union of a thousand messages is more than the compiler reckons with. */
export interface Message {
  readonly key: WordKey
  readonly args: Readonly<Record<string, string | number>>
}
type Rest<K extends WordKey> = keyof WordArgs[K] extends never ? [] : [args: WordArgs[K]]

export const say = <K extends WordKey>(key: K, ...rest: Rest<K>): Message => ({ key, args: rest[0] ?? {} })

export interface Words {
  <K extends WordKey>(key: K, ...rest: Rest<K>): string
  readonly language: Language
  readonly of: (message: Message) => string
}

const formats = new Map<string, IntlMessageFormat>()

function formatted(language: Language, key: WordKey, args: Record<string, unknown>): string {
  const name = `${language} ${key}`
  let format = formats.get(name)
  if (!format) {
    format = new IntlMessageFormat(messages[language][key], LOCALE[language], undefined, { ignoreTag: true })
    formats.set(name, format)
  }
  return String(format.format(args as Record<string, string>))
}

/** English as written in Europe: day before month, 24-hour clock. */
export const LOCALE: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }

function make(language: Language): Words {
  const words = (key: WordKey, args: Record<string, unknown> = {}) => formatted(language, key, args)
  return Object.assign(words, {
    language,
    of: (message: Message) => formatted(language, message.key, message.args),
  })
}
const both: Record<Language, Words> = { sv: make('sv'), en: make('en') }
export const wordsFor = (language: Language): Words => both[language]

/** Whether a text from outside (a stored problem, an API answer) names a key we have. */
export const isWordKey = (text: string): text is WordKey => Object.hasOwn(messages.en, text)
