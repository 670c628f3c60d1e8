/**
 * What a person can say: the city's own figure, and a price row that is asked for. Each with its source. What they wrote in
 * their own words is disclosed beside the record's entry, so that it can be erased.
 */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { inTransaction, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import type { Currency } from '../../kit/money.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { isUsable, type Written } from '../said.js'
import { buyerNumbered } from '../store/bought.js'
import * as store from '../store/said.js'
import type { Measure } from '../tables.js'

export interface FigureSaid extends Written {
  /** The buyer's organisation number. */
  readonly buyer: string
  readonly measure: Measure
  readonly scope: string
}

/** Said anew it takes the place of the one before. Refused without buyer, value, year, scope or source. */
export async function sayOfficial(
  db: Database,
  said: FigureSaid,
  actor: Actor,
  now: Date,
): Promise<{ id: string } | Refusal> {
  const { measure, scope } = said
  const usable = isUsable(said)
  if (!usable || !scope.trim()) return refuse(say('impact.official.incomplete'), 422)
  return inTransaction(db, async (tx) => {
    const [at, id] = [instantOf(now), newId(now.getTime())]
    const buyer = await buyerNumbered(tx, said.buyer)
    if (buyer === undefined) return refuse(say('impact.official.noBuyer'), 404)
    await store.insertFigure(tx, { id, buyer, measure, ...usable, scope: scope.trim(), at, by: actor.kind })
    const { year, value, source } = usable
    const disclosed = { scope: scope.trim(), source }
    await append(tx, 'say-official-figure', actor, { figure: id, measure, year, value }, at, disclosed)
    return { id }
  })
}

export const withdrawOfficial = (
  db: Database,
  id: string,
  actor: Actor,
  now: Date,
): Promise<{ id: string } | Refusal> =>
  inTransaction(db, async (tx) => {
    const at = instantOf(now)
    if (!(await store.withdrawFigure(tx, id, actor.kind, at))) return refuse(say('impact.official.nothing'), 404)
    await append(tx, 'withdraw-official-figure', actor, { figure: id }, at)
    return { id }
  })

export interface PriceSaid extends Written {
  readonly kind: 'index' | 'rate'
  readonly currency: Currency
}

/** An index follows all prices in the currency, on the scale of the series that comes with us; a rate is to euros. */
export async function sayPrice(
  db: Database,
  said: PriceSaid,
  actor: Actor,
  now: Date,
): Promise<{ id: string } | Refusal> {
  const { kind, currency } = said
  const usable = isUsable(said)
  if (!usable) return refuse(say('impact.prices.incomplete'), 422)
  return inTransaction(db, async (tx) => {
    const [at, id] = [instantOf(now), newId(now.getTime())]
    await store.insertPrice(tx, { id, kind, currency, ...usable, at, by: actor.kind })
    const { year, value, source } = usable
    await append(tx, 'say-price-row', actor, { row: id, kind, currency, year, value }, at, { source })
    return { id }
  })
}
