/**
 * The renewal of a contract is a chain of days: when it can be left, when it ends, how far options carry it, when its
 * ceiling is reached. Each says what it follows from; what does not follow from anything told is unknown, with what would
 * make it known.
 */
import { addDays, day, daysBetween, type Day } from '../kit/day.js'
import { noticeBy, optionEnds, optionMonths, type Term } from './term.js'

export type State = 'withdrawn' | 'unknown' | 'contradictory' | 'coming' | 'running' | 'past-end' | 'ended'

/** Purchases that are known to be made under the contract, in öre, from `since` and for so many months. */
export interface Pace {
  readonly spent: number
  readonly since: Day
  readonly months: number
}
export interface Renewable extends Term {
  readonly ceiling: number | null
  /** A later register of the buyer leaves it out. */
  readonly isWithdrawn: boolean
}

/** What a day follows from: the facts it was worked out from. */
export type Because =
  | { readonly rule: 'told' }
  | { readonly rule: 'notice'; readonly months: number; readonly end: Day }
  | { readonly rule: 'option'; readonly months: number; readonly after: Day }
  | { readonly rule: 'before-option'; readonly after: Day }
  | { readonly rule: 'pace'; readonly ceiling: number; readonly spent: number; readonly months: number }

/** 'notice' is the last day to give notice, 'use' the last day to use an option, 'option' the day on which it ends. */
export interface Step {
  readonly kind: 'notice' | 'end' | 'use' | 'option' | 'ceiling'
  /** Which option, from 1. */
  readonly option?: number
  readonly on: Day
  readonly because: Because
}

/** What would make it known: another fact of the register, or purchases. */
export type Missing =
  | ('notice-period' | 'end' | 'dates-agree' | 'options-read' | 'ceiling')
  | ('purchases' | 'earlier-purchases' | 'published-purchases' | 'purchases-to-come')
export interface NotKnown {
  readonly kind: 'notice' | 'end' | 'last' | 'ceiling'
  readonly missing: Missing
}

export interface Chain {
  readonly state: State
  /** In the order of days. */
  readonly steps: readonly Step[]
  readonly unknown: readonly NotKnown[]
  /** The last possible end; undefined where it is not known. */
  readonly last: Day | undefined
  /** The ceiling's day where it comes after the last possible end: at that pace it lasts. */
  readonly lasts: Step | undefined
  /** The earliest step that is ahead; none of a contract that is withdrawn. */
  readonly next: Step | undefined
}

export function chainOf(contract: Renewable, today: Day, pace: Pace | Missing = 'purchases'): Chain {
  const term = isContradictory(contract) ? undefined : contract
  const last = term && term.extensionMonths !== null ? lastEnd(term) : undefined
  const ceiling = ceilingOf(contract, pace, today)
  const reached = 'on' in ceiling ? ceiling : undefined
  const lasts = reached && last && reached.on > last ? reached : undefined
  const steps = [...(term ? termSteps(term) : []), ...(reached && !lasts ? [reached] : [])].sort(byDay)
  const state = stateOf(contract, today)
  return {
    state,
    steps,
    unknown: [...termUnknown(contract), ...('on' in ceiling ? [] : [ceiling])],
    last,
    lasts,
    next: state === 'withdrawn' ? undefined : steps.find(({ on }) => on >= today),
  }
}

/** With the ceiling's day, at the pace at which it is bought under it. */
export const chainBought = (contract: Renewable & { readonly bought: Bought | null }, today: Day): Chain =>
  chainOf(contract, today, paceOf(contract.startsOn, contract.bought))

/** What the ledgers tell of purchases under a contract: `from` and `to` are the first days of the months they cover. */
export interface Bought {
  readonly spent: number
  readonly from: Day | null
  readonly to: Day | null
}

/**
 * Over the whole of the contract so far: months that no ledger covers would make the ceiling look further off. Null where
 * not all that was bought may be seen: a pace of what is published alone would be too slow.
 */
