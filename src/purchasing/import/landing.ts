/** The one short transaction in which a staged import becomes the buyer's own facts, with its report and its record entry. */
import { categoryOfAccount } from '../../categories/index.js'
import type { Actor } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { addressOf, buyerName, shortDigest } from '../names.js'
import * as store from '../store/imports.js'
import * as land from '../store/landing.js'
import * as parties from '../store/parties.js'
import { analyseStaging, stageParties } from '../store/staging.js'
import { placeSuppliers, type SupplierTold } from '../supplier.js'
import type { Gathering } from './gathering.js'
import type { Told } from './report.js'

export interface Landing {
  readonly gathering: Gathering
  readonly told: Told
  readonly actor: Actor
  readonly at: Instant
}

/** Answers how many rows were new. Refused when the very same file was imported before. */
export async function landImport(tx: Database, { gathering, told, actor, at }: Landing): Promise<number | Refusal> {
  const { id } = gathering
  await land.lockLanding(tx)
  if (await store.importWithDigest(tx, told.digest))
    return refuse(say('purchasing.imports.already', { file: told.file }), 409)
  const { statements, problems: _, ...report } = told
  const row = { ...report, id, started_at: at, actor: actor.kind, sums: JSON.stringify(told.sums) }
  await store.insertImport(tx, {
    ...row,
    finished_at: null,
    kept: 0,
    unchanged: 0,
    published_at: null,
    published_by: null,
  })
  await landParties(tx, gathering)
  await analyseStaging(tx)
  const kept = await landFacts(tx, id)
  const unchanged = statements - kept
  await store.finishImport(tx, id, { kept, unchanged })
  const { format, digest, read, silent, refused, sums } = told
  await append(tx, 'import', actor, { import: id, format, digest, read, kept, unchanged, silent, refused, sums }, at)
  return kept
}

async function landFacts(tx: Database, id: string): Promise<number> {
  const purchases = await land.landPurchases(tx, id)
  await land.landProcurements(tx, id)
  const awards = await land.landAwards(tx, id)
  const contracts = await land.landContracts(tx, id)
  const values = await land.landedValues(tx, id)
  await land.landProblems(tx, id)
  await land.refreshProcurements(tx, id)
  for (const touched of [id, ...(await land.withdrawPersons(tx, id))]) await land.rollUp(tx, touched)
  return purchases + awards + contracts + values
}

async function landParties(tx: Database, gathering: Gathering): Promise<void> {
  const { id } = gathering
  const buyers = await parties.buyerIds(
    tx,
    gathering.buyers.all.map((buyer) => ({
      organisation_number: buyer.organisationNumber,
      name: buyerName(buyer.name),
      sector: buyer.sector ?? ('unknown' as const),
      visibility: 'internal' as const,
      import: id,
    })),
  )
  const units = gathering.units.all.map(({ buyer, name }) => ({ buyer: buyers[buyer]!, name }))
  const accounts = gathering.accounts.all.map((one) => accountRow({ ...one, buyer: buyers[one.buyer]! }))
  await stageParties(tx, id, 'buyer', buyers)
  await stageParties(tx, id, 'unit', await parties.unitIds(tx, units))
  await stageParties(tx, id, 'account', await parties.accountIds(tx, accounts))
  await stageParties(tx, id, 'supplier', await landSuppliers(tx, id, gathering.suppliers.all))
}

function accountRow(account: { buyer: number; code: string; text: string }) {
  const judged = categoryOfAccount(account)
  return {
    ...account,
    kind: judged.kind,
    category: judged.category ?? null,
    confidence: judged.confidence,
    because: JSON.stringify(judged.because),
    publishable: judged.publishable === 'yes',
  }
}

async function landSuppliers(tx: Database, id: string, told: readonly SupplierTold[]): Promise<number[]> {
  if (told.length === 0) return []
  const known = await parties.knownSuppliers(
    tx,
    told.map((one) => one.nameKey),
    told.flatMap((one) => one.organisationNumber ?? []),
  )
  const placed = placeSuppliers(told, known)
  const made = await parties.insertSuppliers(tx, await freshRows(tx, placed.fresh))
  const idOf = (place: number) => (place > 0 ? place : made[-place - 1]!)
  const learned = [...placed.personhood].map(([place, personhood]) => ({
    supplier: idOf(place),
    number: placed.numbered.get(place),
    personhood,
  }))
  await parties.updateSuppliers(tx, learned)
  const ids = placed.suppliers.map(idOf)
  await parties.insertSupplierSources(
    tx,
    told.map((one, place) => [ids[place]!, id, one.nameKey, one.name, one.organisationNumber, one.size] as const),
  )
  await parties.refreshSuppliers(tx, id)
  return ids
}

/** The address is made of the name, and of the number too where another supplier of that name has the address. */
async function freshRows(tx: Database, fresh: readonly SupplierTold[]): Promise<parties.SupplierRow[]> {
  const plain = (key: string) => `${addressOf(key)}-${shortDigest(key)}`
  const taken = await parties.takenAddresses(
    tx,
    fresh.map((one) => plain(one.nameKey)),
  )
  return fresh.map(({ nameKey, organisationNumber, personhood }) => {
    const own = taken.has(plain(nameKey))
      ? `${plain(nameKey)}-${shortDigest(organisationNumber ?? nameKey)}`
      : plain(nameKey)
    taken.add(own)
    return {
      address: own,
      organisation_number: organisationNumber ?? null,
      kind: personhood.kind,
      may_publish: personhood.mayPublish,
      because: JSON.stringify(personhood.because),
    }
  })
}
