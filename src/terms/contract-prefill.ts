/** What a known contract tells of its length: for sure, with every option, against the cap; and which fields it fills. Pure. */
import type { Day } from '../kit/day.js'
import { optionEnds, optionMonths, type ContractLength, type KnownContract } from '../purchasing/index.js'
import type { Asked } from './asked.js'
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

export const FILLED = ['term', 'ceiling'] as const
type Filled = Partial<Record<(typeof FILLED)[number], number>>

/**
 * The fields that a register tells: the sure years, to two decimals as the page has them, and the ceiling in kronor. Bids,
 * quantities and costs stand in no register, and nothing is worked out in their place.
 */
export function filledBy({
  startsOn,
  endsOn,
  ceiling,
}: Pick<ContractLength, 'startsOn' | 'endsOn' | 'ceiling'>): Filled {
  const { months } = measured({ startsOn, lastOn: endsOn })
  return {
    ...(months === undefined ? {} : { term: Number((months / 12).toFixed(2)) }),
    ...(ceiling === null || ceiling <= 0 ? {} : { ceiling: ceiling / 100 }),
  }
}

/** Whether what stands in a field is what the contract tells; 'changed' where a person wrote otherwise. */
export function toldBy(from: ContractLength | undefined, { numbers }: Pick<Asked, 'numbers'>, field: string): Told {
  const known = from ? (filledBy(from) as Readonly<Record<string, number>>)[field] : undefined
  if (known === undefined) return { is: 'untold' }
  const written = (numbers as Readonly<Record<string, number>>)[field]
  return { is: written === known ? 'told' : 'changed', known }
}
export type Told =
  { readonly is: 'untold'; readonly known?: undefined } | { readonly is: 'told' | 'changed'; readonly known: number }
