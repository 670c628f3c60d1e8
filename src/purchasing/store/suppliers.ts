/** SQL of suppliers and what they hold, always within a reach: who may not be published does not exist for outsiders. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import { contractStands, holding, importSeen, seen } from './reach.js'

export interface SupplierRow {
  readonly id: number
  readonly address: string
  readonly name: string
  /** Of companies only. */
  readonly number: string | null
  readonly size: string | null
  readonly kind: 'company' | 'person' | 'unknown'
  /** A message: why we take it for a company, a person or neither. */
  readonly because: string
  /** Whether everyone can see it today. */
  readonly isPublic: boolean
}
export interface SupplierListed extends Pick<SupplierRow, 'id' | 'address' | 'name' | 'number' | 'isPublic'> {
  readonly procurements: number
  /** What was bought of it in the currency of most of its lines, in hundredths; null where no ledger tells. */
  readonly amount: number | null
  readonly currency: Currency
  /** How many suppliers there are in all that the words fit. */
  readonly found: number
}

const NUMBER = sql`case when k.kind = 'company' then n.organisation_number end`
const IS_PUBLIC = sql`exists (
  select from purchasing.supplier_shown o where o.supplier = k.id and o.reach = 'published')`

/** Undefined when none of that address is within reach. */
export async function supplierAt(db: Database, reach: Reach, address: string): Promise<SupplierRow | undefined> {
  const { rows } = await sql<SupplierRow>`
    select k.id, k.address, n.name, ${NUMBER} as number, n.size, k.kind, k.because, ${IS_PUBLIC} as "isPublic"
    from purchasing.supplier k join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    where k.address = ${address}`.execute(db)
  return rows[0]
}

const told = (reach: Reach) => sql`
  select a.supplier, a.procurement, a.import, a.line from purchasing.award a
    join purchasing.import i on i.id = a.import where ${importSeen(reach)}
  union all select c.supplier, c.procurement, c.import, c.line from purchasing.contract_source c
    join purchasing.import i on i.id = c.import where ${importSeen(reach)}`

/**
 * Whose name or number holds the words; who holds contracts in most procurements first, then whom most was bought of,
 * those of one currency together.
 */
export async function suppliersFound(
  db: Database,
  reach: Reach,
  { words, skip, most }: { words: string; skip: number; most: number },
): Promise<SupplierListed[]> {
  const { rows } = await sql<SupplierListed>`
    with named as materialized (
      select k.id, n.name from purchasing.supplier_shown n join purchasing.supplier k on k.id = n.supplier
      where n.reach = ${reach} and (n.name ilike ${holding(words)}
        or (k.kind = 'company' and n.organisation_number = ${words.replace(/\D/g, '')}))
    ), sums as (
      select distinct on (s.supplier) s.supplier, s.currency, sum(s.amount)::bigint as amount
      from purchasing.spend_by_supplier s where s.reach = ${reach} and ${reach === 'internal' ? sql`true` : sql`s.open`}
      group by 1, 2 having sum(s.lines) <> 0 order by 1, sum(s.lines) desc, 2
    ), parts as (
      select id, name, null::bigint as procurement, null::text as currency, null::bigint as amount from named
      union all select supplier, null, procurement, null, null from (${told(reach)}) t
      union all select supplier, null, null, currency, amount from sums
    ), ranked as (
      select id, max(name) as name, count(distinct procurement) as procurements, max(currency) as currency,
        sum(amount)::bigint as amount, count(max(currency)) over (partition by max(currency)) as alike,
        count(*) over () as found
      from parts where id in (select id from named) group by id
      order by procurements desc, alike desc, max(currency), sum(amount) desc nulls last, max(name), id limit ${most} offset ${skip}
    )
    select k.id, k.address, r.name, ${NUMBER} as number, ${IS_PUBLIC} as "isPublic", r.procurements, r.amount,
      coalesce(r.currency, 'SEK') as currency, r.found
    from ranked r join purchasing.supplier k on k.id = r.id
    join purchasing.supplier_shown n on n.supplier = k.id and n.reach = ${reach}
    order by r.procurements desc, r.alike desc, r.currency, r.amount desc nulls last, r.name, k.id`.execute(db)
  return rows
}

export interface Holding {
  readonly procurement: number
  readonly address: string
  readonly title: string
  readonly category: string | null
  readonly buyerNumber: string
  readonly buyerName: string
  readonly publishedOn: Day | null
  /** The first place that tells that it holds a contract here. */
  readonly import: string
  readonly file: string
  readonly line: number
  /** How many procurements there are in all. */
  readonly found: number
}

/** The procurements it holds contracts under, newest first and undated last. */
export async function holdingsOf(
  db: Database,
  reach: Reach,
  supplier: number,
  { skip, most }: { skip: number; most: number },
): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    select p.id as procurement, p.address, f.title, f.category, b.organisation_number as "buyerNumber",
      b.name as "buyerName", f.published_on as "publishedOn", first.import, first.file, first.line, count(*) over () as found
    from (select distinct on (t.procurement) t.procurement, t.import, t.line, o.file from (${told(reach)}) t
      join purchasing.import o on o.id = t.import where t.supplier = ${supplier}
      order by t.procurement, o.started_at, o.id, t.line) first
    join purchasing.procurement p on p.id = first.procurement
    join purchasing.procurement_shown f on f.procurement = p.id and f.reach = ${reach}
    join purchasing.buyer b on b.id = p.buyer
    order by f.published_on desc nulls last, f.title, p.id limit ${most} offset ${skip}`.execute(db)
  return rows
}

export interface HeldTerm {
  readonly procurement: number
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly extensionMonths: string | null
  readonly noticeMonths: number | null
}

/** When its own contracts run, as the latest register within reach tells it, in no order. */
export async function termsHeld(db: Database, reach: Reach, supplier: number): Promise<HeldTerm[]> {
  const { rows } = await sql<HeldTerm>`
    select distinct on (c.procurement, c.contract) c.procurement, c.starts_on as "startsOn", c.ends_on as "endsOn",
      c.extension_months as "extensionMonths", c.notice_months as "noticeMonths"
    from purchasing.contract_source c join purchasing.import i on i.id = c.import
    where c.supplier = ${supplier} and ${importSeen(reach)} and ${contractStands(reach)}
    order by c.procurement, c.contract, i.started_at desc, i.id`.execute(db)
  return rows
}

/** Under which names which files know it, in the order they were read. */
export async function namesTold(
  db: Database,
  reach: Reach,
  supplier: number,
): Promise<{ readonly import: string; readonly file: string; readonly name: string }[]> {
  const { rows } = await sql<{ import: string; file: string; name: string }>`
    select s.import, i.file, s.name from purchasing.supplier_source s join purchasing.import i on i.id = s.import
    where s.supplier = ${supplier} and s.visibility in (${seen(reach)})
    order by i.started_at, i.id, s.name`.execute(db)
  return rows
}
