/** How long a contract binds for sure and with every option, in years, and where that stands against the cap. Pure. */
import { optionEnds, optionMonths, type KnownContract } from '../purchasing/index.js'
import type { Day } from '../kit/day.js'
import { measured, placeOf, type Measured } from './lengths.js'

export interface ContractTerm {
  readonly from: Day
  readonly to: Day
  /** Until it ends unless an option is used; months begun count. */
  readonly sureYears: number
  /** With every option that the register tells of; the same as the sure years where it tells that there is none. */
  readonly whole: { readonly to: Day; readonly years: number } | undefined
  /** Of framework agreements, with every option. */
  readonly place: ReturnType<typeof placeOf>
  readonly span: Measured['span']
}

/** Undefined where a day is missing, or the days contradict each other. */
export function termOf(contract: KnownContract, capYears: number): ContractTerm | undefined {
  const { startsOn, endsOn, extensionMonths } = contract
  if (startsOn === null || endsOn === null) return undefined
  const last = optionEnds(endsOn, optionMonths(contract)).at(-1) ?? endsOn
  const sure = measured({ ...contract, lastOn: endsOn })
  const all = measured({ ...contract, lastOn: extensionMonths === null ? null : last })
  if (sure.months === undefined) return undefined
  return {
    from: startsOn,
    to: endsOn,
    sureYears: sure.months / 12,
    whole: all.months === undefined ? undefined : { to: last, years: all.months / 12 },
    place: placeOf(all, capYears),
    span: all.span,
  }
}
