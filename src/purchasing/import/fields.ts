/** What the formats share: reading a row's fields by folded column names. */
import { readCode, type Code } from '../../categories/index.js'
import { dayOf, type Day } from '../../kit/day.js'
import { hundredthsOf } from '../../kit/money.js'
import { refused } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { isPersonal, isWithheld, MASK, masked } from './masking.js'
import { Unreadable } from './reading.js'
import type { BuyerNamed, Place, Problem, Row, SupplierNamed } from './statement.js'

const foldedNames = new Map<string, string>()

/** 'Köpare ID' is 'kopare_id'. Every cell asks for it, and column names are few: they are remembered. */
export function folded(name: string): string {
  const known = foldedNames.get(name)
  if (known !== undefined) return known
  if (foldedNames.size > 1000) foldedNames.clear()
  const made = name
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, '_')
  foldedNames.set(name, made)
  return made
}

type Named = (column: string) => string

/** Where each column stands, by the name a format knows it by: worked out once for a file. */
const places = new WeakMap<readonly string[], Map<Named, ReadonlyMap<string, number>>>()
function placesOf(columns: readonly string[], named: Named): ReadonlyMap<string, number> {
  const known = places.get(columns)?.get(named)
  if (known) return known
  const made = new Map<string, number>()
  for (const [place, column] of columns.entries())
    if (column !== '' && !made.has(named(column))) made.set(named(column), place)
  places.set(columns, (places.get(columns) ?? new Map<Named, ReadonlyMap<string, number>>()).set(named, made))
  return made
}

/** A row's fields by folded column names; `named` turns aliases into the names a format knows. */
export const fieldsOf = (row: Row, named: Named = folded): Fields => new Fields(row, named)

export class Fields {
  readonly #places: ReadonlyMap<string, number>

  constructor(
    readonly row: Row,
    readonly named: Named,
  ) {
    this.#places = placesOf(row.columns, named)
  }

  /** The columns in the file's order, by the names the format knows them by. */
  get columns(): readonly string[] {
    return [...this.#places.keys()]
  }

  place(column?: string): Place {
    return column === undefined ? { line: this.row.line } : { line: this.row.line, column }
  }

  /** Empty where the file has no such column. */
  text(column: string): string {
    const place = this.#places.get(column) ?? this.#places.get(this.named(column))
    return place === undefined ? '' : (this.row.cells[place] ?? '').trim()
  }

  needed(column: string): string {
    return this.text(column) || this.fail(column, say('purchasing.import.missing', { column }))
  }

  number(column: string): string {
    const digits = organisationNumber(this.needed(column))
    return digits ?? this.fail(column, say('purchasing.import.notNumber', this.#shown(column)))
  }

  amount(column: string): number {
    const amount = hundredthsOf(this.needed(column))
    return amount ?? this.fail(column, say('purchasing.import.notAmount', this.#shown(column)))
  }

  day(column: string): WrittenDay {
    return writtenDay(this.needed(column)) ?? this.fail(column, say('purchasing.import.notDate', this.#shown(column)))
  }

  months(column: string): readonly number[] {
    if (!this.text(column)) return []
    if (!/^\d{1,3}(\s*\+\s*\d{1,3})*$/.test(this.text(column)))
      return this.fail(column, say('purchasing.import.notMonths', this.#shown(column)))
    return this.text(column).split('+').map(Number)
  }

  /** Undefined, with a note, where a code stands that is none. Empty is no fault. */
  category(column: string): { code?: Code; notes: readonly Problem[] } {
    if (!this.text(column)) return { notes: [] }
    const read = readCode(this.text(column))
    if (refused(read)) return { notes: [this.#note(column, say('purchasing.import.notCategory', this.#shown(column)))] }
    return { code: read.code, notes: read.problem ? [this.#note(column, read.problem)] : [] }
  }

  /** Undefined, with a note, where something stands that is no day. Empty is no fault. */
  dayIfKnown(column: string): { on?: Day; notes: readonly Problem[] } {
    if (!this.text(column)) return { notes: [] }
    const on = writtenDay(this.text(column))?.on
    return on
      ? { on, notes: [] }
      : { notes: [this.#note(column, say('purchasing.import.dayUnknown', this.#shown(column)))] }
  }

  fail(column: string, because: Message): never {
    throw new Unreadable(column, because)
  }

  #shown(column: string): { column: string; value: string } {
    return { column, value: isPersonal(this.text(column)) ? MASK : this.text(column) }
  }

  #note(column: string, because: Message): Problem {
    const place = { line: this.row.line, column }
    return { kind: 'problem', place, severity: 'note', because, original: masked(this.row) }
  }
}

export interface WrittenDay {
  readonly on: Day
  readonly precision: 'day' | 'month'
}

/** A ledger has few days and many lines. */
const days = new Map<string, WrittenDay | undefined>()

/** 'YYYY-MM-DD', 'YYYYMMDD', or a month 'YYYY-MM', which is dated its first. */
export function writtenDay(text: string): WrittenDay | undefined {
  if (days.has(text)) return days.get(text)
  if (days.size > 10_000) days.clear()
  const read = readDay(text)
  days.set(text, read)
  return read
}

function readDay(text: string): WrittenDay | undefined {
  const month = /^\d{4}-\d{2}$/.test(text)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const on = dayOf(month ? `${text}-01` : compact ? compact.slice(1).join('-') : text)
  return on && { on, precision: month ? 'month' : 'day' }
}

/** Digits only, without the hyphen and without the '16' of twelve-digit numbers. Undefined when anything else stands. */
export function organisationNumber(written: string): string | undefined {
  const digits = written.replace(/[\s\u2013-]/g, '')
  if (!/^\d{4,}$/.test(digits)) return undefined
  return digits.length === 12 && digits.startsWith('16') ? digits.slice(2) : digits
}

export const buyerOf = (fields: Fields, number: string, name: string): BuyerNamed => ({
  organisationNumber: fields.number(number),
  name: fields.needed(name),
})

/** The name and number of a supplier; a natural person loses both. */
export function supplierOf(fields: Fields): { supplier: SupplierNamed; note?: Problem } {
  const written = fields.text('leverantor_id')
  if (isPersonal(written))
    return {
      supplier: { name: undefined },
      note: {
        kind: 'problem',
        place: fields.place('leverantor_id'),
        severity: 'note',
        because: say('purchasing.import.personal'),
        original: masked(fields.row, [fields.text('leverantor')]),
      },
    }
  const name = fields.needed('leverantor')
  const organisation = written ? fields.number('leverantor_id') : undefined
  return {
    supplier: {
      name: isWithheld(name) ? undefined : name,
      ...(organisation === undefined ? {} : { organisationNumber: organisation }),
    },
  }
}

/** Adds a property only when there is something to say. */
export const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]?: V })

export const agreementOf = (written: string): 'framework' | 'contract' | undefined => {
  const type = written.toLowerCase()
  return type === 'ramavtal' ? 'framework' : type === 'kontrakt' ? 'contract' : undefined
}
