/**
 * Any table of contracts or postings, read through a mapping of its columns that is guessed, shown with ten rows,
 * confirmed by a person and kept.
 */
import type { Problem, Row } from '../statement.js'
import { purchaseIn, sumRowIn, type MappedPurchase } from './ledger.js'
import { headKey, type Mapping } from './mapping.js'
import { contractIn, type MappedContract } from './register.js'
import { MappedRow, readRow } from './row.js'

export { extensionMonths, type Extension } from './extension.js'
export { guessMapping, type FieldGuess, type Guess } from './guess.js'
export type { MappedPurchase } from './ledger.js'
export { headKey, parseMapping, type Mapping } from './mapping.js'
export { fieldsOfKind, type Field, type MappingKind } from './names.js'
export type { MappedContract } from './register.js'

export type MappedStatement = MappedContract | MappedPurchase

/** Like every format, but for its name: it reads what a person mapped. */
export interface MappedFormat {
  readonly name: 'mapped-register' | 'mapped-ledger'
  recognises(head: { readonly columns: readonly string[] }): boolean
  reader(): (row: Row) => readonly (MappedStatement | Problem)[]
}

/** Recognises the header that the mapping was made for, and no other. */
export const mappedFormat = (mapping: Mapping): MappedFormat => ({
  name: mapping.kind === 'ledger' ? 'mapped-ledger' : 'mapped-register',
  recognises: ({ columns }) => headKey(columns) === mapping.headKey,
  reader: () => readerOf(mapping),
})

export interface RowAsRead {
  readonly line: number
  readonly cells: readonly string[]
  /** Undefined when the row is refused or states nothing. */
  readonly statement: MappedStatement | undefined
  readonly problems: readonly Problem[]
}

/** The first ten rows as they would be read; nothing is kept. Cells are in the order of `columns`; the first line is 2. */
export function describeMapping(
  mapping: Mapping,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): RowAsRead[] {
  const read = readerOf(mapping)
  return rows.slice(0, 10).map((cells, place) => {
    const told = read(rowOf(columns, cells, place + 2))
    return {
      line: place + 2,
      cells,
      statement: told.find((one) => one.kind !== 'problem'),
      problems: told.filter((one) => one.kind === 'problem'),
    }
  })
}

/** Of each row its statement and notes, or one problem; a ledger's sum row is compared with the rows before it. */
function readerOf(mapping: Mapping): (row: Row) => readonly (MappedStatement | Problem)[] {
  if (mapping.kind === 'contract-register') return (row) => readRow(row, mapping, contractIn)
  let summed = 0
  return (row) => {
    const sumRow = sumRowIn(new MappedRow(row, mapping), summed)
    if (sumRow) return [sumRow]
    const told = readRow(row, mapping, purchaseIn)
    const [first] = told
    if (first?.kind === 'purchase') summed += first.amount
    return told
  }
}

function rowOf(columns: readonly string[], cells: readonly string[], line: number): Row {
  const values = new Map<string, string>()
  columns.forEach((column, place) => {
    const name = column.trim()
    if (name && !values.has(name)) values.set(name, (cells[place] ?? '').trim())
  })
  return { line, columns, values, original: cells.join(';'), cells }
}
