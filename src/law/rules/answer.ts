/** Every route for a case: whether it is lawful, why, by which calendar, and what would turn the answer. */
import { addDays, daysBetween, type Day } from '../../kit/day.js'
import type { Refusal } from '../../kit/refuse.js'
import { earliest, likely, type Calendar, type Stage } from './calendar.js'
import { refuseCase, type Case } from './case.js'
import type { Cited } from './cites.js'
import { counted, type Reckoned } from './days/reckon.js'
import { minimum, type PeriodName } from './numbers/periods.js'
import { courtReview } from './numbers/court-review.js'
import { markedReasons, unverifiedIn, verdictOf, type Reason, type Verdict } from './reason.js'
import { inOrder } from './routes/index.js'
import type { Note, Route, RouteId } from './routes/route.js'
import { markedCites, once, type Verified } from './verified.js'

export interface Answered {
  readonly route: RouteId
  readonly verdict: Verdict
  readonly because: readonly Reason[]
  readonly cites: readonly Cited[]
  /** The numbers and places that it rests on and nobody has verified: its conditions, its own place and its counted times. */
  readonly unverified: readonly Cited[]
  /** By the law's own times only; court review is never in it. */
  readonly earliest: Calendar
  /** With the buyer's own times; without a first day when one of them is not said. */
  readonly likely: Calendar
  readonly bounds: readonly Note[]
  readonly quicker: readonly Note[]
  readonly risks: readonly Note[]
  /** What is published after the contract, by when, counted from the earliest first day. */
  readonly afterwards?: { readonly name: PeriodName; readonly reckoned: Reckoned; readonly cites: readonly Cited[] }
  /** Up to three conditions that would turn the answer. */
  readonly turns: readonly Reason[]
}

/** All routes in their order, or a refusal that names the field. Needs no clock: the case brings its days. */
export const routesFor = (c: Case): readonly Answered[] | Refusal =>
  refuseCase(c) ?? inOrder.map((route) => answer(route, c))

function answer(route: Route, c: Case): Answered {
  const because = markedReasons(route.conditions(c), c.verified)
  const stages = route.stages(c)
  const first = earliest(c, stages)
  const unverified = stillUnverified(route, because, first, c.verified)
  const stands = verdictOf(because)
  const verdict = stands === 'lawful' && unverified.length ? 'unverified' : stands
  const afterwards = noticeAfter(route, first.firstDay)
  return {
    route: route.id,
    verdict,
    because,
    cites: markedCites(route.cites, c.verified),
    unverified,
    earliest: first,
    likely: likely(c, stages),
    bounds: route.bounds?.(c) ?? [],
    quicker: route.quicker?.(c) ?? [],
    risks: [...(route.risks?.(c) ?? []), ...(stages.some(isStandstill) ? [courtReview] : [])],
    ...(afterwards && { afterwards }),
    turns: turning(because, verdict),
  }
}

function stillUnverified(route: Route, because: readonly Reason[], { steps }: Calendar, verified?: Verified) {
  const counted = steps.flatMap(({ cites, reckoned }) => [...cites, ...reckoned.steps.flatMap((step) => step.cites)])
  const open = markedCites([...route.cites, ...counted], verified).filter((cite) => !cite.verified)
  return once([...unverifiedIn(because), ...open])
}

/** Where a standstill runs, a tenderer may go to court in it. */
const isStandstill = ({ name }: Stage): boolean => name.startsWith('standstill')

function noticeAfter({ afterwards }: Route, made: Day | undefined): Answered['afterwards'] {
  if (!afterwards || !made) return undefined
  const { period, cites } = minimum(afterwards)
  return { name: afterwards, reckoned: counted(made, period), cites }
}

/** What keeps it from being lawful; when nothing does, what a person judged, and then what a number decided. */
function turning(because: readonly Reason[], verdict: Verdict): Reason[] {
  const holding = verdict === 'unlawful' ? 'no' : verdict === 'unknown' ? 'unknown' : 'yes'
  const judged = because.filter(({ holds }) => holds === holding)
  return [...judged.filter(({ by }) => by), ...judged.filter(({ by }) => !by)].slice(0, 3)
}

/** Of the routes that may be taken, verified or not, the one whose contract can be made first; the earlier in order when two are equal. */
export const soonest = (answers: readonly Answered[]): Answered | undefined =>
  answers
    .filter(({ verdict, earliest: { firstDay } }) => (verdict === 'lawful' || verdict === 'unverified') && firstDay)
    .sort((a, b) =>
      a.earliest.firstDay! < b.earliest.firstDay! ? -1 : a.earliest.firstDay! > b.earliest.firstDay! ? 1 : 0,
    )[0]

const FURTHEST_BACK_DAYS = 1_100

/** The latest day to start a route so that its contract can be made by a day; undefined when none of the last three years is early enough. */
export function latestStart(route: Route, c: Case, neededBy: Day): Day | undefined {
  const stages = route.stages(c)
  return latestDay(neededBy, neededBy, (startOn) => earliest({ ...c, startOn }, stages).firstDay)
}

/**
 * The latest day up to `from` whose first day is no later than `neededBy`. A later start is never ready earlier: it goes back by
 * as much as is missing until that is in time, and then forward a day at a time while it still is.
 */
export function latestDay(from: Day, neededBy: Day, firstDayOf: (startOn: Day) => Day | undefined): Day | undefined {
  const furthest = addDays(from, -FURTHEST_BACK_DAYS)
  const daysLate = (startOn: Day): number => {
    const firstDay = firstDayOf(startOn)
    return firstDay === undefined ? Infinity : daysBetween(neededBy, firstDay)
  }
  let found = from
  for (let late = daysLate(found); late > 0; late = daysLate(found)) {
    if (late === Infinity || found === furthest) return undefined
    found = addDays(found, -Math.min(late, daysBetween(furthest, found)))
  }
  while (found < from && daysLate(addDays(found, 1)) <= 0) found = addDays(found, 1)
  return found
}
