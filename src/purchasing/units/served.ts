/**
 * What units bought, by the people they serve: a person's own word tells whom, else the unit's name, and lines without a
 * unit tell of nobody.
 */
import { say } from '../../kit/words/index.js'
import { peopleServed, SERVED, type PeopleServed, type Served } from '../people-served.js'
import type { UnitBought } from '../store/units.js'

export interface UnitServing extends UnitBought {
  readonly people: PeopleServed | undefined
}
export interface ServedSum {
  readonly served: Served
  readonly lines: number
  readonly amount: number
  /** The largest first. */
  readonly units: readonly UnitServing[]
}

/** What people have said, by the names of units. */
export type ServedSaidOf = ReadonlyMap<string, Served>

export function peopleOf(unit: string, said: ServedSaidOf): PeopleServed {
  const served = said.get(unit)
  return served === undefined ? peopleServed(unit) : { served, because: say('purchasing.units.because.said') }
}

export const serving = (rows: readonly UnitBought[], said: ServedSaidOf): UnitServing[] =>
  rows.map((row) => ({ ...row, people: row.unit === null ? undefined : peopleOf(row.unit, said) }))

export const servedOf = ({ people }: UnitServing): Served => people?.served ?? 'unknown'

/** Rows in one currency; the largest first, those that are not known last. */
export function byServed(rows: readonly UnitServing[]): ServedSum[] {
  return SERVED.map((served) => {
    const units = rows.filter((row) => servedOf(row) === served)
    return {
      served,
      lines: units.reduce((sum, { lines }) => sum + lines, 0),
      amount: units.reduce((sum, { amount }) => sum + amount, 0),
      units,
    }
  })
    .filter(({ units }) => units.length > 0)
    .sort((a, b) => Number(isUntold(a)) - Number(isUntold(b)) || b.amount - a.amount)
}

const isUntold = ({ served }: ServedSum): boolean => served === 'unknown'

/** Sums in different currencies are never added: each stands by itself, the one with most lines first. */
export function byCurrency<Row extends { readonly currency: string; readonly lines: number }>(
  rows: readonly Row[],
): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.currency, [...(groups.get(row.currency) ?? []), row])
  const linesIn = (group: readonly Row[]) => group.reduce((sum, { lines }) => sum + lines, 0)
  return [...groups.values()].sort((a, b) => linesIn(b) - linesIn(a))
}
