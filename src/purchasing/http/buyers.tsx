/** Who buys: the list, and one buyer with what it buys, who in it buys, and of whom. */
import { addresses, NotFound, type Request } from '../../web/http.js'
import { askedOfList } from '../asked.js'
import * as bought from '../bought.js'
import type { Pair } from '../facets.js'
import type { Seen } from '../pages/bought.js'
import { BuyerPage } from '../pages/buyer.js'
import { BuyersPage } from '../pages/lists.js'
import { selectionOf } from '../selection.js'
import { apartSums } from '../store/apart.js'
import { buyerAt, buyersFound, procurementsHad, type BuyerRow } from '../store/buyers.js'
import { countContracts } from '../store/contracts.js'
import { isToJudge } from '../store/judging.js'
import * as store from '../store/overview.js'
import { servedSaid } from '../store/serving.js'
import { procurementPairs, procurementsFound } from '../store/search.js'
import { byServed, serving, type ServedSaidOf } from '../units/served.js'
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
const LATEST = { skip: 0, most: 5 }

buyers.get('/buyers/:number', async (c) => {
  const { reader, db } = c.var
  const { reach } = reader
  const buyer = await buyerOf(c)
  const seen = seenIn(c, buyer)
  const [currencies, sums, procurements, contracts, procured, latest, years, files, apart, isWaiting] =
    await Promise.all([
      store.boughtByCurrency(db, reach, buyer.id, seen.year),
      boughtIn(c, buyer, seen),
      procurementsHad(db, reach, buyer.id),
      countContracts(db, reach, { buyer: buyer.id }),
      procuredBy(c, buyer),
      procurementsFound(db, reach, { words: '', division: undefined, buyer: buyer.number }, LATEST),
      store.yearsBought(db, reach, buyer.id),
      store.filesOfBuyer(db, reach, buyer.id, seen),
      apartSums(db, reach, buyer.id),
      isToJudge(db, buyer.id),
    ])
  const whole = currencies.find(({ currency }) => currency === seen.currency)?.amount ?? 0
  return c.html(
    <BuyerPage
      {...{ reader, buyer, seen, procurements, contracts, procured, latest, years, files, apart, isWaiting }}
      parts={partedBy(seen, reach === 'internal', sums)}
      whole={seen.by === 'supplier' ? (sums.suppliers[0]?.whole ?? 0) : whole}
      unknown={summed(sums.accounts.filter(({ category }) => category === null))}
      others={currencies.filter(({ currency }) => currency !== seen.currency)}
    />,
  )
})

function seenIn(c: Request, { currency: own }: BuyerRow): Seen {
  const by = c.req.query('by')
  const { year, currency } = selectionOf(c.req.query())
  return {
    by: bought.isWay(by) ? by : 'category',
    year: year === undefined ? undefined : Number(year),
    currency: (currency as Seen['currency'] | undefined) ?? own,
  }
}

interface Bought {
  readonly accounts: readonly store.AccountSum[]
  readonly units: readonly store.UnitSum[]
  readonly suppliers: readonly store.SupplierSum[]
  readonly said: ServedSaidOf
}

/** Accounts always, since they tell what is unknown; the others where they are shown. */
async function boughtIn(c: Request, buyer: BuyerRow, seen: Seen): Promise<Bought> {
  const { db } = c.var
  const { reach } = c.var.reader
  const [accounts, units, suppliers, said] = await Promise.all([
    store.boughtByAccount(db, reach, buyer.id, seen),
    seen.by === 'unit' || seen.by === 'served' ? store.boughtByUnit(db, reach, buyer.id, seen) : [],
    seen.by === 'supplier' ? store.boughtBySupplier(db, reach, buyer.id, seen, MOST_SUPPLIERS) : [],
    servedSaid(db, buyer.id),
  ])
  return { accounts, units, suppliers, said }
}

function partedBy({ by, currency }: Seen, isInternal: boolean, { accounts, units, suppliers, said }: Bought) {
  if (by === 'supplier') return bought.bySupplier(suppliers, isInternal)
  if (by === 'unit') return bought.byUnit(units)
  if (by === 'account') return bought.byAccount(accounts)
  if (by === 'category') return bought.byCategory(accounts)
  return bought.byServedGroup(
    byServed(
      serving(
        units.map((unit) => ({ ...unit, currency })),
        said,
      ),
    ),
  )
}

const summed = (rows: readonly store.AccountSum[]) => ({
  amount: rows.reduce((sum, { amount }) => sum + amount, 0),
  lines: rows.reduce((sum, { lines }) => sum + lines, 0),
})

/** How many procurements it has in each division, most first. */
async function procuredBy({ var: { db, reader } }: Request, { number }: BuyerRow): Promise<Pair[]> {
  const pairs = await procurementPairs(db, reader.reach, '')
  return pairs.filter(({ buyer }) => buyer === number).sort((a, b) => b.count - a.count)
}

/** The buyer that an address under /buyers/:number is about. */
export async function buyerOf(c: Request): Promise<BuyerRow> {
  const buyer = await buyerAt(c.var.db, c.var.reader.reach, c.req.param('number') ?? '')
  if (!buyer) throw new NotFound()
  return buyer
}
