/**
 * From a file to facts: its format's statements are gathered in short batches where no page sees them; then one short
 * transaction makes them visible to the buyer's own people (`run.ts`). An archive is as many imports as it has tables,
 * and one for all its invoices.
 */
import { createHash, type Hash } from 'node:crypto'
import type { Actor } from '../../kit/actor.js'
import { instantOf, type Instant } from '../../kit/day.js'
import { asBatch, type Database } from '../../kit/db/index.js'
import type { Progress } from '../../kit/progress.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import type { BuyerNamed } from './statement.js'
import { openSource, Stopped, type Opened, type OpenedArchive, type OpenedTable, type OpenedXml } from './open/index.js'
import type { Covering } from '../overlap.js'
import { invoiceReader, tableReader, type Confirmed, type Unmapped } from './readers.js'
import type { Report } from './report.js'
import { clearStaging, Run, type Begun, type Judging } from './run.js'
import { BrokenSource, type Source } from './source.js'
import { BrokenTable, type Table } from './table.js'

export { clearStaging } from './run.js'

export interface ImportOptions extends Confirmed {
  readonly now: Date
  readonly progress?: Progress
  /** What a ledger covers, when a person says so; judged by its lines otherwise. */
  readonly covering?: Covering | undefined
  /** Whose file it is, for files that do not say. */
  readonly buyer?: BuyerNamed | undefined
  readonly judging?: Judging | undefined
}
/** `Unmapped` where a table's columns are known to no format: a person confirms what was guessed, and it is read then. */
export type Answer = Report | Refusal | Unmapped
export interface Answered {
  readonly file: string
  /** May be read again before the next answer is asked for. */
  readonly source: Source
  readonly answer: Answer
}

/** A file that is one import. Refused when it cannot be read to its end, has no rows, or was imported before. */
export async function importFile(db: Database, source: Source, actor: Actor, options: ImportOptions): Promise<Answer> {
  const answers: Answered[] = []
  for await (const one of importEach(db, source, actor, options)) answers.push(one)
  const [only, ...more] = answers
  if (more.length) throw new Error(`${source.name} is ${answers.length} imports: read it by importEach`)
  return only?.answer ?? refuse(say('purchasing.import.open.noParts'))
}

/** A file, or each file of an archive, in its order; the archive's invoices last. */
export async function* importEach(
  db: Database,
  source: Source,
  actor: Actor,
  options: ImportOptions,
): AsyncGenerator<Answered, void> {
  await clearStaging(db)
  const work = new Work(db, actor, instantOf(options.now), options)
  const each = work.each(source)
  for (;;) {
    const next = await asBatch(() => each.next())
    if (next.done) return
    yield next.value
  }
}

/** Said where it is not what everyone writes today. */
const encodingOf = ({ encoding }: Table): Message[] =>
  encoding && encoding !== 'utf-8'
    ? [say('purchasing.import.table.encoding', { encoding: encoding.replaceAll('-', '') })]
    : []

class Work {
  constructor(
    readonly db: Database,
    readonly actor: Actor,
    readonly at: Instant,
    readonly options: ImportOptions,
  ) {}

  async *each(source: Source): AsyncGenerator<Answered, void> {
    const hash = createHash('sha256')
    const opened = await this.#guarded(source, () => this.#open(source, hash))
    yield* this.#told(source, opened, hash)
  }

  async *#told(source: Source, opened: Opened | Refusal, hash: Hash): AsyncGenerator<Answered, void> {
    const { name: file } = source
    if (refused(opened)) return void (yield { file, source, answer: opened })
    if (opened.kind === 'archive') return yield* this.#archive(source, opened)
    const answer = await this.#guarded<Answer>(source, () =>
      opened.kind === 'table' ? this.#table(source, opened, hash) : this.#invoice(source, opened, hash),
    )
    await opened.close()
    yield { file, source, answer }
  }

  async #open(source: Source, hash: Hash): Promise<Opened | Refusal> {
    if (source.files) return { kind: 'archive', size: 0, entries: source.files, close: async () => undefined }
    let done = 0
    const watch = (bytes: Uint8Array) => {
      hash.update(bytes)
      done += bytes.length
      if (!source.depth) this.options.progress?.({ unit: 'bytes', done, total: source.size })
    }
    return openSource(source, { watch })
  }

  async #table(source: Source, { table }: OpenedTable, hash: Hash): Promise<Answer> {
    const reader = await tableReader(this.db, table, this.options)
    if (refused(reader)) return reader
    return this.#run({ file: source.name, ...reader }, async (run) => {
      const { progress } = this.options
      await run.takeRows(table.batches, reader.read, (done) => progress?.({ unit: 'rows', done, total: undefined }))
      return run.land(hash.digest('hex'), [...table.notes, ...encodingOf(table), ...(reader.notes ?? [])])
    })
  }

  #invoice(source: Source, opened: OpenedXml, hash: Hash): Promise<Report | Refusal> {
    const reader = invoiceReader(this.options)
    return this.#run({ file: source.name, ...reader }, async (run) => {
      await run.take(run.stage.countingStatements(reader.read(opened)))
      return run.land(hash.digest('hex'))
    })
  }

  /** Its invoices are known again however they are packed: by their own bytes, in their order. */
  async *#archive(source: Source, archive: OpenedArchive): AsyncGenerator<Answered, void> {
    const reader = invoiceReader(this.options)
    const digest = createHash('sha256')
    let invoices: Run | undefined
    try {
      for await (const entry of archive.entries) {
        const hash = createHash('sha256')
        const opened = await this.#guarded(entry, () => this.#open(entry, hash))
        if (refused(opened) || opened.kind !== 'xml') {
          yield* this.#told(entry, opened, hash)
          continue
        }
        invoices ??= await Run.begin(this.db, this.#begun({ file: source.name, ...reader }))
        const { stage } = invoices
        const statements = stage.countingStatements(reader.read(opened, entry.name))
        const broken = await this.#guarded(entry, () => invoices!.take(statements))
        await opened.close()
        digest.update(hash.digest())
        if (refused(broken)) yield { file: entry.name, source: entry, answer: broken }
      }
      if (invoices) yield { file: source.name, source, answer: await invoices.land(digest.digest('hex')) }
    } finally {
      await archive.close()
      await invoices?.end()
    }
  }

  async #run<T>(told: Pick<Begun, 'file' | 'format' | 'vat' | 'chart'>, work: (run: Run) => Promise<T>): Promise<T> {
    const run = await Run.begin(this.db, this.#begun(told))
    try {
      return await work(run)
    } finally {
      await run.end()
    }
  }

  #begun({ file, format, vat, chart }: Pick<Begun, 'file' | 'format' | 'vat' | 'chart'>): Begun {
    const { covering, judging } = this.options
    return { file, format, vat, chart, at: this.at, actor: this.actor, covering, judging }
  }

  /** What a source or a table does wrong is a refusal; anything else is a fault of ours. */
  async #guarded<T>({ name }: Source, work: () => Promise<T>): Promise<T | Refusal> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Stopped) return error.refusal
      if (error instanceof BrokenTable) return refuse(say('purchasing.import.table.broken', { line: error.line }))
      if (!(error instanceof BrokenSource)) throw error
      const kind = error.isFolder ? 'folder' : 'file'
      return refuse(say('purchasing.import.unreadable', { file: name, kind }))
    }
  }
}
