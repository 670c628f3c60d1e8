/** The record: what it proves, its entries, and how a stranger checks it. */
import { instantInWords, type Instant } from '../../kit/day.js'
import { Figures, hrefIn, Page, Pagination, Section, Table, Why, type Reader } from '../../web/index.js'
import { nameIn } from '../note.js'
import type { EntryRow, WitnessedRow, WitnessRow } from '../store.js'
import { actIn, actorIn } from './naming.js'
import { Witnesses } from './witnesses.js'

export interface SignedRow {
  readonly size: number
  readonly root: Uint8Array
  readonly note: string
  readonly vkey: string
  readonly at: Instant
}
interface RecordProps {
  readonly reader: Reader
  /** Newest first. */
  readonly rows: readonly EntryRow[]
  readonly size: number
  readonly page: number
  readonly pages: number
  readonly signed: SignedRow | undefined
  /** Who is asked to cosign, and whose records are cosigned here. */
  readonly witnesses: readonly WitnessRow[]
  readonly watched: readonly WitnessedRow[]
}

export function RecordPage({ reader, rows, size, page, pages, signed, witnesses, watched }: RecordProps) {
  const { words, language } = reader
  return (
    <Page reader={reader} title={words('record.title')} lead={words('record.lead')} wide>
      <Figures
        figures={[
          {
            label: words('record.entries'),
            value: words('record.number', { value: size }),
            detail: signed
              ? words('record.signedTo', { count: signed.size, whole: signed.size === size ? 'yes' : 'no' })
              : words('record.unsigned'),
            why: signed ? <HowSigned reader={reader} signed={signed} /> : undefined,
          },
        ]}
      />
      <Section title={words('record.what.title')}>
        <p>{words('record.what.proves')}</p>
        <p>{words('record.what.notRight')}</p>
        <p>{words('record.what.persons')}</p>
      </Section>
      <Section title={words('record.list')}>
        <Table
          caption={words('record.list')}
          captionHidden
          rows={rows}
          empty={words('record.empty')}
          columns={[
            {
              label: words('record.column.entry'),
              cell: (row) => (
                <a class="ds-link" href={hrefIn(reader, `/record/${row.number}`)}>
                  {row.number}
                </a>
              ),
            },
            { label: words('record.column.what'), cell: (row) => actIn(row.act, words) },
            { label: words('record.column.who'), cell: (row) => actorIn(row.actor, words) },
            { label: words('record.column.when'), kind: 'day', cell: (row) => instantInWords(row.at, language) },
          ]}
        />
        <Pagination {...{ reader, page, pages }} href={(to) => hrefIn(reader, `/record?page=${to}`)} />
      </Section>
      {signed ? <Witnesses {...{ reader, witnesses, watched }} signed={signed.size} /> : null}
      {signed ? <Check reader={reader} signed={signed} /> : null}
    </Page>
  )
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function HowSigned({ reader, signed }: { reader: Reader; signed: SignedRow }) {
  const { words, language } = reader
  return (
    <Why
      reader={reader}
      about={words('record.checkpoint.about')}
      rows={[
        { label: words('record.checkpoint.name'), value: nameIn(signed.vkey) },
        { label: words('record.checkpoint.size'), value: words('record.number', { value: signed.size }) },
        { label: words('record.checkpoint.root'), value: <code>{hexOf(signed.root)}</code> },
        { label: words('record.checkpoint.at'), value: instantInWords(signed.at, language) },
      ]}
      note={<a href="/record/checkpoint">{words('record.checkpoint.file')}</a>}
    />
  )
}

/** For a stranger with a program of their own. */
function Check({ reader: { words }, signed }: { reader: Reader; signed: SignedRow }) {
  return (
    <Section title={words('record.self.title')} lead={words('record.self.lead')}>
      <pre tabindex={0}>
        <code>{`bin/fairlane verify ${words('record.self.address')}\n  --key '${signed.vkey}'`}</code>
      </pre>
      <p>{words('record.self.key')}</p>
      <ul>
        <li>
          <a href="/record/checkpoint">{words('record.checkpoint.file')}</a>
        </li>
        <li>
          <a href="/record/key">{words('record.self.keyFile')}</a>
        </li>
      </ul>
    </Section>
  )
}
