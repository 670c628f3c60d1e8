/** The invoices of an import, for the operator: how they stand against the ledger, and the act of publishing articles. */
import { dayInWords, instantInWords, type Instant } from '../../../kit/day.js'
import {
  Confirm,
  Disclosure,
  hrefIn,
  Notice,
  Page,
  Section,
  Table,
  Written,
  type Column,
  type Reader,
} from '../../../web/index.js'
import type { ArticlePreview } from '../../acts/articles.js'
import type { Shows } from '../../articles.js'
import { FEWEST } from '../../few.js'
import { leftOut, isUncertain, pairingSums, type PairingSum } from '../../pairing.js'
import type { PairedInvoice } from '../../store/pairing.js'
import type { ImportRow } from '../imports.js'
import { counted, exactly, sumOf } from '../parts.js'
import { ArticleTable, fileLink } from './table.js'

export interface InvoicesPageProps {
  readonly reader: Reader
  readonly row: ImportRow
  /** The largest first. */
  readonly invoices: readonly PairedInvoice[]
  /** Undefined where the import was taken back. */
  readonly preview: ArticlePreview | undefined
  readonly published: { readonly shows: Shows; readonly at: Instant } | undefined
  /** What the preview shows. */
  readonly shows: Shows
  readonly isDone: boolean
}

export function InvoicesPage(props: InvoicesPageProps) {
  const { reader, row, preview, isDone } = props
  const { words, language } = reader
  return (
    <Page
      reader={reader}
      title={words('purchasing.invoices.title')}
      lead={words('purchasing.invoices.lead')}
      trail={[{ href: hrefIn(reader, '/imports'), label: words('purchasing.imports.title') }, fileLink(reader, row)]}
      wide
    >
      {isDone ? (
        <Notice
          kind="done"
          title={words('purchasing.invoices.done')}
          next={
            <a class="ds-link" href={hrefIn({ language, reach: 'published' }, `/imports/${row.id}/articles`)}>
              {words('purchasing.publication.see')}
            </a>
          }
        />
      ) : null}
      <Against {...props} />
      {preview ? <Publishing {...props} preview={preview} /> : null}
    </Page>
  )
}

const MOST_UNPAIRED = 20

/** How the invoices stand against the ledger. */
function Against({ reader, invoices }: InvoicesPageProps) {
  const { words } = reader
  const unpaired = invoices.filter(isUncertain).slice(0, MOST_UNPAIRED)
  return (
    <Section title={words('purchasing.invoices.against')} lead={words('purchasing.invoices.againstLead')}>
      <Table
        caption={words('purchasing.invoices.against')}
        captionHidden
        columns={[
          {
            label: words('purchasing.invoices.how'),
            cell: ({ how }: PairingSum) => words('purchasing.invoices.hows', { how }),
          },
          {
            label: words('purchasing.invoices.count'),
            kind: 'number',
            cell: ({ invoices }: PairingSum) => counted(reader, invoices),
          },
          {
            label: words('purchasing.invoices.sum'),
            kind: 'number',
            cell: ({ amount, currency }: PairingSum) => exactly(reader, amount, currency),
          },
        ]}
        rows={pairingSums(invoices)}
        empty=""
      />
      {leftOut(invoices).map((one) => (
        <Notice
          title={words('purchasing.invoices.countedThere', {
            count: one.invoices,
            money: exactly(reader, one.amount, one.currency),
          })}
        />
      ))}
      {unpaired.length ? (
        <Disclosure summary={words('purchasing.invoices.unpaired', { count: unpaired.length })}>
          <Table
            caption={words('purchasing.invoices.unpaired', { count: unpaired.length })}
            captionHidden
            columns={unpairedColumns(reader)}
            rows={unpaired}
            empty=""
          />
        </Disclosure>
      ) : null}
    </Section>
  )
}

