/** What a person can do here: import (see import/pipeline.ts) and publish what an import brought. */
import type { Actor } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { asBatch, inTransaction, type Database } from '../kit/db/index.js'
import { refuse } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { append } from '../record/index.js'
import * as store from './import/store.js'

/** Publishes an import's rows; what is about persons, or on an account that may not be shown, stays internal. */
export const publishImport = (db: Database, id: string, actor: Actor, now = new Date()) =>
  asBatch(() =>
    inTransaction(db, async (tx) => {
      const found = await store.importById(tx, id)
      if (!found) return refuse(say('purchasing.imports.missing'), 404)
      const counts = await store.publishRows(tx, id)
      await store.markPublished(tx, id, actor.kind, instantOf(now))
      await append(tx, 'publish', actor, { import: id, ...counts }, instantOf(now))
      return counts
    }),
  )
