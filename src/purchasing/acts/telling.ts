/** What the record is told of contracts that everyone may see, and what a reader of it compares with. */
import type { Actor } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { append } from '../../record/index.js'
import { factsText, toldAnew, type PublicFacts } from '../public-facts.js'
import { publicFactsOf } from '../store/contract-facts.js'

export interface Telling {
  readonly import: string
  readonly contracts: readonly number[]
  /** What was public of them before the act. */
  readonly before: readonly PublicFacts[]
}

/** Last in the transaction of an act: which contracts everyone sees otherwise than before. */
export async function tellContracts(tx: Database, telling: Telling, actor: Actor, at: Instant): Promise<void> {
  const now = await publicFactsOf(tx, { ids: telling.contracts })
  for (const told of toldAnew(telling.before, now))
    await append(tx, 'tell-contracts', actor, { import: telling.import, ...told }, at)
}

/** What is public today of contracts, by address, with the very text that a fingerprint is made of. */
export const contractsToday = async (db: Database, addresses: readonly string[]) =>
  (await publicFactsOf(db, { addresses })).map((facts) => ({
    contract: facts.contract,
    title: facts.title,
    text: factsText(facts),
  }))
