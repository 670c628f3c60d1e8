/** A buyer's own rules, from the rows they stand in. */
import { isCode, type CategoryRule } from '../categories/index.js'
import type { RuleRow } from './store/judging.js'

/** In place of a category: counted in no sum of purchases. */
export const NOT_A_PURCHASE = 'not-a-purchase'

/** Undefined where the category is none that we know. */
export function ruleOf({
  id,
  account,
  supplier,
  supplierName,
  text,
  category,
  since,
}: RuleRow): CategoryRule | undefined {
  if (category !== NOT_A_PURCHASE && !isCode(category)) return undefined
  return {
    id,
    category,
    since,
    ...(account === null ? {} : { account }),
    ...(supplier === null ? {} : { supplier: { id: String(supplier), name: supplierName ?? '' } }),
    ...(text === null ? {} : { text }),
  }
}
