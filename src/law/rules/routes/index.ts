/** Every route, those that need no new award first. */
import { belowThreshold } from './below-threshold.js'
import { callOff } from './call-off.js'
import { change } from './change.js'
import { designContest } from './design-contest.js'
import { dialogue } from './dialogue.js'
import { directAward } from './direct-award.js'
import { dynamicSystem } from './dynamic-system.js'
import { framework } from './framework.js'
import { innovationPartnership } from './innovation-partnership.js'
import { lightRegime } from './light-regime.js'
import { miniCompetition } from './mini-competition.js'
import { negotiated } from './negotiated.js'
import { notAPurchase } from './not-a-purchase.js'
import { open } from './open.js'
import { research } from './research.js'
import { reserved } from './reserved.js'
import { restricted } from './restricted.js'
import { ROUTES, type Route, type RouteId } from './route.js'
import { throughSupplier } from './through-supplier.js'
import { withoutCall } from './without-call.js'

export const ROUTE: Readonly<Record<RouteId, Route>> = {
  throughSupplier,
  callOff,
  miniCompetition,
  change,
  directAward,
  belowThreshold,
  lightRegime,
  open,
  restricted,
  negotiated,
  dialogue,
  innovationPartnership,
  framework,
  dynamicSystem,
  designContest,
  withoutCall,
  reserved,
  research,
  notAPurchase,
}
export const inOrder: readonly Route[] = ROUTES.map((id) => ROUTE[id])
