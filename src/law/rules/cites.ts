/**
 * Where each rule stands, with a link to the place and how well it is known here. The mark says how sure we are; what makes an
 * answer *lawful* is a person who has verified the place.
 */
import type { Citation } from '../../kit/cite.js'
import type { Day } from '../../kit/day.js'

/** read: in a published source. known: the act's own text, unchanged for years. weak: one poor source; ask a lawyer. */
export type Mark = 'read' | 'known' | 'weak'
/** A person of the installation who has checked a number or a place in its source, and when. */
export interface Verification {
  readonly by: string
  readonly on: Day
}

export interface Cited extends Citation {
  readonly place: string
  readonly url: string
  readonly mark: Mark
  /** The number that was read there, by its key; absent for a rule. */
  readonly number?: string
  /** In an answer: who has verified it, where somebody has. */
  readonly verified?: Verification
}

const cited = (source: string, place: string, url: string, mark: Mark): Cited => ({ source, place, url, mark })

/** `art. 27(4)` or `recital 62` of the procurement directive; the link opens the article, or the recitals. */
export const directive = (place: string, mark: Mark = 'known'): Cited =>
  cited('2014/24/EU', place, `https://www.legislation.gov.uk/eudr/2014/24/${partOf(place)}`, mark)

const partOf = (place: string): string => {
  const article = /^art\. (\d+)/.exec(place)?.[1]
  return article ? `article/${article}` : 'introduction'
}

/** `art. 2a(2)` of the remedies directive. */
export const remedies = (place: string, mark: Mark = 'known'): Cited =>
  cited('89/665/EEC', place, 'https://eur-lex.europa.eu/eli/dir/1989/665/oj', mark)

/** `19 a kap. 11 §` of the Swedish procurement act; the link opens the section. */
export function lou(place: string, mark: Mark = 'read'): Cited {
  const [, chapter = '', letter = '', section] = /^(\d+)(?: ([a-z]))? kap\.(?: (\d+))?/.exec(place) ?? []
  return cited(
    'LOU (2016:1145)',
    place,
    `https://lagen.nu/2016:1145#K${chapter}${letter}${section ? `P${section}` : ''}`,
    mark,
  )
}

/** `art. 3(4)` of the regulation on periods, dates and time limits. */
export const regulation1182 = (place: string, mark: Mark = 'read'): Cited =>
  cited('1182/71', place, 'https://eur-lex.europa.eu/eli/reg/1971/1182/oj', mark)

/** The Swedish law that moves a last day; it adds three eves to Saturdays, Sundays and holidays. */
export const law1930 = cited('SFS 1930:173', '2 §', 'https://lagen.nu/1930:173#P2', 'read')
/** The Swedish law that lists the public holidays. */
export const law1989 = cited('SFS 1989:253', '1 §', 'https://lagen.nu/1989:253', 'read')
/** What Upphandlingsmyndigheten answers under a number; where known, the rest of its address too. */
export const agency = (question: number): Cited =>
  cited(
    'Upphandlingsmyndigheten',
    String(question),
    `https://www.upphandlingsmyndigheten.se/frageportalen/${question}/${ANSWERS[question] ?? ''}`,
    'read',
  )
const ANSWERS: Readonly<Record<number, string>> = {
  1943433: 'avtalsparr-i-tilldelningsbeslut/',
  2540981: 'vardet-av-en-direktupphandling/',
}
/** A published page that is no act: `upphandlingsmyndigheten.se`, its name there, its address. */
export const page = (source: string, place: string, url: string, mark: Mark = 'read'): Cited =>
  cited(source, place, url, mark)
