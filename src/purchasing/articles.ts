/** Which articles of invoices may be named in public, once their lines may be seen. Pure. */
import { FEWEST } from './few.js'
import { GIVEN_NAMES } from './given-names.js'

export const SHOWS = ['names', 'prices'] as const
/** What an officer publishes of articles: their names, or quantities and prices too. */
export type Shows = (typeof SHOWS)[number]

/** Why the lines of an article stay internal though nothing else keeps them. */
export type ArticleKept = 'few' | 'givenName'

/** Undefined where it may be named: it recurs, so that it was not written for one person, and no word of it is a given name. */
export function articleKept({ article, lines }: { article: string; lines: number }): ArticleKept | undefined {
  if (lines < FEWEST) return 'few'
  const words = article.toLocaleUpperCase('sv').match(/\p{L}+/gu) ?? []
  return words.some((word) => GIVEN_NAMES.has(word)) ? 'givenName' : undefined
}
