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
  Page,
  Section,
  Table,
  Tag,
  type Reader,
} from '../../web/index.js'
import type { imports } from '../store/imports.js'
import { counted } from './parts.js'

export type ImportRow = Awaited<ReturnType<typeof imports>>[number]

export interface ImportsProps {
  readonly reader: Reader
  readonly rows: readonly ImportRow[]
  readonly errors?: readonly NotRead[]
  /** How many of the files just sent were read in nevertheless. */
  readonly read?: number
}
/** Why a file just sent could not be read; without a file, why nothing was. */
export interface NotRead {
  readonly file?: string
  readonly because: Message
}

export function ImportsPage({ reader, rows, errors = [], read = 0 }: ImportsProps) {
  const { words } = reader
  return (
    <Page
      reader={reader}
      title={words('purchasing.imports.title')}
      lead={words('purchasing.imports.lead', { reach: reader.reach })}
      wide
    >
      {reader.reach === 'internal' ? <Upload reader={reader} errors={errors} read={read} /> : null}
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

function Upload({ reader, errors, read }: { reader: Reader; errors: readonly NotRead[]; read: number }) {
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
      <Form action={hrefIn(reader, '/imports')} upload label={words('purchasing.upload.title')}>
        <Field
          reader={reader}
          name="file"
          kind="file"
          multiple
          accept=".csv,.tsv,.txt,text/csv"
          label={words('purchasing.upload.file')}
          hint={words('purchasing.upload.hint')}
          error={sentences.length ? sentences.join(' ') : undefined}
        />
        <Button>{words('purchasing.upload.read')}</Button>
      </Form>
    </>
  )
}

export const formatName = (reader: Reader, format: string): string => {
  const key = `purchasing.format.${format}`
  return isWordKey(key) ? reader.words.of({ key, args: {} } as Message) : format
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
