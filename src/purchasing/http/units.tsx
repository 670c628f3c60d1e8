/** A buyer's units, one of them, and the lines of it that stand nowhere else. */
import type { Currency } from '../../kit/money.js'
import { refused } from '../../kit/refuse.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { sayServed, withdrawServed } from '../acts/serving.js'
import { askedOfList } from '../asked.js'
import { isServed } from '../people-served.js'
import { UnitPage, type By } from '../pages/unit.js'
import { LONGEST_REASON, type Saying } from '../pages/unit-said.js'
import { UnitLinesPage } from '../pages/unit-lines.js'
import { UnitsPage } from '../pages/units.js'
import { selectionOf } from '../selection.js'
import { servedHistory, servedSaid } from '../store/serving.js'
import * as store from '../store/units.js'
import { unitAddress } from '../units/address.js'
import { peopleOf, servedOf, serving, type UnitServing } from '../units/served.js'
import type { BuyerRow } from '../store/buyers.js'
import { buyerOf } from './buyers.js'
import { beforeTheEnd, operatorActs } from './request.js'

export const units = addresses()

export const yearOf = (c: Request): number | undefined => {
  const { year } = selectionOf(c.req.query())
  return year === undefined ? undefined : Number(year)
}

units.get('/buyers/:number/units', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const year = yearOf(c)
  const served = c.req.query('served')
  const known = async (way: store.Way) =>
    servingBy(c, buyer, await store.unitsBought(db, reader.reach, buyer.id, way, year))
  return c.html(
    <UnitsPage
      reader={reader}
      buyer={buyer}
      year={year}
      served={isServed(served) ? served : undefined}
      years={await store.unitYears(db, reader.reach, buyer.id)}
      known={{ booked: await known('booked'), delivered: await known('delivered') }}
    />,
  )
})

export async function unitOf(c: Request) {
  const buyer = await buyerOf(c)
  const unit = await store.unitAt(c.var.db, c.var.reader.reach, buyer.id, c.req.param('unit') ?? '')
  if (!unit) throw new NotFound()
  return { buyer, unit }
}

units.get('/buyers/:number/units/:unit', async (c) => c.html(await unitPage(c)))

async function unitPage(c: Request, wrong?: Saying['wrong']) {
  const { reader, db } = c.var
  const { buyer, unit } = await unitOf(c)
  const year = yearOf(c)
  const part = (way: store.Way, by: By) =>
    store.boughtByPart(db, reader.reach, unit.id, { way, by, year: by === 'year' ? undefined : year })
  const known = []
  for (const way of store.WAYS)
    known.push({
      way,
      by: { year: await part(way, 'year'), account: await part(way, 'account'), supplier: await part(way, 'supplier') },
    })
  return (
    <UnitPage
      reader={reader}
      buyer={buyer}
      unit={unit}
      people={peopleOf(unit.name, await servedSaid(db, buyer.id))}
      year={year}
      years={yearsIn(known.flatMap(({ by }) => by.year))}
      known={known}
      saying={
        reader.reach === 'internal' ? { history: await servedHistory(db, buyer.id, unit.name), wrong } : undefined
      }
    />
  )
}

/** The latest first. */
const yearsIn = (rows: readonly store.PartBought[]): number[] =>
  [...new Set(rows.map(({ name }) => Number(name)))].sort((a, b) => b - a)

units.post('/buyers/:number/units/:unit/served', async (c) => {
  const { db, actor, now } = c.var
  operatorActs(c)
  const { buyer, unit } = await unitOf(c)
  const body = await c.req.parseBody()
  const reason = typeof body['reason'] === 'string' ? body['reason'].slice(0, LONGEST_REASON) : ''
  const served = typeof body['served'] === 'string' ? body['served'] : ''
  if (!isServed(served)) return c.html(await unitPage(c, { served, reason }), 422)
  const said = await sayServed(db, { buyer: buyer.id, unit: unit.name, served, reason }, actor, now)
  return refused(said) ? c.html(await unitPage(c, { served, reason }), said.status) : toUnit(c, buyer, unit)
})

units.post('/buyers/:number/units/:unit/served/withdrawal', async (c) => {
  const { reader, db, actor, now } = c.var
  operatorActs(c)
  const { buyer, unit } = await unitOf(c)
  const taken = await withdrawServed(db, { buyer: buyer.id, unit: unit.name }, actor, now)
  if (!refused(taken)) return toUnit(c, buyer, unit)
  const next = [{ href: hrefIn(reader, unitPath(buyer, unit)), label: unit.name }]
  return c.html(<RefusalPage reader={reader} refusal={taken} next={next} />, taken.status)
})

const unitPath = (buyer: BuyerRow, unit: store.UnitRow) => `/buyers/${buyer.number}/units/${unitAddress(unit.name)}`
const toUnit = (c: Request, buyer: BuyerRow, unit: store.UnitRow) =>
  c.redirect(hrefIn(c.var.reader, unitPath(buyer, unit)), 303)

units.get('/buyers/:number/units/:unit/lines', async (c) => {
  const { reader, db } = c.var
  const { buyer, unit } = await unitOf(c)
  const asked = askedOfList(c.req.query())
  const selection = unitSelectionOf(c)
  const lines = await store.linesOfUnit(db, reader.reach, unit.id, selection, asked)
  beforeTheEnd(asked, lines)
  return c.html(
    <UnitLinesPage
      reader={reader}
      buyer={buyer}
      unit={unit}
      selection={selection}
      page={asked.page}
      sum={await store.sumOfUnit(db, reader.reach, unit.id, selection)}
      lines={lines}
    />,
  )
})

export function unitSelectionOf(c: Request): store.UnitSelection {
  const { account, supplier, currency } = selectionOf(c.req.query())
  return { year: yearOf(c), account, supplier, currency: (currency as Currency | undefined) ?? 'SEK' }
}

/** Whom each of a buyer's units serves. */
export const servingBy = async ({ var: { db } }: Request, buyer: BuyerRow, rows: readonly store.UnitBought[]) =>
  serving(rows, await servedSaid(db, buyer.id))

/** Whether a unit serves those asked about. */
export function servedIn(c: Request) {
  const served = c.req.query('served')
  return (row: UnitServing): boolean => !isServed(served) || servedOf(row) === served
}
