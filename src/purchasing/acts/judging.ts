/**
 * Works out anew what a buyer's purchases are and under which contracts they were made, for everyone and for the buyer's
 * own people, after something that this rests on has changed. What changed marks the buyer in its own transaction, so
 * that a killed process leaves the work to the next one.
 */
import { isCode, type BuyersOwn } from '../../categories/index.js'
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { asBatch, inTransaction, type Database } from '../../kit/db/index.js'
import { Contracts } from '../attribution.js'
import { judged, type Alike, type Judged } from '../judgement.js'
import { ruleOf } from '../own-rules.js'
import * as store from '../store/judging.js'
import { analyseFacts, analyseJudged } from '../store/landing.js'
import type { Cell } from '../store/staging.js'

/** After an import, an act of publishing or several of them: the planner is informed, and what they touched is judged. */
export async function settle(db: Database): Promise<void> {
  await analyseFacts(db)
  await judgePurchases(db)
}

/** Many, since each reading groups all that the buyer bought. */
const AT_A_TIME = 50_000

/** Every buyer that is marked. Called after what marks one, and at start. */
export const judgePurchases = (db: Database): Promise<void> =>
  asBatch(async () => {
    const marked = await store.buyersToJudge(db)
    for (const one of marked) {
      await judgeBuyer(db, one)
      await store.doneJudging(db, one)
    }
    if (marked.length > 0) await analyseJudged(db)
  })

/** What was worked out before the buyer was marked anew, or judged by another, is not kept. */
async function judgeBuyer(db: Database, mark: store.ToJudge): Promise<void> {
  const { buyer, reach } = mark
  const whileMarked = (work: (tx: Database) => Promise<unknown>) =>
    inTransaction(db, async (tx) => void ((await store.holdsMark(tx, mark)) && (await work(tx))))
  const contracts = new Contracts((await store.candidates(db, reach, buyer)).map(candidate))
  const own = await buyersOwn(db, buyer)
  const rows: Cell[][] = []
  for (let skip = 0; ; skip += AT_A_TIME) {
    const found = await store.alike(db, reach, buyer, { skip, most: AT_A_TIME })
    for (const row of found)
      for (const one of judged(alikeOf(row), contracts, own)) rows.push(cells(reach, buyer, rows.length + 1, row, one))
    if (found.length < AT_A_TIME) break
  }
  await whileMarked((tx) => store.replaceJudgements(tx, reach, buyer, rows))
  const quarters = await store.quartersToSum(db, buyer)
  const summing = async () => {
    for (let one = quarters.pop(); one; one = quarters.pop()) {
      const quarter = one
      await whileMarked((tx) => store.rollUpJudged(tx, reach, buyer, quarter))
    }
  }
  // A server works on two at once.
  await Promise.all([summing(), summing()])
}

async function buyersOwn(db: Database, buyer: number): Promise<BuyersOwn> {
  const rules = await store.rulesOf(db, buyer)
  return {
    rules: rules.flatMap((row) => ruleOf(row) ?? []),
  }
}

const candidate = ({ category, suppliers, ...row }: store.CandidateRow) => ({
  ...row,
  suppliers: suppliers === '' ? [] : suppliers.split(' ').map(Number),
  category: category !== null && isCode(category) ? category : null,
})

const alikeOf = ({ account, code, text, category, months, ...row }: store.AlikeRow): Alike => ({
  ...row,
  account: { id: account, code, text, category },
  months: months.split(' ') as Day[],
})

/** In the order of the table's columns. */
const cells = (reach: Reach, buyer: number, ordinal: number, row: store.AlikeRow, one: Judged): Cell[] => [
  buyer,
  reach,
  ordinal,
  row.supplier,
  row.account,
  row.stated,
  row.corrected,
  one.firstMonth,
  one.lastMonth,
  one.contract,
  JSON.stringify(one.contractBecause),
  one.following,
  one.beside,
  one.reading.code,
  one.reading.confidence,
  one.reading.by,
  JSON.stringify(one.reading.because),
]
