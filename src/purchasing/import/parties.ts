/**
 * The ids of a file's parties while it is still being read. Known parties have theirs; new ones are given ids now, and
 * are told of when the file lands. Only then is it settled which supplier is meant where names and numbers differ: until
 * then no two tellings share an id, so that their lines can still be told apart.
 */
import { categoryOfAccount } from '../../categories/index.js'
import { inTransaction, type Database } from '../../kit/db/index.js'
import { grouped } from '../../kit/grouped.js'
import { say } from '../../kit/words/index.js'
import { buyerName, shortDigest, supplierAddress } from '../names.js'
import * as store from '../store/parties.js'
import { partedNames } from '../store/parting.js'
import { placeSuppliers, type SupplierTold } from '../supplier.js'
import type { Gathering } from './gathering.js'
import type { Chart } from './statement.js'

export type Ids = Readonly<Record<store.Noun, readonly number[]>>

export class PartyIds {
  readonly ids: Record<store.Noun, number[]> = { buyer: [], unit: [], account: [], supplier: [] }
  #used = new Set<number>()

  /** Gives ids to what was gathered since the last time. */
  async take(db: Database, { buyers, units, accounts, suppliers }: Gathering): Promise<void> {
    const { ids } = this
    const told = [buyers, units, accounts, suppliers].reduce((sum, { all }) => sum + all.length, 0)
    if (told === ids.buyer.length + ids.unit.length + ids.account.length + ids.supplier.length) return
    await inTransaction(db, async (tx) => {
      await this.#give(tx, 'buyer', buyers.all, (news) => store.buyerIds(tx, news.map(numberOf)))
      await this.#give(tx, 'unit', units.all, (news) => store.unitIds(tx, this.#owned(news)))
      await this.#give(tx, 'account', accounts.all, (news) => store.accountIds(tx, this.#owned(news)))
      await this.#give(tx, 'supplier', suppliers.all, (news) => this.#suppliers(tx, news))
    })
  }

  #owned<T extends { buyer: number }>(news: readonly T[]): T[] {
    return news.map((one) => ({ ...one, buyer: this.ids.buyer[one.buyer]! }))
  }

  async #give<T>(
    db: Database,
    noun: store.Noun,
    all: readonly T[],
    known: (news: readonly T[]) => Promise<(number | undefined)[]>,
  ): Promise<void> {
    const ids = this.ids[noun]
    const news = all.slice(ids.length)
    if (news.length === 0) return
    const found = await known(news)
    const taken = await store.takeIds(db, noun, found.filter((id) => id === undefined).length)
    for (const id of found) ids.push(id ?? taken.shift()!)
  }

  async #suppliers(db: Database, news: readonly SupplierTold[]): Promise<(number | undefined)[]> {
    const known = await store.knownSuppliers(db, keysOf(news), numbersOf(news))
    const byNumber = new Map(known.map((one) => [one.organisationNumber, one.supplier]))
    const byName = grouped(known, (one) => one.nameKey)
    return news.map(({ nameKey, organisationNumber }) => {
      const named = byName.get(nameKey) ?? []
      const id = organisationNumber
        ? byNumber.get(organisationNumber)
        : named.length === 1
          ? named[0]!.supplier
          : undefined
      if (id === undefined || this.#used.has(id)) return undefined
      this.#used.add(id)
      return id
    })
  }
}

const numberOf = (one: { organisationNumber: string }): string => one.organisationNumber
const keysOf = (told: readonly SupplierTold[]): string[] => told.map((one) => one.nameKey)
const numbersOf = (told: readonly SupplierTold[]): string[] => told.flatMap((one) => one.organisationNumber ?? [])

/** What changed for others by what this file told of its suppliers. */
export interface PartiesLanded {
  readonly ids: Ids
  /** Known suppliers that may be published now and could not before, or the other way round. */
  readonly turned: readonly number[]
}

