/** A need and what the city has, as an officer states it. What is not stated is not known. */
import { yearOf, type Day } from '../../kit/day.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { LAST_YEAR } from './days/holidays.js'
import type { Value } from './numbers/compare.js'
import type { Dated } from './numbers/dated.js'
import { ACT_FROM } from './numbers/periods.js'
import type { Question } from './questions.js'

/** annexService: a social or other special service of annex 2, such as a meal service. unsettled: mixed, main subject not judged. */
export const SUBJECTS = ['goods', 'service', 'annexService', 'works', 'unsettled'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Times that are the buyer's own. Those the law wants sufficient but does not count are in calendar days, the others in working days. */
export const OWN_TIMES = {
  sufficient: ['reasonableTime', 'dialogueTime', 'finalTenders', 'miniTenders', 'contestTime'],
  local: ['selection', 'negotiation', 'evaluation', 'decision'],
} as const
export type OwnTime = (typeof OWN_TIMES.sufficient)[number] | (typeof OWN_TIMES.local)[number]

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
  /** Tenders and decisions go electronically, as the Swedish act asks. */
  readonly electronic: boolean
  /** What is absent is "don't know". */
  readonly answers: Readonly<Partial<Record<Question, Answer>>>
  readonly ownDays?: Readonly<Partial<Record<OwnTime, number>>>
  readonly frameworkYears?: number
  /** A change of a running contract, in öre: its first value, this increase, and small increases before. */
  readonly change?: { readonly contract: number; readonly increase: number; readonly earlier: number }
  /** Amounts that the installation has entered; they go before the shipped ones. */
  readonly entered?: readonly Dated[]
}

/** The first thing that cannot be, naming its field; undefined when all can. */
export function refuseCase(c: Case): Refusal | undefined {
  const because = [...dayProblems(c), ...numberProblems(c)][0]
  return because && refuse(because)
}

function* dayProblems({ begunOn, startOn }: Case): Generator<Message> {
  if (begunOn < ACT_FROM) yield say('law.refusal.before', { field: 'begunOn', first: ACT_FROM })
  if (startOn < begunOn) yield say('law.refusal.order', { field: 'startOn' })
  if (yearOf(startOn) > LAST_YEAR - 10)
    yield say('law.refusal.year', { field: 'startOn', first: ACT_FROM.slice(0, 4), last: String(LAST_YEAR - 10) })
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
/** What the law wants sufficient takes a day at least. */
const leastDays = (name: string): number => ((OWN_TIMES.sufficient as readonly string[]).includes(name) ? 1 : 0)
const isAmount = (ore: number): boolean => Number.isSafeInteger(ore) && ore >= 0
