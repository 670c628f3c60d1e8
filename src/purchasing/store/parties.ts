/** SQL of who buys, who sells and on which accounts: many rows at once, their ids in the rows' own order. */
import { copyRows, sql, type Database, type Insertable, type Tables } from '../../kit/db/index.js'
import type { Message } from '../../kit/words/index.js'
import type { Personhood } from '../person.js'
import { supplierAddress } from '../names.js'
import type { SupplierKnown } from '../supplier.js'

const CHUNK = 1000

export async function inChunks<T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await work(rows.slice(from, from + CHUNK))
}

export const NOUNS = ['buyer', 'unit', 'account', 'supplier'] as const
export type Noun = (typeof NOUNS)[number]

/** Ids that no other row of this noun has or will have. */
export async function takeIds(db: Database, noun: Noun, count: number): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${`purchasing.${noun}`}, 'id')) as id from generate_series(1, ${count}::int)`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** For each number the buyer's id, undefined where none has it. */
export async function buyerIds(db: Database, numbers: readonly string[]): Promise<(number | undefined)[]> {
  const found = await db.selectFrom('purchasing.buyer').select(['id', 'organisation_number']).execute()
  const ids = new Map(found.map((row) => [row.organisation_number, row.id]))
  return numbers.map((number) => ids.get(number))
}

/** For each unit its id, undefined where its buyer has none of that name. */
export async function unitIds(
  db: Database,
  rows: readonly { buyer: number; name: string }[],
): Promise<(number | undefined)[]> {
  if (rows.length === 0) return []
  const found = await db.selectFrom('purchasing.unit').selectAll().execute()
  const ids = new Map(found.map((row) => [`${row.buyer} ${row.name}`, row.id]))
  return rows.map((row) => ids.get(`${row.buyer} ${row.name}`))
}

/** For each account its id, undefined where its buyer has none of that code and text. */
export async function accountIds(
  db: Database,
  rows: readonly { buyer: number; code: string; text: string }[],
): Promise<(number | undefined)[]> {
  if (rows.length === 0) return []
  const found = await db
    .selectFrom('purchasing.account')
    .select(['id', 'buyer', 'code', 'text'])
    .where('apart_of', 'is', null)
    .execute()
  const ids = new Map(found.map((row) => [`${row.buyer} ${row.code} ${row.text}`, row.id]))
  return rows.map((row) => ids.get(`${row.buyer} ${row.code} ${row.text}`))
}

/** Known buyers keep their name; a sector once known stays. Answers the ids. */
export async function insertBuyers(db: Database, rows: Insertable<Tables['purchasing.buyer']>[]): Promise<number[]> {
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
  return idsOf(
    await buyerIds(
      db,
      rows.map((row) => row.organisation_number),
    ),
  )
}

/** A unit is its buyer's and its name's. Answers the ids. */
export async function insertUnits(
  db: Database,
  rows: { id: number; buyer: number; name: string }[],
): Promise<number[]> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.unit')
      .values(chunk)
      .onConflict((at) => at.columns(['buyer', 'name']).doNothing())
      .execute(),
  )
  return idsOf(await unitIds(db, rows))
}

/** An account known before keeps what was judged of it then. Answers the ids. */
export async function insertAccounts(db: Database, rows: AccountRow[]): Promise<number[]> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.account')
      .values(chunk)
      .onConflict((at) => at.columns(['buyer', 'code', 'text']).where('apart_of', 'is', null).doNothing())
      .execute(),
  )
  return idsOf(await accountIds(db, rows))
}
type AccountRow = Insertable<Tables['purchasing.account']> & { id: number }

const idsOf = (found: readonly (number | undefined)[]): number[] => found.map((id) => id!)

/** Lines of the import that stand with one id move to the other, all at once. */
export async function moveLines(
  db: Database,
  id: string,
  noun: Noun,
  before: readonly number[],
  after: readonly number[],
): Promise<void> {
  const moves = before.flatMap((from, place) => (from === after[place] ? [] : [[from, after[place]!] as const]))
  if (moves.length === 0) return
  const column = sql.ref(noun)
  await sql`create temp table move (before bigint, after bigint) on commit drop`.execute(db)
  await copyRows(db, 'move', ['before', 'after'], moves)
  for (const table of ['purchase', 'spend'])
    await sql`update ${sql.table(`purchasing.${table}`)} s set ${column} = m.after from move m
      where s.import = ${id} and s.${column} = m.before`.execute(db)
  await sql`drop table move`.execute(db)
}

/**
 * Every known supplier with one of these names or numbers, once for each name it goes by, the oldest first. One that no
 * file tells of any more, and that is kept for what was said of it, is known by its address.
 */
export async function knownSuppliers(
  db: Database,
  nameKeys: readonly string[],
  numbers: readonly string[],
): Promise<SupplierKnown[]> {
  await sql`create temp table asked (name_key text, organisation_number text, address text) on commit drop`.execute(db)
  await copyRows(
    db,
    'asked',
    ['name_key', 'organisation_number', 'address'],
    [...nameKeys.map((key) => [key, null, supplierAddress(key)]), ...numbers.map((number) => [null, number, null])],
  )
  const { rows } = await sql<Omit<SupplierKnown, 'personhood'> & Flat>`
    select distinct k.id as supplier, s.name_key as "nameKey", k.organisation_number as "organisationNumber",
      k.kind, k.may_publish as "mayPublish", k.because
    from purchasing.supplier k join purchasing.supplier_source s on s.supplier = k.id
    where s.name_key in (select name_key from asked)
      or k.organisation_number in (select organisation_number from asked)
    union
    select k.id, a.name_key, k.organisation_number, k.kind, k.may_publish, k.because
    from asked a join purchasing.supplier k on k.address = a.address
    where not exists (select from purchasing.supplier_source s where s.supplier = k.id)
    order by 1, 2`.execute(db)
  await sql`drop table asked`.execute(db)
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
export const insertSuppliers = (db: Database, rows: readonly SupplierRow[]): Promise<void> =>
  inChunks(rows, (chunk) => db.insertInto('purchasing.supplier').values(chunk).execute())

/** What was learned of known suppliers; a number is never overwritten. Answers those who may be named now and might not before, or the other way round. */
export async function updateSuppliers(
  db: Database,
  rows: readonly { supplier: number; number: string | undefined; personhood: Personhood }[],
): Promise<number[]> {
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
  const { rows: turned } = await sql<{ id: number; turned: boolean }>`
    update purchasing.supplier k set organisation_number = coalesce(k.organisation_number, l.number), kind = l.kind,
      may_publish = l.may_publish, because = l.because
    from learned l join purchasing.supplier o on o.id = l.supplier
    where l.supplier = k.id and (k.because <> l.because or k.may_publish <> l.may_publish
      or (k.organisation_number is null and l.number is not null))
    returning k.id, (o.kept is null) <> (k.kept is null) as turned`.execute(db)
  return turned.filter((row) => row.turned).map((row) => row.id)
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
    select * from told order by organisation_number nulls last on conflict do nothing`.execute(db)
}

/** Recomputes, for both reaches, what is shown of the suppliers that this import tells of. */
export async function refreshSuppliers(db: Database, id: string): Promise<void> {
  const touched = sql`(select distinct supplier from purchasing.supplier_source where import = ${id})`
  await sql`delete from purchasing.supplier_shown where supplier in ${touched}`.execute(db)
  // Lateral, so that the view is worked out for each of these and not for all.
  await sql`insert into purchasing.supplier_shown select m.* from ${touched} t
    cross join lateral (select * from purchasing.supplier_merged m where m.supplier = t.supplier) m`.execute(db)
}
