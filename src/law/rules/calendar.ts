/** A chain of steps as calendar days. What the law counts, what it wants sufficient, and what is the buyer's own stay apart. */
import { addDays, type Day } from '../../kit/day.js'
import { OWN_TIMES, type Case, type OwnTime } from './case.js'
import type { Cited } from './cites.js'
import { counted, type Reckoned } from './days/reckon.js'
import { days } from './days/step.js'
import { workingDayFrom } from './days/working-day.js'
import type { CityCalendar } from './local/city.js'
import { committeeDecides, decidedAt, ownWork } from './local/own-work.js'
import { minimum, type PeriodName } from './numbers/periods.js'

export type Stage =
  | { readonly kind: 'statutory'; readonly name: PeriodName }
  | {
      readonly kind: 'sufficient'
      readonly name: (typeof OWN_TIMES.sufficient)[number]
      readonly cites: readonly Cited[]
    }
  | { readonly kind: 'local'; readonly name: (typeof OWN_TIMES.local)[number] }

export interface Step {
  readonly kind: Stage['kind']
  readonly name: Stage['name']
  /** The day of the event that starts it, which does not count: a notice or a decision is sent, or the step before ends. */
  readonly from: Day
  readonly to: Day
  readonly reckoned: Reckoned
  readonly cites: readonly Cited[]
}

export interface Calendar {
  readonly steps: readonly Step[]
  /** The first day on which the contract may be made; undefined when a time is missing that nobody has said. */
  readonly firstDay?: Day
  /** Times that the buyer has to say first. */
  readonly missing: readonly OwnTime[]
}

export const statutory = (name: PeriodName): Stage => ({ kind: 'statutory', name })
export const sufficient = (name: (typeof OWN_TIMES.sufficient)[number], ...cites: readonly Cited[]): Stage => ({
  kind: 'sufficient',
  name,
  cites,
})
export const local = (name: (typeof OWN_TIMES.local)[number]): Stage => ({ kind: 'local', name })

/** Nothing but what the law counts, and the times it wants sufficient: the buyer's own work takes no day. */
export const earliest = (c: Case, stages: readonly Stage[]): Calendar =>
  walk(
    c,
    stages.filter(({ kind }) => kind !== 'local'),
    (day) => day,
  )

/** With the buyer's own times, acting on working days. */
export const likely = (c: Case, stages: readonly Stage[]): Calendar => walk(c, stages, workingDayFrom)

function walk(c: Case, stages: readonly Stage[], actOn: (day: Day) => Day): Calendar {
  const missing = stages.flatMap((stage) => (isMissing(c, stage) ? [stage.name as OwnTime] : []))
  const steps: Step[] = []
  let next = actOn(c.startOn)
  let ended = addDays(next, -1)
  for (const stage of stages) {
    const reckoned = reckonedOf(c, stage, next, ended)
    if (reckoned === 'missing') return { steps, missing: missing.length ? missing : [stage.name as OwnTime] }
    if (reckoned === 'none') continue
    steps.push({ ...stage, from: reckoned.from, to: reckoned.lastDay, reckoned, cites: citesOf(stage) })
    ended = reckoned.lastDay
    next = stage.kind === 'local' ? ended : actOn(addDays(ended, 1))
  }
  return { steps, firstDay: next, missing }
}

/**
 * A period runs to the end of its last day, so the next notice or decision goes out the day after. Own work begins when the step
 * before has ended, and what it leads to goes out on its last day.
 */
function reckonedOf(c: Case, stage: Stage, next: Day, ended: Day): Reckoned | 'none' | 'missing' {
  if (stage.kind === 'statutory') return counted(next, minimum(stage.name).period)
  if (isMissing(c, stage)) return 'missing'
  const length = c.ownDays?.[stage.name] ?? 0
  if (stage.kind === 'sufficient') return length === 0 ? 'none' : counted(next, days(length))
  const work = length === 0 ? undefined : ownWork(ended, length, c.city)
  return byCommittee(c, stage) ? (decidedAt(ended, work, c.city) ?? 'missing') : (work ?? 'none')
}

/** A time that the buyer has not said; where a committee decides, its meetings say when. */
const isMissing = (c: Case, stage: Stage): boolean =>
  stage.kind !== 'statutory' && c.ownDays?.[stage.name] === undefined && !byCommittee(c, stage)

const byCommittee = (c: Case, { name }: Stage): c is Case & { city: CityCalendar } =>
  name === 'decision' && c.city !== undefined && committeeDecides(c.city, c.value)

const citesOf = (stage: Stage): readonly Cited[] =>
  stage.kind === 'statutory' ? minimum(stage.name).cites : stage.kind === 'sufficient' ? stage.cites : []
