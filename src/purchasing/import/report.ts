/** What an import tells of itself. */
import type { FormatName, Problem, Vat } from './statement.js'

export interface Sum {
  readonly buyer: string
  readonly month: string
  readonly currency: string
  readonly amount: number
}
/** What a file told, before it is known how much of it is new. */
export interface Told {
  readonly file: string
  readonly format: FormatName
  readonly vat: Vat
  readonly digest: string
  /** Rows, each either told as a statement, silent or refused. */
  readonly read: number
  readonly silent: number
  readonly refused: number
  readonly statements: number
  /** How many of the statements are lines of a ledger. */
  readonly purchases: number
  readonly sums: readonly Sum[]
  readonly problems: readonly Problem[]
}
/** Every row is counted once: `read` = `kept` + `changed` + `unchanged` + `silent` + `refused`. */
export interface Report extends Omit<Told, 'digest' | 'statements' | 'purchases'> {
  readonly id: string
  /** Rows that tell something new. */
  readonly kept: number
  /** Rows that tell otherwise what was told before. */
  readonly changed: number
  readonly unchanged: number
  /** Lines told of before, of a month that this file tells anew, which it leaves out. */
  readonly withdrawn: number
}

/** How many sums of the file are others in what stands of it, or are in one of the two alone. */
export function differing(told: readonly Sum[], standing: readonly Sum[]): number {
  const keyed = (sums: readonly Sum[]) =>
    new Map(sums.map(({ buyer, month, currency, amount }) => [`${buyer} ${month} ${currency}`, amount]))
  const before = keyed(told)
  const after = keyed(standing)
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).length
}
