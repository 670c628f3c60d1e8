/** The buyer's own calendar: what makes a likely day later, and never the earliest. Nothing of it is law. */
import type { Day } from '../../../kit/day.js'

export interface CityCalendar {
  /** Days on which the committee meets that decides. */
  readonly meetings?: readonly Day[]
  /** How many working days before a meeting its papers are handed in. */
  readonly handInDays?: number
  /** A value below this, in öre, an officer decides by delegation. */
  readonly delegationBelow?: number
  /** No work of the buyer's own is done in July. */
  readonly closedJuly?: boolean
}
