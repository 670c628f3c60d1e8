/** SQL of publishing: what may become public of an import, and making it so. Both rest on the same conditions. */
import type { Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import { grouped } from '../../kit/grouped.js'
import type { Currency } from '../../kit/money.js'
import type { KeptBehind } from '../few.js'
import type { Vat } from '../import/statement.js'
import type { Kept } from '../tables.js'

type LineKept = Exclude<Kept, 'withheld-name'>

/**
 * Lines `s` with account `a` and supplier `k`, and why each stays internal; null where it may be published. A line of an
 * invoice that names no account has the account without a code.
 */
const KEPT = sql`coalesce(case when a.code = '' then 'unknown-account' else a.kept end, case when s.supplier is null then 'natural-person' else k.kept end)`
const PARTIES = sql`join purchasing.account a on a.id = s.account left join purchasing.supplier k on k.id = s.supplier`

export interface Counted {
  readonly count: number
  /** Of purchases, in hundredths; each currency by itself, that of most lines first. */
  readonly sums: readonly Sum[]
}
export interface Sum {
  readonly currency: Currency
  readonly amount: number
}

/** Purchases of the import that may be published (`kept` is null) and that may not, by reason, in the reasons' order. */
export async function purchasesByStanding(
  db: Database,
  id: string,
): Promise<(Counted & { readonly kept: LineKept | null })[]> {
  const { rows } = await sql<Sum & { kept: LineKept | null; count: number }>`
    select ${KEPT} as kept, s.currency, sum(s.lines)::bigint as count, sum(s.amount)::bigint as amount
    from purchasing.spend s ${PARTIES} where s.import = ${id} group by 1, 2 order by 1 nulls first, 3 desc, 2`.execute(
    db,
  )
  return [...grouped(rows, ({ kept }) => kept)].map(([kept, own]) => ({
    kept,
    count: own.reduce((all, { count }) => all + count, 0),
    sums: own.map(({ currency, amount }) => ({ currency, amount })),
  }))
}

export interface PurchaseSample {
  readonly line: number
  readonly supplier: string | null
  readonly account: string
  readonly amount: number
  readonly currency: string
  readonly kept: LineKept | null
}

/** Up to `most` purchases of either side, the largest amounts first. */
export async function purchaseSamples(
  db: Database,
  id: string,
  side: 'public' | 'internal',
  most: number,
): Promise<PurchaseSample[]> {
  const { rows } = await sql<PurchaseSample>`
    select s.line, f.name as supplier, a.code || ' ' || a.text as account, s.amount, s.currency, ${KEPT} as kept
    from purchasing.purchase s ${PARTIES}
    left join purchasing.supplier_shown f on f.supplier = s.supplier and f.reach = 'internal'
    where s.import = ${id} and (${KEPT} is null) = ${side === 'public'}
    order by abs(s.amount) desc, s.line limit ${most}`.execute(db)
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
  select supplier from purchasing.contract_source where import = ${id}`
const bought = (id: string) => sql`
  select s.supplier from purchasing.spend s ${PARTIES} where s.import = ${id} and ${KEPT} is null`

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

/** The suppliers of the import that may be named in public become so, for what they hold or for lines that may be seen. */
export const publishNames = (db: Database, id: string) =>
  sql`
    update purchasing.supplier_source set visibility = 'published' where import = ${id} and supplier in (
      select id from purchasing.supplier where may_publish and id in (${holding(id)} union ${bought(id)}))`.execute(db)

/** What a person said of an import's amounts. */
export const markVat = (db: Database, id: string, vat: Vat, by: string, at: Instant) =>
  db.updateTable('purchasing.import').set({ vat, vat_said_at: at, vat_said_by: by }).where('id', '=', id).execute()

/** How many suppliers are behind the import's lines that stay internal, by buyer and currency; one where none is named. */
export async function suppliersKept(db: Database, id: string): Promise<KeptBehind[]> {
  const { rows } = await sql<KeptBehind>`
    select b.organisation_number as buyer, s.currency, count(distinct coalesce(s.supplier, 0)) as suppliers
    from purchasing.spend s ${PARTIES} join purchasing.buyer b on b.id = s.buyer
    where s.import = ${id} and ${KEPT} is not null group by 1, 2`.execute(db)
  return rows
}
