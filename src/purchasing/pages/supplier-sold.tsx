/** What was bought of one supplier: a row for each buyer, year and currency, with its accounts. */
import { Table, Why, type Reader } from '../../web/index.js'
import type { Sold } from '../store/overview.js'
import { accountRows, BuyerLink, exactly, LinesLink, periodInWords, sumOf } from './parts.js'

interface YearOfBuyer {
  readonly rows: readonly Sold[]
  readonly first: Sold
}

const byBuyerAndYear = (sold: readonly Sold[]): YearOfBuyer[] => {
  const groups = new Map<string, Sold[]>()
  for (const one of sold) {
    const key = `${one.buyerNumber} ${one.year} ${one.currency}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((rows) => (rows[0] ? [{ rows, first: rows[0] }] : []))
}

interface SoldProps {
  readonly reader: Reader
  readonly supplier: { readonly address: string }
  readonly sold: readonly Sold[]
}

export function SoldTable({ reader, supplier, sold }: SoldProps) {
  const { words } = reader
  const part = ({ first }: YearOfBuyer) => ({
    supplier: supplier.address,
    year: String(first.year),
    currency: first.currency,
  })
  const period = ({ rows, first }: YearOfBuyer) => {
    const days = rows.flatMap(({ from, to }) => [from, to]).sort()
    return periodInWords(reader, days[0] ?? first.from, days.at(-1) ?? first.to)
  }
  return (
    <Table
      caption={words('purchasing.supplier.sold')}
      captionHidden
      columns={[
        {
          label: words('purchasing.procurement.buyer'),
          cell: ({ first }: YearOfBuyer) => (
            <BuyerLink reader={reader} number={first.buyerNumber} name={first.buyerName} />
          ),
        },
        { label: words('purchasing.why.period'), cell: period },
        {
          label: words('purchasing.bought'),
          kind: 'number',
          cell: (group: YearOfBuyer) => (
            <LinesLink reader={reader} buyer={group.first.buyerNumber} selection={part(group)}>
              {exactly(reader, sumOf(group.rows), group.first.currency)}
            </LinesLink>
          ),
        },
        {
          label: words('purchasing.account'),
          cell: (group: YearOfBuyer) => (
            <Why
              reader={reader}
              summary={words('purchasing.accounts', { count: group.rows.length })}
              rows={accountRows(reader, group.first.buyerNumber, group.rows, part(group), group.first.currency)}
              about={period(group)}
            />
          ),
        },
      ]}
      rows={byBuyerAndYear(sold)}
      empty=""
    />
  )
}
