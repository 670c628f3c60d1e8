/** HTTP of what the city buys. An import that is not published does not exist for others than the operator. */
import { idOf } from '../kit/id.js'
import { addresses, NotFound } from '../web/http.js'
import { ImportPage, ImportsPage, ProcurementPage } from './pages.js'
import { importAt, imports, problemsOf } from './store/imports.js'
import { contractsOf, holdersOf, procurementAt } from './store/procurements.js'

export const purchasingAddresses = addresses()

purchasingAddresses.get('/procurements/:address', async (c) => {
  const { reader, db } = c.var
  const procurement = await procurementAt(db, reader.reach, c.req.param('address'))
  if (!procurement) throw new NotFound()
  const holders = await holdersOf(db, reader.reach, [procurement.id])
  const contracts = await contractsOf(db, reader.reach, [procurement.id])
  return c.html(<ProcurementPage reader={reader} procurement={procurement} holders={holders} contracts={contracts} />)
})

purchasingAddresses.get('/imports', async (c) => {
  const { reader, db } = c.var
  return c.html(<ImportsPage reader={reader} rows={await imports(db, reader.reach)} />)
})

purchasingAddresses.get('/imports/:id', async (c) => {
  const { reader, db } = c.var
  const id = idOf(c.req.param('id'))
  const row = id && (await importAt(db, reader.reach, id))
  if (!row) throw new NotFound()
  const problems = await problemsOf(db, reader.reach, row.id)
  return c.html(<ImportPage reader={reader} row={row} problems={problems} operator={reader.reach === 'internal'} />)
})
