/** A buyer's units, one of them, and the lines of it that stand nowhere else. */
import type { Currency } from '../../kit/money.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { askedOfList } from '../asked.js'
import { isServed, peopleServed } from '../people-served.js'
import { UnitPage, type By } from '../pages/unit.js'
import { UnitLinesPage } from '../pages/unit-lines.js'
import { UnitsPage } from '../pages/units.js'
import { selectionOf } from '../selection.js'
import * as store from '../store/units.js'
import { serving } from '../units/served.js'
import { buyerOf } from './buyers.js'
import { beforeTheEnd } from './request.js'

export const units = addresses()

const yearOf = (c: Request): number | undefined => {
  const { year } = selectionOf(c.req.query())
  return year === undefined ? undefined : Number(year)
}

units.get('/buyers/:number/units', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const year = yearOf(c)
  const served = c.req.query('served')
  const known = async (way: store.Way) => serving(await store.unitsBought(db, reader.reach, buyer.id, way, year))
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

async function unitOf(c: Request) {
  const buyer = await buyerOf(c)
  const unit = await store.unitAt(c.var.db, c.var.reader.reach, buyer.id, c.req.param('unit') ?? '')
  if (!unit) throw new NotFound()
  return { buyer, unit }
}

units.get('/buyers/:number/units/:unit', async (c) => {
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
  return c.html(
    <UnitPage
      reader={reader}
      buyer={buyer}
      unit={unit}
      people={peopleServed(unit.name)}
      year={year}
      years={yearsIn(known.flatMap(({ by }) => by.year))}
      known={known}
    />,
  )
})

/** The latest first. */
const yearsIn = (rows: readonly store.PartBought[]): number[] =>
  [...new Set(rows.map(({ name }) => Number(name)))].sort((a, b) => b - a)

units.get('/buyers/:number/units/:unit/lines', async (c) => {
  const { reader, db } = c.var
  const { buyer, unit } = await unitOf(c)
  const asked = askedOfList(c.req.query())
  const { account, supplier, currency } = selectionOf(c.req.query())
  const selection: store.UnitSelection = {
    year: yearOf(c),
    account,
    supplier,
    currency: (currency as Currency | undefined) ?? 'SEK',
  }
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
