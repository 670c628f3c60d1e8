/** The one short transaction in which a gathered import becomes the buyer's own facts, with its report and its record entry. */
import type { Actor } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { setApart } from '../acts/setting-apart.js'
import { publicSums } from '../few.js'
import { overlapOf, type Overlap } from '../overlap.js'
import * as contracts from '../store/contract-landing.js'
import * as store from '../store/imports.js'
import * as land from '../store/landing.js'
import { suppliersKept } from '../store/publication.js'
import { analyseStaging, landedStaging, stageParties } from '../store/staging.js'
import { markTouched } from '../store/judging.js'
import { insertCoverage, insertReplacements, refreshStanding } from '../store/standing.js'
import type { Gathering } from './gathering.js'
import type { Covered } from './overlapping.js'
import { landParties, type Ids } from './parties.js'
import type { Told } from './report.js'

export interface Landing {
  readonly gathering: Gathering
  readonly given: Ids
  readonly covered: Covered
  readonly told: Told
  readonly actor: Actor
  readonly at: Instant
}
export interface Landed {
  readonly kept: number
  readonly changed: number
  readonly unchanged: number
  readonly withdrawn: number
}

/** Refused when the very same file was imported before and stands. */
export async function landImport(tx: Database, landing: Landing): Promise<Landed | Refusal> {
  const { gathering, given, covered, told, actor, at } = landing
  const { id } = gathering
  await land.lockLanding(tx)
  if (await store.importWithDigest(tx, told.digest))
    return refuse(say('purchasing.imports.already', { file: told.file }), 409)
  await store.insertImport(tx, importRow(landing))
  const { ids, turned } = await landParties(tx, gathering, given)
  for (const noun of ['buyer', 'supplier'] as const) await stageParties(tx, id, noun, ids[noun])
  await analyseStaging(tx)
  const awarded = await landProcurements(tx, id)
  const held = await landContracts(tx, id, covered.said)
  await landPurchases(tx, landing, ids, turned)
  await markTouched(tx, id)
  const changed = covered.changed + held.changed
  const withdrawn = covered.withdrawn + held.withdrawn
  const kept = awarded + held.kept + told.purchases - covered.unchanged - covered.changed
  const landed = { kept, changed, unchanged: told.statements - kept - changed, withdrawn }
  await store.finishImport(tx, id, landed)
  await landedStaging(tx, id)
  const { format, digest, read, silent, refused } = told
  // The record is public: it says no sum from which it would follow what one person was paid.
  const sums = publicSums(told.sums, await suppliersKept(tx, id)).filter(({ amount }) => amount !== undefined)
  await append(tx, 'import', actor, { import: id, format, digest, read, ...landed, silent, refused, sums }, at)
  return landed
}

const importRow = ({ gathering, told, actor, at }: Landing) => {
  const { statements: _, purchases: __, problems: ___, sums, ...row } = told
  return {
    ...row,
    id: gathering.id,
    started_at: at,
    actor: actor.kind,
    sums: JSON.stringify(sums),
    finished_at: null,
    kept: 0,
    unchanged: 0,
    published_at: null,
    published_by: null,
  }
}

/** Answers how many facts no earlier import had told of. */
async function landProcurements(tx: Database, id: string): Promise<number> {
  await land.landProcurements(tx, id)
  const awards = await land.landAwards(tx, id)
  const values = await land.landedValues(tx, id)
  await land.refreshProcurements(tx, id)
  return awards + values
}

/** A register in which most of an earlier one's contracts of a buyer recur tells that buyer's contracts anew. */
async function landContracts(tx: Database, id: string, said: Overlap): Promise<contracts.LandedContracts> {
  await contracts.landContracts(tx, id)
  const replaced = (await contracts.earlierRegisters(tx, id)).filter(
    (one) => overlapOf(said, { lines: one.contracts, recurring: one.recurring }) === 'replaces',
  )
  await contracts.insertReplacedRegisters(tx, id, replaced)
  await contracts.refreshContracts(tx, await contracts.touchedContracts(tx, id))
  return contracts.countContracts(tx, id)
}

async function landPurchases(
  tx: Database,
  { gathering: { id }, given, covered }: Landing,
  ids: Ids,
  turned: readonly number[],
): Promise<void> {
  const meant = new Map(given.buyer.map((before, place) => [before, ids.buyer[place]!]))
  const settled = <T extends { buyer: number }>(one: T): T => ({ ...one, buyer: meant.get(one.buyer)! })
  await insertCoverage(tx, id, covered.months.map(settled))
  await insertReplacements(tx, id, covered.replaced.map(settled))
  const buyers = [...new Set(covered.months.map((one) => settled(one).buyer))]
  await land.rollUp(tx, id)
  await refreshStanding(tx, buyers)
  for (const buyer of buyers) await setApart(tx, buyer)
  for (const touched of (await land.importsWith(tx, turned)).filter((one) => one !== id)) {
    await land.rollUp(tx, touched)
    await markTouched(tx, touched)
  }
}
