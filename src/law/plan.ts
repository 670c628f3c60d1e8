/** The answer as an officer reads it: which routes stand side by side, which are quicker but not settled, what to begin by when. */
import { daysBetween, type Day } from '../kit/day.js'
import type { Holding } from './asked.js'
import { latestDay, latestStart, soonest, type Answered } from './rules/answer.js'
import { likely, type Calendar } from './rules/calendar.js'
import type { Case, OwnTime } from './rules/case.js'
import type { Cited } from './rules/cites.js'
import type { Question } from './rules/questions.js'
import type { Reason } from './rules/reason.js'
import { ROUTE } from './rules/routes/index.js'
import type { RouteId } from './rules/routes/route.js'

export interface Plan {
  readonly case: Case
  readonly answers: readonly Answered[]
  /** What the answer opens with: the route asked about; else the direct award, where it would be the quicker; else the lead. */
  readonly top: Answered | undefined
  /** The route asked about, or the quickest that may be taken. */
  readonly lead: Answered | undefined
  readonly asked: boolean
  /** Side by side: those through what exists first, then by their earliest day. */
  readonly shown: readonly Answered[]
  /** Ways with a test of their own that nobody has answered. */
  readonly further: readonly Answered[]
  readonly unlawful: readonly Answered[]
  /**
   * Whose questions come first: those of the route asked about; else of what is quicker than the lead and not settled. A direct
   * award also where it is barred, since that is what is asked first.
   */
  readonly above: readonly Answered[]
  /** Quicker than the lead too, if something that runs covers it. */
  readonly existing: readonly Answered[]
  readonly begin: readonly Begin[]
}

/** By when to begin a route so that its contract can be made by the day needed; undefined: not in the last three years. */
export interface Begin {
  readonly answered: Answered
  readonly earliest: Day | undefined
  /** With the buyer's own times; undefined while one is not said. */
  readonly likely: Day | undefined
  /** Days that are missing, by the law's times alone. */
  readonly late: number
}

/** Through what the city has: no new award, or one inside a framework. */
export const EXISTING: readonly RouteId[] = ['throughSupplier', 'callOff', 'miniCompetition', 'change']
const PLAIN: readonly RouteId[] = ['directAward', 'belowThreshold', 'lightRegime', 'open', 'restricted']

export function planOf(c: Case, answers: readonly Answered[], way?: RouteId, has?: Holding): Plan {
  const asked = answers.find(({ route }) => route === way)
  const lead = asked ?? soonest(answers)
  const stands = ({ route, verdict }: Answered) =>
    route === way ||
    (route === 'directAward' && !asked) ||
    verdict === 'lawful' ||
    verdict === 'unverified' ||
    (verdict === 'unknown' && (PLAIN.includes(route) || (EXISTING.includes(route) && has !== 'nothing')))
  const shown = inOrder(answers.filter(stands), way)
  const quicker = shown.filter((one) => one !== lead && isQuicker(one, lead))
  const direct = asked ? undefined : quicker.find(({ route }) => route === 'directAward')
  return {
    ...{ case: c, answers, top: direct ?? lead, lead, shown, asked: asked !== undefined },
    further: answers.filter((one) => one.verdict === 'unknown' && !stands(one)),
    unlawful: answers.filter((one) => one.verdict === 'unlawful' && !stands(one)),
    above: asked ? [asked].filter(isOpen) : topFirst(quicker, direct).filter(({ route }) => !EXISTING.includes(route)),
    existing: asked ? [] : quicker.filter(({ route }) => EXISTING.includes(route)),
    begin: c.neededBy ? shown.filter(mayBe).map((one) => beginOf(one, c, c.neededBy!)) : [],
  }
}

/** Not barred: its days are worth showing. */
export const mayBe = ({ verdict }: Answered): boolean => verdict !== 'unlawful'

const topFirst = (answers: readonly Answered[], top: Answered | undefined): readonly Answered[] =>
  top ? [top, ...answers.filter((one) => one !== top)] : answers

const isOpen = ({ verdict }: Answered): boolean => verdict === 'unknown'

const isQuicker = ({ route, verdict, earliest }: Answered, lead: Answered | undefined): boolean =>
  (verdict === 'unknown' || (verdict === 'unlawful' && route === 'directAward')) &&
  earliest.firstDay !== undefined &&
  (lead?.earliest.firstDay === undefined || earliest.firstDay < lead.earliest.firstDay)

const NEVER = '9999-12-31'
function inOrder(answers: readonly Answered[], way: RouteId | undefined): Answered[] {
  const key = ({ route, earliest }: Answered) =>
    `${route === way ? 0 : EXISTING.includes(route) ? 1 : 2} ${EXISTING.includes(route) ? '' : (earliest.firstDay ?? NEVER)}`
  return [...answers].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

function beginOf(answered: Answered, c: Case, neededBy: Day): Begin {
  const { route, earliest: first, likely: probably } = answered
  const earliest = latestStart(ROUTE[route], c, neededBy)
  return {
    ...{ answered, earliest },
    likely: probably.firstDay ? latestLikelyStart(route, c, neededBy, earliest) : undefined,
    late: first.firstDay && first.firstDay > neededBy ? daysBetween(neededBy, first.firstDay) : 0,
  }
}

/** Never later than by the law's times alone. */
function latestLikelyStart(route: RouteId, c: Case, neededBy: Day, from: Day | undefined): Day | undefined {
  const stages = ROUTE[route].stages(c)
  return from && latestDay(from, neededBy, (startOn) => likely({ ...c, startOn }, stages).firstDay)
}

/** The question that a condition asks; undefined for a fact. */
export function questionOf({ because: { key } }: Reason): Question | undefined {
  return key.startsWith('law.question.') ? (key.slice('law.question.'.length) as Question) : undefined
}

export const flat = (reasons: readonly Reason[]): Reason[] =>
  reasons.flatMap((reason) => [reason, ...flat(reason.anyOf ?? []), ...flat(reason.allOf ?? [])])

/** Where on the page each question is asked: at its first condition, so that no control stands twice. */
export function firstAsked(answers: readonly Answered[]): ReadonlyMap<Question, Reason> {
  const found = new Map<Question, Reason>()
  for (const reason of answers.flatMap(({ because }) => flat(because))) {
    const question = questionOf(reason)
    if (question && !found.has(question)) found.set(question, reason)
  }
  return found
}

/** Times that the buyer has to say before a route has its days. */
export const missingTimes = ({ earliest, likely }: Answered): OwnTime[] => [
  ...new Set([...earliest.missing, ...likely.missing]),
]

/** With the buyer's own times where they are said, else by the law's alone. */
export const shownCalendar = ({ earliest, likely }: Answered): Calendar =>
  likely.firstDay === undefined ? earliest : likely

export const onlyOnce = (cites: readonly Cited[]): Cited[] => [
  ...new Map(cites.map((cite) => [`${cite.source} ${cite.place}`, cite])).values(),
]
