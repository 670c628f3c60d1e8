/** SQL of the import: every function takes many rows at once and answers keys to ids. */
import { copyRows, sql, type Database, type Insertable, type Tables } from '../../kit/db/index.js'
import type { Instant } from '../../kit/day.js'

const CHUNK = 1000

export async function inChunks<T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await work(rows.slice(from, from + CHUNK))
}

export const importWithDigest = (db: Database, digest: string) =>
  db
    .selectFrom('purchasing.import')
    .select(['id', 'file', 'finished_at'])
    .where('digest', '=', digest)
    .executeTakeFirst()

export const insertImport = (db: Database, row: Insertable<Tables['purchasing.import']>) =>
  db.insertInto('purchasing.import').values(row).execute()

export const insertProblems = (db: Database, rows: Insertable<Tables['purchasing.problem']>[]) =>
  inChunks(rows, (chunk) => db.insertInto('purchasing.problem').values(chunk).execute())

/** Known buyers keep their name; a sector once known stays. */
export async function buyerIds(
  db: Database,
  rows: Insertable<Tables['purchasing.buyer']>[],
): Promise<Map<string, number>> {
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
  return new Map(found.map((row) => [row.organisation_number, row.id]))
}

export async function unitIds(db: Database, rows: { buyer: number; name: string }[]): Promise<Map<string, number>> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.unit')
      .values(chunk)
      .onConflict((at) => at.columns(['buyer', 'name']).doNothing())
      .execute(),
  )
  const found = await db.selectFrom('purchasing.unit').selectAll().execute()
  return new Map(found.map((row) => [`${row.buyer} ${row.name}`, row.id]))
}

/** By name key. An organisation number learned later is filled in; a different one never overwrites. */
export async function supplierIds(
  db: Database,
  rows: Insertable<Tables['purchasing.supplier']>[],
): Promise<Map<string, number>> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.supplier')
      .values(chunk)
      .onConflict((at) =>
        at.column('name_key').doUpdateSet({
          organisation_number: sql`coalesce(purchasing.supplier.organisation_number, excluded.organisation_number)`,
          size: sql`coalesce(purchasing.supplier.size, excluded.size)`,
        }),
      )
      .execute(),
  )
  const found = await db.selectFrom('purchasing.supplier').select(['id', 'name_key']).execute()
  return new Map(found.map((row) => [row.name_key, row.id]))
}

export async function accountIds(
  db: Database,
  rows: Insertable<Tables['purchasing.account']>[],
): Promise<Map<string, number>> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.account')
      .values(chunk)
      .onConflict((at) => at.columns(['buyer', 'code', 'text']).doNothing())
      .execute(),
  )
  const found = await db.selectFrom('purchasing.account').select(['id', 'buyer', 'code', 'text']).execute()
  return new Map(found.map((row) => [`${row.buyer} ${row.code} ${row.text}`, row.id]))
}

/** A later source fills what an earlier one left open; what is known is not overwritten. */
export async function procurementIds(
  db: Database,
  rows: Insertable<Tables['purchasing.procurement']>[],
): Promise<Map<string, number>> {
  await inChunks(rows, (chunk) =>
    db
      .insertInto('purchasing.procurement')
      .values(chunk)
      .onConflict((at) =>
        at.columns(['buyer', 'reference']).doUpdateSet({
          category: sql`coalesce(purchasing.procurement.category, excluded.category)`,
          agreement: sql`coalesce(purchasing.procurement.agreement, excluded.agreement)`,
          procedure: sql`coalesce(purchasing.procurement.procedure, excluded.procedure)`,
          published_on: sql`coalesce(purchasing.procurement.published_on, excluded.published_on)`,
          value: sql`coalesce(excluded.value, purchasing.procurement.value)`,
        }),
      )
      .execute(),
  )
  const found = await db.selectFrom('purchasing.procurement').select(['id', 'buyer', 'reference']).execute()
  return new Map(found.map((row) => [`${row.buyer} ${row.reference}`, row.id]))
}

/**
 * Rows already known from another file are left as they are. A withheld supplier has no name to compare by, so its row
 * counts as known when an earlier import already told of the same lot.
 */
export async function insertAwards(db: Database, rows: Insertable<Tables['purchasing.award']>[]): Promise<number> {
  const lots = await db.selectFrom('purchasing.award').select(['procurement', 'lot']).distinct().execute()
  const known = new Set(lots.map((row) => `${row.procurement} ${row.lot}`))
  const fresh = rows.filter((row) => row.supplier !== null || !known.has(`${row.procurement} ${row.lot}`))
  let kept = 0
  await inChunks(fresh, async (chunk) => {
    const [answer] = await db
      .insertInto('purchasing.award')
      .values(chunk)
      .onConflict((at) => at.doNothing())
      .execute()
    kept += Number(answer?.numInsertedOrUpdatedRows ?? 0)
  })
  return kept
}

