/** What a person can say of whom a unit serves, in place of what its name tells; and take it back. */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { inTransaction, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import type { Served } from '../people-served.js'
import * as store from '../store/serving.js'

export interface UnitOf {
  readonly buyer: number
  /** By name: it stays the same unit when its file comes again. */
  readonly unit: string
}

/** Said anew, it takes the place of what was said before. Refused without a reason. */
export async function sayServed(
  db: Database,
  { buyer, unit, served, reason }: UnitOf & { readonly served: Served; readonly reason: string },
  actor: Actor,
  now: Date,
): Promise<{ id: string } | Refusal> {
  const why = reason.trim()
  if (why === '') return refuse(say('purchasing.units.said.noReason'), 422)
  return inTransaction(db, async (tx) => {
    const at = instantOf(now)
    const id = newId(now.getTime())
    await store.withdrawServed(tx, { buyer, unit }, actor.kind, at)
    await store.insertServed(tx, { id, buyer, unit, served, reason: why, at, by: actor.kind })
    await append(tx, 'say-served', actor, { assignment: id }, at)
    return { id }
  })
}

/** What the unit's name tells stands again. */
export const withdrawServed = (
  db: Database,
  unit: UnitOf,
  actor: Actor,
  now: Date,
): Promise<{ id: string } | Refusal> =>
  inTransaction(db, async (tx) => {
    const at = instantOf(now)
    const id = await store.withdrawServed(tx, unit, actor.kind, at)
    if (id === undefined) return refuse(say('purchasing.units.said.nothing'), 404)
    await append(tx, 'withdraw-served', actor, { assignment: id }, at)
    return { id }
  })
