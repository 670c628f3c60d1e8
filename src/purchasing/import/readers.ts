/** Which format reads a table: one that knows its columns, a mapping that was confirmed for them, or none yet. */
import { dayOfInstant } from '../../kit/day.js'
import type { Database } from '../../kit/db/index.js'
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { mappingFor, type KeptMapping } from '../store/mappings.js'
import { councilLedger } from './formats/council-ledger.js'
import { formatOf } from './formats/index.js'
import { readInvoices } from './formats/peppol-invoice.js'
import { guessMapping, headKey, mappedFormat, type Guess, type Mapping } from './mapping/index.js'
import type { OpenedXml } from './open/index.js'
import type { BuyerNamed, Chart, FormatName, Problem, Row, RowReader, Statement, Vat } from './statement.js'
import type { Table } from './table.js'

/** What a person has said of the file. */
export interface Confirmed {
  readonly mapping?: Mapping | undefined
  readonly buyer?: BuyerNamed | undefined
}

export interface TableReader {
  readonly format: FormatName
  readonly vat: Vat
  readonly chart: Chart
  /** What is worth knowing of why it reads the file. */
  readonly notes?: readonly Message[]
  readonly read: RowReader
}

/** A refusal that a person can turn: the columns as they were guessed, to be confirmed. */
export interface Unmapped extends Refusal {
  readonly guess: Guess
  readonly columns: readonly string[]
  readonly first: readonly Row[]
}
export const isUnmapped = (answer: object): answer is Unmapped => 'guess' in answer

export async function tableReader(
  db: Database,
  table: Table,
  { mapping, buyer }: Confirmed,
): Promise<TableReader | Refusal | Unmapped> {
  const { head } = table
  if (mapping && headKey(head.columns) === mapping.headKey) return readerThrough(owned(mapping, buyer))
  const known = formatOf(head)
  if (known) return { format: known.name, vat: 'unknown', chart: 'kommun-bas', read: known.reader(head) }
  const kept = await mappingFor(db, headKey(head.columns))
  if (kept) return readerThrough(owned(kept.mapping, buyer), kept)
  const council = councilLedger(buyer ? { buyer } : {})
  if (council.recognises(head) && !council.refuses(head))
    return { format: council.name, vat: council.vat(head), chart: 'unknown', read: council.reader(head) }
  return unmapped(table, buyer)
}

/** What a person says of this file goes before what was said of another. */
const owned = (mapping: Mapping, buyer: BuyerNamed | undefined): Mapping =>
  buyer ? { ...mapping, buyer: { organisationNumber: buyer.organisationNumber, name: buyer.name } } : mapping

function readerThrough(mapping: Mapping, kept?: KeptMapping): TableReader {
  const format = mappedFormat(mapping)
  const chart = mapping.currency === 'SEK' ? 'kommun-bas' : 'unknown'
  const notes = kept ? [say('purchasing.import.mapping.kept', { on: dayOfInstant(kept.at), file: kept.file })] : []
  return { format: format.name, vat: mapping.vat, chart, notes, read: format.reader() }
}

function unmapped({ head, first }: Table, buyer: BuyerNamed | undefined): Unmapped | Refusal {
  const guess = guessMapping(
    head,
    first.map((row) => row.cells),
    buyer ? { buyer } : {},
  )
  const refusal = refuse(say('purchasing.imports.unknown', { columns: head.columns.slice(0, 6).join(', ') }), 415)
  return isHopeless(guess) ? refusal : { ...refusal, guess, columns: head.columns, first }
}

/** Where next to nothing of what is needed is there, the file is of another kind, and to ask about its columns helps no one. */
const isHopeless = ({ missing }: Guess): boolean =>
  missing.filter((group) => !group.includes('buyer') && !group.includes('buyerNumber')).length > 1

export interface InvoiceReader {
  readonly format: FormatName
  readonly vat: Vat
  readonly chart: Chart
  /** `within`: the name of the document in its archive, for whoever reads of a problem in it. */
  read(opened: OpenedXml, within?: string): AsyncIterable<Statement | Problem>
}

/** Invoices are net of VAT by their standard. */
export const invoiceReader = ({ buyer }: Confirmed): InvoiceReader => ({
  format: 'peppol-invoice',
  vat: 'excluded',
  chart: 'kommun-bas',
  async *read(opened, within) {
    for await (const one of readInvoices(opened.bytes, buyer ? { buyer } : {}))
      yield one.kind === 'problem' && within !== undefined ? placedIn(one, within) : one
  },
})

const placedIn = (problem: Problem, within: string): Problem => {
  const { line, column } = problem.place
  return { ...problem, place: { line, column: column ? `${within}: ${column}` : within } }
}
