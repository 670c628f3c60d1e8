/** Saying that a name which was taken for a supplier's is another's, and taking that back. It holds for later files too. */
import type { Actor } from '../../kit/actor.js'
import { instantOf } from '../../kit/day.js'
import { asBatch, inTransaction, sql, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { freshRows } from '../import/parties.js'
import { personOf } from '../person.js'
import { knownOf, placeSuppliers, type SupplierKnown, type SupplierTold } from '../supplier.js'
import { markTouched } from '../store/judging.js'
import { importsWith, lockLanding, rollUp } from '../store/landing.js'
import { insertSuppliers, knownSuppliers, takeIds } from '../store/parties.js'
import * as store from '../store/parting.js'
import { supplierAt } from '../store/suppliers.js'
import { deleteUntold, relearn } from '../store/undoing.js'
import { judgePurchases } from './judging.js'

/** What an act led to: where the name's lines stand now; undefined where it has none. */
export interface Moved {
  readonly address: string | undefined
}

/** Refused when no file tells that name of the supplier without a number. */
export const partSupplier = (
  db: Database,
  { address, nameKey }: { readonly address: string; readonly nameKey: string },
  actor: Actor,
  now: Date,
): Promise<Moved | Refusal> =>
  judgedAfter(db, async (tx) => {
    const from = await supplierAt(tx, 'internal', address)
    const joined = from && (await store.joinedNames(tx, 'internal', from.id)).find((one) => one.nameKey === nameKey)
    const number = from && (await store.numberOf(tx, from.id))
    if (!from || !joined || !number) return refuse(say('purchasing.parting.nothing'), 409)
    const said = { id: newId(now.getTime()), at: instantOf(now), by: actor.kind }
    const imports = await store.importsJoining(tx, from.id, nameKey)
    await store.insertParting(tx, { ...said, ...joined, number })
    const to = await supplierOf(tx, { nameKey, name: joined.name })
    await move(tx, { from: from.id, to, imports })
    await append(tx, 'part-supplier', actor, { parting: said.id }, said.at)
    return { address: await store.addressOf(tx, to) }
  })

/** The name means again whom it would have meant. */
export const withdrawParting = (db: Database, id: string, actor: Actor, now: Date): Promise<Moved | Refusal> =>
  judgedAfter(db, async (tx) => {
    const at = instantOf(now)
    const parted = await store.withdrawParting(tx, { id, at, by: actor.kind })
    if (!parted) return refuse(say('purchasing.parting.nothing'), 404)
    const known = await knownSuppliers(tx, [parted.nameKey], [])
    const alone = known.find(({ organisationNumber }) => organisationNumber === null)?.supplier
    const to = await placed(
      tx,
      parted,
      known.filter(({ supplier }) => supplier !== alone),
    )
    if (alone !== undefined && to !== undefined) await join(tx, alone, to)
    await append(tx, 'join-supplier', actor, { parting: id }, at)
    return { address: await addressOfEither(tx, to ?? alone) }
  })

async function join(tx: Database, from: number, to: number): Promise<void> {
  await store.moveRules(tx, from, to)
  await move(tx, { from, to, imports: await store.importsTelling(tx, from) })
}

/** Undefined where no file tells of either any more. */
const addressOfEither = async (tx: Database, supplier: number | undefined): Promise<string | undefined> =>
  supplier === undefined ? undefined : store.addressOf(tx, supplier)

/** Whom the name means now that it is parted: someone known by it, or someone new. */
async function supplierOf(tx: Database, named: NameOnly): Promise<number> {
  const known = await placed(tx, named, await knownSuppliers(tx, [named.nameKey], []))
  if (known !== undefined) return known
  const [id] = await takeIds(tx, 'supplier', 1)
  await insertSuppliers(tx, await freshRows(tx, [toldBy(named)], [id!]))
  return id!
}

type NameOnly = Pick<SupplierTold, 'nameKey' | 'name'>
const toldBy = ({ nameKey, name }: NameOnly): SupplierTold => ({ nameKey, name, personhood: personOf({ name }) })

async function placed(tx: Database, named: NameOnly, known: readonly SupplierKnown[]): Promise<number | undefined> {
  const [place = 0] = placeSuppliers([toldBy(named)], known, await store.partedNames(tx)).suppliers
  return place > 0 ? place : undefined
}

async function move(tx: Database, moved: Parameters<typeof store.moveTold>[1]): Promise<void> {
  const both = [moved.from, moved.to]
  await store.moveTold(tx, moved)
  const known = (await store.toldOf(tx, both)).flatMap(({ supplier, told }) => {
    const one = knownOf(told)
    return one ? [{ supplier, ...one }] : []
  })
  const turned = await relearn(tx, known)
  await store.refreshShown(tx, both)
  await deleteUntold(tx, sql.join(both))
  for (const touched of new Set([...moved.imports, ...(await importsWith(tx, turned))])) {
    await rollUp(tx, touched)
    await markTouched(tx, touched)
  }
}

async function judgedAfter(db: Database, act: (tx: Database) => Promise<Moved | Refusal>): Promise<Moved | Refusal> {
  const done = await asBatch(() =>
    inTransaction(db, async (tx) => {
      await lockLanding(tx)
      return act(tx)
    }),
  )
  if (!refused(done)) await judgePurchases(db)
  return done
}
