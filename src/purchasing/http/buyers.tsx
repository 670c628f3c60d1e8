/** Who buys: the list, and one buyer with what it buys, who in it buys, and of whom. */
import { addresses, NotFound, type Request } from '../../web/http.js'
import { askedOfList } from '../asked.js'
import { BuyerPage } from '../pages/buyer.js'
import { BuyersPage } from '../pages/lists.js'
import { byDivision } from '../spending.js'
import { buyerAt, buyersFound, procurementsHad, type BuyerRow } from '../store/buyers.js'
import { boughtByAccount, boughtBySupplier, boughtByUnit, filesOfBuyer } from '../store/overview.js'
import { beforeTheEnd } from './request.js'

export const buyers = addresses()

buyers.get('/buyers', async (c) => {
  const { reader, db } = c.var
  const asked = askedOfList(c.req.query())
  const rows = await buyersFound(db, reader.reach, asked)
  beforeTheEnd(asked, rows)
  return c.html(<BuyersPage reader={reader} asked={asked} rows={rows} />)
})

const MOST_SUPPLIERS = 20

buyers.get('/buyers/:number', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const buyer = await buyerOf(c)
  return c.html(
    <BuyerPage
      reader={reader}
      buyer={buyer}
      procurements={await procurementsHad(db, reach, buyer.id)}
      divisions={byDivision(await boughtByAccount(db, reach, buyer.id))}
      units={await boughtByUnit(db, reach, buyer.id)}
      suppliers={await boughtBySupplier(db, reach, buyer.id, MOST_SUPPLIERS)}
      files={await filesOfBuyer(db, reach, buyer.id)}
    />,
  )
})

/** The buyer that an address under /buyers/:number is about. */
export async function buyerOf(c: Request): Promise<BuyerRow> {
  const buyer = await buyerAt(c.var.db, c.var.reader.reach, c.req.param('number') ?? '')
  if (!buyer) throw new NotFound()
  return buyer
}
