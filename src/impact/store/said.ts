/** SQL of what people have said: the city's own figures, and the price rows that were asked for. */
import type { Instant } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Currency } from '../../kit/money.js'
import type { Measure } from '../tables.js'

export interface OfficialFigure {
  readonly id: string
  readonly buyer: number
  readonly measure: Measure
  readonly year: number
  readonly value: number
  readonly scope: string
  readonly source: string
  readonly url: string | null
  readonly at: Instant
  readonly by: string
}

/** Those that stand, the latest year first. */
export async function officialFigures(db: Database): Promise<OfficialFigure[]> {
  const { rows } = await sql<OfficialFigure>`
    select id, buyer, measure, year, value::float8 as value, scope, source, url, at, by from impact.official_figure
    where withdrawn_at is null order by year desc, measure, buyer`.execute(db)
  return rows
}

type NewFigure = Omit<OfficialFigure, 'value'> & { readonly value: string }

/** In place of what was said of the same buyer, measure and year. */
export async function insertFigure(tx: Database, figure: NewFigure): Promise<void> {
  await tx
    .updateTable('impact.official_figure')
    .set({ withdrawn_at: figure.at, withdrawn_by: figure.by })
    .where('buyer', '=', figure.buyer)
    .where('measure', '=', figure.measure)
    .where('year', '=', figure.year)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx.insertInto('impact.official_figure').values(figure).execute()
}

/** Undefined where it does not stand. */
export async function withdrawFigure(tx: Database, id: string, by: string, at: Instant): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update impact.official_figure set withdrawn_at = ${at}, withdrawn_by = ${by}
    where id = ${id} and withdrawn_at is null returning id`.execute(tx)
  return rows[0]?.id
}

export interface PriceSaid {
  readonly id: string
  readonly kind: 'index' | 'rate'
  readonly currency: Currency
  readonly year: number
  readonly value: number
  readonly source: string
  readonly url: string | null
  readonly at: Instant
}

/** Those that stand. */
export async function pricesSaid(db: Database): Promise<PriceSaid[]> {
  const { rows } = await sql<PriceSaid>`
    select id, kind, currency, year, value::float8 as value, source, url, at from impact.price_row
    where withdrawn_at is null order by kind, currency, year`.execute(db)
  return rows
}

type NewPrice = Omit<PriceSaid, 'value'> & { readonly value: string; readonly by: string }

/** In place of what was said of the same series and year. */
export async function insertPrice(tx: Database, price: NewPrice): Promise<void> {
  await tx
    .updateTable('impact.price_row')
    .set({ withdrawn_at: price.at, withdrawn_by: price.by })
    .where('kind', '=', price.kind)
    .where('currency', '=', price.currency)
    .where('year', '=', price.year)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx.insertInto('impact.price_row').values(price).execute()
}
