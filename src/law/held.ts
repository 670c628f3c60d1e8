/** What the installation's own people have entered and verified, as the rules take it. */
import type { Day, Instant } from '../kit/day.js'
import { page } from './rules/cites.js'
import type { Dated } from './rules/numbers/dated.js'
import type { Verified } from './rules/verified.js'
import type { AmountName } from './tables.js'

export interface EnteredNumber {
  readonly id: string
  readonly name: AmountName
  readonly kronor: number
  readonly from: Day
  readonly to: Day | null
  readonly source: string
  readonly url: string
  /** When it was entered, and by what kind of actor. */
  readonly at: Instant
  readonly by: string
}

export interface VerificationRow {
  readonly id: string
  readonly key: string
  /** The person, and the day they checked it. */
  readonly verifiedBy: string
  readonly verifiedOn: Day
  readonly at: Instant
  readonly by: string
}

export interface LawHeld {
  readonly entered: readonly Dated[]
  readonly verified: Verified
}

export const heldOf = (numbers: readonly EnteredNumber[], verified: readonly VerificationRow[]): LawHeld => ({
  entered: numbers.map(datedOf),
  verified: Object.fromEntries(
    verified.map(({ key, verifiedBy, verifiedOn }) => [key, { by: verifiedBy, on: verifiedOn }]),
  ),
})

export const datedOf = ({ name, kronor, from, to, source, url }: Omit<EnteredNumber, 'id' | 'at' | 'by'>): Dated => ({
  name,
  amount: kronor,
  unit: 'SEK',
  from,
  ...(to && { to }),
  cites: [page(source, from, url)],
})
