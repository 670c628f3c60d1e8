/** The lines behind a buyer's sums: a page of them at a time, and all of them as a file. */
import { addresses, type Request } from '../../web/http.js'
import { askedOfList } from '../asked.js'
import { csvFile } from '../pages/csv.js'
import { PurchasesPage, purchasesCsv, purchasesHead, type Choices } from '../pages/purchases.js'
import { selectionOf, type Selection } from '../selection.js'
import { inBatches } from '../store/batches.js'
import type { BuyerRow } from '../store/buyers.js'
import { linesAfter, linesOf, sumOfLines, type PurchaseLine } from '../store/lines.js'
import { boughtByAccount, boughtBySupplier, boughtByUnit, yearsBought } from '../store/overview.js'
import { supplierAt } from '../store/suppliers.js'
import { buyerOf } from './buyers.js'
import { beforeTheEnd } from './request.js'

export const purchases = addresses()

purchases.get('/buyers/:number/purchases', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const asked = askedOfList(c.req.query())
  const selection = selectionOf(c.req.query())
  const lines = await linesOf(db, reader.reach, buyer.id, selection, asked)
  beforeTheEnd(asked, lines)
  return c.html(
    <PurchasesPage
      reader={reader}
      buyer={buyer}
      selection={selection}
      page={asked.page}
      sum={await sumOfLines(db, reader.reach, buyer.id, selection)}
      lines={lines}
      choices={await choicesOf(c, buyer, selection)}
    />,
  )
})

const MOST_TO_CHOOSE = 50

/** A supplier that was chosen elsewhere can be chosen here, however little was bought of it. */
async function choicesOf(c: Request, buyer: BuyerRow, selection: Selection): Promise<Choices> {
  const { db } = c.var
  const { reach } = c.var.reader
  const largest = await boughtBySupplier(db, reach, buyer.id, MOST_TO_CHOOSE)
  const chosen = selection.supplier && (await supplierAt(db, reach, selection.supplier))
  const isListed = chosen && largest.some(({ address }) => address === chosen.address)
  return {
    years: await yearsBought(db, reach, buyer.id),
    accounts: await boughtByAccount(db, reach, buyer.id),
    units: await boughtByUnit(db, reach, buyer.id),
    suppliers: chosen && !isListed ? [...largest, chosen] : largest,
    mostSuppliers: MOST_TO_CHOOSE,
  }
}

purchases.get('/buyers/:number/purchases.csv', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const selection = selectionOf(c.req.query())
  const batches = inBatches<PurchaseLine>((last, most) => linesAfter(db, reader.reach, buyer.id, selection, last, most))
  return csvFile(`fairlane-${buyer.number}`, purchasesHead(reader), batches, (lines) => purchasesCsv(buyer, lines))
})
