/** What a buyer bought, from accounts and categories to divisions: as sure as the least sure in it. */
import { isCode, type Code } from '../categories/index.js'
import type { AccountSum } from './store/overview.js'

export interface DivisionSum {
  /** Undefined where the accounts do not tell what was bought. */
  readonly division: Code | undefined
  readonly amount: number
  readonly lines: number
  readonly confidence: AccountSum['confidence']
  /** The largest first. */
  readonly accounts: readonly AccountSum[]
}

const SURENESS: readonly AccountSum['confidence'][] = ['strong', 'likely', 'possible', 'unknown']

/** The largest first; what is not known last. */
export function byDivision(accounts: readonly AccountSum[]): DivisionSum[] {
  const groups = new Map<Code | undefined, AccountSum[]>()
  for (const account of accounts) {
    const division = divisionOf(account.category)
    groups.set(division, [...(groups.get(division) ?? []), account])
  }
  return [...groups]
    .map(([division, own]) => ({
      division,
      amount: own.reduce((sum, { amount }) => sum + amount, 0),
      lines: own.reduce((sum, { lines }) => sum + lines, 0),
      confidence: SURENESS[Math.max(...own.map(({ confidence }) => SURENESS.indexOf(confidence)))] ?? 'unknown',
      accounts: own,
    }))
    .sort((a, b) => Number(a.division === undefined) - Number(b.division === undefined) || b.amount - a.amount)
}

const divisionOf = (category: string | null): Code | undefined => {
  const division = `${(category ?? '').slice(0, 2)}000000`
  return isCode(division) ? division : undefined
}
