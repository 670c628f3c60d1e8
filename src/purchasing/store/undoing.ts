/** SQL of taking an import back: what it told goes, and what it changed of others is worked out anew. */
import { copyRows, sql, type Database } from '../../kit/db/index.js'
import type { Message } from '../../kit/words/index.js'
import type { Named, Personhood } from '../person.js'
import { deleteContracts, refreshContracts } from './contract-landing.js'

/** Its procurements, awards, contracts and supplier names go; what others told of the same is shown instead. */
export async function deleteTold(db: Database, id: string): Promise<void> {
  await sql`create temp table touched on commit drop as
    select procurement from purchasing.procurement_source where import = ${id}`.execute(db)
  const contracts = await deleteContracts(db, id)
  for (const table of ['award', 'procurement_source'])
    await sql`delete from ${sql.table(`purchasing.${table}`)} where import = ${id}`.execute(db)
  await sql`delete from purchasing.procurement_shown where procurement in (select procurement from touched)`.execute(db)
  await sql`insert into purchasing.procurement_shown select m.* from touched t
    cross join lateral (select * from purchasing.procurement_merged m where m.procurement = t.procurement) m`.execute(
    db,
  )
  await sql`drop table touched`.execute(db)
  await refreshContracts(db, contracts)
}

export interface SupplierLeft {
  readonly supplier: number
  /** What other imports still tell of it; none where none does. */
  readonly told: readonly Named[]
}

/** The suppliers that only this import's telling goes away from, after it has gone. */
export async function deleteNames(db: Database, id: string): Promise<SupplierLeft[]> {
  await sql`create temp table left_over on commit drop as
    select distinct supplier from purchasing.supplier_source where import = ${id}`.execute(db)
  await sql`delete from purchasing.supplier_source where import = ${id}`.execute(db)
  const { rows } = await sql<{ supplier: number; name: string | null; number: string | null; size: string | null }>`
    select l.supplier, s.name, s.organisation_number as number, s.size from left_over l
    left join purchasing.supplier_source s on s.supplier = l.supplier order by l.supplier`.execute(db)
  const suppliers = new Map<number, Named[]>()
  for (const { supplier, name, number, size } of rows) {
    const told = suppliers.get(supplier) ?? []
    if (name !== null) told.push({ name, organisationNumber: number ?? undefined, size: size ?? undefined })
    suppliers.set(supplier, told)
  }
  return [...suppliers].map(([supplier, told]) => ({ supplier, told }))
}

/** Of these suppliers, those that nobody tells of any more; but one that a rule is about waits to be told of again. */
export const deleteUntold = (db: Database, these: ReturnType<typeof sql>) =>
  sql`delete from purchasing.supplier k where k.id in (${these})
    and not exists (select from purchasing.supplier_source s where s.supplier = k.id)
    and not exists (select from purchasing.category_rule r where r.supplier = k.id)`.execute(db)

/** Suppliers nobody tells of any more go altogether. After `deleteNames`, in its transaction. */
export async function deleteSuppliers(db: Database): Promise<void> {
  await sql`delete from purchasing.supplier_shown where supplier in (select supplier from left_over)`.execute(db)
  await deleteUntold(db, sql`select supplier from left_over`)
  await sql`insert into purchasing.supplier_shown select m.* from left_over t
    cross join lateral (select * from purchasing.supplier_merged m where m.supplier = t.supplier) m`.execute(db)
  await sql`drop table left_over`.execute(db)
}

export interface Relearned {
  readonly supplier: number
  readonly number: string | undefined
  readonly personhood: Personhood
}

/** What is known of these suppliers now. Answers those who may be named now and might not before, or the other way round. */
export async function relearn(db: Database, rows: readonly Relearned[]): Promise<number[]> {
  if (rows.length === 0) return []
  await sql`create temp table known_now (supplier bigint, number text, kind text, may_publish boolean, because text)
    on commit drop`.execute(db)
  await copyRows(
    db,
    'known_now',
    ['supplier', 'number', 'kind', 'may_publish', 'because'],
    rows.map(({ supplier, number, personhood }) => [
      supplier,
      number,
      personhood.kind,
      personhood.mayPublish,
      JSON.stringify(personhood.because satisfies Message),
    ]),
  )
  const { rows: turned } = await sql<{ id: number; turned: boolean }>`
    update purchasing.supplier k set organisation_number = n.number, kind = n.kind, may_publish = n.may_publish,
      because = n.because
    from known_now n join purchasing.supplier o on o.id = n.supplier where k.id = n.supplier
    returning k.id, (o.kept is null) <> (k.kept is null) as turned`.execute(db)
  await sql`drop table known_now`.execute(db)
  return turned.filter((row) => row.turned).map((row) => row.id)
}
