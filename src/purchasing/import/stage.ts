/** Takes statements and problems as they come, and puts them away a short batch at a time. */
import { monthOf } from '../../kit/day.js'
import type { Message } from '../../kit/words/index.js'
import type { Database } from '../../kit/db/index.js'
import { rollUpLines } from '../store/landing.js'
import * as staging from '../store/staging.js'
import type { Gathering, GatheredLine } from './gathering.js'
import { PartyIds } from './parties.js'
import type { Sum } from './report.js'
import type { InvoiceLineStatement, Problem, PurchaseStatement, Statement } from './statement.js'

/** How many rows a batch holds: a page that is asked for meanwhile waits for one. */
const BATCH = 4000
/** How many full batches may wait for the database, so that reading goes on while it adds to the roll-up. */
const AHEAD = 8
/** How many lines are added to the roll-up at a time. */
const ROLLED = 40_000
/** How many problems a report carries; all of them stand in the database. */
const REPORTED = 1000

/** What the file tells of a buyer's month in one currency, with the buyer's place in it. */
type Summed = Omit<Sum, 'amount'> & { amount: number; lines: number; readonly place: number }

export class Stage {
  readonly parties = new PartyIds()
  #lines: GatheredLine[] = []
  #procurements: staging.Cell[][] = []
  #problems: staging.Cell[][] = []
  #reported: Problem[] = []
  #sums = new Map<string, Summed>()
  #sum: Summed | undefined
  #read = 0
  #statements = 0
  #silent = 0
  #refused = 0
  #ordinal = 0
  #rolled = 0
  #problemOrdinal = 0
  #lastRefused = 0
  #isByRow = true
  #written = Promise.resolve()
  #waiting: Promise<void>[] = []

  constructor(
    readonly db: Database,
    readonly gathering: Gathering,
  ) {}

  get isEmpty(): boolean {
    return this.#read === 0
  }

  /** Why, where nothing at all could be read of what is no table: then it is a file of another kind. */
  get refusedWhole(): Message | undefined {
    return this.#isByRow || this.#statements > 0 ? undefined : this.#reported[0]?.because
  }

  /** How many have been read. */
  get rows(): number {
    return this.#read
  }

  countRow(): void {
    this.#read++
  }

  /** For files whose statements are no rows: each is counted, and so is what is refused. */
  async *countingStatements(all: AsyncIterable<Statement | Problem>): AsyncGenerator<Statement | Problem> {
    this.#isByRow = false
    for await (const one of all) {
      if (one.kind !== 'problem' || one.severity !== 'note') this.#read++
      yield one
    }
  }

