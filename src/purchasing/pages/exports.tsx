/** What the lists hold, as tables for a spreadsheet: the same columns as CSV and as XLSX. */
import type { Reader } from '../../web/index.js'
import type { BuyerListed, BuyerRow } from '../store/buyers.js'
import type { PurchaseLine } from '../store/lines.js'
import type { Sold } from '../store/overview.js'
import type { Listed } from '../store/search.js'
import type { SupplierListed } from '../store/suppliers.js'
import { csvFile, csvLine, type CsvCell } from './csv.js'
import { numberWritten } from './parts.js'
import { xlsxFile, type XlsxCell, type XlsxRow } from './xlsx.js'

export type Kind = 'csv' | 'xlsx'
export interface Export<Row> {
  readonly head: readonly string[]
  /** Empty where no source says. */
  readonly row: (row: Row) => XlsxRow
}

export function exported<Row>(
  kind: Kind,
  name: string,
  { head, row }: Export<Row>,
  batches: AsyncIterable<readonly Row[]>,
): Response {
  if (kind === 'xlsx') return xlsxFile(name, head, batches, row)
  return csvFile(name, csvLine(head), batches, (rows) => rows.map((one) => csvLine(row(one).map(asCsv))).join(''))
}

function asCsv(cell: XlsxCell): CsvCell {
  if (cell === null || typeof cell !== 'object') return cell ?? ''
  return 'day' in cell ? cell.day : (cell.hundredths / 100).toFixed(2)
}

/** Vouchers lead into the buyer's own books: they are for its own people. */
export function purchasesExport({ words, reach }: Reader, buyer: BuyerRow): Export<PurchaseLine> {
  const isOwn = reach === 'internal'
  return {
    head: [
      words('purchasing.number'),
      words('purchasing.procurement.buyer'),
      words('purchasing.lines.bookedOn'),
      words('purchasing.lines.supplier'),
      words('purchasing.lines.account'),
      words('purchasing.lines.unit'),
      words('purchasing.lines.amount'),
      words('purchasing.judged.chosen.currency'),
      ...(isOwn ? [words('purchasing.lines.voucher')] : []),
      words('purchasing.imports.file'),
      words('purchasing.imports.line'),
    ],
    row: (one) => [
      numberWritten(buyer.number),
      buyer.name,
      { day: one.bookedOn },
      one.supplier,
      one.account,
      one.unit,
      { hundredths: one.amount },
      one.currency,
      ...(isOwn ? [one.voucher] : []),
      one.file,
      one.line,
    ],
  }
}

export const procurementsExport = ({ words }: Reader): Export<Listed> => ({
  head: [
    words('purchasing.exports.reference'),
    words('purchasing.exports.title'),
    words('purchasing.exports.category'),
    words('purchasing.procurement.buyer'),
    words('purchasing.number'),
    words('purchasing.exports.publishedOn'),
    words('purchasing.exports.value'),
  ],
  row: (one) => [
    one.reference,
    one.title,
    one.category,
    one.buyerName,
    numberWritten(one.buyerNumber),
    one.publishedOn && { day: one.publishedOn },
    one.value === null ? null : { hundredths: one.value },
  ],
})

export const buyersExport = ({ words }: Reader): Export<BuyerListed> => ({
  head: [
    words('purchasing.buyers.name'),
    words('purchasing.number'),
    words('purchasing.buyers.sector'),
    words('purchasing.procurements.title'),
    words('purchasing.exports.bought'),
    words('purchasing.judged.chosen.currency'),
  ],
  row: (one) => [
    one.name,
    numberWritten(one.number),
    words(`purchasing.sector.${one.sector}`),
    one.procurements,
    one.amount === null ? null : { hundredths: one.amount },
    one.amount === null ? null : one.currency,
  ],
})

export const suppliersExport = ({ words }: Reader): Export<SupplierListed> => ({
  head: [
    words('purchasing.suppliers.name'),
    words('purchasing.number'),
    words('purchasing.procurements.title'),
    words('purchasing.exports.bought'),
    words('purchasing.judged.chosen.currency'),
  ],
  row: (one) => [
    one.name,
    one.number && numberWritten(one.number),
    one.procurements,
    one.amount === null ? null : { hundredths: one.amount },
    one.amount === null ? null : one.currency,
  ],
})

/** What was bought of one supplier, by buyer, year and account. */
export const soldExport = (
  { words }: Reader,
  supplier: { readonly name: string; readonly number: string | null },
): Export<Sold> => ({
  head: [
    words('purchasing.suppliers.name'),
    words('purchasing.number'),
    words('purchasing.procurement.buyer'),
    words('purchasing.lines.year'),
    words('purchasing.lines.account'),
    words('purchasing.buyer.lines'),
    words('purchasing.lines.amount'),
    words('purchasing.judged.chosen.currency'),
  ],
  row: (one) => [
    supplier.name,
    supplier.number && numberWritten(supplier.number),
    one.buyerName,
    one.year,
    one.account,
    one.lines,
    { hundredths: one.amount },
    one.currency,
  ],
})
