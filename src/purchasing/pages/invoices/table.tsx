/** Articles as a table: their names alone, or with quantities and prices. */
import { hrefIn, Table, Written, type Column, type Reader } from '../../../web/index.js'
import type { Shows } from '../../articles.js'
import type { ArticleRow } from '../../store/articles.js'
import { counted, exactly } from '../parts.js'

interface ArticleTableProps {
  readonly reader: Reader
  readonly caption: string
  readonly rows: readonly ArticleRow[]
  readonly shows: Shows
}

export function ArticleTable({ reader, caption, rows, shows }: ArticleTableProps) {
  const columns = shows === 'prices' ? [...named(reader), ...priced(reader)] : named(reader)
  return <Table caption={caption} captionHidden columns={columns} rows={rows} empty="" />
}

const named = (reader: Reader): Column<ArticleRow>[] => {
  const { words } = reader
  return [
    { label: words('purchasing.judged.line.article'), cell: ({ article }) => <Written>{article}</Written> },
    { label: words('purchasing.lines.supplier'), cell: ({ supplierName }) => <Written>{supplierName}</Written> },
    { label: words('purchasing.invoices.lines'), kind: 'number', cell: ({ lines }) => counted(reader, lines) },
  ]
}

const priced = (reader: Reader): Column<ArticleRow>[] => {
  const { words, language } = reader
  return [
    {
      label: words('purchasing.judged.line.quantity'),
      kind: 'number',
      cell: ({ quantity, unitCode }) =>
        quantity === null ? words('purchasing.invoices.several') : quantityInWords(reader, quantity, unitCode),
    },
    {
      label: words('purchasing.judged.line.unitPrice'),
      kind: 'number',
      cell: ({ lowest, highest, currency }) =>
        lowest === null || highest === null ? '' : `${range(language, lowest, highest)} ${currency}`,
    },
    {
      label: words('purchasing.invoices.sum'),
      kind: 'number',
      cell: ({ amount, currency }) => exactly(reader, amount, currency),
    },
  ]
}

const range = (language: string, lowest: string, highest: string): string =>
  lowest === highest ? price(language, lowest) : `${price(language, lowest)}–${price(language, highest)}`

/** As written, which may be finer than the hundredth. */
export const price = (language: string, written: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(Number(written))

/** '12,5 kg'; a code of a unit that has no word stands as it is. */
export function quantityInWords({ words, language }: Reader, quantity: string, unitCode: string | null): string {
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(Number(quantity))
  return unitCode === null ? figure : `${figure} ${words('purchasing.invoices.unit', { code: unitCode })}`
}

export const fileLink = (reader: Reader, { id, file }: { id: string; file: string }) => ({
  href: hrefIn(reader, `/imports/${id}`),
  label: file,
})
