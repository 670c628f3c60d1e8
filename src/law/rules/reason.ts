/** One condition of a route, whether it holds, and why. What cannot cite cannot decide. */
import { say, type Message } from '../../kit/words/index.js'
import type { Case } from './case.js'
import type { Cited } from './cites.js'
import { compare, type Limit } from './numbers/compare.js'
import type { Question } from './questions.js'
import { markedCites, once, type Verified } from './verified.js'

export interface Reason {
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly because: Message
  readonly cites: readonly Cited[]
  /** Who judged it, where a person did. */
  readonly by?: string
  /** What would make it known. */
  readonly findOut?: Message
  /** It holds when one of these does. */
  readonly anyOf?: readonly Reason[]
  /** It holds when all of these do. */
  readonly allOf?: readonly Reason[]
}

/** lawful: every condition holds, and a person has verified all it rests on. unverified: every condition holds, but nobody has verified it all. */
export const VERDICTS = ['lawful', 'unverified', 'unlawful', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

export function verdictOf(reasons: readonly Reason[]): Verdict {
  if (reasons.some(({ holds }) => holds === 'no')) return 'unlawful'
  if (reasons.some(({ holds }) => holds === 'unknown')) return 'unknown'
  return unverifiedIn(reasons).length ? 'unverified' : 'lawful'
}

/** The same with each place naming who has verified it. */
export const markedReasons = (reasons: readonly Reason[], verified: Verified = {}): readonly Reason[] =>
  reasons.map((reason) => ({
    ...reason,
    cites: markedCites(reason.cites, verified),
    ...(reason.anyOf && { anyOf: markedReasons(reason.anyOf, verified) }),
    ...(reason.allOf && { allOf: markedReasons(reason.allOf, verified) }),
  }))

/** What conditions that hold rest on and nobody has verified, each once. Of alternatives the one that rests on least. */
export function unverifiedIn(reasons: readonly Reason[]): readonly Cited[] {
  return once(reasons.flatMap(restsOn)).filter(({ verified }) => !verified)
}

function restsOn({ cites, anyOf, allOf }: Reason): readonly Cited[] {
  const alternatives = (anyOf ?? []).filter(({ holds }) => holds === 'yes').map((one) => restsOn(one))
  const least = alternatives.sort((a, b) => unverifiedOf(a) - unverifiedOf(b))[0] ?? []
  return [...cites, ...least, ...(allOf ?? []).flatMap(restsOn)]
}

const unverifiedOf = (cites: readonly Cited[]): number => cites.filter(({ verified }) => !verified).length

/** A subjective condition: the officer's answer with their name, or what to ask. */
export function asked(c: Case, question: Question, ...cites: readonly Cited[]): Reason {
  const answer = c.answers[question]
  const because = say(`law.question.${question}`)
  if (!answer) return { holds: 'unknown', because, cites, findOut: say('law.judge') }
  return { holds: answer.says, because, cites, by: answer.by }
}

export const says = (c: Case, question: Question): 'yes' | 'no' | undefined => c.answers[question]?.says

export const always = (because: Message, ...cites: readonly Cited[]): Reason => ({ holds: 'yes', because, cites })
export const never = (because: Message, ...cites: readonly Cited[]): Reason => ({ holds: 'no', because, cites })

export function oneOf(because: Message, reasons: readonly Reason[]): Reason {
  const holds =
    (['yes', 'unknown', 'no'] as const).find((one) => reasons.some((reason) => reason.holds === one)) ?? 'no'
  return { holds, because, cites: [], anyOf: reasons }
}

/** The value is under a limit. Exactly at a threshold the directive applies; exactly at the direct-award limit is not known. */
export function under(c: Case, limit: Limit): Reason {
  const { standing, because, cites, findOut } = compare(c.value, limit, c.begunOn, c.entered, c.verified)
  if (standing === 'below') return { holds: 'yes', because, cites }
  if (standing === 'at' && limit === 'directAward')
    return { holds: 'unknown', because, cites, findOut: say('law.limit.atExactly') }
  return standing === 'unknown'
    ? { holds: 'unknown', because, cites, ...(findOut && { findOut }) }
    : { holds: 'no', because, cites }
}

/** The value is at a limit or over it. */
export function from(c: Case, limit: Limit): Reason {
  const below = under(c, limit)
  return below.holds === 'unknown' ? below : { ...below, holds: below.holds === 'yes' ? 'no' : 'yes' }
}

/** The threshold that governs the subject; undefined while the main subject is not judged. */
export const thresholdOf = ({ subject }: Case): Limit | undefined =>
  (
    ({
      goods: 'goodsAndServices',
      service: 'goodsAndServices',
      annexService: 'light',
      works: 'works',
      unsettled: undefined,
    }) as const
  )[subject]

export const subjectUnsettled = (...cites: readonly Cited[]): Reason => ({
  holds: 'unknown',
  because: say('law.subject.unsettled'),
  cites,
  findOut: say('law.subject.findOut'),
})
