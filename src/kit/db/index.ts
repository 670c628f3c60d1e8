/**
 * The one way to the database. Modules declare their tables by merging into `Tables`:
 *
 *   declare module '../kit/db/index.js' {
 *     interface Tables { 'dialogue.question': QuestionTable }
 *   }
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type RawBuilder,
} from 'kysely'
import { refused } from '../refuse.js'
import type { Channel, Engine } from './engine.js'

export { sql } from 'kysely'
export type { Generated, Selectable, Insertable, Updateable, ColumnType } from 'kysely'
export { openEmbedded, type EmbeddedEngine } from './embedded.js'
export { openServer } from './server.js'
export { asBatch } from './queue.js'
export { nested, nestedRows } from './nested.js'
export type { Engine } from './engine.js'

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules merge their tables into it
export interface Tables {}
export type Database = Kysely<Tables>

const inside = new AsyncLocalStorage<Engine>()

class Connection implements DatabaseConnection {
  constructor(readonly channel: Channel) {}
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const copy = copies.get(query.query)
    if (copy)
      return { rows: [], numAffectedRows: BigInt(await this.channel.copyIn(copy.table, copy.columns, copy.csv)) }
    const { rows, affected } = await this.channel.query(query.sql, query.parameters, kept.has(query.query))
    return { rows: rows as R[], numAffectedRows: BigInt(affected) }
  }
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not used: read by pages')
  }
}

class EngineDriver implements Driver {
  constructor(readonly engine: Engine) {}
  async init(): Promise<void> {}
  async acquireConnection(): Promise<Connection> {
    if (inside.getStore() === this.engine)
      throw new Error('The outer database handle was used inside a transaction: pass the transaction on instead')
    return new Connection(await this.engine.acquire())
  }
  async beginTransaction({ channel }: Connection): Promise<void> {
    await channel.query('begin', [])
  }
  async commitTransaction({ channel }: Connection): Promise<void> {
    await channel.query('commit', [])
  }
  async rollbackTransaction({ channel }: Connection): Promise<void> {
    await channel.query('rollback', [])
  }
  async releaseConnection({ channel }: Connection): Promise<void> {
    this.engine.release(channel)
  }
  async destroy(): Promise<void> {
    await this.engine.close()
  }
}

const engines = new WeakMap<object, Engine>()

export function databaseOn(engine: Engine): Database {
  const database = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new EngineDriver(engine),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  engines.set(database, engine)
  return database
}

export const engineOf = (db: Database): Engine => {
  const engine = engines.get(db)
  if (!engine) throw new Error('That is a transaction, not the database')
  return engine
}

/** Throws what is wrong when the database does not answer. */
export const ping = async (db: Database): Promise<void> => void (await sql`select 1`.execute(db))

/** Thrown to roll back what a refused act had written before it noticed; never leaves this file. */
class Refused extends Error {
  constructor(readonly answer: unknown) {
    super('A refused act is rolled back')
  }
}

/**
 * Runs `work` in one transaction, or in a savepoint when `db` is one already. A refusal rolls back and is answered as
 * the value it is; an error rolls back and is thrown.
 */
export async function inTransaction<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  if (db.isTransaction) return inSavepoint(db, work)
  const engine = engineOf(db)
  try {
    return await db.transaction().execute((tx) =>
      inside.run(engine, async () => {
        const answer = await work(tx)
        if (refused(answer)) throw new Refused(answer)
        return answer
      }),
    )
  } catch (error) {
    if (error instanceof Refused) return error.answer as T
    throw error
  }
}

let savepoints = 0

async function inSavepoint<T>(tx: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  const name = sql.raw(`savepoint_${++savepoints}`)
  await sql`savepoint ${name}`.execute(tx)
  try {
    const answer = await work(tx)
    await (refused(answer) ? sql`rollback to savepoint ${name}` : sql`release savepoint ${name}`).execute(tx)
    return answer
  } catch (error) {
    await sql`rollback to savepoint ${name}`.execute(tx)
    throw error
  }
}

const kept = new WeakSet<object>()

/**
 * Asks by a statement whose plan a server keeps: for what one page finds by its keys, hundreds of times a second. Not for
 * searches and lists, whose best plan hangs on what is asked for, and not for statements that are put together in many ways.
 */
export async function askKept<Row>(db: Database, question: RawBuilder<Row>): Promise<Row[]> {
  const compiled = question.compile(db)
  kept.add(compiled.query)
  return (await db.executeQuery(compiled)).rows
}

const copies = new WeakMap<object, { table: string; columns: readonly string[]; csv: string }>()

type Cell = string | number | boolean | null | undefined

/** COPY rows into a table, far quicker than INSERT on both databases. Undefined and null become NULL. */
export async function copyRows(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return
  const compiled = sql`copy`.compile(db)
  copies.set(compiled.query, { table, columns, csv: csvOf(rows) })
  await db.executeQuery(compiled)
}

function csvOf(rows: readonly (readonly Cell[])[]): string {
  let csv = ''
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) csv += at === 0 ? written(row[at]) : `,${written(row[at])}`
    csv += '\n'
  }
  return csv
}

const UNSAFE = /["\0,\n\r\\]/
/** Quoted where it must be; an empty text is quoted, since nothing at all is NULL. */
function written(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  return value !== '' && !UNSAFE.test(value) ? value : `"${value.replaceAll('"', '""').replaceAll('\0', '')}"`
}
