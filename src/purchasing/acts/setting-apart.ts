/**
 * What is bought and yet not counted: lines and rules of which a person says that they are no purchases, and invoices
 * whose posting a ledger counts in another month.
 */
import { ruleFor } from '../../categories/index.js'
import type { Database } from '../../kit/db/index.js'
import { NOT_A_PURCHASE, ruleOf } from '../own-rules.js'
import * as store from '../store/apart.js'
import { rulesOf } from '../store/judging.js'
import { rollUp } from '../store/landing.js'
import { pairedInvoices } from '../store/pairing.js'

/** In the transaction of whatever this rests on. The buyer is to be judged anew after it. */
export async function setApart(tx: Database, buyer: number): Promise<void> {
  if (!(await store.mayBeApart(tx, buyer))) return
  const moved = await store.moveApart(tx, buyer, {
    sold: await ruledOut(tx, buyer),
    invoices: await countedElsewhere(tx, buyer),
  })
  for (const one of moved) await rollUp(tx, one)
}

/** What the rule that goes first says is no purchase. */
async function ruledOut(tx: Database, buyer: number): Promise<store.Sold[]> {
  const rules = (await rulesOf(tx, buyer)).flatMap((row) => ruleOf(row) ?? [])
  if (!rules.some(({ category }) => category === NOT_A_PURCHASE)) return []
  const isRuledOut = ({ supplier, code }: store.Sold) =>
    ruleFor(rules, {
      account: { code },
      ...(supplier === null ? {} : { supplier: { id: String(supplier) } }),
    })?.category === NOT_A_PURCHASE
  return (await store.soldOn(tx, buyer)).filter(isRuledOut)
}

/** Invoices whose posting stands in a month that a ledger tells, while their own has none. */
async function countedElsewhere(tx: Database, buyer: number): Promise<store.InvoiceApart[]> {
  const found: store.InvoiceApart[] = []
  for (const id of await store.invoiceImports(tx, buyer))
    for (const { number, supplier, currency, countedThere, buyer: whose } of await pairedInvoices(tx, id))
      if (countedThere && whose === buyer) found.push({ import: id, number, supplier, currency })
  return found
}
