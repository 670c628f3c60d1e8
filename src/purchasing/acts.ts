/** What a person can do with an import (see import/pipeline.ts): see what publishing would do, publish it, take it back. */
import type { Actor } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { asBatch, inTransaction, type Database } from '../kit/db/index.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import { append } from '../record/index.js'
import { settle } from './acts/judging.js'
import { setApart } from './acts/setting-apart.js'
import { tellContracts } from './acts/telling.js'
import { withdrawArticles } from './store/articles.js'
import type { Judging } from './import/run.js'
import { markTouched } from './store/judging.js'
import { publicFactsOf } from './store/contract-facts.js'
import { refreshContracts, touchedContracts } from './store/contract-landing.js'
import { importAt, markPublished, markUndone } from './store/imports.js'
import { importsWith, lockLanding, refreshProcurements, rollUp } from './store/landing.js'
import { refreshSuppliers } from './store/parties.js'
import * as store from './store/publication.js'
import type { Counted, ProcurementSample, PurchaseSample, SupplierSample } from './store/publication.js'
import { beginStaging, endStaging } from './store/staging.js'
import { coveredBuyers, deleteCoverage, refreshStanding } from './store/standing.js'
import * as undoing from './store/undoing.js'
import { knownOf } from './supplier.js'
import type { Kept } from './tables.js'

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
export const publishImport = (
  db: Database,
  id: string,
  actor: Actor,
  now: Date,
  judging: Judging = 'now',
): Promise<Published | Refusal> =>
  asBatch(async () => {
    const answer = await inTransaction(db, (tx) => publish(tx, id, actor, now))
    if (refused(answer)) return answer
    if (judging === 'now') await settle(db)
    return answer
  })

async function publish(tx: Database, id: string, actor: Actor, now: Date): Promise<Published | Refusal> {
  await lockLanding(tx)
  const found = await importAt(tx, 'internal', id)
  if (!found) return refuse(say('purchasing.imports.missing'), 404)
  if (found.published_at) return refuse(say('purchasing.imports.alreadyPublished', { file: found.file }), 409)
  if (found.undone_at) return refuse(say('purchasing.imports.isUndone', { file: found.file }), 409)
  const standing = await standingOf(tx, id)
  const nothing = nothingIn(standing, found.format)
  if (nothing) return refuse(nothing, 409)
  const at = instantOf(now)
  const counts = published(standing)
  await store.publishNames(tx, id)
  await markPublished(tx, id, actor.kind, at)
  await refreshProcurements(tx, id)
  const contracts = await touchedContracts(tx, id)
  const before = await publicFactsOf(tx, { ids: contracts })
  await refreshContracts(tx, contracts)
  await refreshSuppliers(tx, id)
  await refreshStanding(tx, await coveredBuyers(tx, id))
  await markTouched(tx, id)
  await append(tx, 'publish', actor, { import: id, ...counts }, at)
  await tellContracts(tx, { import: id, contracts, before }, actor, at)
  return counts
}

const published = ({ public: { procurements, purchases, suppliers }, internal }: Standing): Published => ({
  procurements,
  purchases: purchases.count,
  suppliers,
  kept: internal.reduce((sum, { why, count }) => sum + (why === 'withheld-name' ? 0 : count), 0),
})

/**
 * Takes an import back: figures are what they would be had it never been read, and what it replaced stands again. That it
 * was read, and that it was public, stays in the list and on the record. Refused when there is no such import, and when it
 * is taken back already.
 */
export const undoImport = (db: Database, id: string, actor: Actor, now: Date): Promise<Undone | Refusal> =>
  asBatch(async () => {
    const undone = await inTransaction(db, (tx) => undo(tx, id, actor, now))
    if (refused(undone)) return undone
    await endStaging(db, id)
    await settle(db)
    return undone
  })
export interface Undone {
  readonly file: string
  readonly wasPublic: boolean
}

async function undo(tx: Database, id: string, actor: Actor, now: Date): Promise<Undone | Refusal> {
  await lockLanding(tx)
  const found = await importAt(tx, 'internal', id)
  if (!found) return refuse(say('purchasing.imports.missing'), 404)
  if (found.undone_at) return refuse(say('purchasing.imports.isUndone', { file: found.file }), 409)
  const at = instantOf(now)
  await markUndone(tx, id, actor.kind, at)
  const buyers = await coveredBuyers(tx, id)
  const contracts = await touchedContracts(tx, id)
  const before = await publicFactsOf(tx, { ids: contracts })
  await markTouched(tx, id)
  await deleteCoverage(tx, id)
  await refreshStanding(tx, buyers)
  await undoing.deleteTold(tx, id)
  await withdrawArticles(tx, id)
  const turned = await forgetNames(tx, id)
  for (const touched of await importsWith(tx, turned)) {
    await rollUp(tx, touched)
    await markTouched(tx, touched)
  }
  for (const buyer of buyers) await setApart(tx, buyer)
  await beginStaging(tx, id)
  await append(tx, 'undo', actor, { import: id }, at)
  await tellContracts(tx, { import: id, contracts, before }, actor, at)
  return { file: found.file, wasPublic: found.published_at !== null }
}

/** Suppliers are known again by what other imports tell of them. */
async function forgetNames(tx: Database, id: string): Promise<number[]> {
  const left = await undoing.deleteNames(tx, id)
  const known = left.flatMap(({ supplier, told }) => {
    const one = knownOf(told)
    return one ? [{ supplier, ...one }] : []
  })
  const turned = await undoing.relearn(tx, known)
  await undoing.deleteSuppliers(tx)
  return turned
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
  const found = await importAt(db, 'internal', id)
  const standing = await standingOf(db, id)
  return {
    ...standing,
    nothing: nothingIn(standing, found?.format),
    samples: {
      procurements: await store.procurementSamples(db, id, SAMPLES),
      purchases: await store.purchaseSamples(db, id, 'public', SAMPLES),
      keptPurchases: await store.purchaseSamples(db, id, 'internal', SAMPLES),
      keptSuppliers: await store.withheldSamples(db, id, SAMPLES),
    },
  }
}

function nothingIn({ public: { procurements, purchases }, internal }: Standing, format?: string): Message | undefined {
  if (procurements + purchases.count > 0) return undefined
  const kept = internal.length === 0 ? 'no' : format === 'peppol-invoice' ? 'invoices' : 'yes'
  return say('purchasing.publication.nothing', { kept })
}

async function standingOf(db: Database, id: string): Promise<Standing> {
  const purchases = await store.purchasesByStanding(db, id)
  const { procurements, suppliers, withheld } = await store.partiesByStanding(db, id)
  const open = purchases.find((one) => one.kept === null)
  const kept = purchases.flatMap(({ kept: why, count, sums }) => (why ? [{ why, count, sums }] : []))
  return {
    public: { procurements, purchases: { count: open?.count ?? 0, sums: open?.sums ?? [] }, suppliers },
    internal: withheld ? [...kept, { why: 'withheld-name', count: withheld, sums: [] }] : kept,
  }
}
