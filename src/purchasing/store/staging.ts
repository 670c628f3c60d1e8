/** SQL of the staging of imports: rows that no page reads, gathered in short batches. */
import { copyRows, engineOf, sql, type Database } from '../../kit/db/index.js'

export type Cell = string | number | boolean | null | undefined

export const PURCHASE = [
  'import',
  'line',
  'buyer',
  'unit',
  'supplier',
  'account',
  'voucher',
  'fingerprint',
  'amount',
  'currency',
  'booked_on',
  'contract_stated',
] as const
export const PROCUREMENT = [
  'import',
  'line',
  'kind',
  'buyer',
  'supplier',
  'reference',
  'address',
  'title',
  'category',
  'procedure',
  'agreement',
  'dynamic_system',
  'published_on',
  'value',
  'lot',
  'number',
  'starts_on',
  'ends_on',
  'extension_months',
  'notice_months',
  'ceiling',
  'callers',
] as const
export const PROBLEM = ['import', 'ordinal', 'line', 'place', 'severity', 'message', 'original'] as const
const COLUMNS = { purchase: PURCHASE, procurement: PROCUREMENT, problem: PROBLEM }
const TABLES = ['staged_purchase', 'staged_procurement', 'staged_party', 'staged_problem'] as const

/** One batch, by itself, not in a transaction of its caller's; a gathering of another process is seen to be alive by it. */
export const stageRows = (db: Database, kind: keyof typeof COLUMNS, rows: readonly (readonly Cell[])[]) =>
  copyRows(db, `purchasing.staged_${kind}`, COLUMNS[kind], rows)

/** Where each party of the file's own lists stands in ours. */
export const stageParties = (
  db: Database,
  id: string,
  noun: 'buyer' | 'unit' | 'supplier' | 'account',
  ids: readonly number[],
) =>
  copyRows(
    db,
    'purchasing.staged_party',
    ['import', 'noun', 'place', 'id'],
    ids.map((found, place) => [id, noun, place, found]),
  )

export const beginStaging = (db: Database, id: string) =>
  sql`insert into purchasing.staging (import, touched_at) values (${id}, now())`.execute(db)

/** Says that the gathering goes on. */
export const touchStaging = (db: Database, id: string) =>
  sql`update purchasing.staging set touched_at = now() where import = ${id}`.execute(db)

/** The planner must know how much was gathered before it joins. */
export async function analyseStaging(db: Database): Promise<void> {
  for (const table of TABLES) await sql`analyze ${sql.table(`purchasing.${table}`)}`.execute(db)
}

/** Takes away what one import gathered. */
export async function endStaging(db: Database, id: string): Promise<void> {
  await sql`delete from purchasing.staging where import = ${id}`.execute(db)
  const { rows } = await sql`select from purchasing.staging limit 1`.execute(db)
  for (const table of TABLES)
    await (
      rows.length === 0
        ? sql`truncate ${sql.table(`purchasing.${table}`)}`
        : sql`delete from ${sql.table(`purchasing.${table}`)} where import = ${id}`
    ).execute(db)
}

/**
 * Imports whose process has ended: on the embedded database all but those that run here; on a server those that have not
 * moved for ten minutes, since another process may be importing.
 */
export async function deadStagings(db: Database, running: ReadonlySet<string>): Promise<string[]> {
  const idle = engineOf(db).kind === 'embedded' ? 0 : 10
  const { rows } = await sql<{ import: string }>`
    select import from purchasing.staging where touched_at <= now() - make_interval(mins => ${idle})`.execute(db)
  return rows.map((row) => row.import).filter((id) => !running.has(id))
}
