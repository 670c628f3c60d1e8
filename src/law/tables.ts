/** The tables this module owns, as kysely types. */
import type { Day, Instant } from '../kit/day.js'
import type { Generated } from '../kit/db/index.js'
import type { Limit } from './rules/numbers/compare.js'

/** Said by a person; withdrawn, never changed. */
interface Said {
  id: string
  at: Instant
  by: string
  withdrawn_at: Generated<Instant | null>
  withdrawn_by: Generated<string | null>
}
export type AmountName = Limit | 'documented'
interface NumberTable extends Said {
  name: AmountName
  kronor: number
  valid_from: Day
  valid_to: Day | null
  source: string
  url: string
}
interface VerificationTable extends Said {
  key: string
  verified_by: string
  verified_on: Day
}

declare module '../kit/db/index.js' {
  interface Tables {
    'law.number': NumberTable
    'law.verification': VerificationTable
  }
}
