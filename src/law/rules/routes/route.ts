import type { Message } from '../../../kit/words/index.js'
import type { Stage } from '../calendar.js'
import type { Case } from '../case.js'
import type { Cited } from '../cites.js'
import type { PeriodName } from '../numbers/periods.js'
import type { Reason } from '../reason.js'

export const ROUTES = [
  'throughSupplier',
  'callOff',
  'miniCompetition',
  'change',
  'directAward',
  'belowThreshold',
  'lightRegime',
  'open',
  'restricted',
  'negotiated',
  'dialogue',
  'innovationPartnership',
  'framework',
  'dynamicSystem',
  'designContest',
  'withoutCall',
  'reserved',
  'research',
  'notAPurchase',
] as const
export type RouteId = (typeof ROUTES)[number]

/** Something to know about a route that is no condition: what bounds it, what to write, what risk it carries. */
export interface Note {
  readonly because: Message
  readonly cites: readonly Cited[]
}

/** A lawful way to buy. Its conditions must all hold; its stages follow each other. */
export interface Route {
  readonly id: RouteId
  readonly cites: readonly Cited[]
  readonly conditions: (c: Case) => readonly Reason[]
  readonly stages: (c: Case) => readonly Stage[]
  /** The longest it may last and the most it may hold. */
  readonly bounds?: (c: Case) => readonly Note[]
  readonly quicker?: (c: Case) => readonly Note[]
  readonly risks?: (c: Case) => readonly Note[]
  /** What must be published after the contract is made, and within how long. */
  readonly afterwards?: PeriodName
}