/** Tells of the parties, and moves the file's lines to whoever is meant in the end. */
export async function landParties(tx: Database, gathering: Gathering, given: Ids): Promise<PartiesLanded> {
  const { id } = gathering
  const buyers = gathering.buyers.all.map((buyer, place) => ({
    id: given.buyer[place]!,
    organisation_number: buyer.organisationNumber,
    name: buyerName(buyer.name),
    sector: buyer.sector ?? ('unknown' as const),
    import: id,
  }))
  const buyer = await store.insertBuyers(tx, buyers)
  const owned = <T extends { buyer: number }>(one: T, at: number) => ({ ...one, id: at, buyer: buyer[one.buyer]! })
  const units = gathering.units.all.map((one, place) => owned(one, given.unit[place]!))
  const unit = await store.insertUnits(tx, units)
  const accounts = gathering.accounts.all.map((one, place) =>
    accountRow(owned(one, given.account[place]!), gathering.chart),
  )
  const account = await store.insertAccounts(tx, accounts)
  const { supplier, turned } = await landSuppliers(tx, id, gathering.suppliers.all, given.supplier)
  const ids = { buyer, unit, account, supplier }
  for (const noun of store.NOUNS) await store.moveLines(tx, id, noun, given[noun], ids[noun])
  return { ids, turned }
}

/** A line of an invoice that names no account is a purchase all the same, and stays internal. */
const INVOICED = {
  kind: 'purchase',
  category: undefined,
  confidence: 'unknown',
  because: say('purchasing.invoiced'),
  publishable: 'no',
} as const

function accountRow(account: { id: number; buyer: number; code: string; text: string }, chart: Chart) {
  const judged = account.code + account.text === '' ? INVOICED : categoryOfAccount(account, { chart })
  return {
    ...account,
    kind: judged.kind,
    category: judged.category ?? null,
    confidence: judged.confidence,
    because: JSON.stringify(judged.because),
    publishable: judged.publishable === 'yes',
  }
}

async function landSuppliers(
  tx: Database,
  id: string,
  told: readonly SupplierTold[],
  given: readonly number[],
): Promise<{ supplier: number[]; turned: number[] }> {
  if (told.length === 0) return { supplier: [], turned: [] }
  const known = await store.knownSuppliers(tx, keysOf(told), numbersOf(told))
  const placed = placeSuppliers(told, known, await partedNames(tx))
  const made = await ownIds(tx, placed.fresh, told, given, new Set(known.map((one) => one.supplier)))
  await store.insertSuppliers(tx, await freshRows(tx, placed.fresh, made))
  const idOf = (place: number) => (place > 0 ? place : made[-place - 1]!)
  const learned = [...placed.personhood].map(([place, personhood]) => ({
    supplier: idOf(place),
    number: placed.numbered.get(place),
    personhood,
  }))
  const turned = await store.updateSuppliers(tx, learned)
  const supplier = placed.suppliers.map(idOf)
  await store.insertSupplierSources(
    tx,
    told.map((one, place) => [supplier[place]!, id, one.nameKey, one.name, one.organisationNumber, one.size] as const),
  )
  await store.refreshSuppliers(tx, id)
  return { supplier, turned }
}

/** A new supplier keeps the id its lines already carry, unless that one has become another's. */
async function ownIds(
  tx: Database,
  fresh: readonly SupplierTold[],
  told: readonly SupplierTold[],
  given: readonly number[],
  taken: ReadonlySet<number>,
): Promise<number[]> {
  const places = new Map(told.map((one, place) => [one, place]))
  const ids = fresh.map((one) => given[places.get(one)!]!)
  const spare = await store.takeIds(tx, 'supplier', ids.filter((id) => taken.has(id)).length)
  return ids.map((id) => (taken.has(id) ? spare.shift()! : id))
}

/** The address is made of the name, and of the number too where another supplier of that name has the address. */
export async function freshRows(
  tx: Database,
  fresh: readonly SupplierTold[],
  ids: readonly number[],
): Promise<store.SupplierRow[]> {
  const taken = await store.takenAddresses(
    tx,
    fresh.map((one) => supplierAddress(one.nameKey)),
  )
  return fresh.map(({ nameKey, organisationNumber, personhood }, place) => {
    const plain = supplierAddress(nameKey)
    const own = taken.has(plain) ? `${plain}-${shortDigest(organisationNumber ?? nameKey)}` : plain
    taken.add(own)
    return {
      id: ids[place]!,
      address: own,
      organisation_number: organisationNumber ?? null,
      kind: personhood.kind,
      may_publish: personhood.mayPublish,
      because: JSON.stringify(personhood.because),
    }
  })
}
