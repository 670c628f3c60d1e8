/** What a person can do about the law that Fairlane rests on: enter an amount that is missing, verify a number or a place, withdraw. */
import type { Actor } from '../kit/actor.js'
import { dayOf, dayOfInstant, instantOf, type Day } from '../kit/day.js'
import { inTransaction, type Database } from '../kit/db/index.js'
import { newId } from '../kit/id.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { append } from '../record/index.js'
import { datedOf, heldOf, type EnteredNumber, type LawHeld } from './held.js'
import { numberKey } from './rules/numbers/dated.js'
import { ACT_FROM } from './rules/numbers/periods.js'
import { lawTable, verifiable } from './rules/table.js'
import { keyOf } from './rules/verified.js'
import * as store from './store.js'
import type { AmountName } from './tables.js'

/** To be spread into a case: `routesFor({ ...theCase, ...(await lawHeld(db)) })`. */
export const lawHeld = async (db: Database): Promise<LawHeld> =>
  heldOf(await store.enteredNumbers(db), await store.verifications(db))

export const AMOUNT_NAMES = ['goodsAndServices', 'works', 'light', 'directAward', 'documented'] as const

/** As a person wrote it. */
export interface NumberWritten {
  readonly name: string
  /** Whole kronor, excluding VAT. */
  readonly kronor: number
  readonly from: string
  /** Absent while it holds. */
  readonly to?: string | undefined
  readonly source: string
  readonly url: string
}

/** Refused, naming the field, without a source and a link to it, and when one that was entered holds on the same days. */
export const enterNumber = (
  db: Database,
  written: NumberWritten,
  actor: Actor,
  now: Date,
): Promise<{ id: string } | Refusal> =>
  inTransaction(db, async (tx) => {
    const read = numberIn(written)
    if (refused(read)) return read
    const standing = await store.enteredNumbers(tx)
    const other = standing.find((one) => one.name === read.name && overlap(one, read))
    if (other) return refuse(say('law.refusal.entered', { field: 'from', first: other.from }), 409)
    const [id, at] = [newId(now.getTime()), instantOf(now)]
    await store.insertNumber(tx, { id, ...read, at, by: actor.kind })
    const { name, kronor, from, to, source, url } = read
    await append(tx, 'enter-number', actor, { number: id, name, kronor, from, ...(to && { to }) }, at, {
      source: `${source} ${url}`,
    })
    return { id }
  })

type NumberRead = Omit<EnteredNumber, 'id' | 'at' | 'by'>
const wrong = (field: string, kind: 'day' | 'kronor' | 'source' | 'link' | 'person'): Refusal =>
  refuse(say('law.refusal.entry', { field, kind }))

function numberIn({
  name: named,
  kronor,
  from: first,
  to: last,
  source: told,
  url: link,
}: NumberWritten): NumberRead | Refusal {
  const name = AMOUNT_NAMES.find((one) => one === named)
  if (!name) return refuse(say('law.refusal.choice', { field: 'name', choices: AMOUNT_NAMES.join(', ') }))
  if (!Number.isSafeInteger(kronor) || kronor <= 0 || kronor > MOST_KRONOR) return wrong('kronor', 'kronor')
  const [from, to] = [dayOf(first), last === undefined || last === '' ? null : dayOf(last)]
  if (!from || from < ACT_FROM) return wrong('from', 'day')
  if (to === undefined || (to && to <= from)) return wrong('to', 'day')
  const [source, url] = [told.trim(), link.trim()]
  if (source === '' || source.length > 300) return wrong('source', 'source')
  return isLink(url) ? { name, kronor, from, to, source, url } : wrong('url', 'link')
}

/** Ten times what a kingdom spends; more is a slip of the hand. */
const MOST_KRONOR = 10_000_000_000_000
const isLink = (url: string): boolean =>
  url.length <= 2000 && URL.canParse(url) && new URL(url).protocol === 'https:' && !/\s/.test(url)

interface Validity {
  readonly from: Day
  readonly to: Day | null
}
const overlap = (a: Validity, b: Validity): boolean => (!b.to || a.from <= b.to) && (!a.to || b.from <= a.to)

/** What was verified of it goes with it. */
export const withdrawNumber = (db: Database, id: string, actor: Actor, now: Date): Promise<{ id: string } | Refusal> =>
  inTransaction(db, async (tx) => {
    const at = instantOf(now)
    const gone = await store.withdrawNumber(tx, id, actor.kind, at)
    if (!gone) return refuse(say('law.refusal.gone'), 404)
    await store.withdrawVerifications(tx, [keyOfEntered(gone)], actor.kind, at)
    await append(tx, 'withdraw-number', actor, { number: id }, at)
    return { id }
  })

const keyOfEntered = ({ name, kronor, from }: { name: AmountName; kronor: number; from: Day }): string =>
  numberKey(datedOf({ name, kronor, from, to: null, source: '', url: '' }))

export interface VerifyWritten {
  /** Of `verifiable`: numbers and places. */
  readonly keys: readonly string[]
  /** The person who has checked them, and the day. */
  readonly by: string
  readonly on: string
}

/** Said anew it takes the place of what stood. Refused, naming the field, of what no rule rests on, and of a day to come. */
export const verifyLaw = (
  db: Database,
  { keys: named, by: person, on: when }: VerifyWritten,
  actor: Actor,
  now: Date,
): Promise<{ verified: number } | Refusal> =>
  inTransaction(db, async (tx) => {
    const [at, on, verifiedBy] = [instantOf(now), dayOf(when), person.trim()]
    const keys = [...new Set(named)]
    const known = new Set(verifiable(lawTable((await store.enteredNumbers(tx)).map(datedOf))).map(keyOf))
    const strange = keys.find((key) => !known.has(key))
    if (keys.length === 0 || strange !== undefined)
      return refuse(say('law.refusal.unknownKey', { field: 'keys', key: (strange ?? '').slice(0, 100) }))
    if (verifiedBy.length < 2 || verifiedBy.length > 200) return wrong('by', 'person')
    if (!on || on < ACT_FROM || on > dayOfInstant(at)) return wrong('on', 'day')
    await store.withdrawVerifications(tx, keys, actor.kind, at)
    const rows = keys.map((key) => ({ id: newId(now.getTime()), key, verifiedBy, verifiedOn: on, at, by: actor.kind }))
    await store.insertVerifications(tx, rows)
    await append(tx, 'verify-law', actor, { keys, on }, at, { person: verifiedBy })
    return { verified: keys.length }
  })

export const withdrawVerification = (
  db: Database,
  keys: readonly string[],
  actor: Actor,
  now: Date,
): Promise<{ withdrawn: number } | Refusal> =>
  inTransaction(db, async (tx) => {
    const at = instantOf(now)
    const gone = keys.length ? await store.withdrawVerifications(tx, keys, actor.kind, at) : []
    if (gone.length === 0) return refuse(say('law.refusal.gone'), 404)
    await append(tx, 'withdraw-verification', actor, { keys: gone }, at)
    return { withdrawn: gone.length }
  })
