/** One import: what the file told, what could not be read, where it stands, and for the operator the act of publishing. */
import { day, instantInWords, monthInWords, type Instant } from '../../kit/day.js'
import type { Message } from '../../kit/words/index.js'
import { moneyExactly, type Currency } from '../../kit/money.js'
import {
  Facts,
  Figures,
  hrefIn,
  Notice,
  Page,
  Section,
  Table,
  Tag,
  Why,
  Written,
  type Reader,
} from '../../web/index.js'
import type { Publication } from '../acts.js'
import type { PublicSum } from '../few.js'
import type { Sum } from '../import/report.js'
import type { ProblemCounts, ProblemGroup } from '../store/problems.js'
import type { Covered, Replaced } from '../store/imports.js'
import { VatOf } from './invoices/vat.js'
import { formatName, ofWhich, type ImportRow } from './imports.js'
import { Next, type NextSteps } from './next-steps.js'
import { BuyerLink, counted, numberWritten, periodInWords, sumOf } from './parts.js'
import { Problems } from './problems.js'
import { PublicSums } from './public-sums.js'
import { Preview } from './publication.js'
import { Undoing, Undone } from './undoing.js'

export interface ImportProps {
  readonly reader: Reader
  readonly row: ImportRow
  readonly sums: readonly Sum[]
  /** Instead of them, for everyone but the operator. */
  readonly publicSums: readonly PublicSum[] | undefined
  /** The names by number of the buyers the sums are of. */
  readonly buyers: ReadonlyMap<string, string>
  /** Of the file as a whole: how it was read. */
  readonly notes: readonly Message[]
  readonly covered: readonly Covered[]
  readonly replaced: readonly Replaced[]
  /** How many sums differ from what stands in the database; undefined where nothing stands. */
  readonly differing: number | undefined
  /** For the operator only. */
  readonly problems?: { readonly groups: readonly ProblemGroup[]; readonly counts: ProblemCounts }
  readonly entries: readonly { readonly number: number; readonly act: string }[]
  /** What publishing would do; where it is not published and the operator looks. */
  readonly publication?: Publication | undefined
  /** For the operator, of a file that stands. */
  readonly next?: NextSteps | undefined
  /** Whether it was published just now. */
  readonly done: boolean
}

export function ImportPage(props: ImportProps) {
  const { reader, row, problems, publication, publicSums, done } = props
  const { words, language } = reader
  return (
    <Page
      reader={reader}
      title={row.file}
      lead={words('purchasing.imported.lead', {
        format: formatName(reader, row.format),
        at: instantInWords(row.started_at, language),
      })}
      trail={[{ href: hrefIn(reader, '/imports'), label: words('purchasing.imports.title') }]}
      wide
    >
      {done ? <Published reader={reader} row={row} /> : null}
      <Undone reader={reader} row={row} />
      <Read reader={reader} row={row} />
      {props.next ? <Next reader={reader} {...props.next} /> : null}
      <AboutFile {...props} />
      {publication ? <Preview reader={reader} id={row.id} publication={publication} /> : null}
      {reader.reach === 'internal' && row.format === 'peppol-invoice' ? (
        <p>
          <a class="ds-link" href={hrefIn(reader, `/imports/${row.id}/articles`)}>
            {words('purchasing.invoices.link')}
          </a>
        </p>
      ) : null}
      {problems ? <Problems reader={reader} id={row.id} {...problems} /> : null}
      {publicSums ? <PublicSums {...props} sums={publicSums} /> : <Sums {...props} />}
      <Provenance {...props} />
      {reader.reach === 'internal' && !row.undone_at ? <Undoing reader={reader} row={row} /> : null}
    </Page>
  )
}

function Published({ reader, row }: { reader: Reader; row: ImportRow }) {
  const { words, language } = reader
  return (
    <Notice
      kind="done"
      title={words('purchasing.publication.done', { file: row.file })}
      next={
        <a class="ds-link" href={hrefIn({ language, reach: 'published' }, `/imports/${row.id}`)}>
          {words('purchasing.publication.see')}
        </a>
      }
    />
  )
}

function Read({ reader, row }: { reader: Reader; row: ImportRow }) {
  const { words } = reader
  return (
    <Figures
      figures={[
        {
          label: words('purchasing.imports.read'),
          value: counted(reader, row.read),
          detail: [ofWhich(reader, row), words('purchasing.imports.withdrawn', { withdrawn: row.withdrawn })]
            .filter(Boolean)
            .join('. '),
        },
        {
          label: words('purchasing.imports.refused'),
          value: counted(reader, row.refused),
          detail:
            row.refused === 0
              ? words('purchasing.imports.noProblems')
              : words('purchasing.imported.refusedLead', { reach: reader.reach }),
        },
      ]}
    />
  )
}

const MOST_BUYERS = 20

