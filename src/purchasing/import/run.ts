/** One import from its first statement to its landing. Whatever happens on the way, nothing is half visible. */
import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../../kit/actor.js'
import { day, type Instant } from '../../kit/day.js'
import { asBatch, inTransaction, type Database } from '../../kit/db/index.js'
import { newId } from '../../kit/id.js'
import { refuse, refused, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { settle } from '../acts/judging.js'
import * as staging from '../store/staging.js'
import { Gathering } from './gathering.js'
import { landImport } from './landing.js'
import { JUDGED, type Covering } from '../overlap.js'
import { covering } from './overlapping.js'
import type { Report } from './report.js'
import { Stage } from './stage.js'
import type { Chart, FormatName, Problem, Row, RowReader, Statement, Vat } from './statement.js'

/** Imports that run in this process: their staging is not dead. */
const running = new Set<string>()

/** 'later' where more of the same is about to follow, and whoever says so judges after the last. */
export type Judging = 'now' | 'later'

export interface Begun {
  /** As the list of imports names it. */
  readonly file: string
  readonly format: FormatName
  readonly vat: Vat
  readonly chart: Chart
  readonly at: Instant
  readonly actor: Actor
  readonly covering?: Covering | undefined
  readonly judging?: Judging | undefined
}

export class Run {
  readonly stage: Stage
  readonly #gathering: Gathering

  private constructor(
    readonly db: Database,
    readonly id: string,
    readonly begun: Begun,
  ) {
    this.#gathering = new Gathering(id, begun.chart)
    this.stage = new Stage(db, this.#gathering)
  }

  static async begin(db: Database, begun: Begun): Promise<Run> {
    const id = newId(Date.parse(begun.at))
    running.add(id)
    await staging.beginStaging(db, id)
    return new Run(db, id, begun)
  }

  /** A large table has a million rows: only where a batch is full is anything waited for, and between parts pages are answered. */
  async takeRows(
    batches: AsyncIterable<readonly Row[]>,
    read: RowReader,
    progress?: (rows: number) => void,
  ): Promise<void> {
    const { stage } = this
    for await (const batch of batches) {
      for (const row of batch) {
        stage.countRow()
        const full = this.#takeNow(read(row))
        if (full) await full
      }
      progress?.(stage.rows)
      await setImmediate()
    }
  }

  #takeNow(told: readonly (Statement | Problem)[]): Promise<void> | undefined {
    let full: Promise<void> | undefined
    for (const one of told) full = this.stage.take(one) ?? full
    return full
  }

  async take(all: AsyncIterable<Statement | Problem>): Promise<void> {
    for await (const one of all) {
      const full = this.stage.take(one)
      if (full) await full
    }
  }

  /** Refused when the file told nothing, was imported before, or may or may not tell anew what earlier ones told. */
  async land(digest: string, notes: readonly Message[] = []): Promise<Report | Refusal> {
    const { db, id, begun, stage } = this
    if (stage.isEmpty) return refuse(say('purchasing.import.table.noRows'))
    if (stage.refusedWhole) return refuse(stage.refusedWhole, 415)
    for (const because of notes) await stage.take(noteOf(because))
    await stage.end()
    const { file, format, vat, actor, at } = begun
    const told = { file, format, vat, digest, ...stage.told() }
    const given = stage.parties.ids
    const months = stage.months().map(({ place, month, lines }) => {
      return { buyer: given.buyer[place]!, month: day(`${month}-01`), lines }
    })
    const covered = await covering(db, id, months, begun.covering ?? JUDGED)
    if (refused(covered)) return covered
    const landing = { gathering: this.#gathering, given, covered, told, actor, at }
    const landed = await inTransaction(db, (tx) => landImport(tx, landing))
    if (refused(landed)) return landed
    if (begun.judging !== 'later') await settle(db)
    const { digest: _, statements: __, purchases: ___, ...report } = told
    return { id, ...landed, ...report }
  }

  /** Always called: takes away what was gathered and did not land. */
  async end(): Promise<void> {
    await this.stage.quiet()
    running.delete(this.id)
    await asBatch(() => staging.endStaging(this.db, this.id))
  }
}

/** About the file as a whole. */
const noteOf = (because: Message): Problem => ({
  kind: 'problem',
  place: { line: 0 },
  severity: 'note',
  because,
  original: '',
})

/** Takes away what interrupted imports gathered. Called at start, and before every import. */
export const clearStaging = (db: Database): Promise<void> =>
  asBatch(async () => {
    for (const id of await staging.deadStagings(db, running)) await staging.endStaging(db, id)
  })
