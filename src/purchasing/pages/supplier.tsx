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
  basisInWords,
  BuyerLink,
  Category,
  counted,
  EndOr,
  money,
  numberWritten,
  Said,
  sumOf,
  SumWhy,
} from './parts.js'
import { Files } from './files.js'
import { Parting, type PartingProps } from './parting/parting.js'
import { SoldTable } from './supplier-sold.js'
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
  /** For the operator, who may say that a name is another's. */
  readonly parting: Pick<PartingProps, 'joined' | 'partings'> | undefined
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
          <>
            <SoldTable reader={reader} supplier={supplier} sold={sold} />
            <Files reader={reader} path={`/suppliers/${supplier.address}/sold`} />
          </>
        )}
      </Section>
      <Known {...props} />
      {props.parting ? <Parting reader={reader} supplier={supplier} {...props.parting} /> : null}
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