export async function insertContracts(
  db: Database,
  rows: Insertable<Tables['purchasing.contract']>[],
): Promise<number> {
  let kept = 0
  await inChunks(rows, async (chunk) => {
    const [answer] = await db
      .insertInto('purchasing.contract')
      .values(chunk)
      .onConflict((at) => at.doNothing())
      .execute()
    kept += Number(answer?.numInsertedOrUpdatedRows ?? 0)
  })
  return kept
}

const PURCHASE = [
  'import',
  'line',
  'buyer',
  'unit',
  'supplier',
  'account',
  'voucher',
  'fingerprint',
  'ordinal',
  'amount',
  'currency',
  'booked_on',
  'contract_stated',
] as const
export type PurchaseRow = Omit<Insertable<Tables['purchasing.purchase']>, 'id' | 'visibility'>

/** Identical postings are kept by their ordinal; a posting already known (same voucher, same content) is left alone. */
export async function insertPurchases(db: Database, rows: readonly PurchaseRow[]): Promise<number> {
  const columns = sql.raw(PURCHASE.join(', '))
  await sql`create temp table staged on commit drop as select ${columns} from purchasing.purchase where false`.execute(
    db,
  )
  await inChunks(rows, (chunk) =>
    copyRows(
      db,
      'staged',
      PURCHASE,
      chunk.map((row) => PURCHASE.map((name) => row[name])),
    ),
  )
  const { numAffectedRows } = await sql`
    insert into purchasing.purchase (${columns}) select ${columns} from staged on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Recomputes the roll-up of these buyers from their purchases. */
export async function rollUp(db: Database, buyers: readonly number[]): Promise<void> {
  if (buyers.length === 0) return
  await db
    .deleteFrom('purchasing.spend')
    .where('buyer', 'in', [...buyers])
    .execute()
  await sql`
    insert into purchasing.spend (buyer, unit, supplier, account, month, currency, visibility, amount, lines)
    select buyer, unit, supplier, account, date_trunc('month', booked_on)::date, currency, visibility,
      sum(amount)::bigint, count(*)
    from purchasing.purchase where buyer in (${sql.join([...buyers])})
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db)
}

export const importById = (db: Database, id: string) =>
  db.selectFrom('purchasing.import').selectAll().where('id', '=', id).executeTakeFirst()

/** Everything that this import brought and that may be public becomes so; never a person, never a sensitive account. */
export async function publishRows(
  db: Database,
  id: string,
): Promise<{ procurements: number; purchases: number; kept: number }> {
  const count = (rows: { numUpdatedRows: bigint }[]) => Number(rows[0]?.numUpdatedRows ?? 0)
  const published = { visibility: 'published' as const }
  const procurements = count(
    await db
      .updateTable('purchasing.procurement')
      .set(published)
      .where((is) =>
        is.or([
          is('import', '=', id),
          is('id', 'in', db.selectFrom('purchasing.award').select('procurement').where('import', '=', id)),
          is('id', 'in', db.selectFrom('purchasing.contract').select('procurement').where('import', '=', id)),
        ]),
      )
      .execute(),
  )
  const purchases = count(
    await db
      .updateTable('purchasing.purchase')
      .set(published)
      .where('import', '=', id)
      .where('account', 'in', db.selectFrom('purchasing.account').select('id').where('publishable', '=', true))
      .where(
        'supplier',
        'in',
        db.selectFrom('purchasing.supplier').select('id').where('organisation_number', 'is not', null),
      )
      .execute(),
  )
  await sql`
    update purchasing.buyer set visibility = 'published' where id in (
      select buyer from purchasing.procurement where visibility = 'published' union
      select buyer from purchasing.purchase where visibility = 'published')`.execute(db)
  await sql`
    update purchasing.supplier set visibility = 'published' where id in (
      select a.supplier from purchasing.award a join purchasing.procurement p on p.id = a.procurement where p.visibility = 'published'
      union select c.supplier from purchasing.contract c join purchasing.procurement p on p.id = c.procurement where p.visibility = 'published'
      union select supplier from purchasing.purchase where visibility = 'published')`.execute(db)
  const kept = await db
    .selectFrom('purchasing.purchase')
    .select((is) => is.fn.countAll<number>().as('lines'))
    .where('import', '=', id)
    .where('visibility', '=', 'internal')
    .executeTakeFirstOrThrow()
  const buyers = await db
    .selectFrom('purchasing.purchase')
    .select('buyer')
    .distinct()
    .where('import', '=', id)
    .execute()
  await rollUp(
    db,
    buyers.map((row) => row.buyer),
  )
  return { procurements, purchases, kept: kept.lines }
}

export const markPublished = (db: Database, id: string, by: string, now: Instant) =>
  db.updateTable('purchasing.import').set({ published_at: now, published_by: by }).where('id', '=', id).execute()
