/** SQL conditions that every store shares: who may see what, and what counts as bought. */
import type { Reach } from '../../kit/actor.js'
import { sql } from '../../kit/db/index.js'
import type { Visibility } from '../tables.js'

/** An import's rows, where the import is called `i`, are everyone's once an act published it; before that the buyer's own. */
export const importSeen = (reach: Reach) =>
  reach === 'internal' ? sql<boolean>`true` : sql<boolean>`i.published_at is not null`

/** The visibilities of rows that are made public one by one. */
export const seen = (reach: Reach) =>
  sql.join<Visibility>(reach === 'internal' ? ['internal', 'published'] : ['published'])

/**
 * Rows called `s` on accounts called `a`, in kronor. Grants, wages and the like are no purchases; what an account is for
 * is worked out in categories.
 */
export const BOUGHT = sql<boolean>`s.currency = 'SEK' and a.kind in ('purchase', 'rent')`

/** A part of a text, whatever its case; what SQL reads as a wildcard stands for itself. */
export const holding = (text: string): string => `%${text.replace(/[%_\\]/g, '\\$&')}%`
