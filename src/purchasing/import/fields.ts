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

export interface Fields {
  readonly row: Row
  place(column?: string): Place
  text(column: string): string
  needed(column: string): string
  number(column: string): string
  amount(column: string): number
  day(column: string): { on: Day; precision: 'day' | 'month' }
  months(column: string): readonly number[]
  /** Undefined, with a note, where a code stands that is none. Empty is no fault. */
  category(column: string): { code?: Code; notes: readonly Problem[] }
  /** Undefined, with a note, where something stands that is no day. Empty is no fault. */
  dayIfKnown(column: string): { on?: Day; notes: readonly Problem[] }
  /** The columns in the file's order, by the names the format knows them by. */
  readonly columns: readonly string[]
  fail(column: string, because: Message): never
}

export function fieldsOf(row: Row, named: (column: string) => string = folded): Fields {
  const values = new Map<string, string>()
  for (const [column, value] of row.values) if (!values.has(named(column))) values.set(named(column), value)
  const text = (column: string) => values.get(named(column)) ?? ''
  const fail = (column: string, because: Message): never => {
    throw new Unreadable(column, because)
  }
  const needed = (column: string) => text(column) || fail(column, say('purchasing.import.missing', { column }))
  const shown = (column: string) => ({ column, value: isPersonal(text(column)) ? MASK : text(column) })
  return {
    row,
    columns: [...values.keys()],
    place: (column) => (column === undefined ? { line: row.line } : { line: row.line, column }),
    text,
    needed,
    fail,
    number: (column) => {
      const digits = organisationNumber(needed(column))
      return digits ?? fail(column, say('purchasing.import.notNumber', shown(column)))
    },
    amount: (column) => hundredthsOf(needed(column)) ?? fail(column, say('purchasing.import.notAmount', shown(column))),
    day: (column) => writtenDay(needed(column)) ?? fail(column, say('purchasing.import.notDate', shown(column))),
    ...leniently(row, text, shown),
    months: (column) => {
      if (!text(column)) return []
      if (!/^\d{1,3}(\s*\+\s*\d{1,3})*$/.test(text(column)))
        return fail(column, say('purchasing.import.notMonths', shown(column)))
      return text(column).split('+').map(Number)
    },
  }
}

/** Fields that a row can do without: what cannot be read is told of, and the row is kept. */
function leniently(
  row: Row,
  text: (column: string) => string,
  shown: (column: string) => { column: string; value: string },
): Pick<Fields, 'category' | 'dayIfKnown'> {
  const note = (column: string, because: Message): Problem => ({
    kind: 'problem',
    place: { line: row.line, column },
    severity: 'note',
    because,
    original: masked(row),
  })
  return {
    category: (column) => {
      if (!text(column)) return { notes: [] }
      const read = readCode(text(column))
      if (refused(read)) return { notes: [note(column, say('purchasing.import.notCategory', shown(column)))] }
      return { code: read.code, notes: read.problem ? [note(column, read.problem)] : [] }
    },
    dayIfKnown: (column) => {
      if (!text(column)) return { notes: [] }
      const on = writtenDay(text(column))?.on
      return on ? { on, notes: [] } : { notes: [note(column, say('purchasing.import.dayUnknown', shown(column)))] }
    },
  }
}

/** 'YYYY-MM-DD', 'YYYYMMDD', or a month 'YYYY-MM', which is dated its first. */
export function writtenDay(text: string): { on: Day; precision: 'day' | 'month' } | undefined {
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
