/** What a person can do here: import (see import/pipeline.ts) and publish what an import brought. */
import type { Actor } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { asBatch, inTransaction, type Database } from '../kit/db/index.js'
import { refuse, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { append } from '../record/index.js'
import { importAt, markPublished } from './store/imports.js'
import { lockLanding, refreshProcurements, rollUp } from './store/landing.js'
import { refreshSuppliers } from './store/parties.js'
import { publishRows } from './store/publication.js'

export interface Published {
  readonly procurements: number
  readonly purchases: number
  readonly suppliers: number
  /** Purchases that stay internal. */
  readonly kept: number
}

/**
 * Publishes what an import brought: exactly what `publicationOf` says. What is about persons, or stands on an account that
 * may not be shown, stays internal. Refused when there is no such import, or when
 * it is published already.
 */
export const publishImport = (db: Database, id: string, actor: Actor, now: Date): Promise<Published | Refusal> =>
  asBatch(() =>
    inTransaction(db, async (tx) => {
      await lockLanding(tx)
      const found = await importAt(tx, 'internal', id)
      if (!found) return refuse(say('purchasing.imports.missing'), 404)
      if (found.published_at) return refuse(say('purchasing.imports.alreadyPublished', { file: found.file }), 409)
      const at = instantOf(now)
      const counts = await publishRows(tx, id)
      await markPublished(tx, id, actor.kind, at)
      await refreshProcurements(tx, id)
      await refreshSuppliers(tx, id)
      await rollUp(tx, id)
      await append(tx, 'publish', actor, { import: id, ...counts }, at)
      return counts
    }),
  )
