/** Before an import becomes public: what everyone will see, what stays internal and why, and the one act. */
import type { Child } from 'hono/jsx'
import type { Message } from '../../kit/words/index.js'
import { moneyExactly, type Currency } from '../../kit/money.js'
import {
  Confirm,
  Disclosure,
  hrefIn,
  Notice,
  Section,
  Table,
  Written,
  type Column,
  type Reader,
} from '../../web/index.js'
import type { Publication } from '../acts.js'
import { counted, exactly, money } from './parts.js'

interface PreviewProps {
  readonly reader: Reader
  readonly id: string
  readonly publication: Publication
}
type Purchase = Publication['samples']['purchases'][number]
type Kept = Publication['internal'][number]

export function Preview({ reader, id, publication }: PreviewProps) {
  const { words } = reader
  const { procurements, purchases, suppliers } = publication.public
  const kept = publication.internal.reduce((sum, { why, count }) => sum + (why === 'withheld-name' ? 0 : count), 0)
  if (publication.nothing)
    return <NothingPublic reader={reader} publication={publication} because={publication.nothing} />
  return (
    <>
      <BecomesPublic reader={reader} publication={publication} />
      <StaysInternal reader={reader} publication={publication} />
      <Confirm
        action={hrefIn(reader, `/imports/${id}/publication`)}
        title={words('purchasing.publication.title')}
        consequences={[
          words('purchasing.publication.everyone', {
            procurements,
            purchases: purchases.count,
            suppliers,
          }),
          ...(purchases.count + kept ? [words('purchasing.publication.kept', { count: kept })] : []),
          words('purchasing.publication.forGood'),
        ]}
        button={words('purchasing.publication.publish')}
        back={{ href: hrefIn(reader, '/imports'), label: words('purchasing.publication.back') }}
      />
    </>
  )
}

/** Nothing to confirm, and so no act. */
function NothingPublic({ reader, publication, because }: Omit<PreviewProps, 'id'> & { because: Message }) {
  return (
    <>
      <Notice title={reader.words.of(because)} />
      {publication.internal.length > 0 ? <StaysInternal reader={reader} publication={publication} /> : null}
    </>
  )
}

function BecomesPublic({ reader, publication }: Omit<PreviewProps, 'id'>) {
  const { words } = reader
  const { samples } = publication
  const rows = publicRows(reader, publication)
  type Row = (typeof rows)[number]
  return (
    <Section title={words('purchasing.publication.public')} lead={words('purchasing.publication.publicLead')}>
      <Table
        caption={words('purchasing.publication.public')}
        captionHidden
        columns={[
          { label: words('purchasing.publication.what'), cell: ({ what }: Row) => what },
          {
            label: words('purchasing.publication.count'),
            kind: 'number',
            cell: ({ count }: Row) => counted(reader, count),
          },
          ...sumColumn(reader, rows, ({ sum }: Row) => sum),
        ]}
        rows={rows}
        empty=""
      />
      <Purchases reader={reader} rows={samples.purchases} caption={words('purchasing.publication.purchases')} />
      <Listed
        summary={words('purchasing.publication.first', { count: samples.procurements.length })}
        items={samples.procurements.map(({ title, line }) => (
          <>
            <Written>{title}</Written>, {words('purchasing.publication.line', { line })}
          </>
        ))}
      />
    </Section>
  )
}

function publicRows(reader: Reader, publication: Publication) {
  const { procurements, purchases, suppliers } = publication.public
  const { words } = reader
  const sum = summed(reader, purchases.sums, exactly)
  return [
    { what: words('purchasing.procurements.title'), count: procurements, sum: '' },
    { what: words('purchasing.publication.purchases'), count: purchases.count, sum },
    { what: words('purchasing.publication.names'), count: suppliers, sum: '' },
  ].filter(({ count }) => count > 0)
}

function StaysInternal({ reader, publication }: Omit<PreviewProps, 'id'>) {
  const { words } = reader
  const { internal, samples } = publication
  const sum = ({ sums }: Kept) => summed(reader, sums, money)
  return (
    <Section title={words('purchasing.publication.internal')}>
      <Table
        caption={words('purchasing.publication.internal')}
        captionHidden
        columns={[
          { label: words('purchasing.publication.why'), cell: ({ why }: Kept) => words(`purchasing.kept.${why}`) },
          {
            label: words('purchasing.publication.count'),
            kind: 'number',
            cell: ({ count }: Kept) => counted(reader, count),
          },
          ...sumColumn(reader, internal, sum),
        ]}
        rows={internal}
        empty={words('purchasing.publication.nothingKept')}
      />
      <Purchases reader={reader} rows={samples.keptPurchases} caption={words('purchasing.publication.keptSamples')} />
      <Listed
        summary={words('purchasing.publication.names10', { count: samples.keptSuppliers.length })}
        items={samples.keptSuppliers.map(({ name, because }) => (
          <>
            <Written>{name}</Written>. {words.of(JSON.parse(because) as Message)}
          </>
        ))}
      />
    </Section>
  )
}

type Sums = Kept['sums']
/** Currencies are never added. */
const summed = (reader: Reader, sums: Sums, written: typeof exactly | typeof money): string =>
  sums.map(({ amount, currency }) => written(reader, amount, currency)).join(', ')

/** Only purchases have a sum: no column where there are none. */
const sumColumn = <Row,>({ words }: Reader, rows: readonly Row[], sum: (row: Row) => string): Column<Row>[] =>
  rows.some((row) => sum(row) !== '') ? [{ label: words('purchasing.imports.sum'), kind: 'number', cell: sum }] : []

function Listed({ summary, items }: { summary: string; items: readonly Child[] }) {
  if (items.length === 0) return null
  return (
    <Disclosure summary={summary}>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Purchases({ reader, rows, caption }: { reader: Reader; rows: readonly Purchase[]; caption: string }) {
  const { words } = reader
  if (rows.length === 0) return null
  const why: Column<Purchase> = {
    label: words('purchasing.publication.why'),
    cell: ({ kept }) => (kept ? words(`purchasing.kept.${kept}`) : ''),
  }
  const columns = [...purchaseColumns(reader), ...(rows.some(({ kept }) => kept) ? [why] : [])]
  return (
    <Disclosure summary={words('purchasing.publication.largest', { count: rows.length })}>
      <Table caption={caption} captionHidden columns={columns} rows={rows} empty="" />
    </Disclosure>
  )
}

function purchaseColumns(reader: Reader): Column<Purchase>[] {
  const { words, language } = reader
  return [
    {
      label: words('purchasing.procurement.supplier'),
      cell: ({ supplier }) =>
        supplier === null ? words('purchasing.publication.noName') : <Written>{supplier}</Written>,
    },
    { label: words('purchasing.lines.account'), cell: ({ account }) => <Written>{account}</Written> },
    {
      label: words('purchasing.imports.sum'),
      kind: 'number',
      cell: ({ amount, currency }) => moneyExactly({ amount, currency: currency as Currency }, language),
    },
    { label: words('purchasing.imports.line'), kind: 'number', cell: ({ line }) => counted(reader, line) },
  ]
}
