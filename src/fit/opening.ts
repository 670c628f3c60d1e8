/** Openings: where an idea could enter what is bought. Pure; every point given has a reason a reader sees. */
import { kinship, labelOf, type Code } from '../categories/index.js'
import { addMonths, daysBetween, type Day } from '../kit/day.js'
import { say, type Language, type Message } from '../kit/words/index.js'

export interface Term {
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** Extension options that remain, in months. */
  readonly extensionMonths: readonly number[]
  readonly noticeMonths: number | null
}

export interface Candidate {
  readonly title: string
  readonly category: Code
  readonly dynamicSystem: boolean
  readonly sector: string
  readonly terms: readonly Term[]
}

export type Renewal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended'; readonly on: Day }
  | { readonly kind: 'ahead'; readonly noticeBy?: Day; readonly endsOn: Day; readonly lastPossibleEnd: Day }

/** The next date at which one of the contracts can be left or replaced. Without an end date it is unknown, never assumed. */
export function renewalOf(terms: readonly Term[], today: Day): Renewal {
  const dated = terms.filter((term): term is Term & { endsOn: Day } => term.endsOn !== null)
  if (dated.length === 0) return { kind: 'unknown' }
  const ahead = dated.filter((term) => term.endsOn >= today).sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))[0]
  if (!ahead)
    return {
      kind: 'ended',
      on: dated
        .map((term) => term.endsOn)
        .sort()
        .at(-1)!,
    }
  const lastPossibleEnd = ahead.extensionMonths.reduce((end, months) => addMonths(end, months), ahead.endsOn)
  const noticeBy = ahead.noticeMonths === null ? undefined : addMonths(ahead.endsOn, -ahead.noticeMonths)
  return {
    kind: 'ahead',
    ...(noticeBy && noticeBy >= today ? { noticeBy } : {}),
    endsOn: ahead.endsOn,
    lastPossibleEnd,
  }
}

export interface Judged {
  readonly points: number
  readonly because: readonly Message[]
  readonly renewal: Renewal
  /** Near enough to be an opening; otherwise it is only the nearest thing. */
  readonly opening: boolean
}

const KIN_POINTS: Record<string, number> = {
  same: 7,
  within: 6,
  contains: 4,
  subcategory: 5,
  category: 5,
  class: 4,
  group: 3,
  division: 1,
  unrelated: 0,
}
const SECTORS = ['municipality', 'region', 'state']

/** How well a procurement fits an idea of these confirmed categories, best category first. */
export function judge(
  candidate: Candidate,
  confirmed: readonly Code[],
  ideaWords: readonly string[],
  sectors: readonly string[],
  today: Day,
  language: Language,
): Judged {
  const because: Message[] = []
  const kin = confirmed
    .map((code) => ({ code, kin: kinship(candidate.category, code).kin }))
    .sort((a, b) => KIN_POINTS[b.kin]! - KIN_POINTS[a.kin]!)[0]
  let points = kin ? KIN_POINTS[kin.kin]! : 0
  if (kin && kin.kin !== 'unrelated')
    because.push(
      say('fit.because.category', {
        kin: kin.kin,
        contract: labelOf(candidate.category, language),
        idea: labelOf(kin.code, language),
      }),
    )
  const shared = sharedWords(candidate.title, ideaWords)
  if (shared.length) {
    points += Math.min(3, 1.5 * shared.length)
    because.push(say('fit.because.words', { words: shared.slice(0, 4).join(', ') }))
  }
  const opening = points >= 3 && kin !== undefined && kin.kin !== 'unrelated'
  const renewal = renewalOf(candidate.terms, today)
  points += renewalPoints(renewal, today)
  if (candidate.dynamicSystem) {
    points += 2
    because.push(say('fit.because.dynamic'))
  }
  if (sectors.includes(candidate.sector)) {
    points += 1
    because.push(say('fit.because.sector', { sector: candidate.sector }))
  } else if (sectors.length && SECTORS.includes(candidate.sector)) points -= 2
  return { points, because, renewal, opening }
}

/** A renewal within two years can be prepared for; later ones count less, an unknown one neither helps nor harms. */
function renewalPoints(renewal: Renewal, today: Day): number {
  if (renewal.kind === 'unknown') return 0
  if (renewal.kind === 'ended') return 1
  const days = daysBetween(today, renewal.endsOn)
  return days <= 730 ? 2 : 1
}

/** Words of at least five letters that stand in both, also as the beginning or part of a compound. */
export function sharedWords(title: string, ideaWords: readonly string[]): string[] {
  const words = wordsIn(title)
  return words.filter((word) =>
    ideaWords.some(
      (idea) =>
        word === idea ||
        (idea.length >= 5 &&
          word.length >= 5 &&
          (word.startsWith(idea.slice(0, -1)) || idea.startsWith(word.slice(0, -1)))),
    ),
  )
}

const COMMON = new Set(
  'under eller samt olika andra through their there which other where våra deras detta denna efter ramavtal upphandling kommun inköp leverans leveranser tjänster produkter services products avseende varor'.split(
    ' ',
  ),
)

export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLocaleLowerCase('sv')
      .match(/[\p{L}]{5,}/gu)
      ?.filter((word) => !COMMON.has(word)) ?? [],
  ),
]
