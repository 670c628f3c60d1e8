/** SQL conditions that every store shares: who may see what, and what counts as bought. */
import type { Reach } from '../../kit/actor.js'
import { sql } from '../../kit/db/index.js'
import type { Visibility } from '../tables.js'

/** An import's rows, where the import is called `i`, are everyone's once an act published it; before that the buyer's own. */
export const importSeen = (reach: Reach) =>
  reach === 'internal' ? sql<boolean>`true` : sql<boolean>`i.published_at is not null`

/** The visibilities of supplier names, which are made public one by one. */
export const seen = (reach: Reach) =>
  sql.join<Visibility>(reach === 'internal' ? ['internal', 'published'] : ['published'])

/** The import of rows called `s` stands for their buyer's month; `month` is what it is there. */
export const stands = (reach: Reach, month = sql`s.month`) =>
  sql<boolean>`exists (select from purchasing.standing t where t.reach = ${reach} and t.buyer = s.buyer
    and t.month = ${month} and t.import = s.import)`

/** The telling of a contract `c` by an import stands: no register within reach has told its buyer's contracts anew. */
export const contractStands = (reach: Reach) =>
  sql<boolean>`not exists (select from purchasing.contract_replacement n
    join purchasing.import o on o.id = n.import and (${reach} = 'internal' or o.published_at is not null)
    join purchasing.contract h on h.buyer = n.buyer where n.replaced = c.import and h.id = c.contract)`

/** Lines or sums `s` with their account `a` and supplier: theirs may be seen within the reach. */
export const open = (reach: Reach) =>
  reach === 'internal'
    ? sql<boolean>`true`
    : sql<boolean>`a.kept is null and exists (select from purchasing.supplier o where o.id = s.supplier and o.kept is null)`

/** Rows `s` of `spend_by_account` with their account `a`: the file stands, and what they say may be seen. */
export const accountsSeen = (reach: Reach) =>
  reach === 'internal' ? stands(reach) : sql<boolean>`${stands(reach)} and s.named and a.kept is null`

/**
 * Rows on accounts called `a`, in whatever currency: to be summed in one, or grouped by it. Grants, wages and the like are
 * no purchases; what an account is for is worked out in categories.
 */
export const BOUGHT = sql<boolean>`a.kind in ('purchase', 'rent')`

/** Rows called `s` of one year; undefined is all of them. */
export const inYear = (year: number | undefined) =>
  year === undefined
    ? sql<boolean>`true`
    : sql<boolean>`s.month >= ${`${year}-01-01`} and s.month < ${`${year + 1}-01-01`}`

/** A part of a text, whatever its case; what SQL reads as a wildcard stands for itself. */
export const holding = (text: string): string => `%${text.replace(/[%_\\]/g, '\\$&')}%`

const SURENESS = sql`array['strong', 'likely', 'possible', 'unknown']`

/** How sure a sum of rows `s` is: as the least sure of them. */
export const LEAST_SURE = sql<string>`(${SURENESS})[max(array_position(${SURENESS}, s.confidence))]`
