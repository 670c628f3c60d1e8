/** Before an import becomes public: what everyone will see, what stays internal and why, and the one act. */
import type { Message } from '../../kit/words/index.js'
import { moneyExactly, type Currency } from '../../kit/money.js'
import { Confirm, Disclosure, hrefIn, Section, Table, type Column, type Reader } from '../../web/index.js'
import type { Publication } from '../publication.js'
import { counted, exactly, money, Said } from './parts.js'

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
          words('purchasing.publication.kept', { count: kept }),
          words('purchasing.publication.forGood'),
        ]}
        button={words('purchasing.publication.publish')}
        back={{ href: hrefIn(reader, '/imports'), label: words('purchasing.publication.back') }}
      />
    </>
  )
}

function BecomesPublic({ reader, publication }: Omit<PreviewProps, 'id'>) {
  const { words } = reader
  const { procurements, purchases, suppliers } = publication.public
  const { samples } = publication
  const rows = [
    { what: words('purchasing.procurements.title'), count: procurements, sum: '' },
    {
      what: words('purchasing.publication.purchases'),
      count: purchases.count,
      sum: purchases.count ? exactly(reader, purchases.sum) : '',
    },
    { what: words('purchasing.publication.names'), count: suppliers, sum: '' },
  ].filter(({ count }) => count > 0)
  return (
    <Section title={words('purchasing.publication.public')} lead={words('purchasing.publication.publicLead')}>
      <Table
        caption={words('purchasing.publication.public')}
        captionHidden
        columns={[
          { label: words('purchasing.publication.what'), cell: ({ what }: (typeof rows)[number]) => what },
          {
            label: words('purchasing.publication.count'),
            kind: 'number',
            cell: ({ count }: (typeof rows)[number]) => counted(reader, count),
          },
          { label: words('purchasing.imports.sum'), kind: 'number', cell: ({ sum }: (typeof rows)[number]) => sum },
        ]}
        rows={rows}
        empty={words('purchasing.publication.nothing')}
      />
      {samples.purchases.length > 0 && (
        <Disclosure summary={words('purchasing.publication.largest', { count: samples.purchases.length })}>
          <Table
            caption={words('purchasing.publication.purchases')}
            captionHidden
            columns={purchaseColumns(reader)}
            rows={samples.purchases}
            empty=""
          />
        </Disclosure>
      )}
      {samples.procurements.length > 0 && (
        <Disclosure summary={words('purchasing.publication.first', { count: samples.procurements.length })}>
          <ul>
            {samples.procurements.map(({ title, line }) => (
              <li>
                <Said reader={reader}>{title}</Said>, {words('purchasing.publication.line', { line })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

function StaysInternal({ reader, publication }: Omit<PreviewProps, 'id'>) {
  const { words } = reader
  const { internal, samples } = publication
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
          {
            label: words('purchasing.imports.sum'),
            kind: 'number',
            cell: ({ why, sum }: Kept) => (why === 'withheld-name' ? '' : money(reader, sum)),
          },
        ]}
        rows={internal}
        empty={words('purchasing.publication.nothingKept')}
      />
      {samples.keptPurchases.length > 0 && (
        <Disclosure summary={words('purchasing.publication.largest', { count: samples.keptPurchases.length })}>
          <Table
            caption={words('purchasing.publication.internal')}
            captionHidden
            columns={[
              ...purchaseColumns(reader),
              {
                label: words('purchasing.publication.why'),
                cell: ({ kept }: Purchase) => (kept ? words(`purchasing.kept.${kept}`) : ''),
              },
            ]}
            rows={samples.keptPurchases}
            empty=""
          />
        </Disclosure>
      )}
      {samples.keptSuppliers.length > 0 && (
        <Disclosure summary={words('purchasing.publication.names10', { count: samples.keptSuppliers.length })}>
          <ul>
            {samples.keptSuppliers.map(({ name, because }) => (
              <li>
                <Said reader={reader}>{name}</Said>. {words.of(JSON.parse(because) as Message)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

function purchaseColumns(reader: Reader): Column<Purchase>[] {
  const { words, language } = reader
  return [
    { label: words('purchasing.imports.line'), kind: 'number', cell: ({ line }) => counted(reader, line) },
    {
      label: words('purchasing.procurement.supplier'),
      cell: ({ supplier }) => supplier ?? words('purchasing.publication.noName'),
    },
    { label: words('purchasing.account'), cell: ({ account }) => <Said reader={reader}>{account}</Said> },
    {
      label: words('purchasing.imports.sum'),
      kind: 'number',
      cell: ({ amount, currency }) => moneyExactly({ amount, currency: currency as Currency }, language),
    },
  ]
}
