/** Counted backwards: when a route must begin for a new contract to be made by a day, and what happens then. */
import type { Day } from '../kit/day.js'
import { latestStart } from './rules/answer.js'
import { earliest, type Calendar } from './rules/calendar.js'
import type { Case } from './rules/case.js'
import { ROUTE } from './rules/routes/index.js'
import type { RouteId } from './rules/routes/route.js'

export interface BackPlan {
  readonly route: RouteId
  readonly neededBy: Day
  /** By the law's own times only: the buyer's own work takes days of its own. Absent where that day has passed. */
  readonly startBy?: Day
  /** From that day or, where it has passed, from the case's first day. */
  readonly calendar: Calendar
}

/** Undefined where a time is missing that nobody has said. */
export function backPlan(route: RouteId, c: Case, neededBy: Day): BackPlan | undefined {
  const startBy = latestStart(ROUTE[route], c, neededBy)
  const inTime = startBy !== undefined && startBy >= c.startOn
  const calendar = earliest(inTime ? { ...c, startOn: startBy } : c, ROUTE[route].stages(c))
  if (calendar.firstDay === undefined) return undefined
  return { route, neededBy, calendar, ...(inTime ? { startBy } : {}) }
}
