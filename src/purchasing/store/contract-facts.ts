/** SQL of what everyone may know of contracts, as the record tells of it. */
import { sql, type Database } from '../../kit/db/index.js'
import type { PublicFacts } from '../public-facts.js'

type Row = Omit<PublicFacts, 'suppliers'> & { readonly suppliers: string }

/** By contract id or by address; in the order of addresses. Contracts of which nothing is public are not among them. */
export async function publicFactsOf(
  db: Database,
  which: { readonly ids: readonly number[] } | { readonly addresses: readonly string[] },
): Promise<PublicFacts[]> {
  const ids = 'ids' in which ? which.ids : await idsOf(db, which.addresses)
  if (ids.length === 0) return []
  // A constant, so that the view is worked out for these contracts and not for all.
  const these = sql`any(${`{${ids.join()}}`}::bigint[])`
  const { rows } = await sql<Row>`
    select h.address as contract, b.organisation_number as buyer, h.number, f.title, f.category, f.agreement,
      f.own_category as "ownCategory", f.case_number as "caseNumber", f.starts_on as "startsOn", f.ends_on as "endsOn",
      f.extension_months as "extensionMonths", f.extension_clause as "extensionClause",
      f.notice_months as "noticeMonths", f.ceiling, f.callers, f.withdrawn_by is not null as "isWithdrawn",
      coalesce(s.numbers, '') as suppliers
    from purchasing.contract_shown f join purchasing.contract h on h.id = f.contract
    join purchasing.buyer b on b.id = h.buyer
    left join (
      select t.contract, string_agg(distinct n.organisation_number, ' ' order by n.organisation_number) as numbers
      from purchasing.contract_told t
      join purchasing.supplier_shown n on n.supplier = t.supplier and n.reach = 'published'
      where t.contract = ${these} and t.reach = 'published' and (t.left_out_by is null) = t.stands
      group by 1) s on s.contract = f.contract
    where f.contract = ${these} and f.reach = 'published' order by h.address`.execute(db)
  return rows.map((row) => ({ ...row, suppliers: row.suppliers.split(' ').filter(Boolean) }))
}

async function idsOf(db: Database, addresses: readonly string[]): Promise<number[]> {
  if (addresses.length === 0) return []
  const rows = await db
    .selectFrom('purchasing.contract')
    .select('id')
    .where('address', 'in', [...addresses])
    .execute()
  return rows.map(({ id }) => id)
}
