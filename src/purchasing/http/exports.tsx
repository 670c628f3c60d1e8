/** Whole lists as files, made while they are sent: /contracts.csv, /suppliers.xlsx. A buyer's own stand in exports-of-buyer.tsx. */
import { addresses, NotFound } from '../../web/http.js'
import { askedOfList, stated } from '../asked.js'
import { contractsAsked } from '../contract-asked.js'
import { contractsExport } from '../pages/exports-of-contracts.js'
import { buyersExport, exported, procurementsExport, soldExport, suppliersExport, type Kind } from '../pages/exports.js'
import { buyersFound } from '../store/buyers.js'
import { contractsFound } from '../store/contracts.js'
import { contractsAhead } from '../store/renewals.js'
import { soldBy } from '../store/overview.js'
import { procurementsFound } from '../store/search.js'
import { supplierAt, suppliersFound } from '../store/suppliers.js'
import { held } from './contracts.js'
import { inPages } from './in-pages.js'
import { today } from './request.js'

export const exports = addresses()

for (const kind of ['csv', 'xlsx'] satisfies Kind[]) {
  exports.get(`/procurements.${kind}`, (c) => {
    const { reader, db } = c.var
    const { words } = askedOfList(c.req.query())
    const division = stated(c.req.query('division'), /^\d{2}$/)
    const buyer = stated(c.req.query('buyer'), /^\d{1,20}$/)
    const batches = inPages((part) => procurementsFound(db, reader.reach, { words, division, buyer }, part))
    return exported(kind, 'fairlane-procurements', procurementsExport(reader), batches)
  })
  exports.get(`/contracts.${kind}`, (c) => {
    const { reader, db } = c.var
    const asked = contractsAsked(c.req.query())
    const on = today(c)
    const batches = inPages(async (part) => held(c, await contractsFound(db, reader.reach, on, asked, part)))
    return exported(kind, 'fairlane-contracts', contractsExport(reader, on), batches)
  })
  exports.get(`/renewals.${kind}`, (c) => {
    const { reader, db } = c.var
    const on = today(c)
    const batches = inPages(async (part) => held(c, await contractsAhead(db, reader.reach, on, part)))
    return exported(kind, 'fairlane-renewals', contractsExport(reader, on), batches)
  })
  exports.get(`/suppliers.${kind}`, (c) => {
    const { reader, db } = c.var
    const { words } = askedOfList(c.req.query())
    const batches = inPages((part) => suppliersFound(db, reader.reach, { words, ...part }))
    return exported(kind, 'fairlane-suppliers', suppliersExport(reader), batches)
  })
  exports.get(`/suppliers/:address/sold.${kind}`, async (c) => {
    const { reader, db } = c.var
    const supplier = await supplierAt(db, reader.reach, c.req.param('address'))
    if (!supplier) throw new NotFound()
    const rows = async function* () {
      yield await soldBy(db, reader.reach, supplier.id)
    }
    return exported(kind, `fairlane-${supplier.address}`, soldExport(reader, supplier), rows())
  })
  exports.get(`/buyers.${kind}`, (c) => {
    const { reader, db } = c.var
    const { words } = askedOfList(c.req.query())
    const batches = inPages((part) => buyersFound(db, reader.reach, { words, ...part }))
    return exported(kind, 'fairlane-buyers', buyersExport(reader), batches)
  })
}
