/** Whole lists as files, made while they are sent: /procurements.csv, /suppliers.xlsx, /buyers/NUMBER/purchases.xlsx. */
import { addresses } from '../../web/http.js'
import { askedOfList, stated } from '../asked.js'
import { exported, procurementsExport, purchasesExport, suppliersExport, type Kind } from '../pages/exports.js'
import { inBatches } from '../store/batches.js'
import { linesAfter, type PurchaseLine } from '../store/lines.js'
import { procurementsFound } from '../store/search.js'
import { suppliersFound } from '../store/suppliers.js'
import { buyerOf } from './buyers.js'
import { selectedIn } from './selected.js'

export const exports = addresses()

/** A batch at a time, by how many came before. */
function inPages<Row>(page: (part: { skip: number; most: number }) => Promise<readonly Row[]>) {
  let skip = 0
  return inBatches<Row>(async (_, most) => {
    const rows = await page({ skip, most })
    skip += rows.length
    return rows
  })
}

for (const kind of ['csv', 'xlsx'] satisfies Kind[]) {
  exports.get(`/buyers/:number/purchases.${kind}`, async (c) => {
    const { reader, db } = c.var
    const buyer = await buyerOf(c)
    const selected = await selectedIn(c, buyer)
    const batches = inBatches<PurchaseLine>((last, most) =>
      linesAfter(db, reader.reach, buyer.id, selected, last, most),
    )
    return exported(kind, `fairlane-${buyer.number}`, purchasesExport(reader, buyer), batches)
  })
  exports.get(`/procurements.${kind}`, (c) => {
    const { reader, db } = c.var
    const { words } = askedOfList(c.req.query())
    const division = stated(c.req.query('division'), /^\d{2}$/)
    const buyer = stated(c.req.query('buyer'), /^\d{1,20}$/)
    const batches = inPages((part) => procurementsFound(db, reader.reach, { words, division, buyer }, part))
    return exported(kind, 'fairlane-procurements', procurementsExport(reader), batches)
  })
  exports.get(`/suppliers.${kind}`, (c) => {
    const { reader, db } = c.var
    const { words } = askedOfList(c.req.query())
    const batches = inPages((part) => suppliersFound(db, reader.reach, { words, ...part }))
    return exported(kind, 'fairlane-suppliers', suppliersExport(reader), batches)
  })
}
