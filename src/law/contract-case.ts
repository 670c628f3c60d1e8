/** What is known of a running contract, as a case of law. What no source tells stays "don't know", and is asked. */
import { addMonths, type Day } from '../kit/day.js'
import { noticeBy, optionEnds, optionMonths, type KnownContract } from '../purchasing/index.js'
import { backPlan, type BackPlan } from './back-plan.js'
import type { LawHeld } from './held.js'
import { UNKNOWN_VALUE, type Answer, type Case, type RunningContract } from './rules/case.js'
import { directive, lou, type Cited } from './rules/cites.js'
import { capOn } from './rules/numbers/caps.js'
import type { Value } from './rules/numbers/compare.js'
import type { Question } from './rules/questions.js'
import { asked, type Reason } from './rules/reason.js'
import { subjectOf } from './subject.js'

/** A purchase that begins on a day and of which only the category, and perhaps the value, is known. */
export const purchaseCase = (on: Day, code: string | null, held: LawHeld, value: Value = UNKNOWN_VALUE): Case => ({
  ...held,
  ...{ begunOn: on, startOn: on, subject: subjectOf(code), value, electronic: true, answers: {} },
  ...(code ? { category: code } : {}),
})

/** With what the register tells of the days and the ceiling; and in its own name, whether the buyer may call off. */
export function contractCase(contract: KnownContract, today: Day, held: LawHeld): Case {
  const running = runningOf(contract)
  return {
    ...purchaseCase(today, contract.category, held),
    answers: answersOf(contract),
    ...(Object.keys(running).length > 0 ? { running } : {}),
  }
}

function runningOf({ state, startsOn, endsOn, ceiling, ...term }: KnownContract): RunningContract {
  if (state === 'contradictory' || state === 'withdrawn') return {}
  const last = lastEnd({ state, endsOn, ...term })
  return {
    ...(startsOn ? { from: startsOn } : {}),
    ...(endsOn ? { to: endsOn } : {}),
    ...(last && last !== endsOn ? { extendableTo: last } : {}),
    ...(ceiling !== null && ceiling >= 0 ? { ceiling } : {}),
  }
}

function answersOf({ state, callers, buyerName, file, line }: KnownContract): Partial<Record<Question, Answer>> {
  const told = (says: Answer['says']): Answer => ({ says, by: `${file}:${line}` })
  return {
    ...(state === 'coming' ? { contractCovers: told('no') } : {}),
    ...(callers.includes(buyerName) ? { mayCallOff: told('yes') } : {}),
  }
}

export interface SmallChange {
  readonly percent: number
  /** What all small changes together must stay below, in öre; absent where no ceiling is told for one supplier alone. */
  readonly below?: number
  readonly cites: readonly Cited[]
}

/** The share of the contract's first value, reckoned on the register's ceiling: whether that is the first value is asked. */
export function smallChange({ category, ceiling, holders }: KnownContract, today: Day): SmallChange {
  const isWorks = subjectOf(category) === 'works'
  const { amount, cites } = capOn(isWorks ? 'smallChangeWorks' : 'smallChangeGoodsAndServices', today)
  const isAlone = ceiling !== null && ceiling > 0 && holders === 1
  return { percent: amount, cites, ...(isAlone ? { below: Math.floor((ceiling * amount) / 100) } : {}) }
}

export interface OverCap {
  readonly from: Day
  /** The last possible end, every option used. */
  readonly to: Day
  readonly years: number
  readonly cites: readonly Cited[]
}

/** A framework that may last, with all its options, longer than the cap; undefined of others and where its days are not known. */
export function overCap({ agreement, startsOn, ...term }: KnownContract, today: Day): OverCap | undefined {
  const to = lastEnd(term)
  if (agreement !== 'framework' || !startsOn || !to) return undefined
  const { amount, cites } = capOn('frameworkYears', today)
  return to < addMonths(startsOn, amount * 12) ? undefined : { from: startsOn, to, years: amount, cites }
}

/** The next option that can still be used: by when, and the end it gives. Undefined where none is told or left. */
export function nextOption(contract: KnownContract, today: Day): { useBy: Day; endsOn: Day } | undefined {
  const { noticeMonths } = contract
  const ends = endsOf(contract)
  const uses = ends.slice(0, -1).map((after, at) => ({
    useBy: noticeBy({ endsOn: after, noticeMonths }) ?? after,
    endsOn: ends[at + 1]!,
  }))
  return uses.find(({ useBy }) => useBy >= today)
}

/** An option is a clause of the contract, and is used as the clause says. */
export const optionAsked = (c: Case): readonly Reason[] => [
  asked(c, 'reviewClause', directive('art. 72(1)(a)', 'read'), lou('17 kap. 10 §')),
  asked(c, 'natureKept', directive('art. 72(1)(a)', 'read')),
]

type Ends = Pick<KnownContract, 'state' | 'endsOn' | 'extensionMonths'>
const lastEnd = (term: Ends): Day | undefined => endsOf(term).at(-1)

/** The end and then each option's; none where the days contradict each other. */
const endsOf = (term: Ends): Day[] =>
  term.endsOn === null || term.state === 'contradictory'
    ? []
    : [term.endsOn, ...optionEnds(term.endsOn, optionMonths(term))]

/** Procedures that may always be used, the quicker first. */
export const ALWAYS_OPEN = ['open', 'restricted'] as const

/** For each end that is ahead: when each procedure must begin for a new contract to be made by then. */
export function replacements(contract: KnownContract, c: Case): readonly BackPlan[] {
  const ahead = endsOf(contract).filter((end) => end >= c.startOn)
  const needed = [...new Set([ahead[0], ahead.at(-1)])].flatMap((end) => end ?? [])
  return needed.flatMap((end) => ALWAYS_OPEN.flatMap((route) => backPlan(route, c, end) ?? []))
}
