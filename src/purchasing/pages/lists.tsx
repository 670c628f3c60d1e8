/** The lists one can search in: buyers and suppliers. */
import { Empty, hrefIn, Page, Pagination, Search, Table, Tag, type Reader } from '../../web/index.js'
import { addressed, pagesOf, type AskedOfList } from '../asked.js'
import type { BuyerListed } from '../store/buyers.js'
import type { SupplierListed } from '../store/suppliers.js'
import { BuyerLink, counted, exactly, numberWritten, Said } from './parts.js'

interface ListProps<Row> {
  readonly reader: Reader
  readonly asked: AskedOfList
  readonly rows: readonly Row[]
}

export function BuyersPage({ reader, asked, rows }: ListProps<BuyerListed>) {
  const { words } = reader
  const title = words('purchasing.buyers.title')
  return (
    <Page reader={reader} title={title} lead={words('purchasing.buyers.lead')} wide>
      <Search
        reader={reader}
        action={hrefIn(reader, '/buyers')}
        label={words('purchasing.buyers.search')}
        value={asked.words}
      />
      <p>{words('purchasing.buyers.found', { count: rows[0]?.found ?? 0 })}</p>
      {rows.length === 0 ? (
        <None reader={reader} words={asked.words} />
      ) : (
        <Table
          caption={title}
          captionHidden
          columns={[
            {
              label: words('purchasing.buyers.name'),
              cell: (row: BuyerListed) => <BuyerLink reader={reader} number={row.number} name={row.name} />,
            },
            {
              label: words('purchasing.buyers.sector'),
              cell: (row: BuyerListed) => words(`purchasing.sector.${row.sector}`),
            },
            {
              label: words('purchasing.procurements.title'),
              kind: 'number',
              cell: (row) => counted(reader, row.procurements),
            },
            ...amounts(reader, rows),
          ]}
          rows={rows}
          empty=""
        />
      )}
      <Pages reader={reader} path="/buyers" asked={asked} found={rows[0]?.found ?? 0} />
    </Page>
  )
}

export function SuppliersPage({ reader, asked, rows }: ListProps<SupplierListed>) {
  const { words } = reader
  const title = words('purchasing.suppliers.title')
  return (
    <Page reader={reader} title={title} lead={words('purchasing.suppliers.lead', { reach: reader.reach })} wide>
      <Search
        reader={reader}
        action={hrefIn(reader, '/suppliers')}
        label={words('purchasing.suppliers.search')}
        value={asked.words}
      />
      <p>{words('purchasing.suppliers.found', { count: rows[0]?.found ?? 0 })}</p>
      {rows.length === 0 ? (
        <None reader={reader} words={asked.words} />
      ) : (
        <Table
          caption={title}
          captionHidden
          columns={[
            {
              label: words('purchasing.suppliers.name'),
              cell: (row: SupplierListed) => <SupplierName reader={reader} row={row} />,
            },
            {
              label: words('purchasing.number'),
              cell: (row: SupplierListed) => (row.number ? numberWritten(row.number) : words('kit.unknown')),
            },
            {
              label: words('purchasing.suppliers.procurements'),
              kind: 'number',
              cell: (row: SupplierListed) => counted(reader, row.procurements),
            },
            ...amounts(reader, rows),
          ]}
          rows={rows}
          empty=""
        />
      )}
      <Pages reader={reader} path="/suppliers" asked={asked} found={rows[0]?.found ?? 0} />
    </Page>
  )
}

function SupplierName({ reader, row }: { reader: Reader; row: SupplierListed }) {
  return (
    <>
      <Said reader={reader} to={`/suppliers/${row.address}`}>
        {row.name}
      </Said>
      {row.isPublic ? null : (
        <>
          {' '}
          <Tag kind="internal" reader={reader} />
        </>
      )}
    </>
  )
}

/** A column that no row could fill is left out. */
const amounts = <Row extends { readonly amount: number | null }>(reader: Reader, rows: readonly Row[]) =>
  rows.some(({ amount }) => amount !== null)
    ? [
        {
          label: reader.words('purchasing.bought'),
          kind: 'number' as const,
          cell: ({ amount }: Row) => (amount === null ? reader.words('kit.unknown') : exactly(reader, amount)),
        },
      ]
    : []

export function None({ reader, words }: { reader: Reader; words: string }) {
  return (
    <Empty>
      {words === ''
        ? reader.words('purchasing.none', { reach: reader.reach })
        : reader.words('purchasing.noneFound', { words })}
    </Empty>
  )
}

function Pages({ reader, path, asked, found }: { reader: Reader; path: string; asked: AskedOfList; found: number }) {
  const href = (page: number) =>
    hrefIn(reader, addressed(path, { q: asked.words, page: page === 1 ? undefined : page }))
  return <Pagination reader={reader} page={asked.page} pages={pagesOf(found)} href={href} />
}
