/**
 * From statements to rows: read a file through its format, then make everything visible to the buyer's own people in
 * one transaction, with its report and one record entry. Nothing is half written: an interrupted import leaves nothing.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor } from '../../kit/actor.js'
import { instantOf, monthOf } from '../../kit/day.js'
import { asBatch, inTransaction, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { append } from '../../record/index.js'
import { formatOf } from './formats/index.js'
import { writeStatements } from './rows.js'
import type { Problem, Statement } from './statement.js'
import * as store from './store.js'
import { openTable } from './table.js'

export interface Sum {
  readonly buyer: string
  readonly month: string
  readonly currency: string
  readonly amount: number
}
export interface Report {
  readonly id: string
  readonly file: string
  readonly format: string
  readonly read: number
  readonly kept: number
  readonly unchanged: number
  readonly refused: number
  readonly sums: readonly Sum[]
  readonly problems: readonly Problem[]
}

interface Parsed {
  readonly format: string
  readonly read: number
  readonly statements: readonly Statement[]
  readonly problems: readonly Problem[]
}

/** Imports one file's bytes. Refused when no format knows it, or when the very same file was imported before. */
export async function importFile(
  db: Database,
  file: string,
  bytes: Uint8Array,
  actor: Actor,
  now = new Date(),
): Promise<Report | Refusal> {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const before = await store.importWithDigest(db, digest)
  if (before) return refuse(say('purchasing.imports.already', { file }), 409)
  const parsed = await parse(bytes)
  if (refused(parsed)) return parsed
  return asBatch(() => inTransaction(db, (tx) => write(tx, file, digest, parsed, actor, now)))
}

async function parse(bytes: Uint8Array): Promise<Parsed | Refusal> {
  const table = await openTable(Readable.from([bytes]))
  if (refused(table)) return table
  const { head, rows } = table
  const format = formatOf(head)
  if (!format)
    return refuse(
      say('purchasing.imports.unknown', {
        columns: head.columns.slice(0, 6).join(', '),
      }),
      415,
    )
  const statements: Statement[] = []
  const problems: Problem[] = []
  let read = 0
  async function* counted() {
    for await (const row of rows) {
      read++
      yield row
    }
  }
  for await (const one of format.read(counted())) {
    if (one.kind === 'problem') problems.push(one)
    else statements.push(one)
  }
  return { format: format.name, read, statements, problems }
}

async function write(
  tx: Database,
  file: string,
  digest: string,
  parsed: Parsed,
  actor: Actor,
  now: Date,
): Promise<Report> {
  const id = newId(now.getTime())
  const at = instantOf(now)
  const { format, read, statements, problems } = parsed
  const refusedRows = new Set(problems.filter((one) => one.severity === 'refused').map((one) => one.place.line)).size
  const sums = sumsOf(statements)
  const row = {
    id,
    file,
    format,
    digest,
    started_at: at,
    finished_at: null,
    actor: actor.kind,
    read,
    kept: 0,
    unchanged: 0,
    refused: refusedRows,
    sums: JSON.stringify(sums),
    published_at: null,
    published_by: null,
  }
  await store.insertImport(tx, row)
  const kept = await writeStatements(tx, id, statements)
  const unchanged = statements.length - kept
  await tx
    .updateTable('purchasing.import')
    .set({ kept, unchanged, finished_at: instantOf(new Date()) })
    .where('id', '=', id)
    .execute()
  await store.insertProblems(
    tx,
    problems.map((one, ordinal) => ({
      import: id,
      ordinal,
      line: one.place.line,
      place: one.place.column ?? null,
      severity: one.severity,
      message: JSON.stringify(one.because),
      original: one.original.slice(0, 2000),
    })),
  )
  await append(
    tx,
    'import',
    actor,
    { import: id, format, digest, read, kept, unchanged, refused: refusedRows, sums },
    at,
  )
  return { id, file, format, read, kept, unchanged, refused: refusedRows, sums, problems }
}

function sumsOf(statements: readonly Statement[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const one of statements) {
    if (one.kind !== 'purchase') continue
    const month = monthOf(one.bookedOn)
    const key = `${one.buyer.organisationNumber} ${month} ${one.currency}`
    sums.set(key, {
      buyer: one.buyer.organisationNumber,
      month,
      currency: one.currency,
      amount: (sums.get(key)?.amount ?? 0) + one.amount,
    })
  }
  return [...sums.values()]
}
