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
  const span = { currency: selected.currency, year: selected.year === undefined ? undefined : Number(selected.year) }
  const [lines, sum, files, choices] = await Promise.all([
    linesOf(db, reader.reach, buyer.id, selected, asked),
    sumOfLines(db, reader.reach, buyer.id, selected),
    filesOfBuyer(db, reader.reach, buyer.id, span),
    choicesOf(c, buyer, selected),
  ])
  beforeTheEnd(asked, lines)
  return c.html(
    <PurchasesPage
      reader={reader}
      buyer={buyer}
      selection={selectionOf(c.req.query())}
      currency={selected.currency}
      page={asked.page}
      sum={sum}
      lines={lines}
      files={files}
      choices={choices}
    />,
  )
})

const MOST_TO_CHOOSE = 50

/** A supplier or a contract that was chosen elsewhere can be chosen here, however little was bought of it. */
async function choicesOf(c: Request, buyer: BuyerRow, selected: Selected): Promise<Choices> {
  const { db } = c.var
  const { reach } = c.var.reader
  const span = { currency: selected.currency }
  const { contract } = selected
  const [years, accounts, units, largest, chosen, under] = await Promise.all([
    yearsBought(db, reach, buyer.id),
    boughtByAccount(db, reach, buyer.id, span),
    boughtByUnit(db, reach, buyer.id, span),
    boughtBySupplier(db, reach, buyer.id, span, MOST_TO_CHOOSE),
    selected.supplier === undefined ? undefined : supplierAt(db, reach, selected.supplier),
    contract === undefined || contract === NONE ? undefined : contractAt(db, reach, contract),
  ])
  const isListed = chosen && largest.some(({ address }) => address === chosen.address)
  const suppliers = chosen && !isListed ? [...largest, chosen] : largest
  return { years, accounts, units, suppliers, mostSuppliers: MOST_TO_CHOOSE, contract: under }
}
