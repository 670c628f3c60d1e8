/** The list of contracts: what to narrow it by, a page at a time, and as a file. */
import { dayInWords, type Day } from '../../kit/day.js'
import { hrefIn, LinkList, Page, Pagination, Table, Unknown, type Column, type Reader } from '../../web/index.js'
import { addressed, pagesOf } from '../asked.js'
import { isNarrowed, queryOf } from '../contract-asked.js'
import { chainBought, type Chain } from '../renewal.js'
import type { ContractListed, Holds } from '../store/contracts.js'
import { Narrowing, type NarrowingProps } from './contract-narrow.js'
import type { ListedContract } from './exports-of-contracts.js'
import { filesOf } from './files.js'
import { None } from './lists.js'
import { BuyerLink, money, Said } from './parts.js'
import { stepInWords } from './renewal-words.js'

interface ContractsProps extends NarrowingProps {
  readonly rows: readonly ListedContract[]
}

export function ContractsPage({ reader, asked, facets, suppliers, rows, today }: ContractsProps) {
  const { words } = reader
  const query = queryOf(asked)
  const href = (to: number) => hrefIn(reader, addressed('/contracts', { ...query, page: to === 1 ? undefined : to }))
  return (
    <Page reader={reader} title={words('purchasing.contracts.title')} lead={words('purchasing.contracts.lead')} wide>
      <Narrowing {...{ reader, asked, facets, suppliers, today }} />
      <p>{words('purchasing.contracts.found', { count: facets.found })}</p>
      {rows.length === 0 ? (
        <None reader={reader} words={asked.words} narrowed={isNarrowed(asked)} />
      ) : (
        <ContractTable reader={reader} rows={rows} today={today} />
      )}
      <Pagination reader={reader} page={asked.page} pages={pagesOf(facets.found)} href={href} />
      <LinkList
        links={[
          { href: hrefIn(reader, '/renewals'), label: words('purchasing.contracts.renewals') },
          ...(rows.length === 0 ? [] : filesOf(reader, addressed('/contracts', query))),
        ]}
      />
    </Page>
  )
}

interface TableProps {
  readonly reader: Reader
  readonly rows: readonly ListedContract[]
  readonly today: Day
}

function ContractTable({ reader, rows, today }: TableProps) {
  const { words } = reader
  const h = (key: 'title' | 'name' | 'buyer' | 'supplier' | 'ends' | 'ceiling' | 'next') =>
    words(`purchasing.contracts.${key}`)
  const buyers = new Set(rows.map(({ buyerNumber }) => buyerNumber)).size > 1
  const columns: Column<ListedContract>[] = [
    { label: h('name'), cell: (row) => <Named reader={reader} row={row} /> },
    { label: h('supplier'), cell: ({ holders }) => <Holders reader={reader} holders={holders} /> },
    { label: h('next'), kind: 'day', cell: (row) => <Next reader={reader} chain={chainBought(row, today)} /> },
    { label: h('ends'), kind: 'day', cell: ({ endsOn }) => dayOr(reader, endsOn) },
    {
      label: h('ceiling'),
      kind: 'number',
      cell: ({ ceiling }) => (ceiling === null ? <Unknown reader={reader} /> : money(reader, ceiling)),
    },
  ]
  const buyer: Column<ListedContract> = {
    label: h('buyer'),
    cell: (row) => <BuyerLink reader={reader} number={row.buyerNumber} name={row.buyerName} />,
  }
  return (
    <div class="contract-rows">
      <Table
        caption={h('title')}
        captionHidden
        columns={buyers ? columns.toSpliced(1, 0, buyer) : columns}
        rows={rows}
        empty=""
      />
    </div>
  )
}

const dayOr = (reader: Reader, day: Day | null) =>
  day === null ? <Unknown reader={reader} /> : dayInWords(day, reader.language)

function Named({ reader, row }: { reader: Reader; row: ContractListed }) {
  return (
    <>
      <Said reader={reader} to={`/contracts/${row.address}`}>
        {row.title}
      </Said>
      <span class="cell-detail">{row.number}</span>
    </>
  )
}

/** The first by name, and how many there are beside it. */
export function Holders({ reader, holders }: { reader: Reader; holders: readonly Holds[] }) {
  const [first] = holders
  if (!first) return <Unknown reader={reader} />
  const more = holders.length - 1
  const name =
    first.name === null ? (
      reader.words('purchasing.contracts.unnamed')
    ) : (
      <Said reader={reader} to={first.address === null ? undefined : `/suppliers/${first.address}`}>
        {first.name}
      </Said>
    )
  if (more === 0) return <>{name}</>
  return (
    <>
      {name} {reader.words('purchasing.contracts.several', { count: more })}
    </>
  )
}

/** The next day to act and what it is; where there is none, why. */
export function Next({ reader, chain }: { reader: Reader; chain: Chain }) {
  if (!chain.next) return <>{reader.words(`purchasing.contracts.states.${chain.state}`)}</>
  return (
    <>
      {dayInWords(chain.next.on, reader.language)}
      <span class="cell-detail">{stepInWords(reader, chain.next)}</span>
    </>
  )
}
