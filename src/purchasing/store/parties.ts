/** SQL of who buys, who sells and on which accounts: many rows at once, answered by their ids in the rows' own order. */
import { copyRows, sql, type Database, type Insertable, type Tables } from '../../kit/db/index.js'
import type { Message } from '../../kit/words/index.js'
import type { Personhood } from '../person.js'
import type { SupplierKnown } from '../supplier.js'

const CHUNK = 1000

export async function inChunks<T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await work(rows.slice(from, from + CHUNK))
}

/** Known buyers keep their name; a sector once known stays. */
export async function buyerIds(db: Database, rows: Insertable<Tables['purchasing.buyer']>[]): Promise<number[]> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.buyer')
      .values(chunk)
      .onConflict((at) =>
        at.column('organisation_number').doUpdateSet({
          sector: sql`case when purchasing.buyer.sector = 'unknown' then excluded.sector else purchasing.buyer.sector end`,
        }),
      )
      .execute(),
  )
  const found = await db.selectFrom('purchasing.buyer').select(['id', 'organisation_number']).execute()
  const ids = new Map(found.map((row) => [row.organisation_number, row.id]))
  return rows.map((row) => ids.get(row.organisation_number)!)
}

/** A unit is its buyer's and its name's. */
export async function unitIds(db: Database, rows: { buyer: number; name: string }[]): Promise<number[]> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.unit')
      .values(chunk)
      .onConflict((at) => at.columns(['buyer', 'name']).doNothing())
      .execute(),
  )
  if (rows.length === 0) return []
  const found = await db.selectFrom('purchasing.unit').selectAll().execute()
  const ids = new Map(found.map((row) => [`${row.buyer} ${row.name}`, row.id]))
  return rows.map((row) => ids.get(`${row.buyer} ${row.name}`)!)
}

/** An account known before keeps what was judged of it then. */
export async function accountIds(db: Database, rows: Insertable<Tables['purchasing.account']>[]): Promise<number[]> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.account')
      .values(chunk)
      .onConflict((at) => at.columns(['buyer', 'code', 'text']).doNothing())
      .execute(),
  )
  if (rows.length === 0) return []
  const found = await db.selectFrom('purchasing.account').select(['id', 'buyer', 'code', 'text']).execute()
  const ids = new Map(found.map((row) => [`${row.buyer} ${row.code} ${row.text}`, row.id]))
  return rows.map((row) => ids.get(`${row.buyer} ${row.code} ${row.text}`)!)
}

/** Every known supplier with one of these names or numbers, once for each name it goes by, the oldest first. */
export async function knownSuppliers(
  db: Database,
  nameKeys: readonly string[],
  numbers: readonly string[],
): Promise<SupplierKnown[]> {
  await sql`create temp table asked (name_key text, organisation_number text) on commit drop`.execute(db)
  await copyRows(
    db,
    'asked',
    ['name_key', 'organisation_number'],
    [...nameKeys.map((key) => [key, null]), ...numbers.map((number) => [null, number])],
  )
  const { rows } = await sql<Omit<SupplierKnown, 'personhood'> & Flat>`
    select distinct k.id as supplier, s.name_key as "nameKey", k.organisation_number as "organisationNumber",
      k.kind, k.may_publish as "mayPublish", k.because
    from purchasing.supplier k join purchasing.supplier_source s on s.supplier = k.id
    where s.name_key in (select name_key from asked)
      or k.organisation_number in (select organisation_number from asked)
    order by k.id, s.name_key`.execute(db)
  return rows.map(({ kind, mayPublish, because, ...row }) => ({
    ...row,
    personhood: { kind, mayPublish, because: JSON.parse(because) as Message },
  }))
}
interface Flat {
  readonly kind: Personhood['kind']
  readonly mayPublish: boolean
  readonly because: string
}

/** Which of these addresses are taken. */
export async function takenAddresses(db: Database, addresses: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>()
  await inChunks(addresses, async (chunk) => {
    const rows = await db.selectFrom('purchasing.supplier').select('address').where('address', 'in', chunk).execute()
    for (const row of rows) taken.add(row.address)
  })
  return taken
}

export type SupplierRow = Insertable<Tables['purchasing.supplier']>

/** New suppliers; fails when an address or number is taken. */
export async function insertSuppliers(db: Database, rows: readonly SupplierRow[]): Promise<number[]> {
  const ids = new Map<string, number>()
  await inChunks(rows, async (chunk) => {
    const made = await db.insertInto('purchasing.supplier').values(chunk).returning(['id', 'address']).execute()
    for (const row of made) ids.set(row.address, row.id)
  })
  return rows.map((row) => ids.get(row.address)!)
}

/** What was learned of known suppliers; a number is never overwritten. */
export async function updateSuppliers(
  db: Database,
  rows: readonly { supplier: number; number: string | undefined; personhood: Personhood }[],
): Promise<void> {
  await sql`create temp table learned (supplier bigint, number text, kind text, may_publish boolean, because text)
    on commit drop`.execute(db)
  await copyRows(
    db,
    'learned',
    ['supplier', 'number', 'kind', 'may_publish', 'because'],
    rows.map(({ supplier, number, personhood: { kind, mayPublish, because } }) => [
      supplier,
      number,
      kind,
      mayPublish,
      JSON.stringify(because),
    ]),
  )
  await sql`
    update purchasing.supplier k set organisation_number = coalesce(k.organisation_number, l.number), kind = l.kind,
      may_publish = l.may_publish, because = l.because
    from learned l where l.supplier = k.id and (k.because <> l.because or k.may_publish <> l.may_publish
      or (k.organisation_number is null and l.number is not null))`.execute(db)
}

/** What the import told of each supplier; the same name twice is kept once. */
export async function insertSupplierSources(
  db: Database,
  rows: readonly (readonly [
    supplier: number,
    id: string,
    key: string,
    name: string,
    number: string | undefined,
    size: string | undefined,
  ])[],
): Promise<void> {
  await sql`create temp table told on commit drop as select supplier, import, name_key, name, organisation_number, size
    from purchasing.supplier_source where false`.execute(db)
  const columns = ['supplier', 'import', 'name_key', 'name', 'organisation_number', 'size']
  await copyRows(db, 'told', columns, rows)
  await sql`insert into purchasing.supplier_source (supplier, import, name_key, name, organisation_number, size)
    select * from told on conflict do nothing`.execute(db)
}

/** Recomputes, for both reaches, what is shown of the suppliers that this import tells of. */
export async function refreshSuppliers(db: Database, id: string): Promise<void> {
  const touched = sql`(select distinct supplier from purchasing.supplier_source where import = ${id})`
  await sql`delete from purchasing.supplier_shown where supplier in ${touched}`.execute(db)
  // Lateral, so that the view is worked out for each of these and not for all.
  await sql`insert into purchasing.supplier_shown select m.* from ${touched} t
    cross join lateral (select * from purchasing.supplier_merged m where m.supplier = t.supplier) m`.execute(db)
}
