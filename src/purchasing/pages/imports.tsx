/** The imports, and for the operator the form that reads in more. */
import { instantInWords } from '../../kit/day.js'
import { isWordKey, type Message } from '../../kit/words/index.js'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  hrefIn,
  LinkList,
  Notice,
  Page,
  Section,
  Table,
  Tag,
  type Reader,
} from '../../web/index.js'
import type { imports } from '../store/imports.js'
import type { WaitingRow } from '../store/waiting.js'
import type { UnderWay } from '../under-way.js'
import { counted } from './parts.js'

export type ImportRow = Awaited<ReturnType<typeof imports>>[number]

export interface ImportsProps {
  readonly reader: Reader
  readonly rows: readonly ImportRow[]
  readonly errors?: readonly NotRead[]
  /** How many of the files just sent were read in nevertheless. */
  readonly read?: number
  /** For the operator only, as are the rest. */
  readonly waiting: readonly WaitingRow[]
  readonly underWay: readonly UnderWay<unknown>[]
  /** Whether the sample city is still here: then it is left first. */
  readonly hasSample: boolean
  /** Whether it was left just now. */
  readonly sampleLeft: boolean
}
/** Why a file just sent could not be read; without a file, why nothing was. */
export interface NotRead {
  readonly file?: string
  readonly because: Message
}

export function ImportsPage(props: ImportsProps) {
  const { reader, rows, sampleLeft } = props
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('purchasing.imports.title')}
      lead={words('purchasing.imports.lead', { reach: reader.reach })}
      wide
    >
      {sampleLeft ? <Notice kind="done" title={words('purchasing.sample.removed')} /> : null}
      {reader.reach === 'internal' ? <Upload {...props} /> : null}
      <Unfinished {...props} />
      <Section title={words('purchasing.imports.list', { reach: reader.reach })}>
        {rows.length === 0 ? (
          <Empty>{words('purchasing.imports.none', { reach: reader.reach })}</Empty>
        ) : (
          <List reader={reader} rows={rows} />
        )}
      </Section>
    </Page>
  )
}

/** What is being read in, and what waits for an answer. */
function Unfinished({ reader, waiting, underWay }: ImportsProps) {
  const { words, language } = reader
  const links = [
    ...underWay.map(({ id, files, beganAt }) => ({
      href: hrefIn(reader, `/imports/under-way/${id}`),
      label: files.join(', '),
      detail: words('purchasing.underWay.started', { at: instantInWords(beganAt, language) }),
    })),
    ...waiting.map(({ id, file, sent_at }) => ({
      href: hrefIn(reader, `/imports/waiting/${id}`),
      label: file,
      detail: instantInWords(sent_at, language),
    })),
  ]
  if (links.length === 0) return null
  return (
    <Section title={words('purchasing.waiting.list')} lead={words('purchasing.waiting.listLead')}>
      <LinkList links={links} />
    </Section>
  )
}

function Upload({ reader, errors = [], read = 0, hasSample }: ImportsProps) {
  const { words } = reader
  const known = errors.filter(({ because }) => because.key === 'purchasing.imports.already').length
  const isSent = errors.some(({ file }) => file !== undefined)
  const sentences = errors.map(({ file, because }) => {
    const sentence = words.of(because)
    return file === undefined || sentence.includes(file)
      ? sentence
      : words('purchasing.upload.ofFile', { file, because: sentence })
  })
  return (
    <>
      <ErrorSummary
        reader={reader}
        title={
          isSent ? words('purchasing.upload.refused', { count: errors.length }) : words('purchasing.upload.nothing')
        }
        errors={sentences.map((message) => ({ field: 'file', message }))}
        lead={
          isSent
            ? words('purchasing.upload.again', { known, wrong: errors.length - known, read })
            : words('purchasing.upload.unchanged')
        }
      />
      {hasSample ? <LeaveSample reader={reader} /> : <UploadForm reader={reader} sentences={sentences} />}
    </>
  )
}

export function UploadForm({ reader, sentences = [] }: { reader: Reader; sentences?: readonly string[] }) {
  const { words } = reader
  return (
    <Form action={hrefIn(reader, '/imports')} upload label={words('purchasing.upload.title')}>
      <Field
        reader={reader}
        name="file"
        kind="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.xml,.zip,.gz,text/csv"
        label={words('purchasing.upload.file')}
        hint={words('purchasing.upload.hint')}
        error={sentences.length ? sentences.join(' ') : undefined}
      />
      <Button>{words('purchasing.upload.read')}</Button>
      <p
        role="status"
        data-sending={words('purchasing.upload.sending', { done: '#done', total: '#total' })}
        data-sent={words('purchasing.upload.sent')}
        data-broken={words('purchasing.upload.broken')}
      />
    </Form>
  )
}

/** The one step from the sample to one's own data. */
export function LeaveSample({ reader }: { reader: Reader }) {
  const { words } = reader
  return (
    <Notice
      title={words('purchasing.sample.title')}
      next={
        <Form action={hrefIn(reader, '/imports/sample/removal')}>
          <Button>{words('purchasing.sample.remove')}</Button>
        </Form>
      }
    >
      <p>{words('purchasing.sample.lead')}</p>
    </Notice>
  )
}

export const formatName = (reader: Reader, format: string): string => {
  const key = `purchasing.format.${format}`
  return isWordKey(key) ? reader.words.of({ key, args: {} }) : format
}

/** Every row is told of once: these add up to the rows read. */
export const ofWhich = ({ words }: Reader, { kept, changed, unchanged, silent, refused }: ImportRow): string =>
  words('purchasing.imports.parts', { kept, changed, unchanged, silent, refused })

function List({ reader, rows }: { reader: Reader; rows: readonly ImportRow[] }) {
  const { words, language } = reader
  const state = {
    label: words('purchasing.imports.state'),
    cell: (row: ImportRow) =>
      row.undone_at ? (
        <Tag>{words('purchasing.imports.undone')}</Tag>
      ) : (
        <Tag kind={row.published_at ? 'published' : 'internal'} reader={reader} />
      ),
  }
  return (
    <Table
      caption={words('purchasing.imports.title')}
      captionHidden
      columns={[
        {
          label: words('purchasing.imports.file'),
          cell: (row: ImportRow) => (
            <>
              <a class="ds-link" href={hrefIn(reader, `/imports/${row.id}`)}>
                {row.file}
              </a>
              <span class="cell-detail">{formatName(reader, row.format)}</span>
            </>
          ),
        },
        {
          label: words('purchasing.imports.at'),
          kind: 'day',
          cell: (row: ImportRow) => instantInWords(row.started_at, language),
        },
        {
          label: words('purchasing.imports.read'),
          kind: 'number',
          cell: ({ read }: ImportRow) => counted(reader, read),
        },
        { label: words('purchasing.imports.ofWhich'), cell: (row: ImportRow) => ofWhich(reader, row) },
        ...(reader.reach === 'internal' ? [state] : []),
      ]}
      rows={rows}
      empty=""
    />
  )
}
