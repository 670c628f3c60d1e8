/** SQL of articles on invoices: which of them may become public, making them so, and what everyone sees of them. */
import type { Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import type { Shows } from '../articles.js'
import type { Kept } from '../tables.js'
import type { PairedInvoice } from './pairing.js'

export interface ArticleRow {
  readonly supplier: number
  readonly supplierName: string
  readonly article: string
  readonly lines: number
  readonly currency: Currency
  /** The unit as the invoices write it; null where they use several or none. */
  readonly unitCode: string | null
  /** As written, exact; null where the unit is. */
  readonly quantity: string | null
  readonly lowest: string | null
  readonly highest: string | null
  /** In hundredths. */
  readonly amount: number
}

const SUMMED = sql`
  count(*) as lines, currency, case when count(distinct unit_code) = 1 then max(unit_code) end as "unitCode",
  case when count(distinct unit_code) = 1 then sum(quantity)::text end as quantity,
  min(unit_price)::text as lowest, max(unit_price)::text as highest, sum(amount)::bigint as amount`

/**
 * Invoice lines of the import as `told`, and why each stays internal; null where nothing but its article may keep it. A
 * line that names no account is judged by the posting that its invoice is paired with, which everyone must see all of.
 */
const told = (id: string, invoices: readonly PairedInvoice[]) => sql`
  seen as (select * from jsonb_to_recordset(${postedOpenly(invoices)}::jsonb)
    as m (buyer bigint, supplier bigint, currency text, number text)),
  told as (
    select s.ordinal, s.supplier, s.currency, s.amount, l.article, l.unit_code, l.quantity, l.unit_price, case when s.supplier is null then 'natural-person' when k.kept is not null then k.kept
        when a.code <> '' and a.kept is not null then a.kept
        when p.number is not null or (a.code <> '' and i.published_at is not null) then null else 'noPosting' end as kept
    from purchasing.purchase s join purchasing.account a on a.id = s.account join purchasing.import i on i.id = s.import
    join purchasing.invoice_line l on l.import = s.import and l.ordinal = s.ordinal
    left join seen p on p.buyer = s.buyer and p.supplier = s.supplier and p.currency = s.currency and p.number = s.invoice
    left join purchasing.supplier k on k.id = s.supplier where s.import = ${id})`

const postedOpenly = (invoices: readonly PairedInvoice[]): string =>
  JSON.stringify(
    invoices
      .filter(({ open }) => open)
      .map(({ buyer, supplier, currency, number }) => ({ buyer, supplier, currency, number })),
  )

/** The articles on lines that may be seen, those on most lines first. */
export async function articlesOn(db: Database, id: string, invoices: readonly PairedInvoice[]): Promise<ArticleRow[]> {
  const { rows } = await sql<ArticleRow>`
    with ${told(id, invoices)}
    select s.supplier, n.name as "supplierName", article, ${SUMMED}
    from told s join purchasing.supplier_shown n on n.supplier = s.supplier and n.reach = 'internal'
    where s.kept is null group by s.supplier, n.name, article, currency order by lines desc, article, n.name`.execute(
    db,
  )
  return rows
}

export type LineKept = Exclude<Kept, 'withheld-name'> | 'noPosting'

/** How many lines stay internal whatever their article is, by reason. */
export async function linesKept(
  db: Database,
  id: string,
  invoices: readonly PairedInvoice[],
): Promise<{ readonly why: LineKept; readonly lines: number }[]> {
  const { rows } = await sql<{ why: LineKept; lines: number }>`
    with ${told(id, invoices)} select kept as why, count(*) as lines from told where kept is not null group by 1 order by 1`.execute(
    db,
  )
  return rows
}

export interface Named {
  readonly supplier: number
  readonly article: string
  readonly currency: string
}

/** From now on everyone sees these articles of the import; what was shown of others before stays so no more. */
export async function insertShown(
  db: Database,
  id: string,
  invoices: readonly PairedInvoice[],
  named: readonly Named[],
): Promise<void> {
  await sql`delete from purchasing.article_shown where import = ${id}`.execute(db)
  const these = JSON.stringify(named.map(({ supplier, article, currency }) => ({ supplier, article, currency })))
  await sql`
    with ${told(id, invoices)}
    insert into purchasing.article_shown (import, ordinal)
    select ${id}, t.ordinal from told t
    join jsonb_to_recordset(${these}::jsonb) as m (supplier bigint, article text, currency text)
      on m.supplier = t.supplier and m.article = t.article and m.currency = t.currency
    where t.kept is null`.execute(db)
}

/** Said anew it shows what is said now. */
export const publishArticles = (db: Database, id: string, shows: Shows, by: string, at: Instant) =>
  sql`insert into purchasing.article_publication (import, shows, published_at, published_by)
    values (${id}, ${shows}, ${at}, ${by})
    on conflict (import) do update set shows = excluded.shows, published_at = excluded.published_at,
      published_by = excluded.published_by`.execute(db)

/** With the import they are taken back. */
export async function withdrawArticles(db: Database, id: string): Promise<void> {
  for (const table of ['article_shown', 'article_publication'])
    await sql`delete from ${sql.table(`purchasing.${table}`)} where import = ${id}`.execute(db)
}

/** What is public of an import's articles; undefined where nothing is. */
export async function articlesPublished(
  db: Database,
  id: string,
): Promise<{ readonly shows: Shows; readonly at: Instant } | undefined> {
  const { rows } = await sql<{ shows: Shows; at: Instant }>`
    select shows, published_at as at from purchasing.article_publication where import = ${id}`.execute(db)
  return rows[0]
}

/** What everyone sees: suppliers that may be named still, those on most lines first. */
export async function articlesShown(db: Database, id: string): Promise<ArticleRow[]> {
  const { rows } = await sql<ArticleRow>`
    select s.supplier, n.name as "supplierName", l.article, ${SUMMED}
    from purchasing.article_shown x join purchasing.purchase s on s.import = x.import and s.ordinal = x.ordinal
    join purchasing.supplier k on k.id = s.supplier and k.kept is null
    join purchasing.invoice_line l on l.import = s.import and l.ordinal = s.ordinal
    join purchasing.supplier_shown n on n.supplier = s.supplier and n.reach = 'published'
    where x.import = ${id} group by s.supplier, n.name, l.article, s.currency order by lines desc, l.article, n.name`.execute(
    db,
  )
  return rows
}
