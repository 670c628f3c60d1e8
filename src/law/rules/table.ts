/**
 * Every rule with its places as one table, for a lawyer to print and check line by line, and to verify. The routes are worked
 * out for one plain case before anyone has answered: goods, or for the light regime a service of annex 2.
 */
import { day } from '../../kit/day.js'
import type { Message } from '../../kit/words/index.js'
import type { Stage } from './calendar.js'
import type { Case } from './case.js'
import type { Cited } from './cites.js'
import { counted } from './days/reckon.js'
import { setHour } from './days/set-hour.js'
import { before, days, workingDays, type DayStep } from './days/step.js'
import { CAPS } from './numbers/caps.js'
import { AMOUNTS } from './numbers/compare.js'
import { citesOf, numberKey, type Dated } from './numbers/dated.js'
import { minimum, PERIODS, type PeriodName } from './numbers/periods.js'
import type { Reason } from './reason.js'
import { inOrder } from './routes/index.js'
import type { Note, Route, RouteId } from './routes/route.js'
import { markedCites, once, type Verified } from './verified.js'

export interface LawTable {
  readonly days: readonly {
    readonly rule: DayStep['rule']
    readonly because: Message
    readonly cites: readonly Cited[]
  }[]
  /** Each as it ships, or as the installation has entered it. */
  readonly numbers: readonly {
    readonly key: string
    readonly row: Dated
    readonly entered: boolean
    readonly cites: readonly Cited[]
  }[]
  readonly routes: readonly RouteRules[]
}
export interface RouteRules {
  readonly route: RouteId
  readonly cites: readonly Cited[]
  readonly conditions: readonly Condition[]
  readonly steps: readonly {
    readonly stage: Stage
    readonly minimum?: Dated<PeriodName>
    readonly cites: readonly Cited[]
  }[]
  readonly bounds: readonly Note[]
  readonly quicker: readonly Note[]
  readonly risks: readonly Note[]
  readonly afterwards?: Dated<PeriodName>
}
export interface Condition {
  /** Alternatives and parts stand below what they belong to, one further in. */
  readonly depth: number
  readonly how: 'oneOf' | 'allOf' | 'judged' | 'reckoned'
  readonly because: Message
  readonly cites: readonly Cited[]
}

/** With who has verified each place, where somebody has. */
export function lawTable(entered: readonly Dated[] = [], verified: Verified = {}): LawTable {
  const mark = (cites: readonly Cited[]) => markedCites(cites, verified)
  const numbers = [...entered, ...AMOUNTS, ...PERIODS, ...CAPS] as readonly Dated[]
  return {
    days: daySteps().map(({ rule, because, cites }) => ({ rule, because, cites: mark(cites) })),
    numbers: numbers.map((row) => ({
      key: numberKey(row),
      row,
      entered: entered.includes(row),
      cites: mark(citesOf(row)),
    })),
    routes: inOrder.map((route) => rulesOf(route, verified)),
  }
}

/** All that a person can verify: each number, and each place that a rule takes something from. */
export function verifiable(table: LawTable): readonly Cited[] {
  const ofRoute = ({ cites, conditions, steps, bounds, quicker, risks }: RouteRules) => [
    ...cites,
    ...[...conditions, ...steps, ...bounds, ...quicker, ...risks].flatMap((one) => one.cites),
  ]
  return once([
    ...table.numbers.flatMap(({ cites }) => cites),
    ...table.days.flatMap(({ cites }) => cites),
    ...table.routes.flatMap(ofRoute),
  ])
}

const PLAIN_DAY = day('2026-11-24')
const unanswered = (subject: Case['subject']): Case => ({
  begunOn: PLAIN_DAY,
  startOn: PLAIN_DAY,
  subject,
  value: { least: 30_000_000, most: 30_000_000 },
  electronic: true,
  answers: {},
})

function rulesOf(route: Route, verified: Verified): RouteRules {
  const c = unanswered(route.id === 'lightRegime' ? 'annexService' : 'goods')
  const notes = (found: readonly Note[] = []) =>
    found.map(({ because, cites }) => ({ because, cites: markedCites(cites, verified) }))
  return {
    route: route.id,
    cites: markedCites(route.cites, verified),
    conditions: conditionsIn(route.conditions(c), verified),
    steps: route.stages(c).map((stage) => stepOf(stage, verified)),
    bounds: notes(route.bounds?.(c)),
    quicker: notes(route.quicker?.(c)),
    risks: notes(route.risks?.(c)),
    ...(route.afterwards && { afterwards: periodRow(route.afterwards) }),
  }
}

const conditionsIn = (reasons: readonly Reason[], verified: Verified, depth = 0): readonly Condition[] =>
  reasons.flatMap((reason) => [
    { depth, how: howOf(reason), because: reason.because, cites: placesOf(reason, verified) },
    ...conditionsIn([...(reason.anyOf ?? []), ...(reason.allOf ?? [])], verified, depth + 1),
  ])

/** What is made of others stands where they stand. */
const placesOf = ({ cites, anyOf, allOf }: Reason, verified: Verified) =>
  (anyOf ?? allOf) ? [] : markedCites(cites, verified)

const howOf = ({ anyOf, allOf, because }: Reason): Condition['how'] =>
  anyOf ? 'oneOf' : allOf ? 'allOf' : because.key.startsWith('law.question.') ? 'judged' : 'reckoned'

function stepOf(stage: Stage, verified: Verified): RouteRules['steps'][number] {
  if (stage.kind === 'local') return { stage, cites: [] }
  if (stage.kind === 'sufficient') return { stage, cites: markedCites(stage.cites, verified) }
  return { stage, minimum: periodRow(stage.name), cites: markedCites(minimum(stage.name).cites, verified) }
}

const periodRow = (name: PeriodName): Dated<PeriodName> => PERIODS.find((row) => row.name === name)!

/** Each rule on days once, as it is applied to a period that it moves. */
function daySteps(): DayStep[] {
  const steps = [
    ...counted(PLAIN_DAY, days(30)).steps,
    ...counted(day('2026-11-20'), days(2)).steps,
    ...counted(day('2026-12-17'), workingDays(10)).steps,
    ...counted(PLAIN_DAY, before(days(6))).steps,
    setHour(PLAIN_DAY),
  ]
  return [...new Map(steps.map((step) => [step.rule, step])).values()]
}
