/** What a person can say of a category: of the lines of one posting, or of all that a rule fits; and take it back. */
import type { CategoryRule } from '../../categories/index.js'
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { asBatch, inTransaction, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { judgePurchases } from './judging.js'
import { setApart } from './setting-apart.js'
import * as store from '../store/correcting.js'
import { markToJudge } from '../store/judging.js'
import type { LineAt } from '../store/line.js'
import { lockLanding } from '../store/landing.js'

/** A category, or that it is none: grants and the like are counted in no sum of purchases. */
export type Meant = CategoryRule['category']

export interface Corrected {
  /** How many lines it is said of. */
  readonly lines: number
}

/** Stays when the same line is imported again. Null takes the correction back. Refused when nothing would change. */
export const correctLine = (
  db: Database,
  line: LineAt,
  category: Meant | null,
  actor: Actor,
  now: Date,
): Promise<Corrected | Refusal> =>
  judgedAfter(db, async (tx) => {
    const at = instantOf(now)
    const standing = await store.correctionOf(tx, line)
    if ((standing?.category ?? null) === category) return refuse(say('purchasing.correcting.same'), 409)
    if (standing) await store.withdrawCorrection(tx, standing.id, actor.kind, at)
    if (category) await store.insertCorrection(tx, { id: newId(now.getTime()), ...line, category, at, by: actor.kind })
    const lines = await store.moveCorrected(tx, line, standing?.category ?? null, category)
    await setApart(tx, line.buyer)
    await markToJudge(tx, [line.buyer])
    await append(tx, 'correct', actor, { lines, withdrawn: category === null }, at)
    return { lines }
  })

export interface RuleSaid {
  readonly buyer: number
  readonly account?: string | undefined
  readonly supplier?: number | undefined
  readonly category: Meant
}

/** From now on and for what is known already. The same rule said anew takes the place of the earlier one. */
export const makeRule = (db: Database, rule: RuleSaid, actor: Actor, now: Date): Promise<{ id: string } | Refusal> =>
  judgedAfter(db, async (tx) => {
    if (rule.account === undefined && rule.supplier === undefined)
      return refuse(say('purchasing.correcting.emptyRule'), 400)
    const at = instantOf(now)
    const id = newId(now.getTime())
    await store.withdrawRulesLike(tx, rule, actor.kind, at)
    await store.insertRule(tx, { id, ...rule, at, by: actor.kind })
    await setApart(tx, rule.buyer)
    await markToJudge(tx, [rule.buyer])
    await append(tx, 'make-rule', actor, { rule: id }, at)
    return { id }
  })

export const withdrawRule = (db: Database, id: string, actor: Actor, now: Date): Promise<{ buyer: number } | Refusal> =>
  judgedAfter(db, async (tx) => {
    const at = instantOf(now)
    const buyer = await store.withdrawRule(tx, id, actor.kind, at)
    if (buyer === undefined) return refuse(say('purchasing.correcting.noRule'), 404)
    await setApart(tx, buyer)
    await markToJudge(tx, [buyer])
    await append(tx, 'withdraw-rule', actor, { rule: id }, at)
    return { buyer }
  })

async function judgedAfter<T extends object>(
  db: Database,
  act: (tx: Database) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const done = await asBatch(() =>
    inTransaction(db, async (tx) => {
      await lockLanding(tx)
      return act(tx)
    }),
  )
  if (!refused(done)) await judgePurchases(db)
  return done
}
