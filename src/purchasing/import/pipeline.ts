/**
 * From a file to facts: its format's statements are gathered in staging tables in short batches that no page reads; then
 * one short transaction makes them visible to the buyer's own people. Nothing is half visible: an interrupted import
 * leaves staging rows only, which the next import or start clears.
 */
import { createHash } from 'node:crypto'
import type { Actor } from '../../kit/actor.js'
import { instantOf, monthOf, type Instant } from '../../kit/day.js'
import { asBatch, inTransaction, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import type { Progress } from '../../kit/progress.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { analyseFacts } from '../store/landing.js'
import * as staging from '../store/staging.js'
import { formatOf } from './formats/index.js'
import { Gathering } from './gathering.js'
import { landImport } from './landing.js'
import type { Report, Sum } from './report.js'
import { BrokenSource, bytesOf, type Source } from './source.js'
import type { Problem, Row, Statement } from './statement.js'
import { BrokenTable, openTable } from './table.js'

const BATCH = 2000
/** How many problems a report carries; all of them stand in the database. */
const REPORTED = 1000

export interface ImportOptions {
  readonly now: Date
  readonly progress?: Progress
}

/** Imports that run in this process: their staging is not dead. */
const running = new Set<string>()

/** Imports one file. Refused when no format knows it, when it cannot be read to its end, has no rows, or was imported before. */
export async function importFile(
  db: Database,
  source: Source,
  actor: Actor,
  { now, progress }: ImportOptions,
): Promise<Report | Refusal> {
  const at = instantOf(now)
  const id = newId(Date.parse(at))
  await clearStaging(db)
  running.add(id)
  try {
    return await asBatch(() => stageAndLand(db, id, source, actor, at, progress))
  } catch (error) {
    if (error instanceof BrokenTable) return refuse(say('purchasing.import.table.broken', { line: error.line }))
    if (!(error instanceof BrokenSource)) throw error
    const kind = error.isFolder ? 'folder' : 'file'
    return refuse(say('purchasing.import.unreadable', { file: source.name, kind }))
  } finally {
    running.delete(id)
    await asBatch(() => inTransaction(db, (tx) => staging.endStaging(tx, id)))
  }
}

/** Takes away what interrupted imports gathered. Called at start, and before every import. */
export const clearStaging = (db: Database): Promise<void> =>
  asBatch(async () => {
    for (const id of await staging.deadStagings(db, running))
      await inTransaction(db, (tx) => staging.endStaging(tx, id))
  })

async function stageAndLand(
  db: Database,
  id: string,
  source: Source,
  actor: Actor,
  at: Instant,
  progress: Progress | undefined,
): Promise<Report | Refusal> {
  const hash = createHash('sha256')
  const table = await openTable(counted(source, hash, progress))
  if (refused(table)) return table
  const format = formatOf(table.head)
  if (!format)
    return refuse(say('purchasing.imports.unknown', { columns: table.head.columns.slice(0, 6).join(', ') }), 415)
  await staging.beginStaging(db, id)
  const gathering = new Gathering(id)
  const stage = new Stage(db, gathering)
  for await (const one of format.read(stage.counting(table.rows))) await stage.take(one)
  if (stage.isEmpty) return refuse(say('purchasing.import.table.noRows'))
  await stage.flush()
  const told = { file: source.name, format: format.name, digest: hash.digest('hex'), ...stage.told() }
  const kept = await inTransaction(db, (tx) => landImport(tx, { gathering, told, actor, at }))
  if (refused(kept)) return kept
  await analyseFacts(db)
  const { digest: _, statements, ...report } = told
  return { id, kept, unchanged: statements - kept, ...report }
}

async function* counted(
  source: Source,
  hash: { update(bytes: Uint8Array): unknown },
  progress: Progress | undefined,
): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const bytes of bytesOf(source)) {
    hash.update(bytes)
    done += bytes.length
    yield bytes
    progress?.({ unit: 'bytes', done, total: source.size })
  }
}

/** Takes statements and problems as they come, and puts them away a batch at a time. */
class Stage {
  #purchases: staging.Cell[][] = []
  #procurements: staging.Cell[][] = []
  #problems: staging.Cell[][] = []
  #reported: Problem[] = []
  #sums = new Map<string, Sum>()
  #read = 0
  #statements = 0
  #silent = 0
  #refused = 0
  #ordinal = 0
  #lastRefused = 0

  constructor(
    readonly db: Database,
    readonly gathering: Gathering,
  ) {}

  get isEmpty(): boolean {
    return this.#read === 0
  }

  async *counting(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of rows) {
      this.#read++
      yield row
    }
  }

  async take(one: Statement | Problem): Promise<void> {
    if (one.kind === 'problem') this.#problem(one)
    else this.#statement(one)
    if (this.#purchases.length + this.#procurements.length + this.#problems.length >= BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    await staging.stageRows(this.db, 'purchase', this.#purchases.splice(0))
    await staging.stageRows(this.db, 'procurement', this.#procurements.splice(0))
    await staging.stageRows(this.db, 'problem', this.#problems.splice(0))
    await staging.touchStaging(this.db, this.gathering.id)
  }

  told() {
    return {
      read: this.#read,
      silent: this.#silent,
      refused: this.#refused,
      statements: this.#statements,
      sums: [...this.#sums.values()],
      problems: this.#reported,
    }
  }

  #statement(one: Statement): void {
    this.#statements++
    if (one.kind !== 'purchase') return void this.#procurements.push(this.gathering.procurement(one))
    this.#purchases.push(this.gathering.purchase(one))
    const month = monthOf(one.bookedOn)
    const buyer = one.buyer.organisationNumber
    const key = `${buyer} ${month} ${one.currency}`
    const amount = (this.#sums.get(key)?.amount ?? 0) + one.amount
    this.#sums.set(key, { buyer, month, currency: one.currency, amount })
  }

  /** A row is refused once, however many of its fields are at fault. */
  #problem(one: Problem): void {
    const { line, column } = one.place
    if (one.severity === 'silent') this.#silent++
    if (one.severity === 'refused' && line !== this.#lastRefused) {
      this.#lastRefused = line
      this.#refused++
    }
    if (this.#reported.length < REPORTED) this.#reported.push(one)
    const original = one.original.slice(0, 2000)
    const message = JSON.stringify(one.because)
    this.#problems.push([this.gathering.id, this.#ordinal++, line, column, one.severity, message, original])
  }
}
