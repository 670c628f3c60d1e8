/** The invoice behind a line of a ledger, line by line; for everyone what is public of it. */
import { hrefIn, Section, Table, Written, type Column, type Reader } from '../../../web/index.js'
import type { InvoiceBehind, InvoiceLine } from '../../store/invoice.js'
import { exactly } from '../parts.js'
import { price, quantityInWords } from './table.js'

interface InvoiceProps {
  readonly reader: Reader
  readonly invoice: InvoiceBehind | 'several'
}

export function InvoiceOfLine({ reader, invoice }: InvoiceProps) {
  const { words } = reader
  if (invoice === 'several')
    return (
      <Section title={words('purchasing.judged.line.invoiceLines')} lead={words('purchasing.invoices.severalFit')} />
    )
  const { how, shows, lines } = invoice
  return (
    <Section title={words('purchasing.judged.line.invoiceLines')} lead={leadOf(reader, shows)}>
      {how === 'amount' ? <p>{words('purchasing.invoices.byAmount')}</p> : null}
      <Table
        caption={words('purchasing.judged.line.invoiceLines')}
        captionHidden
        columns={columnsOf(reader, lines)}
        rows={lines}
        empty=""
      />
      <p>
        <a class="ds-link" href={hrefIn(reader, `/imports/${invoice.import}/articles`)}>
          {words('purchasing.invoices.articles')}
        </a>
      </p>
    </Section>
  )
}

const leadOf = ({ words }: Reader, shows: InvoiceBehind['shows']): string =>
  shows === 'all'
    ? words('purchasing.judged.line.invoiceLead')
    : words(shows === 'names' ? 'purchasing.invoices.shownNames' : 'purchasing.invoices.shownPrices')

/** A column stands where a line has something in it. */
function columnsOf(reader: Reader, rows: readonly InvoiceLine[]): Column<InvoiceLine>[] {
  const l = (key: 'article' | 'quantity' | 'unitPrice' | 'amount') => reader.words(`purchasing.judged.line.${key}`)
  const optional: [keyof InvoiceLine, Column<InvoiceLine>][] = [
    [
      'quantity',
      {
        label: l('quantity'),
        kind: 'number',
        cell: ({ quantity, unitCode }) => (quantity === null ? '' : quantityInWords(reader, quantity, unitCode)),
      },
    ],
    [
      'unitPrice',
      {
        label: l('unitPrice'),
        kind: 'number',
        cell: ({ unitPrice, currency }) =>
          unitPrice === null ? '' : `${price(reader.language, unitPrice)} ${currency}`,
      },
    ],
    [
      'amount',
      {
        label: l('amount'),
        kind: 'number',
        cell: ({ amount, currency }) => (amount === null ? '' : exactly(reader, amount, currency)),
      },
    ],
  ]
  return [
    { label: l('article'), cell: ({ article }) => <Written>{article}</Written> },
    ...optional.flatMap(([key, column]) => (rows.some((row) => row[key] !== null) ? [column] : [])),
  ]
}
