/** What a person can do here: import (see import/pipeline.ts), see what publishing would do, and publish. */
import type { Actor } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { asBatch, inTransaction, type Database } from '../kit/db/index.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import { append } from '../record/index.js'
import { importAt, markPublished } from './store/imports.js'
import { analyseFacts, lockLanding, refreshProcurements, rollUp } from './store/landing.js'
import { refreshSuppliers } from './store/parties.js'
import * as store from './store/publication.js'
import type { Counted, Kept, ProcurementSample, PurchaseSample, SupplierSample } from './store/publication.js'

export interface Published {
  readonly procurements: number
  readonly purchases: number
  readonly suppliers: number
  /** Purchases that stay internal. */
  readonly kept: number
}

/**
 * Publishes what an import brought: exactly what `publicationOf` says. What is about persons, or stands on an account that
 * may not be shown, stays internal. Refused when there is no such import, when it is published already, and when nothing
 * in it would become public.
 */
export const publishImport = (db: Database, id: string, actor: Actor, now: Date): Promise<Published | Refusal> =>
  asBatch(async () => {
    const published = await inTransaction(db, (tx) => publish(tx, id, actor, now))
    if (!refused(published)) await analyseFacts(db)
    return published
  })

async function publish(tx: Database, id: string, actor: Actor, now: Date): Promise<Published | Refusal> {
  await lockLanding(tx)
  const found = await importAt(tx, 'internal', id)
  if (!found) return refuse(say('purchasing.imports.missing'), 404)
  if (found.published_at) return refuse(say('purchasing.imports.alreadyPublished', { file: found.file }), 409)
  const nothing = nothingIn(await standingOf(tx, id))
  if (nothing) return refuse(nothing, 409)
  const at = instantOf(now)
  const counts = await store.publishRows(tx, id)
  await markPublished(tx, id, actor.kind, at)
  await refreshProcurements(tx, id)
  await refreshSuppliers(tx, id)
  await rollUp(tx, id)
  await append(tx, 'publish', actor, { import: id, ...counts }, at)
  return counts
}

/** What of an import may become public, and what may not. */
interface Standing {
  readonly public: {
    readonly procurements: number
    readonly purchases: Counted
    readonly suppliers: number
  }
  /** By reason; `withheld-name` counts suppliers of awards and contracts, the others purchases with their sum. */
  readonly internal: readonly (Counted & { readonly why: Kept })[]
}

/** What publishing an import would do. */
export interface Publication extends Standing {
  /** Why there is nothing to publish. */
  readonly nothing: Message | undefined
  /** Up to ten of each. */
  readonly samples: {
    readonly procurements: readonly ProcurementSample[]
    readonly purchases: readonly PurchaseSample[]
    readonly keptPurchases: readonly PurchaseSample[]
    readonly keptSuppliers: readonly SupplierSample[]
  }
}

const SAMPLES = 10

/** For the operator only: the samples of what stays internal name it. Noughts where there is no such import. */
export async function publicationOf(db: Database, id: string): Promise<Publication> {
  const standing = await standingOf(db, id)
  return {
    ...standing,
    nothing: nothingIn(standing),
    samples: {
      procurements: await store.procurementSamples(db, id, SAMPLES),
      purchases: await store.purchaseSamples(db, id, 'public', SAMPLES),
      keptPurchases: await store.purchaseSamples(db, id, 'internal', SAMPLES),
      keptSuppliers: await store.withheldSamples(db, id, SAMPLES),
    },
  }
}

const nothingIn = ({ public: { procurements, purchases }, internal }: Standing): Message | undefined =>
  procurements + purchases.count > 0
    ? undefined
    : say('purchasing.publication.nothing', { kept: internal.length ? 'yes' : 'no' })

async function standingOf(db: Database, id: string): Promise<Standing> {
  const purchases = await store.purchasesByStanding(db, id)
  const { procurements, suppliers, withheld } = await store.partiesByStanding(db, id)
  const open = purchases.find((one) => one.kept === null)
  const kept = purchases.flatMap(({ kept: why, count, sum }) => (why ? [{ why, count, sum }] : []))
  return {
    public: { procurements, purchases: { count: open?.count ?? 0, sum: open?.sum ?? 0 }, suppliers },
    internal: withheld ? [...kept, { why: 'withheld-name', count: withheld, sum: 0 }] : kept,
  }
}