const unpairedColumns = (reader: Reader): Column<PairedInvoice>[] => {
  const { words, language } = reader
  return [
    { label: words('purchasing.judged.line.invoice'), cell: ({ number }) => <Written>{number}</Written> },
    {
      label: words('purchasing.lines.supplier'),
      cell: ({ supplierName: name }) =>
        name === null ? words('purchasing.publication.noName') : <Written>{name}</Written>,
    },
    { label: words('purchasing.invoices.day'), kind: 'day', cell: ({ issuedOn }) => dayInWords(issuedOn, language) },
    {
      label: words('purchasing.invoices.sum'),
      kind: 'number',
      cell: ({ amount, currency }) => exactly(reader, amount, currency),
    },
    { label: words('purchasing.invoices.how'), cell: ({ how }) => words('purchasing.invoices.hows', { how }) },
  ]
}

type PublishingProps = InvoicesPageProps & { readonly preview: ArticlePreview }

/** Exactly what becomes public, what does not, and the one act. */
function Publishing({ reader, row, preview, published, shows }: PublishingProps) {
  const { words, language } = reader
  const { named, kept } = preview
  const other: Shows = shows === 'names' ? 'prices' : 'names'
  const lines = named.reduce((sum, one) => sum + one.lines, 0)
  return (
    <Section title={words('purchasing.invoices.articles')} lead={words('purchasing.invoices.articlesLead')}>
      <p>
        {published
          ? words('purchasing.invoices.isPublic', {
              shows: published.shows,
              at: instantInWords(published.at, language),
            })
          : words('purchasing.invoices.isInternal')}
      </p>
      {named.length === 0 ? <Notice title={words('purchasing.invoices.nothing')} /> : null}
      <Becomes reader={reader} preview={preview} shows={shows} />
      <Stays reader={reader} kept={kept} />
      {named.length ? (
        <>
          <Confirm
            action={hrefIn(reader, `/imports/${row.id}/articles`)}
            hidden={{ shows }}
            title={words('purchasing.invoices.publishTitle', { shows })}
            consequences={[
              words('purchasing.invoices.everyone', { shows, articles: named.length, lines }),
              words('purchasing.invoices.never'),
              words('purchasing.publication.forGood'),
            ]}
            button={words('purchasing.publication.publish')}
            back={{ href: hrefIn(reader, `/imports/${row.id}`), label: words('purchasing.publication.back') }}
          />
          <p>
            <a class="ds-link" href={hrefIn(reader, `/imports/${row.id}/articles?shows=${other}`)}>
              {words('purchasing.invoices.instead', { shows: other })}
            </a>
          </p>
        </>
      ) : null}
    </Section>
  )
}

const SHOWN_AT_ONCE = 12

/** All of it: the first at once, the rest on demand. */
function Becomes({ reader, preview: { named }, shows }: Pick<PublishingProps, 'reader' | 'preview' | 'shows'>) {
  if (named.length === 0) return null
  const caption = reader.words('purchasing.publication.public')
  const rest = named.slice(SHOWN_AT_ONCE)
  return (
    <>
      <h3>{caption}</h3>
      <ArticleTable {...{ reader, caption, shows }} rows={named.slice(0, SHOWN_AT_ONCE)} />
      {rest.length ? (
        <Disclosure summary={reader.words('purchasing.invoices.rest', { count: rest.length })}>
          <ArticleTable {...{ reader, caption, shows }} rows={rest} />
        </Disclosure>
      ) : null}
    </>
  )
}

type Kept = ArticlePreview['kept'][number]

function Stays({ reader, kept }: { reader: Reader; kept: ArticlePreview['kept'] }) {
  const { words } = reader
  if (sumOf(kept.map(({ lines }) => ({ amount: lines }))) === 0) return null
  return (
    <>
      <h3>{words('purchasing.publication.internal')}</h3>
      <Table
        caption={words('purchasing.publication.internal')}
        captionHidden
        columns={[
          { label: words('purchasing.publication.why'), cell: ({ why }: Kept) => whyKept(reader, why) },
          {
            label: words('purchasing.invoices.lines'),
            kind: 'number',
            cell: ({ lines }: Kept) => counted(reader, lines),
          },
        ]}
        rows={kept}
        empty=""
      />
    </>
  )
}

function whyKept({ words }: Reader, why: Kept['why']): string {
  if (why === 'few' || why === 'givenName' || why === 'noPosting')
    return words('purchasing.invoices.kept', { why, fewest: FEWEST })
  return words(`purchasing.kept.${why}`)
}