export function paceOf(startsOn: Day | null, bought: Bought | null): Pace | Missing {
  if (bought === null) return 'published-purchases'
  const { spent, from, to } = bought
  if (from === null || to === null || spent === 0) return 'purchases'
  if (startsOn === null || startsOn.slice(0, 7) < from.slice(0, 7)) return 'earlier-purchases'
  const since = day(`${startsOn.slice(0, 7)}-01`)
  return { spent, since, months: monthNumber(to) - monthNumber(since) + 1 }
}

const monthNumber = (of: Day): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))

/** Past its stated end, but an option that nobody has told was used, or words that could not be read, may carry it on. */
export function stateOf(contract: Renewable, today: Day): State {
  const { startsOn, endsOn, extensionMonths, isWithdrawn } = contract
  if (isWithdrawn) return 'withdrawn'
  if (endsOn === null) return 'unknown'
  if (isContradictory(contract)) return 'contradictory'
  if (startsOn !== null && startsOn > today) return 'coming'
  if (endsOn >= today) return 'running'
  return extensionMonths === null || lastEnd(contract)! >= today ? 'past-end' : 'ended'
}

/** The register says that it ends before it starts. */
const isContradictory = ({ startsOn, endsOn }: Term): boolean =>
  startsOn !== null && endsOn !== null && endsOn < startsOn

const lastEnd = (term: Term): Day | undefined =>
  optionEnds(term.endsOn, optionMonths(term)).at(-1) ?? (term.endsOn || undefined)

/**
 * An option must be used before what it prolongs has ended. Where a notice period is told it counts for that too: the
 * register does not tell them apart, and the earlier day is the safe one.
 */
function termSteps(term: Term): Step[] {
  const { endsOn, noticeMonths } = term
  if (endsOn === null) return []
  const months = optionMonths(term)
  const ends = [endsOn, ...optionEnds(endsOn, months)]
  const options = months.flatMap((length, at): Step[] => {
    const after = ends[at]!
    const option = at + 1
    return [
      { kind: 'use', option, ...lastToAct(after, noticeMonths) },
      { kind: 'option', option, on: ends[option]!, because: { rule: 'option', months: length, after } },
    ]
  })
  const notice: Step[] = noticeMonths === null ? [] : [{ kind: 'notice', ...lastToAct(endsOn, noticeMonths) }]
  return [...notice, { kind: 'end', on: endsOn, because: { rule: 'told' } }, ...options]
}

function lastToAct(end: Day, noticeMonths: number | null): Pick<Step, 'on' | 'because'> {
  const on = noticeBy({ endsOn: end, noticeMonths })
  if (on === undefined || noticeMonths === null) return { on: end, because: { rule: 'before-option', after: end } }
  return { on, because: { rule: 'notice', months: noticeMonths, end } }
}

function termUnknown(contract: Renewable): NotKnown[] {
  const missing = contract.endsOn === null ? 'end' : isContradictory(contract) ? 'dates-agree' : undefined
  if (missing) return [{ kind: 'end', missing }]
  return [
    ...(contract.noticeMonths === null ? [{ kind: 'notice', missing: 'notice-period' } as const] : []),
    ...(contract.extensionMonths === null ? [{ kind: 'last', missing: 'options-read' } as const] : []),
  ]
}

const DAYS_A_MONTH = 365.2425 / 12

/** The day on which what is left of the ceiling is used up, if it goes on as in the months counted. */
function ceilingOf({ ceiling }: Renewable, pace: Pace | Missing, today: Day): Step | NotKnown {
  if (ceiling === null) return { kind: 'ceiling', missing: 'ceiling' }
  if (typeof pace === 'string') return { kind: 'ceiling', missing: pace }
  const { spent, months, since } = pace
  if (spent <= 0 || months <= 0) return { kind: 'ceiling', missing: 'purchases-to-come' }
  const days = Math.floor((ceiling / spent) * months * DAYS_A_MONTH)
  // A ceiling that lasts for centuries is no day to act on.
  if (days > daysBetween(since, today) + 36_525) return { kind: 'ceiling', missing: 'purchases-to-come' }
  return { kind: 'ceiling', on: addDays(since, days), because: { rule: 'pace', ceiling, spent, months } }
}

const ORDER: readonly Step['kind'][] = ['ceiling', 'notice', 'use', 'end', 'option']
const byDay = (a: Step, b: Step): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
