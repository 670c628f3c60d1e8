/** Which lines an address under /buyers/:number asks for, as they are looked up. */
import type { Currency } from '../../kit/money.js'
import type { Request } from '../../web/http.js'
import { selectionOf, type Selected } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import { unitNames } from '../store/overview.js'
import { servedSaid } from '../store/serving.js'
import { peopleOf } from '../units/served.js'

export async function selectedIn(c: Request, buyer: BuyerRow): Promise<Selected> {
  const { served, currency, ...parts } = selectionOf(c.req.query())
  const selected = { ...parts, currency: (currency as Currency | undefined) ?? buyer.currency }
  if (served === undefined) return selected
  const names = await unitNames(c.var.db, buyer.id)
  const said = await servedSaid(c.var.db, buyer.id)
  const units = names.filter((name) => peopleOf(name, said).served === served)
  return { ...selected, units: served === 'unknown' ? [...units, null] : units }
}
