/** Which ledger accounts tell what is bought in the categories of an idea. Pure; explained in docs/method/fit.md. */
import { ancestors, isCode, isWithin, type Code } from '../categories/index.js'
import type { Spent } from '../purchasing/index.js'

/**
 * `within`: all on the account is of a chosen category. `broader`: the account's category holds a chosen one, so
 * that some of what stands on it may be of that category, and most of it may be something else.
 */
export type Standing = 'within' | 'broader'

/** Undefined where the account says nothing about the chosen categories: a sibling is something else. */
export function standingOf(account: Code, chosen: readonly Code[]): Standing | undefined {
  if (chosen.some((code) => isWithin(account, code))) return 'within'
  if (chosen.some((code) => isWithin(code, account))) return 'broader'
  return undefined
}

/** The beginnings of every category that an account telling of them can have. */
export const beginningsOf = (chosen: readonly Code[]): string[] => [
  ...new Set(chosen.flatMap((code) => [code.replace(/0+$/, '').padEnd(2, '0'), ...ancestors(code)])),
]

/** Each in the order given; accounts that tell nothing of the chosen categories are in neither. */
export function boughtIn(
  chosen: readonly Code[],
  spent: readonly Spent[],
): Readonly<Record<Standing, readonly Spent[]>> {
  const standing = (sought: Standing) =>
    spent.filter(({ category }) => isCode(category) && standingOf(category, chosen) === sought)
  return { within: standing('within'), broader: standing('broader') }
}
