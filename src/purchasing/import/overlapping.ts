/** Which earlier imports' months a gathered ledger tells anew, and how its lines compare with theirs. */
import type { Day } from '../../kit/day.js'
import { asBatch, type Database } from '../../kit/db/index.js'
import { grouped } from '../../kit/grouped.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { monthsBetween, overlapOf, type Covering, type Overlap } from '../overlap.js'
import * as store from '../store/standing.js'

export interface Covered {
  /** What a person says of the file; else it is judged. */
  readonly said: Overlap
  readonly months: readonly (store.Month & { readonly lines: number })[]
  readonly replaced: readonly (store.Month & { readonly import: string })[]
  /** Lines that earlier imports told just so. */
  readonly unchanged: number
  /** Lines of a voucher that told otherwise before. */
  readonly changed: number
  /** Earlier lines that this ledger leaves out, those changed not among them. */
  readonly withdrawn: number
}

type Told = store.Month & { readonly lines: number }

/** Refused when some lines recur and most do not: then only a person can say. */
export async function covering(
  db: Database,
  id: string,
  told: readonly Told[],
  { overlap, period }: Covering,
): Promise<Covered | Refusal> {
  const months = period ? withPeriod(told, period) : told
  const earlier = await asBatch(() => store.standingFor(db, months))
  const sums = { unchanged: 0, changed: 0, withdrawn: 0 }
  const replaced: (store.Month & { import: string })[] = []
  for (const [, own] of grouped(earlier, ({ buyer, month }) => `${buyer} ${month}`)) {
    const anew: string[] = []
    for (const one of own) {
      const said = period && isWithin(one.month, period) ? 'replaces' : overlap
      const { recurring } = await asBatch(() => store.compare(db, id, [one.import], one))
      const judged = overlapOf(said, { lines: one.lines, recurring })
      if (judged === 'unclear') return unclear(one, recurring)
      if (judged === 'replaces') anew.push(one.import)
    }
    if (anew.length === 0) continue
    const { recurring, changed, gone } = await asBatch(() => store.compare(db, id, anew, own[0]!))
    sums.unchanged += recurring
    sums.changed += changed
    sums.withdrawn += gone - changed
    replaced.push(...anew.map((earlierOne) => ({ ...pick(own[0]!), import: earlierOne })))
  }
  return { said: overlap, months, replaced, ...sums }
}

const pick = ({ buyer, month }: store.Month): store.Month => ({ buyer, month })

/** Months of the period of which the file tells nothing are covered too: nothing was booked then. */
function withPeriod(told: readonly Told[], { first, last }: { first: string; last: string }): Told[] {
  const known = new Set(told.map(({ buyer, month }) => `${buyer} ${month}`))
  const buyers = [...new Set(told.map(({ buyer }) => buyer))]
  const silent = buyers.flatMap((buyer) =>
    monthsBetween(first, last)
      .filter((month) => !known.has(`${buyer} ${month}`))
      .map((month) => ({ buyer, month: month as Day, lines: 0 })),
  )
  return [...told, ...silent]
}

const isWithin = (month: Day, { first, last }: { first: string; last: string }): boolean =>
  month.slice(0, 7) >= first && month.slice(0, 7) <= last

const unclear = ({ month, lines }: { month: Day; lines: number }, recurring: number): Refusal =>
  refuse(say('purchasing.import.overlap', { month: month.slice(0, 7), lines, recurring }), 409)
