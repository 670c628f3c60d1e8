/** What other modules and the pages read, always within a reach: published rows, or the buyer's own as well. */
import type { Reach } from '../kit/actor.js'
import type { Day } from '../kit/day.js'
import { sql, type Database } from '../kit/db/index.js'
import type { Sector, Visibility } from './tables.js'

const seen = (reach: Reach): Visibility[] => (reach === 'internal' ? ['internal', 'published'] : ['published'])

export interface ProcurementRow {
  readonly id: number
  readonly address: string
  readonly reference: string
  readonly title: string
  readonly category: string | null
  readonly procedure: string | null
  readonly agreement: 'framework' | 'contract' | null
  readonly dynamicSystem: boolean
  readonly publishedOn: Day | null
  readonly value: number | null
  readonly buyer: number
  readonly buyerName: string
  readonly sector: Sector
  readonly file: string
  readonly line: number
}

const procurements = (db: Database, reach: Reach) =>
  db
    .selectFrom('purchasing.procurement as p')
    .innerJoin('purchasing.buyer as b', 'b.id', 'p.buyer')
    .innerJoin('purchasing.import as i', 'i.id', 'p.import')
    .where('p.visibility', 'in', seen(reach))
    .select([
      'p.id',
      'p.address',
      'p.reference',
      'p.title',
      'p.category',
      'p.procedure',
      'p.agreement',
      'p.dynamic_system as dynamicSystem',
      'p.published_on as publishedOn',
      'p.value',
      'p.buyer',
      'b.name as buyerName',
      'b.sector',
      'i.file',
      'p.line',
    ])

/** Procurements whose category starts with one of these digits, newest first, at most `most`. */
export async function procurementsUnder(
  db: Database,
  reach: Reach,
  prefixes: readonly string[],
  most: number,
): Promise<ProcurementRow[]> {
  if (prefixes.length === 0) return []
  return procurements(db, reach)
    .where((is) => is.or(prefixes.map((prefix) => is('p.category', 'like', `${prefix}%`))))
    .orderBy(sql`p.published_on desc nulls last`)
    .orderBy('p.id')
    .limit(most)
    .execute()
}

/** Procurements whose title holds one of these words, newest first. */
export async function procurementsTitled(
  db: Database,
  reach: Reach,
  words: readonly string[],
  most: number,
): Promise<ProcurementRow[]> {
  if (words.length === 0) return []
  return procurements(db, reach)
    .where((is) => is.or(words.map((word) => is('p.title', 'ilike', `%${word.replace(/[%_\\]/g, '')}%`))))
    .orderBy(sql`p.published_on desc nulls last`)
    .orderBy('p.id')
    .limit(most)
    .execute()
}

export const procurementAt = (db: Database, reach: Reach, address: string) =>
  procurements(db, reach).where('p.address', '=', address).executeTakeFirst()

export interface Holder {
  readonly procurement: number
  /** Undefined where the source withholds the name. */
  readonly supplier: number | null
  readonly name: string | null
  readonly address: string | null
  readonly size: string | null
}

/** An import's rows are everyone's once an act published it; before that they are the buyer's own. */
const importSeen = (reach: Reach) =>
  reach === 'internal' ? sql<boolean>`true` : sql<boolean>`i.published_at is not null`

/** Who holds contracts under these procurements, by award or register; each supplier once per procurement, by name. */
export async function holdersOf(db: Database, reach: Reach, ids: readonly number[]): Promise<Holder[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Holder>`
    select held.procurement, held.supplier, s.name, s.address, s.size from (
      select a.procurement, a.supplier from purchasing.award a join purchasing.import i on i.id = a.import
        where a.procurement in (${sql.join([...ids])}) and ${importSeen(reach)}
      union select c.procurement, c.supplier from purchasing.contract c join purchasing.import i on i.id = c.import
        where c.procurement in (${sql.join([...ids])}) and ${importSeen(reach)}) held
    left join purchasing.supplier s on s.id = held.supplier order by held.procurement, s.name nulls last`.execute(db)
  return rows
}

