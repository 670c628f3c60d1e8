/** The footprint of one contract, or of some categories: for pages of other modules. Says what it rests on and what is missing. */
import type { Reach } from '../../kit/actor.js'
import type { Database } from '../../kit/db/index.js'
import type { Message } from '../../kit/words/index.js'
import { footingOf, restsOnQuantities, type Entry } from '../rules/portfolio.js'
import type { Sum } from '../rules/sum.js'
import { mainCurrency, yearToShow } from '../seen.js'
import { bookOf } from './book.js'
import { entriesUnder } from './contracts.js'

export interface FootprintFound {
  readonly year: number
  /** Undefined where nothing of it can be reckoned. */
  readonly sum: Sum | undefined
  /** Shares of the money: what the figure covers, and what of it is told in quantities. */
  readonly covered: number
  readonly inQuantities: number
  /** Only then it says something about the supplier; else it is an average of its category. */
  readonly restsOnQuantities: boolean
  /** What would make the rest known, each question once. */
  readonly asked: readonly Message[]
}

/** In the latest year of which most can be reckoned; undefined where nothing was bought under it. */
export async function footprintOfContract(
  db: Database,
  reach: Reach,
  contract: number,
): Promise<FootprintFound | undefined> {
  return foundIn(await entriesUnder(db, reach, await bookOf(db, reach), contract))
}

/** What was bought of categories that begin with one of these digits, by one buyer or all. */
export async function footprintUnder(
  db: Database,
  reach: Reach,
  prefixes: readonly string[],
  buyer?: number,
): Promise<FootprintFound | undefined> {
  const { entries } = await bookOf(db, reach)
  const isMeant = ({ category, buyer: own }: Entry) =>
    (buyer === undefined || own === buyer) && prefixes.some((prefix) => category?.startsWith(prefix))
  return foundIn(entries.filter(isMeant))
}

function foundIn(all: readonly Entry[]): FootprintFound | undefined {
  const year = yearToShow(all)
  if (year === undefined) return undefined
  const entries = all.filter((one) => one.year === year)
  const footing = footingOf('', entries, mainCurrency(entries))
  const whole = footing.known + footing.unknown
  const asked = new Map(entries.flatMap((one) => one.asked ?? []).map((one) => [JSON.stringify(one), one]))
  return {
    year,
    sum: entries.some(({ part }) => part) ? footing.sum : undefined,
    covered: whole > 0 ? footing.known / whole : 0,
    inQuantities: whole > 0 ? footing.byQuantity / whole : 0,
    restsOnQuantities: restsOnQuantities(footing),
    asked: [...asked.values()],
  }
}
