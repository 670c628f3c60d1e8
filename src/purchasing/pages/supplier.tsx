/** One supplier: the contracts it holds, and what was bought of it. A person's page is the buyer's own. */
import type { Message } from '../../kit/words/index.js'
import {
  Facts,
  Figures,
  hrefIn,
  LinkList,
  Notice,
  Page,
  Pagination,
  Section,
  Table,
  Unknown,
  Why,
  Written,
  WRITTEN,
  type Column,
  type Reader,
} from '../../web/index.js'
import type { Day } from '../../kit/day.js'
import { sizeOf } from '../sizes.js'
import { pagesOf, addressed, type AskedOfList } from '../asked.js'
import type { FileBehind, Sold } from '../store/overview.js'
import type { HeldTerm, Holding, SupplierRow } from '../store/suppliers.js'
import { nextEnd } from '../term.js'
import { byCurrency } from '../units/served.js'
import {
  accountRows,
  basisInWords,
  BuyerLink,
  Category,
  counted,
  EndOr,
  exactly,
  LinesLink,
  money,
  numberWritten,
  periodInWords,
  Said,
  sumOf,
  SumWhy,
} from './parts.js'
import { Place } from './told.js'

export interface SupplierProps {
  readonly reader: Reader
  readonly supplier: SupplierRow
  readonly asked: AskedOfList
  readonly holdings: readonly Holding[]
  readonly contracts: number
  readonly terms: readonly HeldTerm[]
  readonly sold: readonly Sold[]
  readonly files: readonly FileBehind[]
  readonly names: readonly { readonly import: string; readonly file: string; readonly name: string }[]
  readonly today: Day
}

export function SupplierPage(props: SupplierProps) {
  const { reader, supplier, sold } = props
  const { words } = reader
  const number = supplier.number
    ? words('purchasing.supplier.numbered', { number: numberWritten(supplier.number) })
    : words('purchasing.supplier.unnumbered')
  return (
    <Page
      reader={reader}
      title={supplier.name}
      titleLang={WRITTEN}
      lead={number}
      trail={[{ href: hrefIn(reader, '/suppliers'), label: words('purchasing.suppliers.title') }]}
      wide
    >
      {supplier.isPublic ? null : <OnlyInternal reader={reader} supplier={supplier} />}
      <Main {...props} />
      <Held {...props} />
      <Section
        title={words('purchasing.supplier.sold')}
        lead={sold.length ? words('purchasing.supplier.soldLead') : undefined}
      >
        {sold.length === 0 ? (
          <Unknown reader={reader} known={words('purchasing.supplier.soldKnown')} />
        ) : (
          <SoldTable reader={reader} supplier={supplier} sold={sold} />
        )}
      </Section>
      <Known {...props} />
    </Page>
  )
}

function OnlyInternal({ reader, supplier }: { reader: Reader; supplier: SupplierRow }) {
  const { words } = reader
  return (
    <Notice title={words('purchasing.supplier.internal')}>
      <p>{words.of(JSON.parse(supplier.because) as Message)}</p>
    </Notice>
  )
}

function Main({ reader, holdings, files }: SupplierProps) {
  const { words } = reader
  const sums = byCurrency(files)
  return (
    <Figures
      figures={[
        { label: words('purchasing.supplier.held'), value: counted(reader, holdings[0]?.found ?? 0) },
        ...sums.map((own) => ({
          label: words('purchasing.supplier.sum'),
          value: money(reader, sumOf(own), own[0]?.currency),
          detail: basisInWords(reader, own),
          why: <SumWhy reader={reader} files={own} about={words('purchasing.supplier.sum')} />,
        })),
        ...(sums.length
          ? []
          : [
              {
                label: words('purchasing.supplier.sum'),
                value: <Unknown reader={reader} known={words('purchasing.supplier.soldKnown')} />,
              },
            ]),
      ]}
    />
  )
}

function Held(props: SupplierProps) {
  const { reader, supplier, asked, holdings, contracts } = props
  const { words } = reader
  const href = (page: number) =>
    hrefIn(reader, addressed(`/suppliers/${supplier.address}`, { page: page === 1 ? undefined : page }))
  return (
    <Section title={words('purchasing.supplier.held')}>
      <Table
        caption={words('purchasing.supplier.held')}
        captionHidden
        columns={heldColumns(props)}
        rows={holdings}
        empty={words('purchasing.supplier.heldNone')}
      />
      <Pagination reader={reader} page={asked.page} pages={pagesOf(holdings[0]?.found ?? 0)} href={href} />
      {contracts === 0 ? null : (
        <LinkList
          links={[
            {
              href: hrefIn(reader, addressed('/contracts', { supplier: supplier.address })),
              label: words('purchasing.contracts.title'),
              detail: counted(reader, contracts),
            },
          ]}
        />
      )}
    </Section>
  )
}

/** Ends are left out where no register tells any. */
function heldColumns({ reader, holdings, terms, today }: SupplierProps): Column<Holding>[] {
  const p = (key: 'title' | 'buyer' | 'category' | 'ends' | 'source') => reader.words(`purchasing.procurement.${key}`)
  const title = ({ address, title }: Holding) => (
    <Said reader={reader} to={`/procurements/${address}`}>
      {title}
    </Said>
  )
  const endOf = (row: Holding) =>
    nextEnd(
      terms.filter((one) => one.procurement === row.procurement),
      today,
    )
  const ends: Column<Holding> = {
    label: p('ends'),
    kind: 'day',
    cell: (row) => <EndOr reader={reader} day={endOf(row)} today={today} />,
  }
  const source = (row: Holding) => <Place reader={reader} {...row} />
  return [
    { label: p('title'), cell: title },
    { label: p('buyer'), cell: (row) => <BuyerLink reader={reader} number={row.buyerNumber} name={row.buyerName} /> },
    { label: p('category'), cell: (row) => <Category reader={reader} code={row.category} /> },
    ...(holdings.some(endOf) ? [ends] : []),
    { label: p('source'), cell: source },
  ]
}

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

function SoldTable({ reader, supplier, sold }: Pick<SupplierProps, 'reader' | 'supplier' | 'sold'>) {
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

/** In the reader's language; what is none of them stands as the source writes it. */
function Size({ reader, told }: { reader: Reader; told: string }) {
  const size = sizeOf(told)
  if (size) return <>{reader.words(`purchasing.sizes.${size}`)}</>
  return <Written>{told}</Written>
}

/** What is known of the supplier itself, and which files tell it. */
function Known({ reader, supplier, names }: SupplierProps) {
  const { words } = reader
  return (
    <Section title={words('purchasing.supplier.about')}>
      <Facts
        facts={[
          {
            label: words('purchasing.number'),
            value: supplier.number ? (
              numberWritten(supplier.number)
            ) : (
              <Unknown reader={reader} known={words('purchasing.supplier.numberKnown')} />
            ),
          },
          {
            label: words('purchasing.supplier.size'),
            value: supplier.size ? (
              <Size reader={reader} told={supplier.size} />
            ) : (
              <Unknown reader={reader} known={words('purchasing.supplier.sizeKnown')} />
            ),
          },
          {
            label: words('purchasing.supplier.names'),
            value: (
              <ul>
                {names.map((one) => (
                  <li>
                    <Written>{one.name}</Written>,{' '}
                    <a class="ds-link file-name" href={hrefIn(reader, `/imports/${one.import}`)}>
                      {one.file}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