/** The contracts a register tells of, with their dates. */
export const contractsOf = async (db: Database, reach: Reach, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('purchasing.contract as c')
        .leftJoin('purchasing.supplier as s', 's.id', 'c.supplier')
        .innerJoin('purchasing.import as i', 'i.id', 'c.import')
        .select([
          'c.procurement',
          'c.number',
          'c.starts_on as startsOn',
          'c.ends_on as endsOn',
          'c.extension_months as extensionMonths',
          'c.notice_months as noticeMonths',
          'c.ceiling',
          's.name as supplierName',
          'i.file',
          'c.line',
        ])
        .where('c.procurement', 'in', [...ids])
        .where(importSeen(reach))
        .orderBy('c.ends_on')
        .orderBy('c.number')
        .execute()

export interface Spent {
  readonly buyer: number
  readonly buyerName: string
  readonly unit: string | null
  readonly account: string
  readonly category: string
  readonly confidence: string
  readonly amount: number
  readonly lines: number
}

/** What was bought on accounts whose category starts with these digits, by buyer, unit and account, largest first. Only kronor. */
export async function spentUnder(db: Database, reach: Reach, prefixes: readonly string[]): Promise<Spent[]> {
  if (prefixes.length === 0) return []
  const { rows } = await sql<Spent>`
    select s.buyer, b.name as "buyerName", u.name as unit, a.code || ' ' || a.text as account, a.category, a.confidence,
      sum(s.amount)::bigint as amount, sum(s.lines)::bigint as lines
    from purchasing.spend s join purchasing.account a on a.id = s.account join purchasing.buyer b on b.id = s.buyer
    left join purchasing.unit u on u.id = s.unit
    where s.visibility in (${sql.join(seen(reach))}) and a.kind = 'purchase' and s.currency = 'SEK'
      and (${sql.join(
        prefixes.map((prefix) => sql`a.category like ${`${prefix}%`}`),
        sql` or `,
      )})
    group by 1, 2, 3, 4, 5, 6 order by amount desc`.execute(db)
  return rows
}

export interface SpentWith {
  readonly buyer: number
  readonly supplier: number
  readonly amount: number
  readonly from: Day
  readonly to: Day
}

/** What these buyers bought of these suppliers, whatever it was. Only kronor. */
export async function spentWith(db: Database, reach: Reach, suppliers: readonly number[]): Promise<SpentWith[]> {
  if (suppliers.length === 0) return []
  const { rows } = await sql<SpentWith>`
    select buyer, supplier, sum(amount)::bigint as amount, min(month) as "from", max(month) as "to" from purchasing.spend
    where visibility in (${sql.join(seen(reach))}) and currency = 'SEK' and supplier in (${sql.join([...suppliers])})
    group by 1, 2`.execute(db)
  return rows
}

export interface Known {
  readonly procurements: number
  readonly buyers: number
  readonly suppliers: number
  readonly purchases: number
  readonly amount: number
}

/** How much there is to look in. */
export async function known(db: Database, reach: Reach): Promise<Known> {
  const within = sql.join(seen(reach))
  const { rows } = await sql<Known>`select
    (select count(*) from purchasing.procurement where visibility in (${within})) as procurements,
    (select count(*) from purchasing.buyer where visibility in (${within})) as buyers,
    (select count(*) from purchasing.supplier where visibility in (${within})) as suppliers,
    (select coalesce(sum(lines), 0)::bigint from purchasing.spend where visibility in (${within})) as purchases,
    (select coalesce(sum(amount), 0)::bigint from purchasing.spend where visibility in (${within}) and currency = 'SEK') as amount`.execute(
    db,
  )
  return rows[0]!
}

export const imports = (db: Database) =>
  db.selectFrom('purchasing.import').selectAll().orderBy('started_at', 'desc').limit(100).execute()
export const importAt = (db: Database, id: string) =>
  db.selectFrom('purchasing.import').selectAll().where('id', '=', id).executeTakeFirst()
export const problemsOf = (db: Database, id: string) =>
  db.selectFrom('purchasing.problem').selectAll().where('import', '=', id).orderBy('ordinal').limit(200).execute()
