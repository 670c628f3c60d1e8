/** What an address asks of the list of contracts. What cannot be understood is left out: a list is never an error. */
import { addDays, addMonths, day, type Day } from '../kit/day.js'
import { askedOfList, stated, type AskedOfList } from './asked.js'

export const STATES = ['running', 'coming', 'past-end', 'ended', 'unknown', 'withdrawn'] as const
/** 'unknown' holds those too whose dates contradict each other. */
export type AskedState = (typeof STATES)[number]
export const ORDERS = ['act', 'end', 'ceiling', 'title'] as const
export type Order = (typeof ORDERS)[number]

export interface Narrowed {
  readonly words: string
  /** Two digits. */
  readonly division: string | undefined
  /** An organisation number. */
  readonly buyer: string | undefined
  /** An address. */
  readonly supplier: string | undefined
  readonly state: AskedState | undefined
  readonly agreement: 'framework' | 'contract' | undefined
  /** '2027-1': the quarter in which the next day to act falls. */
  readonly quarter: string | undefined
}
export interface AskedOfContracts extends AskedOfList, Narrowed {
  readonly order: Order
}

const among = <T extends string>(known: readonly T[], written: string | undefined): T | undefined =>
  known.find((one) => one === written)

export const contractsAsked = (query: Readonly<Record<string, string>>): AskedOfContracts => ({
  ...askedOfList(query),
  division: stated(query['division'], /^\d{2}$/),
  buyer: stated(query['buyer'], /^\d{1,20}$/),
  supplier: stated(query['supplier'], /^[a-z0-9-]{1,90}$/),
  state: among(STATES, query['state']),
  agreement: among(['framework', 'contract'], query['agreement']),
  quarter: stated(query['quarter'], /^20\d\d-[1-4]$/),
  order: among(ORDERS, query['order']) ?? 'act',
})

/** As it stands in an address, without what is not asked for. */
export const queryOf = ({ words, order, ...asked }: Partial<Narrowed & { order: Order }>) => ({
  q: words,
  division: asked.division,
  buyer: asked.buyer,
  supplier: asked.supplier,
  state: asked.state,
  agreement: asked.agreement,
  quarter: asked.quarter,
  order: order === 'act' ? undefined : order,
})

export const isNarrowed = ({ division, buyer, supplier, state, agreement, quarter }: Narrowed): boolean =>
  [division, buyer, supplier, state, agreement, quarter].some((one) => one !== undefined)

/** '2026-4' of 23 November 2026. */
export const quarterOf = (of: Day): string => `${of.slice(0, 4)}-${Math.ceil(Number(of.slice(5, 7)) / 3)}`

/** The first and the last day of '2026-4'. */
export function daysOfQuarter(quarter: string): { readonly first: Day; readonly last: Day } {
  const [year, number] = quarter.split('-')
  const first = day(`${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`)
  return { first, last: addDays(addMonths(first, 3), -1) }
}

/** This quarter and those after it. */
export const quartersFrom = (today: Day, count: number): string[] =>
  Array.from({ length: count }, (_, at) => quarterOf(addMonths(daysOfQuarter(quarterOf(today)).first, at * 3)))
