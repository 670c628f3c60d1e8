/** SQL of names that were taken for a supplier's and are another's, as a person has said; and of moving what they tell. */
import type { Reach } from '../../kit/actor.js'
import type { Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Named } from '../person.js'
import type { Parted } from '../supplier.js'
import { seen } from './reach.js'

/** What stands of what was said. */
export const partedNames = async (db: Database): Promise<Parted[]> =>
  (
    await sql<Parted>`select name_key as "nameKey", organisation_number as "organisationNumber"
      from purchasing.supplier_parting where withdrawn_at is null`.execute(db)
  ).rows

export interface JoinedName {
  readonly nameKey: string
  readonly name: string
  readonly files: number
}

/** Names that files tell without a number, and that were taken for this supplier's number by the name alone. */
export async function joinedNames(db: Database, reach: Reach, supplier: number): Promise<JoinedName[]> {
  const { rows } = await sql<JoinedName>`
    select s.name_key as "nameKey", min(s.name) as name, count(*) as files
    from purchasing.supplier_source s join purchasing.supplier k on k.id = s.supplier
    where s.supplier = ${supplier} and ${BY_NAME} and s.visibility in (${seen(reach)})
    group by 1 order by 2`.execute(db)
  return rows
}

/** Tellings `s` of the supplier `k` without its number; where one file has it under two names, nobody can part their lines. */
const BY_NAME = sql`s.organisation_number is null and k.organisation_number is not null and not exists (
  select from purchasing.supplier_source o where o.supplier = s.supplier and o.import = s.import
    and o.name_key <> s.name_key)`

/** The imports that tell the name so. */
export async function importsJoining(db: Database, supplier: number, nameKey: string): Promise<string[]> {
  const { rows } = await sql<{ import: string }>`
    select s.import from purchasing.supplier_source s join purchasing.supplier k on k.id = s.supplier
    where s.supplier = ${supplier} and s.name_key = ${nameKey} and ${BY_NAME}`.execute(db)
  return rows.map((row) => row.import)
}

/** Of these imports, what they tell of one supplier is told of the other. */
export async function moveTold(
  db: Database,
  { from, to, imports }: { from: number; to: number; imports: readonly string[] },
): Promise<void> {
  if (imports.length === 0) return
  for (const table of ['purchase', 'spend', 'award', 'contract_source', 'supplier_source'])
    await sql`update ${sql.table(`purchasing.${table}`)} set supplier = ${to}
      where supplier = ${from} and import in (${sql.join([...imports])})`.execute(db)
}

/** What each is told to be, by all that tell of it now. */
export async function toldOf(
  db: Database,
  suppliers: readonly number[],
): Promise<{ readonly supplier: number; readonly told: readonly Named[] }[]> {
  const { rows } = await sql<{ supplier: number; name: string; number: string | null; size: string | null }>`
    select supplier, name, organisation_number as number, size from purchasing.supplier_source
    where supplier in (${sql.join([...suppliers])}) order by supplier, import, name`.execute(db)
  return suppliers.map((supplier) => ({
    supplier,
    told: rows
      .filter((row) => row.supplier === supplier)
      .map(({ name, number, size }) => ({
        name,
        organisationNumber: number ?? undefined,
        size: size ?? undefined,
      })),
  }))
}

/** Recomputes what is shown of these suppliers. */
export async function refreshShown(db: Database, suppliers: readonly number[]): Promise<void> {
  const these = sql.join([...suppliers])
  await sql`delete from purchasing.supplier_shown where supplier in (${these})`.execute(db)
  await sql`insert into purchasing.supplier_shown
    select * from purchasing.supplier_merged where supplier in (${these})`.execute(db)
}

export const numberOf = async (db: Database, supplier: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('purchasing.supplier')
      .select('organisation_number as number')
      .where('id', '=', supplier)
      .executeTakeFirst()
  )?.number ?? undefined

export const addressOf = async (db: Database, supplier: number): Promise<string> =>
  (await db.selectFrom('purchasing.supplier').select('address').where('id', '=', supplier).executeTakeFirstOrThrow())
    .address

/** The imports that tell of it. */
export const importsTelling = async (db: Database, supplier: number): Promise<string[]> =>
  (await db.selectFrom('purchasing.supplier_source').select('import').where('supplier', '=', supplier).execute()).map(
    (row) => row.import,
  )

/** What was said of the one is said of the other. */
export const moveRules = (db: Database, from: number, to: number) =>
  db.updateTable('purchasing.category_rule').set({ supplier: to }).where('supplier', '=', from).execute()

interface Saying {
  readonly id: string
  readonly at: Instant
  readonly by: string
}

export const insertParting = (db: Database, { id, nameKey, name, number, at, by }: Saying & ParteeNamed) =>
  sql`insert into purchasing.supplier_parting (id, name_key, name, organisation_number, at, by)
    values (${id}, ${nameKey}, ${name}, ${number}, ${at}, ${by})`.execute(db)
interface ParteeNamed {
  readonly nameKey: string
  readonly name: string
  readonly number: string
}

/** Answers what it was about; undefined where none of that id stands. */
export async function withdrawParting(db: Database, { id, at, by }: Saying): Promise<ParteeNamed | undefined> {
  const { rows } = await sql<ParteeNamed>`
    update purchasing.supplier_parting set withdrawn_at = ${at}, withdrawn_by = ${by}
    where id = ${id} and withdrawn_at is null
    returning name_key as "nameKey", name, organisation_number as number`.execute(db)
  return rows[0]
}

export interface PartingShown extends Saying {
  readonly name: string
  /** The supplier that the name was taken for; all null where nobody of that number is known now. */
  readonly otherAddress: string | null
  readonly otherName: string | null
  readonly number: string
}

/** What a person has said of this supplier's number, or of the name it goes by without one; what stands, newest first. */
export async function partingsOf(db: Database, supplier: number): Promise<PartingShown[]> {
  const { rows } = await sql<PartingShown>`
    select p.id, p.name, p.organisation_number as number, p.at, p.by, o.address as "otherAddress", n.name as "otherName"
    from purchasing.supplier_parting p join purchasing.supplier k on k.id = ${supplier}
    left join lateral (select e.id, e.address from purchasing.supplier e
      where e.id <> k.id and case when k.organisation_number = p.organisation_number
        then e.organisation_number is null and exists (
          select from purchasing.supplier_source s where s.supplier = e.id and s.name_key = p.name_key)
        else e.organisation_number = p.organisation_number end order by e.id limit 1) o on true
    left join purchasing.supplier_shown n on n.supplier = o.id and n.reach = 'internal'
    where p.withdrawn_at is null and (k.organisation_number = p.organisation_number
      or (k.organisation_number is null and exists (
        select from purchasing.supplier_source s where s.supplier = k.id and s.name_key = p.name_key)))
    order by p.at desc, p.id`.execute(db)
  return rows
}
