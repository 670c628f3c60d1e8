/**
 * Words of a list that people edit, found in a text whatever its capitals. A star is any ending: 'familjehem*' finds
 * 'familjehemsvård', and never the end of another word.
 */
const INSIDE = /[\p{L}\p{N}]/u.source

export function patternOf(phrases: readonly string[], flags = 'iu'): RegExp {
  const written = phrases.map((phrase) =>
    phrase
      .normalize('NFC')
      .trim()
      .replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
      .replaceAll('*', '\\p{L}*')
      .replace(/\s+/g, '\\s+'),
  )
  return new RegExp(`(?<!${INSIDE})(?:${written.join('|')})(?!${INSIDE})`, flags)
}

export const phrasesIn = (list: string): string[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
