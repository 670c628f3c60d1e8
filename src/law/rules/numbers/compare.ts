/** Whether a value lies below, at or above a limit. Near a missing or unverified amount that is unknown, with what to find out. */
import type { Day } from '../../../kit/day.js'
import { say, type Message } from '../../../kit/words/index.js'
import { type Cited } from '../cites.js'
import type { Verified } from '../verified.js'
import { citesOf, holdsOn, isVerified, type Dated } from './dated.js'
import { DIRECT_AWARD } from './direct-award.js'
import { KRONOR_2026, PUBLISHED, THRESHOLDS, type Threshold } from './thresholds.js'

/** The estimated value in öre, excluding VAT: the least and the most it may be. */
export interface Value {
  readonly least: number
  readonly most: number
}
export type Limit = Threshold | 'directAward'

export interface Compared {
  /** at: the least it may be is exactly the limit. */
  readonly standing: 'below' | 'at' | 'above' | 'unknown'
  readonly because: Message
  readonly cites: readonly Cited[]
  readonly findOut?: Message
}

/** The shipped amounts that a limit may rest on. */
export const AMOUNTS: readonly Dated<Limit | 'documented'>[] = [...THRESHOLDS, ...DIRECT_AWARD]

/**
 * A missing amount is taken to lie within a fifth of what the published ones of other years would make of its euro amount. Within
 * a fifth of an amount that nobody has verified nothing is decided either.
 */
const MARGIN = 0.2

/** Amounts that an installation has entered come first; one that a person has verified decides to the krona. */
export function compare(
  value: Value,
  limit: Limit,
  on: Day,
  entered: readonly Dated[] = [],
  verified: Verified = {},
): Compared {
  const rows = [...entered, ...AMOUNTS].filter((row) => row.name === limit && holdsOn(on)(row))
  const kronor = rows.find(({ unit }) => unit === 'SEK')
  if (kronor) return against(value, limit, kronor, verified)
  const euro = rows.find(({ unit }) => unit === 'EUR')
  return euro ? againstMissing(value, limit, euro) : notRead(limit)
}

function against(value: Value, limit: Limit, row: Dated, verified: Verified): Compared {
  const ore = row.amount * 100
  const standing = value.most < ore ? 'below' : value.least > ore ? 'above' : value.least === ore ? 'at' : 'unknown'
  const found = {
    standing,
    because: say('law.limit.known', { limit, standing, kronor: row.amount }),
    cites: citesOf(row),
  } as const
  if (standing === 'unknown') return { ...found, findOut: say('law.limit.narrow', { kronor: row.amount }) }
  return nearTo(value, ore) && !isVerified(row, verified)
    ? { ...found, standing: 'unknown', findOut: say('law.limit.verify') }
    : found
}

const nearTo = ({ least, most }: Value, ore: number): boolean =>
  most >= ore * (1 - MARGIN) && least <= ore * (1 + MARGIN)

/** Far from where the amount can lie the answer is plain, and still rests on a number that nobody has read: its mark is weak. */
function againstMissing(value: Value, limit: Limit, euro: Dated): Compared {
  const least = Math.floor(euro.amount * Math.min(...RATES) * (1 - MARGIN))
  const most = Math.ceil(euro.amount * Math.max(...RATES) * (1 + MARGIN))
  const standing = value.most < least * 100 ? 'below' : value.least > most * 100 ? 'above' : 'unknown'
  return {
    standing,
    because: say('law.limit.missing', { limit, standing, euro: euro.amount, least, most }),
    cites: [...citesOf(euro), { ...KRONOR_2026, mark: 'weak' }],
    findOut: say('law.limit.enter', { limit }),
  }
}

/** Kronor for a euro in each published pair of amounts. */
const RATES: readonly number[] = AMOUNTS.flatMap((row) => {
  const pair = AMOUNTS.find(({ name, from, unit }) => name === row.name && from === row.from && unit === 'EUR')
  return row.unit === 'SEK' && pair ? [row.amount / pair.amount] : []
})

const notRead = (limit: Limit): Compared => ({
  standing: 'unknown',
  because: say('law.limit.notRead', { limit }),
  cites: [{ ...PUBLISHED, mark: 'weak' }],
  findOut: say('law.limit.enter', { limit }),
})
