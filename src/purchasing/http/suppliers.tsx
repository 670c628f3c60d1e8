/** Whom the buyers buy of: the list, and one supplier with what it holds and has sold. */
import { idOf } from '../../kit/id.js'
import { refused, type Refusal } from '../../kit/refuse.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { partSupplier, withdrawParting, type Moved } from '../acts/parting.js'
import { askedOfList } from '../asked.js'
import { SuppliersPage } from '../pages/lists.js'
import { SupplierPage } from '../pages/supplier.js'
import { countContracts } from '../store/contracts.js'
import { filesOfSupplier, soldBy } from '../store/overview.js'
import { joinedNames, partingsOf } from '../store/parting.js'
import { holdingsOf, namesTold, supplierAt, suppliersFound, termsHeld, type SupplierRow } from '../store/suppliers.js'
import { beforeTheEnd, operatorActs, today } from './request.js'

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
      parting={await partingFor(c, supplier)}
    />,
  )
})

async function partingFor({ var: { db, reader } }: Request, { id }: SupplierRow) {
  if (reader.reach !== 'internal') return undefined
  return { joined: await joinedNames(db, 'internal', id), partings: await partingsOf(db, id) }
}

suppliers.post('/suppliers/:address/partings', async (c) => {
  const { db, actor, now } = c.var
  operatorActs(c)
  const { name } = await c.req.parseBody()
  const address = c.req.param('address')
  const parted = await partSupplier(db, { address, nameKey: typeof name === 'string' ? name : '' }, actor, now)
  return answered(c, address, parted)
})

suppliers.post('/suppliers/:address/partings/:id/withdrawal', async (c) => {
  const { db, actor, now } = c.var
  operatorActs(c)
  const id = idOf(c.req.param('id'))
  if (!id) throw new NotFound()
  return answered(c, c.req.param('address'), await withdrawParting(db, id, actor, now))
})

function answered(c: Request, address: string, moved: Moved | Refusal) {
  const { reader } = c.var
  const back = { href: hrefIn(reader, `/suppliers/${address}`), label: reader.words('purchasing.parting.back') }
  if (refused(moved)) return c.html(<RefusalPage reader={reader} refusal={moved} next={[back]} />, moved.status)
  return c.redirect(hrefIn(reader, moved.address ? `/suppliers/${moved.address}` : '/suppliers'), 303)
}
