/** HTTP of what the city buys. An import that is not published does not exist for others than the operator. */
import { idOf } from '../kit/id.js'
import { addresses, NotFound } from '../web/http.js'
import { ImportPage, ImportsPage, ProcurementPage } from './pages.js'
import { contractsOf, holdersOf, importAt, imports, problemsOf, procurementAt } from './reading.js'

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
  const rows = await imports(db)
  return c.html(
    <ImportsPage reader={reader} rows={reader.reach === 'internal' ? rows : rows.filter((row) => row.published_at)} />,
  )
})

purchasingAddresses.get('/imports/:id', async (c) => {
  const { reader, db } = c.var
  const id = idOf(c.req.param('id'))
  const row = id && (await importAt(db, id))
  if (!row || (!row.published_at && reader.reach !== 'internal')) throw new NotFound()
  const problems = reader.reach === 'internal' ? await problemsOf(db, row.id) : []
  return c.html(<ImportPage reader={reader} row={row} problems={problems} operator={reader.reach === 'internal'} />)
})
