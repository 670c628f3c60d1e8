/** What one buyer bought as files: its lines, its units and how its purchases follow contracts. */
import { addresses } from '../../web/http.js'
import { followedBy } from '../followed.js'
import { exported, purchasesExport, type Kind } from '../pages/exports.js'
import { followedExport, unitLinesExport, unitsExport, type FollowedRow } from '../pages/exports-of-buyer.js'
import { inBatches } from '../store/batches.js'
import { followingOf } from '../store/following.js'
import { linesAfter, type PurchaseLine } from '../store/lines.js'
import { linesOfUnit, unitsBought, WAYS } from '../store/units.js'
import { buyerOf } from './buyers.js'
import { spanOf } from './following.js'
import { inPages } from './in-pages.js'
import { selectedIn } from './selected.js'
import { servedIn, servingBy, unitOf, unitSelectionOf, yearOf } from './units.js'

export const exportsOfBuyer = addresses()

for (const kind of ['csv', 'xlsx'] satisfies Kind[]) {
  exportsOfBuyer.get(`/buyers/:number/purchases.${kind}`, async (c) => {
    const { reader, db } = c.var
    const buyer = await buyerOf(c)
    const selected = await selectedIn(c, buyer)
    const batches = inBatches<PurchaseLine>((last, most) =>
      linesAfter(db, reader.reach, buyer.id, selected, last, most),
    )
    return exported(kind, `fairlane-${buyer.number}`, purchasesExport(reader, buyer), batches)
  })
  exportsOfBuyer.get(`/buyers/:number/units.${kind}`, async (c) => {
    const { reader, db } = c.var
    const buyer = await buyerOf(c)
    const isMeant = servedIn(c)
    const rows = []
    for (const way of WAYS)
      for (const row of await servingBy(c, buyer, await unitsBought(db, reader.reach, buyer.id, way, yearOf(c))))
        if (isMeant(row)) rows.push({ way, ...row })
    return exported(kind, `fairlane-${buyer.number}-units`, unitsExport(reader), once(rows))
  })
  exportsOfBuyer.get(`/buyers/:number/units/:unit/lines.${kind}`, async (c) => {
    const { reader, db } = c.var
    const { buyer, unit } = await unitOf(c)
    const selection = unitSelectionOf(c)
    const batches = inPages((part) => linesOfUnit(db, reader.reach, unit.id, selection, part))
    return exported(kind, `fairlane-${buyer.number}-unit`, unitLinesExport(reader, selection.currency), batches)
  })
  exportsOfBuyer.get(`/buyers/:number/contracts-followed.${kind}`, async (c) => {
    const { reader, db } = c.var
    const buyer = await buyerOf(c)
    const sums = await followingOf(db, reader.reach, buyer.id, spanOf(c, buyer))
    const rows = (['division', 'unit'] as const).flatMap((by): FollowedRow[] =>
      followedBy(sums.filter((sum) => sum.by === by)).map((row) => ({ by, ...row })),
    )
    return exported(kind, `fairlane-${buyer.number}-followed`, followedExport(reader, buyer.currency), once(rows))
  })
}

/** Few enough to be had at once. */

async function* once<Row>(rows: readonly Row[]) {
  yield rows
}
