/** What acts, actors and fields are called: by their word where they have one, as they are written otherwise. */
import { isWordKey, type Words } from '../../kit/words/index.js'

export const actIn = (act: string, words: Words): string =>
  wordOr(words, `record.act.${act}`, words('record.act.other', { act }))
export const actorIn = (actor: string, words: Words): string => wordOr(words, `record.actor.${actor}`, actor)
/** The same word in two acts may mean two things. */
export const fieldIn = (act: string, name: string, words: Words): string =>
  wordOr(words, `record.field.${act}-${name}`, wordOr(words, `record.field.${name}`, name))
export const wordOr = (words: Words, key: string, otherwise: string): string =>
  isWordKey(key) ? words.of({ key: key, args: {} }) : otherwise