/** How the file was read, what it covers and which earlier files it tells anew. */
function AboutFile({ reader, row, notes, covered, replaced }: ImportProps) {
  const { words } = reader
  const hasAmounts = covered.length > 0
  const covers = covered.slice(0, MOST_BUYERS).map(({ name, first, last, lines }) => (
    <p>
      <Written>{name}</Written>:{' '}
      {words('purchasing.imported.coversOne', { period: periodInWords(reader, first, last), lines })}
    </p>
  ))
  const anew = replaced.map(({ id, file, first, last, months }) => (
    <p>
      {words('purchasing.imported.replacesOne', { months })} <FileLink reader={reader} id={id} file={file} /> (
      {periodInWords(reader, first, last)})
    </p>
  ))
  const facts = [
    ...(hasAmounts ? [{ label: words('purchasing.imported.covers'), value: <>{covers}</> }] : []),
    ...(replaced.length ? [{ label: words('purchasing.imported.replaces'), value: <>{anew}</> }] : []),
    ...(hasAmounts ? [{ label: words('purchasing.imported.vat'), value: <VatOf reader={reader} row={row} /> }] : []),
  ]
  if (facts.length + notes.length === 0) return null
  return (
    <Section title={words('purchasing.imported.about')}>
      {notes.map((note) => (
        <p>{words.of(note)}</p>
      ))}
      {facts.length ? <Facts facts={facts} /> : null}
    </Section>
  )
}

const FileLink = ({ reader, id, file }: { reader: Reader; id: string; file: string }) => (
  <a class="ds-link" href={hrefIn(reader, `/imports/${id}`)}>
    {file}
  </a>
)

/** By buyer; open one to see it month by month. Currencies are never added. */
function Sums({ reader, sums, buyers, differing }: ImportProps) {
  const { words } = reader
  if (sums.length === 0) return null
  const groups = byBuyer(sums)
  return (
    <Section title={words('purchasing.imports.sums')} lead={words('purchasing.imported.sumsLead')}>
      {differing === undefined ? null : <p>{sameOrNot(reader, differing)}</p>}
      <Table
        caption={words('purchasing.imports.sums')}
        captionHidden
        columns={[
          {
            label: words('purchasing.procurement.buyer'),
            cell: ([{ buyer }]: Group) => <Buyer reader={reader} number={buyer} name={buyers.get(buyer)} />,
          },
          {
            label: words('purchasing.imports.sum'),
            kind: 'number',
            cell: (group: Group) => written(reader, { ...group[0], amount: sumOf(group) }),
          },
          {
            label: words('purchasing.imported.byMonth'),
            cell: (group: Group) => (
              <Why
                reader={reader}
                summary={words('purchasing.imported.months', { count: group.length })}
                about={numberWritten(group[0].buyer)}
                rows={group.map((sum) => ({
                  label: monthInWords(day(`${sum.month}-01`), reader.language),
                  value: written(reader, sum),
                }))}
              />
            ),
          },
        ]}
        rows={groups}
        empty=""
      />
    </Section>
  )
}

const sameOrNot = ({ words }: Reader, count: number): string =>
  count === 0 ? words('purchasing.imported.equal') : words('purchasing.imported.differ', { count })

type Group = [Sum, ...Sum[]]
const written = ({ language }: Reader, { amount, currency }: Sum): string =>
  moneyExactly({ amount, currency: currency as Currency }, language)

function byBuyer(sums: readonly Sum[]): Group[] {
  const groups = new Map<string, Group>()
  for (const sum of [...sums].sort((a, b) => a.month.localeCompare(b.month))) {
    const group = groups.get(`${sum.buyer} ${sum.currency}`)
    if (group) group.push(sum)
    else groups.set(`${sum.buyer} ${sum.currency}`, [sum])
  }
  return [...groups.values()].sort((a, b) => sumOf(b) - sumOf(a))
}

function Buyer({ reader, number, name }: { reader: Reader; number: string; name: string | undefined }) {
  if (name === undefined) return <>{numberWritten(number)}</>
  return <BuyerLink reader={reader} number={number} name={name} />
}

const ENOUGH_OF_A_DIGEST = 16

/** Which bytes it was, who read them and when, and where the record says so. */
function Provenance({ reader, row, entries }: ImportProps) {
  const { words, language } = reader
  const by = (actor: string) =>
    words('purchasing.imported.by', { actor: actor === 'operator' ? 'operator' : 'installation' })
  const entry = (act: string) => {
    const found = entries.find((one) => one.act === act)
    if (!found) return null
    return (
      <a class="ds-link" href={hrefIn(reader, `/record/${found.number}`)}>
        {words('purchasing.imported.entry', { number: found.number })}
      </a>
    )
  }
  const at = (instant: Instant | string, actor: string, act: string) => (
    <>
      {instantInWords(instant as Instant, language)}, {by(actor)}. {entry(act)}
    </>
  )
  return (
    <Section title={words('purchasing.imported.provenance')}>
      <Facts
        facts={[
          { label: words('purchasing.imported.readAt'), value: at(row.started_at, row.actor, 'import') },
          {
            label: words('purchasing.imported.publishedAt'),
            value: row.published_at ? (
              at(row.published_at, row.published_by ?? '', 'publish')
            ) : (
              <Tag kind="internal" reader={reader} />
            ),
          },
          {
            label: words('purchasing.imported.digest'),
            value: (
              <>
                <code>{row.digest.slice(0, ENOUGH_OF_A_DIGEST)}</code> {words('purchasing.imported.digestShort')}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