  /**
   * Answers a promise only when a batch is full and too many wait already: that the first of them is put away. So reading
   * goes on while the database writes, and the length of a file costs no memory.
   */
  take(one: Statement | Problem): Promise<void> | undefined {
    if (one.kind === 'problem') this.#problem(one)
    else this.#statement(one)
    if (this.#lines.length + this.#procurements.length + this.#problems.length < BATCH) return undefined
    this.#written = this.#putAway(this.#written)
    // Whoever waits for it next hears what went wrong.
    this.#written.catch(() => undefined)
    this.#waiting.push(this.#written)
    return this.#waiting.length > AHEAD ? this.#waiting.shift() : undefined
  }

  /** Puts away what is left, and rolls it up. */
  async end(): Promise<void> {
    await this.#putAway(this.#written)
    await this.#rollUp()
  }

  /** When nothing is being written any more, however it went. */
  async quiet(): Promise<void> {
    await this.#written.catch(() => undefined)
  }

  async #putAway(before: Promise<void>): Promise<void> {
    const { db, gathering } = this
    const lines = this.#lines.splice(0)
    const procurements = this.#procurements.splice(0)
    const problems = this.#problems.splice(0)
    await before
    await this.parties.take(db, gathering)
    await this.#putLines(lines)
    await staging.gatherRows(db, 'procurement', procurements)
    await staging.gatherRows(db, 'problem', problems)
    await staging.touchStaging(db, gathering.id)
    if (this.#ordinal - this.#rolled >= ROLLED) await this.#rollUp()
  }

  async #putLines(lines: readonly GatheredLine[]): Promise<void> {
    const { db, gathering } = this
    const first = this.#ordinal
    await staging.gatherRows(
      db,
      'purchase',
      lines.map((line) => this.#cells(line)),
    )
    const details = lines.flatMap(({ details: told }, place) =>
      told ? [[gathering.id, first + place + 1, ...told]] : [],
    )
    await staging.gatherRows(db, 'invoiceLine', details)
  }

  told() {
    return {
      read: this.#read,
      silent: this.#silent,
      refused: this.#refused,
      statements: this.#statements,
      purchases: this.#ordinal,
      sums: [...this.#sums.values()].map(({ buyer, month, currency, amount }) => ({ buyer, month, currency, amount })),
      problems: this.#reported,
    }
  }

  /** The months that the file tells of, by the buyer's place in it. */
  months(): { readonly place: number; readonly month: string; readonly lines: number }[] {
    const months = new Map<string, { place: number; month: string; lines: number }>()
    for (const { place, month, lines } of this.#sums.values()) {
      const key = `${place} ${month}`
      months.set(key, { place, month, lines: lines + (months.get(key)?.lines ?? 0) })
    }
    return [...months.values()]
  }

  async #rollUp(): Promise<void> {
    if (this.#ordinal > this.#rolled) await rollUpLines(this.db, this.gathering.id, this.#rolled + 1, this.#ordinal)
    this.#rolled = this.#ordinal
  }

  #cells(one: GatheredLine): staging.Cell[] {
    const { ids } = this.parties
    return [
      this.gathering.id,
      ++this.#ordinal,
      one.line,
      ids.buyer[one.buyer],
      one.unit === null ? null : ids.unit[one.unit],
      one.supplier === null ? null : ids.supplier[one.supplier],
      ids.account[one.account],
      one.voucher,
      one.identity,
      one.amount,
      one.currency,
      one.bookedOn,
      one.contract,
      one.invoice,
    ]
  }

  #statement(one: Statement): void {
    this.#statements++
    if (one.kind === 'purchase') return void this.#line(this.gathering.purchase(one), one)
    if (one.kind !== 'invoice-line') return void this.#procurements.push(this.gathering.procurement(one))
    this.#line(this.gathering.invoiceLine(one), one)
  }

  #line(line: GatheredLine, one: PurchaseStatement | InvoiceLineStatement): void {
    this.#lines.push(line)
    const month = monthOf(line.bookedOn)
    const last = this.#sum
    if (!last || last.month !== month || last.place !== line.buyer || last.currency !== one.currency)
      this.#sum = this.#sumOf({ buyer: one.buyer.organisationNumber, month, currency: one.currency }, line.buyer)
    this.#sum!.amount += one.amount
    this.#sum!.lines++
  }

  /** Most lines follow one of their own month. */
  #sumOf(of: Omit<Sum, 'amount'>, place: number): Summed {
    const key = `${of.buyer} ${of.month} ${of.currency}`
    const known = this.#sums.get(key)
    if (known) return known
    const sum = { ...of, amount: 0, lines: 0, place }
    this.#sums.set(key, sum)
    return sum
  }

  /** A row is refused once, however many of its fields are at fault; parts of invoices may share a line. */
  #problem(one: Problem): void {
    const { line, column } = one.place
    if (one.severity === 'silent') this.#silent++
    if (one.severity === 'refused' && (line !== this.#lastRefused || !this.#isByRow)) {
      this.#lastRefused = line
      this.#refused++
    }
    if (this.#reported.length < REPORTED) this.#reported.push(one)
    const original = one.original.slice(0, 2000)
    const message = JSON.stringify(one.because)
    this.#problems.push([this.gathering.id, this.#problemOrdinal++, line, column, one.severity, message, original])
  }
}
