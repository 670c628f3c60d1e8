/** A need and what the city has, as an officer states it. What is not stated is not known. */
import { yearOf, type Day } from '../../kit/day.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { LAST_YEAR } from './days/holidays.js'
import type { CityCalendar } from './local/city.js'
import type { Value } from './numbers/compare.js'
import type { Dated } from './numbers/dated.js'
import { ACT_FROM } from './numbers/periods.js'
import type { Question } from './questions.js'
import type { ValuePart } from './value.js'
import type { Verified } from './verified.js'

/** annexService: a social or other special service of annex 2, such as a meal service. unsettled: mixed, main subject not judged. */
export const SUBJECTS = ['goods', 'service', 'annexService', 'works', 'unsettled'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Times that are the buyer's own. Those the law wants sufficient but does not count are in calendar days, the others in working days. */
export const OWN_TIMES = {
  sufficient: ['reasonableTime', 'dialogueTime', 'finalTenders', 'miniTenders', 'contestTime'],
  local: ['selection', 'negotiation', 'evaluation', 'decision'],
} as const
export type OwnTime = (typeof OWN_TIMES.sufficient)[number] | (typeof OWN_TIMES.local)[number]

/** recurring or renewed: similar contracts count (chapter 5, 11 §). */
export const RECURS = ['once', 'recurring', 'renewed'] as const
export type Recurs = (typeof RECURS)[number]

/** The value of a case whose value nobody has said. */
export const UNKNOWN_VALUE: Value = { least: 0, most: Number.MAX_SAFE_INTEGER }

/** What is known of a contract or framework that the city has and may buy under. Amounts in öre. */
export interface RunningContract {
  readonly from?: Day
  /** Its last day as it stands. */
  readonly to?: Day
  /** The last day when every agreed extension is used. */
  readonly extendableTo?: Day
  /** The most that may be bought under it, and what has been. */
  readonly ceiling?: number
  readonly used?: number
}

export interface Answer {
  readonly says: 'yes' | 'no'
  /** Who judged it: a person, named by name or office. */
  readonly by: string
}

export interface Case {
  /** The day the case began decides whose law it is judged by. */
  readonly begunOn: Day
  /** The first day on which a notice can be sent or, where none is needed, a contract made. */
  readonly startOn: Day
  readonly subject: Subject
  /** By chapter 5: the whole contract with options and extensions, and similar contracts where it recurs. Öre, excluding VAT. */
  readonly value: Value
  /** What the value is made of, where it was said part by part; `value` is then their sum. */
  readonly parts?: readonly ValuePart[]
  readonly recurs?: Recurs
  /** A CPV code of eight digits. */
  readonly category?: string
  /** The day it must be in use. */
  readonly neededBy?: Day
  readonly running?: RunningContract
  /** Tenders and decisions go electronically, as the Swedish act asks. */
  readonly electronic: boolean
  /** What is absent is "don't know". */
  readonly answers: Readonly<Partial<Record<Question, Answer>>>
  readonly ownDays?: Readonly<Partial<Record<OwnTime, number>>>
  readonly frameworkYears?: number
  /** What makes the likely day later in this city. */
  readonly city?: CityCalendar
  /** A change of a running contract, in öre: its first value, this increase, and small increases before. */
  readonly change?: { readonly contract: number; readonly increase: number; readonly earlier: number }
  /** Amounts that the installation has entered; they go before the shipped ones. */
  readonly entered?: readonly Dated[]
  /** What the installation's own people have verified; nothing without it. */
  readonly verified?: Verified
}

/** The first thing that cannot be, naming its field; undefined when all can. */
export function refuseCase(c: Case): Refusal | undefined {
  const because = [
    ...dayProblems(c),
    ...neededProblems(c),
    ...numberProblems(c),
    ...runningProblems(c),
    ...cityProblems(c),
  ][0]
  return because && refuse(because)
}

function* dayProblems({ begunOn, startOn }: Case): Generator<Message> {
  if (begunOn < ACT_FROM) yield say('law.refusal.before', { field: 'begunOn', first: ACT_FROM })
  if (startOn < begunOn) yield say('law.refusal.order', { field: 'startOn' })
  if (yearOf(startOn) > LAST_YEAR - 10)
    yield say('law.refusal.year', { field: 'startOn', first: ACT_FROM.slice(0, 4), last: String(LAST_YEAR - 10) })
}

/** A day needed is no earlier than the first day that anything can be done. */
function* neededProblems({ neededBy, startOn }: Case): Generator<Message> {
  if (!neededBy) return
  if (neededBy < startOn) yield say('law.refusal.needed', { field: 'neededBy', first: startOn })
  if (yearOf(neededBy) > LAST_YEAR - 10)
    yield say('law.refusal.year', { field: 'neededBy', first: ACT_FROM.slice(0, 4), last: String(LAST_YEAR - 10) })
}

function* cityProblems({ city = {} }: Case): Generator<Message> {
  const { handInDays, delegationBelow } = city
  if (handInDays !== undefined && !(Number.isInteger(handInDays) && handInDays >= 0 && handInDays <= MOST_HAND_IN))
    yield say('law.refusal.ownDays', { field: 'city.handInDays', least: 0, most: MOST_HAND_IN })
  if (delegationBelow !== undefined && !isAmount(delegationBelow))
    yield say('law.refusal.amount', { field: 'city.delegationBelow' })
}

function* runningProblems({ running = {} }: Case): Generator<Message> {
  const { from, to, extendableTo, ceiling, used } = running
  if (from && to && to < from) yield say('law.refusal.needed', { field: 'running.to', first: from })
  if (to && extendableTo && extendableTo < to)
    yield say('law.refusal.needed', { field: 'running.extendableTo', first: to })
  for (const [field, ore] of Object.entries({ ceiling, used }))
    if (ore !== undefined && !isAmount(ore)) yield say('law.refusal.amount', { field: `running.${field}` })
}

function* numberProblems(c: Case): Generator<Message> {
  const { least, most } = c.value
  if (!isAmount(least) || !isAmount(most)) yield say('law.refusal.amount', { field: 'value' })
  if (least > most) yield say('law.refusal.range', { field: 'value' })
  if (c.change && ![c.change.contract, c.change.increase, c.change.earlier].every(isAmount))
    yield say('law.refusal.amount', { field: 'change' })
  if (c.change?.contract === 0) yield say('law.refusal.amount', { field: 'change' })
  if (c.frameworkYears !== undefined && !(c.frameworkYears > 0 && c.frameworkYears <= 50))
    yield say('law.refusal.years', { field: 'frameworkYears' })
  for (const [name, days] of Object.entries(c.ownDays ?? {}))
    if (!Number.isInteger(days) || days < leastDays(name) || days > MOST_DAYS)
      yield say('law.refusal.ownDays', { field: name, least: leastDays(name), most: MOST_DAYS })
}

const MOST_DAYS = 730
const MOST_HAND_IN = 60
/** What the law wants sufficient takes a day at least. */
const leastDays = (name: string): number => ((OWN_TIMES.sufficient as readonly string[]).includes(name) ? 1 : 0)
const isAmount = (ore: number): boolean => Number.isSafeInteger(ore) && ore >= 0
