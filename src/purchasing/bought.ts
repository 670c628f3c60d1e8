/** What a buyer bought, parted in one of the ways a person may want to see it, each part with the lines behind it. */
import type { Code } from '../categories/index.js'
import { NONE, type Selection } from './selection.js'
import { byDivision, type DivisionSum } from './spending.js'
import type { AccountSum, SupplierSum, UnitSum } from './store/overview.js'
import type { Served } from './people-served.js'
import type { ServedSum } from './units/served.js'

export const WAYS = ['category', 'served', 'unit', 'supplier', 'account'] as const
export type Way = (typeof WAYS)[number]
export const isWay = (written: string | undefined): written is Way => WAYS.some((way) => way === written)

/** What a part is called: as a source wrote it, by its category or group, or in no way at all. */
export type Called =
  | { readonly as: 'written'; readonly name: string; readonly to?: string | undefined }
  | { readonly as: 'category'; readonly code: Code }
  | { readonly as: 'served'; readonly served: Served }
  | { readonly as: 'none'; readonly of: Way }

export interface Parting {
  readonly called: Called
  /** Which lines of the buyer's they are; undefined where they may not be shown. */
  readonly selection: Selection | undefined
  readonly lines: number
  readonly amount: number
  /** Of categories only: how sure they are, and the accounts they were read from. */
  readonly division?: DivisionSum
}

export const byCategory = (accounts: readonly AccountSum[]): Parting[] =>
  byDivision(accounts).map((division) => ({
    called: division.division ? { as: 'category', code: division.division } : { as: 'none', of: 'category' },
    selection: { division: division.division?.slice(0, 2) ?? NONE },
    lines: division.lines,
    amount: division.amount,
    division,
  }))

export const byServedGroup = (sums: readonly ServedSum[]): Parting[] =>
  sums.map(({ served, lines, amount }) => ({ called: { as: 'served', served }, selection: { served }, lines, amount }))

export const byUnit = (units: readonly UnitSum[]): Parting[] =>
  units.map(({ unit, lines, amount }) => ({
    called: unit === null ? { as: 'none', of: 'unit' } : { as: 'written', name: unit },
    selection: { unit: unit ?? NONE },
    lines,
    amount,
  }))

/** Whom outsiders may not see the name of has no lines for them either. */
export const bySupplier = (suppliers: readonly SupplierSum[], isInternal: boolean): Parting[] =>
  suppliers.map(({ address, name, lines, amount }) => ({
    called:
      name === null
        ? { as: 'none', of: 'supplier' }
        : { as: 'written', name, to: address === null ? undefined : `/suppliers/${address}` },
    selection: address === null && !isInternal ? undefined : { supplier: address ?? NONE },
    lines,
    amount,
  }))

/** An account that was read as several categories is one account again. */
export function byAccount(rows: readonly AccountSum[]): Parting[] {
  const sums = new Map<string, { lines: number; amount: number }>()
  for (const { account, lines, amount } of rows) {
    const known = sums.get(account) ?? { lines: 0, amount: 0 }
    sums.set(account, { lines: known.lines + lines, amount: known.amount + amount })
  }
  return [...sums]
    .map(([account, sum]): Parting => ({ called: { as: 'written', name: account }, selection: { account }, ...sum }))
    .sort((a, b) => b.amount - a.amount)
}
