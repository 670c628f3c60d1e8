/** SQL of procurements and who holds contracts under them, always within a reach. */
import type { Reach } from '../../kit/actor.js'
import type { Day } from '../../kit/day.js'
import { sql, type Database } from '../../kit/db/index.js'
import type { Sector } from '../tables.js'
import { contractStands, importSeen } from './reach.js'

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
  readonly buyerNumber: string
  readonly sector: Sector
  /** The source of the title; `sourcesOf` tells what each source told. */
  readonly import: string
  readonly file: string
  readonly line: number
}

const procurements = (db: Database, reach: Reach) =>
  db
    .selectFrom('purchasing.procurement_shown as f')
    .innerJoin('purchasing.procurement as p', 'p.id', 'f.procurement')
    .innerJoin('purchasing.buyer as b', 'b.id', 'p.buyer')
    .innerJoin('purchasing.import as i', 'i.id', 'f.import')
    .where('f.reach', '=', reach)
    .select([
      'p.id',
      'p.address',
      'p.reference',
      'f.title',
      'f.category',
      'f.procedure',
      'f.agreement',
      'f.dynamic_system as dynamicSystem',
      'f.published_on as publishedOn',
      'f.value',
      'p.buyer',
      'b.name as buyerName',
      'b.organisation_number as buyerNumber',
      'b.sector',
      'f.import',
      'i.file',
      'f.line',
    ])

/** Procurements whose category starts with one of these digits, of one buyer when given, newest first and undated last, at most `most`. */
export async function procurementsUnder(
  db: Database,
  reach: Reach,
  prefixes: readonly string[],
  most: number,
  buyer?: number,
): Promise<ProcurementRow[]> {
  if (prefixes.length === 0) return []
  return procurements(db, reach)
    .$if(buyer !== undefined, (found) => found.where('p.buyer', '=', buyer!))
    .where((is) => is.or(prefixes.map((prefix) => is('f.category', 'like', `${prefix}%`))))
    .orderBy(sql`f.published_on desc nulls last`)
    .orderBy('p.id')
    .limit(most)
    .execute()
}

/** Procurements whose title holds one of these words, newest first and undated last, at most `most`. */
export async function procurementsTitled(
  db: Database,
  reach: Reach,
  words: readonly string[],
  most: number,
): Promise<ProcurementRow[]> {
  if (words.length === 0) return []
  return procurements(db, reach)
    .where((is) => is.or(words.map((word) => is('f.title', 'ilike', `%${word.replace(/[%_\\]/g, '')}%`))))
    .orderBy(sql`f.published_on desc nulls last`)
    .orderBy('p.id')
    .limit(most)
    .execute()
}

/** Undefined when no source within reach tells of it. */
export const procurementAt = (db: Database, reach: Reach, address: string): Promise<ProcurementRow | undefined> =>
  procurements(db, reach).where('p.address', '=', address).executeTakeFirst()

/** What each source within reach told of a procurement, in the order in which the merged reading trusts them. */
export const sourcesOf = (db: Database, reach: Reach, procurement: number) =>
  db
    .selectFrom('purchasing.procurement_source as s')
    .innerJoin('purchasing.import as i', 'i.id', 's.import')
    .select([
      's.import',
      'i.file',
      'i.started_at as readAt',
      's.line',
      's.title',
      's.category',
      's.procedure',
      's.agreement',
      's.published_on as publishedOn',
      's.value',
    ])
    .where('s.procurement', '=', procurement)
    .where(importSeen(reach))
    .orderBy(sql`i.format = 'contract-register'`)
    .orderBy('i.started_at')
    .orderBy('i.id')
    .execute()

/** Why a name is missing: the source withholds it, or we do not publish a sole trader's name. */
export type Withheld = 'source' | 'ours'

export interface Holder {
  readonly procurement: number
  readonly supplier: number | null
  readonly name: string | null
  readonly address: string | null
  readonly size: string | null
  /** Null where the name is given. */
  readonly withheld: Withheld | null
}

/**
 * Who holds contracts under these procurements, by award or register; each supplier once per procurement, by name, the
 * withheld last. However many names a source withholds there, they are one row.
 */
export async function holdersOf(db: Database, reach: Reach, ids: readonly number[]): Promise<Holder[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Holder>`
    select held.procurement, f.supplier, f.name, case when f.supplier is not null then s.address end as address, f.size,
      case when held.supplier is null then 'source' when f.supplier is null then 'ours' end as withheld
    from (
      select a.procurement, a.supplier from purchasing.award a join purchasing.import i on i.id = a.import
        where a.procurement in (${sql.join([...ids])}) and ${importSeen(reach)}
      union select c.procurement, c.supplier from purchasing.contract_source c join purchasing.import i on i.id = c.import
        where c.procurement in (${sql.join([...ids])}) and ${importSeen(reach)}) held
    left join purchasing.supplier s on s.id = held.supplier
    left join purchasing.supplier_shown f on f.supplier = s.id and f.reach = ${reach}
    order by held.procurement, f.name nulls last, withheld desc`.execute(db)
  return rows
}

export interface ContractRow {
  /** The contract's own page. */
  readonly address: string
  readonly procurement: number
  readonly number: string
  readonly title: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** Null where the register states options in words that could not be read; they are the clause. */
  readonly extensionMonths: string | null
  readonly extensionClause: string | null
  readonly noticeMonths: number | null
  readonly ceiling: number | null
  /** All three null together, where the name is withheld. */
  readonly supplier: number | null
  readonly supplierName: string | null
  readonly supplierAddress: string | null
  readonly withheld: Withheld | null
  /** Who may call off, by name; none where the register does not say. */
  readonly callers: readonly string[]
  readonly import: string
  readonly file: string
  readonly line: number
}

/** The contracts a register tells of, unless withdrawn, as the latest source within reach tells it, by end (unknown last) and number. */
export async function contractsOf(db: Database, reach: Reach, ids: readonly number[]): Promise<ContractRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Omit<ContractRow, 'callers'> & { callers: string }>`
    select * from (
      select distinct on (c.contract, c.supplier, case when c.supplier is null then c.line end)
        h.address, c.procurement, h.number, c.title, c.starts_on as "startsOn", c.ends_on as "endsOn",
        c.extension_months as "extensionMonths", c.extension_clause as "extensionClause", c.notice_months as "noticeMonths", c.ceiling,
        f.supplier, f.name as "supplierName", case when f.supplier is not null then k.address end as "supplierAddress",
        c.callers, c.import, i.file, c.line,
        case when c.supplier is null then 'source' when f.supplier is null then 'ours' end as withheld
      from purchasing.contract_source c
      join purchasing.contract h on h.id = c.contract
      join purchasing.import i on i.id = c.import
      left join purchasing.supplier k on k.id = c.supplier
      left join purchasing.supplier_shown f on f.supplier = k.id and f.reach = ${reach}
      where c.procurement in (${sql.join([...ids])}) and ${importSeen(reach)} and ${contractStands(reach)}
      order by c.contract, c.supplier, case when c.supplier is null then c.line end, i.started_at desc, i.id
    ) latest order by "endsOn", number, line`.execute(db)
  return rows.map((row) => ({ ...row, callers: row.callers === '' ? [] : row.callers.split('; ') }))
}
