/** SQL of publishing: what may become public of an import, and making it so. Both rest on the same conditions. */
import { sql, type Database } from '../../kit/db/index.js'

/** Why a purchase or a supplier's name stays internal. */
export type Kept =
  'balance-account' | 'unknown-account' | 'person-account' | 'natural-person' | 'no-number' | 'withheld-name'

export interface Counted {
  readonly count: number
  /** In öre; of purchases in kronor only. */
  readonly sum: number
}

/** Purchases of the import that may be published (`kept` is null) and that may not, by reason, in the reasons' order. */
export async function purchasesByStanding(
  db: Database,
  id: string,
): Promise<(Counted & { readonly kept: Exclude<Kept, 'withheld-name'> | null })[]> {
  const { rows } = await sql<Counted & { kept: Exclude<Kept, 'withheld-name'> | null }>`
    select kept, count(*) as count, coalesce(sum(amount) filter (where currency = 'SEK'), 0)::bigint as sum
    from purchasing.purchase_standing where import = ${id} group by kept order by kept nulls first`.execute(db)
  return rows
}

export interface PurchaseSample {
  readonly line: number
  readonly supplier: string | null
  readonly account: string
  readonly amount: number
  readonly currency: string
  readonly kept: Exclude<Kept, 'withheld-name'> | null
}

/** Up to `most` purchases of either side, the largest amounts first. */
export async function purchaseSamples(
  db: Database,
  id: string,
  side: 'public' | 'internal',
  most: number,
): Promise<PurchaseSample[]> {
  const { rows } = await sql<PurchaseSample>`
    select t.line, f.name as supplier, a.code || ' ' || a.text as account, t.amount, t.currency, t.kept
    from purchasing.purchase_standing t join purchasing.account a on a.id = t.account
    left join purchasing.supplier_shown f on f.supplier = t.supplier and f.reach = 'internal'
    where t.import = ${id} and (t.kept is null) = ${side === 'public'}
    order by abs(t.amount) desc, t.line limit ${most}`.execute(db)
  return rows
}

export interface ProcurementSample {
  readonly title: string
  readonly line: number
}

/** Up to `most` procurements that the import tells of, in the file's order. */
export const procurementSamples = (db: Database, id: string, most: number): Promise<ProcurementSample[]> =>
  db
    .selectFrom('purchasing.procurement_source')
    .select(['title', 'line'])
    .where('import', '=', id)
    .orderBy('line')
    .limit(most)
    .execute()

export interface SupplierSample {
  readonly name: string
  readonly because: string
}

/** Up to `most` suppliers that the import names in awards or contracts and whose names are not published, by name. */
export async function withheldSamples(db: Database, id: string, most: number): Promise<SupplierSample[]> {
  const { rows } = await sql<SupplierSample>`
    select f.name, k.because from purchasing.supplier k
    join purchasing.supplier_shown f on f.supplier = k.id and f.reach = 'internal'
    where not k.may_publish and k.id in (${holding(id)}) order by f.name limit ${most}`.execute(db)
  return rows
}

const holding = (id: string) => sql`
  select supplier from purchasing.award where import = ${id} union
  select supplier from purchasing.contract where import = ${id}`
const bought = (id: string) => sql`
  select supplier from purchasing.purchase_standing where import = ${id} and kept is null`

/** How many procurements the import tells of, and how many suppliers' names may be published and how many not. */
export async function partiesByStanding(
  db: Database,
  id: string,
): Promise<{ procurements: number; suppliers: number; withheld: number }> {
  const { rows } = await sql<{ procurements: number; suppliers: number; withheld: number }>`select
    (select count(*) from purchasing.procurement_source where import = ${id}) as procurements,
    (select count(*) from purchasing.supplier where may_publish and id in (${holding(id)} union ${bought(id)})) as suppliers,
    (select count(*) from purchasing.supplier where not may_publish and id in (${holding(id)})) as withheld`.execute(db)
  return rows[0]!
}

/** Every row of the import that may be public becomes so. Answers what did, and how many purchases did not. */
export async function publishRows(
  db: Database,
  id: string,
): Promise<{ procurements: number; purchases: number; suppliers: number; kept: number }> {
  const bills = await sql`
    update purchasing.purchase set visibility = 'published' where id in (
      select id from purchasing.purchase_standing where import = ${id} and kept is null)`.execute(db)
  const named = await sql`
    update purchasing.supplier_source set visibility = 'published' where import = ${id} and supplier in (
      select id from purchasing.supplier where may_publish and id in (${holding(id)}
        union select supplier from purchasing.purchase where import = ${id} and visibility = 'published'))
    returning supplier`.execute(db)
  await sql`
    update purchasing.buyer set visibility = 'published' where visibility = 'internal' and id in (
      select p.buyer from purchasing.procurement_source s join purchasing.procurement p on p.id = s.procurement
        where s.import = ${id}
      union select buyer from purchasing.purchase where import = ${id} and visibility = 'published')`.execute(db)
  const { rows } = await sql<{ procurements: number; kept: number }>`select
    (select count(*) from purchasing.procurement_source where import = ${id}) as procurements,
    (select count(*) from purchasing.purchase where import = ${id} and visibility = 'internal') as kept`.execute(db)
  const suppliers = new Set((named.rows as { supplier: number }[]).map((row) => row.supplier)).size
  return { ...rows[0]!, purchases: Number(bills.numAffectedRows ?? 0), suppliers }
}
