/** The lines behind a buyer's sums, a page of them at a time. As files they stand in exports.tsx. */
import { addresses, type Request } from '../../web/http.js'
import { askedOfList } from '../asked.js'
import { PurchasesPage, type Choices } from '../pages/purchases.js'
import { NONE, selectionOf, type Selected } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import { contractAt } from '../store/contract-page.js'
import { linesOf, sumOfLines } from '../store/lines.js'
import { boughtByAccount, boughtBySupplier, boughtByUnit, filesOfBuyer, yearsBought } from '../store/overview.js'
import { supplierAt } from '../store/suppliers.js'
import { buyerOf } from './buyers.js'
import { beforeTheEnd } from './request.js'
import { selectedIn } from './selected.js'

export const purchases = addresses()

purchases.get('/buyers/:number/purchases', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const asked = askedOfList(c.req.query())
  const selected = await selectedIn(c, buyer)
  const lines = await linesOf(db, reader.reach, buyer.id, selected, asked)
  beforeTheEnd(asked, lines)
  const span = { currency: selected.currency, year: selected.year === undefined ? undefined : Number(selected.year) }
  return c.html(
    <PurchasesPage
      reader={reader}
      buyer={buyer}
      selection={selectionOf(c.req.query())}
      currency={selected.currency}
      page={asked.page}
      sum={await sumOfLines(db, reader.reach, buyer.id, selected)}
      lines={lines}
      files={await filesOfBuyer(db, reader.reach, buyer.id, span)}
      choices={await choicesOf(c, buyer, selected)}
    />,
  )
})

const MOST_TO_CHOOSE = 50

/** A supplier or a contract that was chosen elsewhere can be chosen here, however little was bought of it. */
async function choicesOf(c: Request, buyer: BuyerRow, selected: Selected): Promise<Choices> {
  const { db } = c.var
  const { reach } = c.var.reader
  const span = { currency: selected.currency }
  const largest = await boughtBySupplier(db, reach, buyer.id, span, MOST_TO_CHOOSE)
  const chosen = selected.supplier && (await supplierAt(db, reach, selected.supplier))
  const isListed = chosen && largest.some(({ address }) => address === chosen.address)
  const { contract } = selected
  return {
    years: await yearsBought(db, reach, buyer.id),
    accounts: await boughtByAccount(db, reach, buyer.id, span),
    units: await boughtByUnit(db, reach, buyer.id, span),
    suppliers: chosen && !isListed ? [...largest, chosen] : largest,
    mostSuppliers: MOST_TO_CHOOSE,
    contract: contract === undefined || contract === NONE ? undefined : await contractAt(db, reach, contract),
  }
}
