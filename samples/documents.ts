/** invoices.zip: the food and furniture of the last year as the suppliers' electronic invoices, one document each. */
import { addDays, day } from '../src/kit/day.js'
import { known, type Description, type Unit } from './description.js'
import type { Line } from './goods.js'
import type { Booked } from './ledger.js'
import { dice, type Dice } from './random.js'
import { ubl, type Document } from './ubl.js'
import { zip } from './zip.js'

export function documents(of: Description, booked: readonly Booked[]): Uint8Array {
  const sellers = new Map(Object.entries(of.suppliers).map(([key, { id }]) => [id, key]))
  const thrown = dice(of.seed, 'documents')
  return zip(
    booked
      .filter(isItemised)
      .map((invoice) => document(of, invoice, sellers.get(invoice.supplier.id)!, thrown))
      .map((one) => [`${one.seller.id}_${one.number}.xml`, ubl(one)] as const),
  )
}

const isItemised = ({ postings }: Booked) => postings.every(({ lines }) => lines)
const FOOD = 6421
const PAYMENT_DAYS = 30
/** As a rule an order was made, and few suppliers write which contract it was made on. */
const ORDERED = 0.7
const NAMES_CONTRACT = 0.3

function document(of: Description, invoice: Booked, seller: string, thrown: Dice): Document {
  const issued = addDays(day(invoice.day), -thrown.whole(2, 9))
  const unit = unitFor(of, invoice, thrown)
  const body = known(of.bodies, invoice.body)
  return {
    number: invoice.number,
    issued,
    due: addDays(issued, PAYMENT_DAYS),
    delivered: addDays(issued, -thrown.whole(0, 4)),
    isCredit: invoice.postings.some(({ amount }) => amount < 0),
    seller: invoice.supplier,
    buyer: body,
    reference: `${unit.at}-${String(of.units.indexOf(unit) + 1).padStart(2, '0')}`,
    order: thrown.chance(ORDERED) ? `B${invoice.voucher.slice(3)}` : '',
    contract: thrown.chance(NAMES_CONTRACT) ? invoice.contract : '',
    place: unit,
    vat: rateOn(known(of.vat, known(of.sellers, seller).vat), issued),
    lines: invoice.postings.flatMap(({ lines = [] }): readonly Line[] => lines),
  }
}

const rateOn = (rates: Description['vat'][string], on: string) => rates.findLast(({ from }) => from <= on)!.rate

/** More to those who serve more people; a whole city is counted as no more than a big school. */
const MOST_PEOPLE = 1_200

function unitFor(of: Description, { body, postings }: Booked, thrown: Dice): Unit {
  const { administration, account } = postings[0]!
  const units = of.units.filter(
    ({ buyer, at, kitchen }) =>
      buyer === body && administration.startsWith(`${at} - `) && (kitchen || account !== FOOD),
  )
  if (units.length === 0) throw new Error(`The sample's description has no unit under '${administration}'`)
  const name = thrown.pick(Object.fromEntries(units.map((unit) => [unit.name, Math.min(unit.people, MOST_PEOPLE)])))
  return units.find((unit) => unit.name === name)!
}
