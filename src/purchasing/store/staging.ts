/**
 * SQL of gathering an import, a short batch at a time. Lines and problems go where they will stay, and nobody sees them
 * before their import stands; procurements wait in a table of their own.
 */
import { asBatch, copyRows, engineOf, inTransaction, sql, type Database } from '../../kit/db/index.js'

export type Cell = string | number | boolean | null | undefined

const PURCHASE = [
  ...['import', 'ordinal', 'line', 'buyer', 'unit', 'supplier', 'account', 'voucher', 'identity', 'amount'],
  ...['currency', 'booked_on', 'contract_stated', 'invoice'],
]
const PROCUREMENT = [
  ...['import', 'line', 'kind', 'buyer', 'supplier', 'reference', 'address', 'title', 'category', 'procedure'],
  ...['agreement', 'dynamic_system', 'published_on', 'value', 'lot', 'number', 'starts_on', 'ends_on'],
  ...['extension_months', 'notice_months', 'ceiling', 'callers', 'contract_address', 'own_category', 'case_number'],
  ...['responsible', 'extension_clause'],
]
const INVOICE_LINE = [
  ...['import', 'ordinal', 'article', 'description', 'quantity', 'unit_code', 'unit_price', 'stated', 'category'],
  ...['order_stated', 'vat_percent'],
]
const PROBLEM = ['import', 'ordinal', 'line', 'place', 'severity', 'message', 'original']
const TARGETS = {
  purchase: ['purchasing.purchase', PURCHASE],
  invoiceLine: ['purchasing.invoice_line', INVOICE_LINE],
  procurement: ['purchasing.staged_procurement', PROCUREMENT],
  problem: ['purchasing.problem', PROBLEM],
} as const
const STAGED = ['staged_procurement', 'staged_party'] as const
/** Facts that an import gathers unseen, each with its import. */
const UNSEEN = ['purchase', 'invoice_line', 'spend', 'spend_by_account', 'spend_by_supplier', 'problem'] as const

/** How many rows go away at a time, so that pages are read in between. */
const AT_A_TIME = 20_000

/** One batch, by itself, not in a transaction of its caller's; a gathering of another process is seen to be alive by it. */
export const gatherRows = (db: Database, kind: keyof typeof TARGETS, rows: readonly (readonly Cell[])[]) =>
  copyRows(db, TARGETS[kind][0], TARGETS[kind][1], rows)

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

/** In the transaction of the landing: from now on these facts are not to be cleared away. */
export const landedStaging = (db: Database, id: string) =>
  sql`delete from purchasing.staging where import = ${id}`.execute(db)

/** The planner must know how much was gathered before it joins. */
export async function analyseStaging(db: Database): Promise<void> {
  for (const table of STAGED) await sql`analyze ${sql.table(`purchasing.${table}`)}`.execute(db)
}

/** Takes away what one import gathered, and its facts unless it has landed, a portion at a time. */
export async function endStaging(db: Database, id: string): Promise<void> {
  const { rows } = await sql`select from purchasing.staging where import = ${id}`.execute(db)
  if (rows.length > 0) await forgetFacts(db, id)
  await inTransaction(db, async (tx) => {
    await landedStaging(tx, id)
    for (const table of STAGED)
      await sql`delete from ${sql.table(`purchasing.${table}`)} where import = ${id}`.execute(tx)
  })
}

async function forgetFacts(db: Database, id: string): Promise<void> {
  for (const table of UNSEEN) {
    const from = sql.table(`purchasing.${table}`)
    let gone: number
    do {
      const { numAffectedRows } = await asBatch(() =>
        sql`delete from ${from} where ctid = any(array(
          select ctid from ${from} where import = ${id} limit ${AT_A_TIME}))`.execute(db),
      )
      gone = Number(numAffectedRows ?? 0)
      await touchStaging(db, id)
    } while (gone === AT_A_TIME)
  }
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
