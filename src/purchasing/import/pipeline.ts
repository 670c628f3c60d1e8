/**
 * From a file to facts: its format's statements are gathered in short batches where no page sees them; then one short
 * transaction makes them visible to the buyer's own people. Nothing is half visible: what an interrupted import gathered
 * stands for nothing, and the next import or start clears it away.
 */
import { createHash } from 'node:crypto'
import type { Actor } from '../../kit/actor.js'
import { day, instantOf, type Instant } from '../../kit/day.js'
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
import { covering, JUDGED, type Covering } from './overlapping.js'
import type { Report } from './report.js'
import { BrokenSource, bytesOf, type Source } from './source.js'
import { Stage } from './stage.js'
import { BrokenTable, openTable } from './table.js'

export interface ImportOptions {
  readonly now: Date
  readonly progress?: Progress
  /** What a ledger covers, when a person says so; judged by its lines otherwise. */
  readonly covering?: Covering
}

/** Imports that run in this process: their staging is not dead. */
const running = new Set<string>()

/** Imports one file. Refused when no format knows it, when it cannot be read to its end, has no rows, or was imported before. */
export async function importFile(
  db: Database,
  source: Source,
  actor: Actor,
  options: ImportOptions,
): Promise<Report | Refusal> {
  const at = instantOf(options.now)
  const id = newId(Date.parse(at))
  await clearStaging(db)
  running.add(id)
  try {
    return await asBatch(() => stageAndLand(db, id, source, actor, at, options))
  } catch (error) {
    if (error instanceof BrokenTable) return refuse(say('purchasing.import.table.broken', { line: error.line }))
    if (!(error instanceof BrokenSource)) throw error
    const kind = error.isFolder ? 'folder' : 'file'
    return refuse(say('purchasing.import.unreadable', { file: source.name, kind }))
  } finally {
    running.delete(id)
    await asBatch(() => staging.endStaging(db, id))
  }
}

/** Takes away what interrupted imports gathered. Called at start, and before every import. */
export const clearStaging = (db: Database): Promise<void> =>
  asBatch(async () => {
    for (const id of await staging.deadStagings(db, running)) await staging.endStaging(db, id)
  })

async function stageAndLand(
  db: Database,
  id: string,
  source: Source,
  actor: Actor,
  at: Instant,
  { progress, covering: said = JUDGED }: ImportOptions,
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
  await stage.end()
  const told = { file: source.name, format: format.name, digest: hash.digest('hex'), ...stage.told() }
  const given = stage.parties.ids
  const months = stage
    .months()
    .map(({ place, month, lines }) => ({ buyer: given.buyer[place]!, month: day(`${month}-01`), lines }))
  const covered = await covering(db, id, months, said)
  if (refused(covered)) return covered
  const landed = await inTransaction(db, (tx) => landImport(tx, { gathering, given, covered, told, actor, at }))
  if (refused(landed)) return landed
  await analyseFacts(db)
  const { digest: _, statements: __, purchases: ___, ...report } = told
  return { id, ...landed, ...report }
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
