/** The lists one can search in: buyers and suppliers. */
import type { Currency } from '../../kit/money.js'
import {
  Empty,
  hrefIn,
  Page,
  Pagination,
  Search,
  Table,
  Tag,
  Unknown,
  type Column,
  type Reader,
} from '../../web/index.js'
import { addressed, pagesOf, type AskedOfList } from '../asked.js'
import type { BuyerListed } from '../store/buyers.js'
import type { SupplierListed } from '../store/suppliers.js'
import { Files } from './files.js'
import { BuyerLink, counted, exactly, numberWritten, Said } from './parts.js'

interface ListProps<Row> {
  readonly reader: Reader
  readonly asked: AskedOfList
  readonly rows: readonly Row[]
}

export function BuyersPage(props: ListProps<BuyerListed>) {
  const { reader, rows } = props
  const { words } = reader
  return (
    <ListPage
      {...props}
      noun="buyers"
      lead={words('purchasing.buyers.lead')}
      columns={[
        {
          label: words('purchasing.buyers.name'),
          cell: (row) => <BuyerLink reader={reader} number={row.number} name={row.name} />,
        },
        { label: words('purchasing.buyers.sector'), cell: (row) => words(`purchasing.sector.${row.sector}`) },
        ...figures(reader, rows),
      ]}
    />
  )
}

export function SuppliersPage(props: ListProps<SupplierListed>) {
  const { reader, rows } = props
  const { words } = reader
  const numbers: Column<SupplierListed> = {
    label: words('purchasing.number'),
    cell: ({ number }) => (number ? numberWritten(number) : <Unknown reader={reader} />),
  }
  return (
    <ListPage
      {...props}
      noun="suppliers"
      lead={words('purchasing.suppliers.lead', { reach: reader.reach })}
      columns={[
        { label: words('purchasing.suppliers.name'), cell: (row) => <SupplierName reader={reader} row={row} /> },
        ...(rows.some(({ number }) => number !== null) ? [numbers] : []),
        ...figures(reader, rows),
      ]}
    />
  )
}

interface ListPageProps<Row> extends ListProps<Row> {
  readonly noun: 'buyers' | 'suppliers'
  readonly lead: string
  readonly columns: readonly Column<Row>[]
}

function ListPage<Row extends { readonly found: number }>(props: ListPageProps<Row>) {
  const { reader, asked, rows, noun, lead, columns } = props
  const { words } = reader
  const title = words(`purchasing.${noun}.title`)
  const count = rows[0]?.found ?? 0
  const href = (page: number) =>
    hrefIn(reader, addressed(`/${noun}`, { q: asked.words, page: page === 1 ? undefined : page }))
  return (
    <Page reader={reader} title={title} lead={lead} wide>
      <Search
        reader={reader}
        action={hrefIn(reader, `/${noun}`)}
        label={words(`purchasing.${noun}.search`)}
        value={asked.words}
      />
      <p>{words(`purchasing.${noun}.found`, { count })}</p>
      {rows.length === 0 ? (
        <None reader={reader} words={asked.words} />
      ) : (
        <Table caption={title} captionHidden columns={columns} rows={rows} empty="" />
      )}
      <Pagination reader={reader} page={asked.page} pages={pagesOf(count)} href={href} />
      {rows.length === 0 ? null : <Files reader={reader} path={addressed(`/${noun}`, { q: asked.words })} />}
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

/** How much there is of each. A column that no row on the page could fill is left out, here as above. */
function figures<
  Row extends { readonly procurements: number; readonly amount: number | null; readonly currency: Currency },
>(reader: Reader, rows: readonly Row[]): Column<Row>[] {
  const { words } = reader
  const amounts: Column<Row> = {
    label: words('purchasing.bought'),
    kind: 'number',
    cell: ({ amount, currency }) => (amount === null ? <Unknown reader={reader} /> : exactly(reader, amount, currency)),
  }
  return [
    {
      label: words('purchasing.procurements.title'),
      kind: 'number',
      cell: ({ procurements }) => counted(reader, procurements),
    },
    ...(rows.some(({ amount }) => amount !== null) ? [amounts] : []),
  ]
}

/** Whether there is nothing at all, or only nothing that was asked for. */
export function None({ reader, words, narrowed }: { reader: Reader; words: string; narrowed?: boolean }) {
  if (narrowed) return <Empty>{reader.words('purchasing.noneNarrowed')}</Empty>
  return (
    <Empty>
      {words === ''
        ? reader.words('purchasing.none', { reach: reader.reach })
        : reader.words('purchasing.noneFound', { words })}
    </Empty>
  )
}
