/** Whom the buyers buy of: the list, and one supplier with what it holds and has sold. */
import { addresses, NotFound } from '../../web/http.js'
import { askedOfList } from '../asked.js'
import { SuppliersPage } from '../pages/lists.js'
import { SupplierPage } from '../pages/supplier.js'
import { countContracts } from '../store/contracts.js'
import { filesOfSupplier, soldBy } from '../store/overview.js'
import { holdingsOf, namesTold, supplierAt, suppliersFound, termsHeld } from '../store/suppliers.js'
import { beforeTheEnd, today } from './request.js'

export const suppliers = addresses()

suppliers.get('/suppliers', async (c) => {
  const { reader, db } = c.var
  const asked = askedOfList(c.req.query())
  const rows = await suppliersFound(db, reader.reach, asked)
  beforeTheEnd(asked, rows)
  return c.html(<SuppliersPage reader={reader} asked={asked} rows={rows} />)
})

suppliers.get('/suppliers/:address', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const supplier = await supplierAt(db, reach, c.req.param('address'))
  if (!supplier) throw new NotFound()
  const asked = askedOfList(c.req.query())
  const holdings = await holdingsOf(db, reach, supplier.id, asked)
  beforeTheEnd(asked, holdings)
  return c.html(
    <SupplierPage
      reader={reader}
      supplier={supplier}
      asked={asked}
      holdings={holdings}
      contracts={await countContracts(db, reach, { supplier: supplier.address })}
      terms={await termsHeld(db, reach, supplier.id)}
      sold={await soldBy(db, reach, supplier.id)}
      files={await filesOfSupplier(db, reach, supplier.id)}
      names={await namesTold(db, reach, supplier.id)}
      today={today(c)}
    />,
  )
})
