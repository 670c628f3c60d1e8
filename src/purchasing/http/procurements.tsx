/** What has been procured: the list with its choices, and one procurement with its contracts. */
import { grouped } from '../../kit/grouped.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { askedOfList, stated } from '../asked.js'
import { facetsOf } from '../facets.js'
import { ProcurementPage } from '../pages/procurement.js'
import { ProcurementsPage } from '../pages/procurements.js'
import { contractsOf, holdersOf, procurementAt, sourcesOf } from '../store/procurements.js'
import { procurementPairs, procurementsFound } from '../store/search.js'
import { nextEnd } from '../term.js'
import { beforeTheEnd, today } from './request.js'

export const procurements = addresses()

procurements.get('/procurements', async (c) => {
  const { reader, db } = c.var
  const asked = {
    ...askedOfList(c.req.query()),
    division: stated(c.req.query('division'), /^\d{2}$/),
    buyer: stated(c.req.query('buyer'), /^\d{1,20}$/),
  }
  const facets = facetsOf(await procurementPairs(db, reader.reach, asked.words), asked)
  const found = await procurementsFound(db, reader.reach, asked, asked)
  beforeTheEnd(asked, found)
  const rows = await withNextEnd(c, found)
  return c.html(<ProcurementsPage reader={reader} asked={asked} facets={facets} rows={rows} />)
})

async function withNextEnd<T extends { readonly id: number }>(c: Request, found: readonly T[]) {
  const ids = found.map(({ id }) => id)
  const contracts = grouped(await contractsOf(c.var.db, c.var.reader.reach, ids), (one) => one.procurement)
  return found.map((row) => ({ ...row, endsOn: nextEnd(contracts.get(row.id) ?? [], today(c)) }))
}

procurements.get('/procurements/:address', async (c) => {
  const { reader, db } = c.var
  const procurement = await procurementAt(db, reader.reach, c.req.param('address'))
  if (!procurement) throw new NotFound()
  const { id } = procurement
  return c.html(
    <ProcurementPage
      reader={reader}
      procurement={procurement}
      holders={await holdersOf(db, reader.reach, [id])}
      contracts={await contractsOf(db, reader.reach, [id])}
      sources={await sourcesOf(db, reader.reach, id)}
      today={today(c)}
    />,
  )
})
