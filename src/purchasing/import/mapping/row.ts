/** One row read through a mapping: its fields by our names, its parties, and what is worth knowing of it. */
import { say, type Message } from '../../../kit/words/index.js'
import { addressOf } from '../../names.js'
import { dayIn, type DateForm, type Dated } from '../dates.js'
import { organisationNumber } from '../fields.js'
import { isPersonal, isWithheld, MASK, masked } from '../masking.js'
import { attempt, isProblem, Unreadable } from '../reading.js'
import type { BuyerNamed, Place, Problem, Row, Severity, Statement, SupplierNamed } from '../statement.js'
import { withoutPersonal } from './free-text.js'
import type { Mapping } from './mapping.js'
import type { Field } from './names.js'
import { amountIn, isRedacted } from './written.js'

/** The statement and its notes, or the one problem that refuses the row. */
export function readRow<T extends Statement>(
  row: Row,
  mapping: Mapping,
  read: (of: MappedRow) => T,
): readonly (T | Problem)[] {
  const mapped = new MappedRow(row, mapping)
  const found = attempt(row, () => read(mapped), mapped.hidden)
  return isProblem(found) ? [{ ...found, original: withoutPersonal(found.original) }] : [found, ...mapped.notes]
}

export class MappedRow {
  readonly notes: Problem[] = []
  constructor(
    readonly row: Row,
    readonly mapping: Mapping,
  ) {}

  get place(): Place {
    return { line: this.row.line }
  }
  /** The names of natural persons in the row, to be kept out of what is told of it. */
  get hidden(): readonly string[] {
    return isPersonal(this.written('supplierNumber')) ? [this.written('supplier')] : []
  }
  column(field: Field): string | undefined {
    return this.mapping.columns[field]
  }
  /** As it stands in the file; empty where the column is not mapped. */
  written(field: Field): string {
    const column = this.column(field)
    return (column === undefined ? undefined : this.row.values.get(column)) ?? ''
  }
  /** Without personal identity numbers; undefined when empty. */
  text(field: Field): string | undefined {
    return withoutPersonal(this.written(field)) || undefined
  }
  needed(field: Field): string {
    return this.text(field) ?? this.fail(field, this.#missing(field))
  }
  day(field: Field): Dated {
    const found = dayIn(this.needed(field), formOf(this.mapping))
    return found ?? this.fail(field, say('purchasing.import.notDate', this.shown(field)))
  }
  /** Undefined, with a note, where something stands that is no day. */
  dayIfKnown(field: Field): Dated['on'] | undefined {
    if (!this.written(field)) return undefined
    const found = dayIn(this.written(field), formOf(this.mapping))
    if (!found) this.note(field, say('purchasing.import.dayUnknown', this.shown(field)))
    return found?.on
  }
  /** Hundredths, as its column says them. */
  amount(field: Field): number | undefined {
    const { decimal } = this.mapping
    return amountIn(this.written(field), decimal ? { decimal } : {}, this.column(field))
  }
  shown(field: Field): { column: string; value: string } {
    const written = this.written(field)
    return { column: this.column(field) ?? '', value: isPersonal(written) ? MASK : withoutPersonal(written) }
  }
  note(field: Field, because: Message): void {
    this.notes.push(this.problem('note', because, field))
  }
  problem(severity: Severity, because: Message, field?: Field): Problem {
    const column = field && this.column(field)
    return {
      kind: 'problem',
      place: column === undefined ? this.place : { ...this.place, column },
      severity,
      because,
      original: withoutPersonal(masked(this.row, this.hidden)),
    }
  }
  fail(field: Field, because: Message): never {
    throw new Unreadable(this.column(field) ?? '', because)
  }

  #missing(field: Field): Message {
    const column = this.column(field)
    return column === undefined
      ? say('purchasing.import.mapping.unmapped', { field })
      : say('purchasing.import.missing', { column })
  }
}

const formOf = ({ days: { order, ...rest } }: Mapping): DateForm => (order ? { order, ...rest } : rest)

/** As the row says with name and number; else as was told for the whole file; else, where allowed, by name alone. */
export function buyerIn(row: MappedRow): BuyerNamed {
  const name = row.text('buyer')
  const number = organisationNumber(row.written('buyerNumber'))
  if (name && number) return { organisationNumber: number, name }
  const { buyer, buyersByName } = row.mapping
  if (buyer) return buyer
  if (name && buyersByName) return { organisationNumber: addressOf(name), name }
  const field = name ? 'buyerNumber' : 'buyer'
  return row.fail(field, say('purchasing.import.mapping.noBuyer'))
}

/** A natural person loses both name and number; a name that the source withholds stays withheld. */
export function supplierIn(row: MappedRow): SupplierNamed {
  const written = row.written('supplierNumber')
  if (isPersonal(written)) {
    row.note('supplierNumber', say('purchasing.import.personal'))
    return { name: undefined }
  }
  const name = row.needed('supplier')
  const number = companyNumber(written, row.mapping.currency === 'GBP')
  if (written && !number)
    row.note('supplierNumber', say('purchasing.import.mapping.notSupplierNumber', row.shown('supplierNumber')))
  return {
    name: isWithheld(name) || isRedacted(name) ? undefined : name,
    ...(number === undefined ? {} : { organisationNumber: number }),
  }
}

/** Ten digits in Sweden, a VAT number elsewhere, a company number in Britain. A buyer's own number for it is none. */
function companyNumber(written: string, isBritish: boolean): string | undefined {
  const plain = written.replace(/[\s.]/g, '').toUpperCase()
  const digits = organisationNumber(plain)
  if (digits?.length === 10) return digits
  const vat = /^SE(\d{10})01$/.exec(plain)?.[1]
  if (vat) return vat
  const isForeign = /^[A-Z]{2}[A-Z0-9]{7,13}$/.test(plain) && /\d{6}/.test(plain)
  return isForeign || (isBritish && /^([A-Z]{2}\d{6}|\d{8})$/.test(plain)) ? plain : undefined
}
