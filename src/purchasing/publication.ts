/** What publishing an import would do, before it is done: what becomes public, what stays internal and why. */
import type { Database } from '../kit/db/index.js'
import * as store from './store/publication.js'
import type { Counted, Kept, ProcurementSample, PurchaseSample, SupplierSample } from './store/publication.js'

export interface Publication {
  readonly public: {
    readonly procurements: number
    readonly purchases: Counted
    readonly suppliers: number
  }
  /** By reason; `withheld-name` counts suppliers of awards and contracts, the others purchases with their sum. */
  readonly internal: readonly (Counted & { readonly why: Kept })[]
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
  const purchases = await store.purchasesByStanding(db, id)
  const { procurements, suppliers, withheld } = await store.partiesByStanding(db, id)
  const open = purchases.find((one) => one.kept === null)
  const kept = purchases.flatMap(({ kept: why, count, sum }) => (why ? [{ why, count, sum }] : []))
  return {
    public: { procurements, purchases: { count: open?.count ?? 0, sum: open?.sum ?? 0 }, suppliers },
    internal: withheld ? [...kept, { why: 'withheld-name', count: withheld, sum: 0 }] : kept,
    samples: {
      procurements: await store.procurementSamples(db, id, SAMPLES),
      purchases: await store.purchaseSamples(db, id, 'public', SAMPLES),
      keptPurchases: await store.purchaseSamples(db, id, 'internal', SAMPLES),
      keptSuppliers: await store.withheldSamples(db, id, SAMPLES),
    },
  }
}
