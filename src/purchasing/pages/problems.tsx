/** What could not be read, or was read with a remark: the place, the sentence, and the row as the file has it. */
import type { Message } from '../../kit/words/index.js'
import {
  Disclosure,
  hrefIn,
  LinkList,
  Section,
  Table,
  Written,
  WRITTEN,
  type Column,
  type Reader,
} from '../../web/index.js'
import type { ProblemCounts, ProblemGroup, ProblemRow } from '../store/problems.js'
import { csvLine } from './csv.js'
import { counted } from './parts.js'

interface ProblemsProps {
  readonly reader: Reader
  readonly id: string
  readonly groups: readonly ProblemGroup[]
  readonly counts: ProblemCounts
}

export function Problems({ reader, id, groups, counts }: ProblemsProps) {
  const { words } = reader
  const all = counts.refused + counts.silent + counts.notes
  if (all === 0) return null
  return (
    <Section title={words('purchasing.imports.problems')} lead={words('purchasing.problems.lead', { ...counts })}>
      <LinkList
        links={[
          {
            href: hrefIn(reader, `/imports/${id}/problems.csv`),
            label: words('purchasing.problems.fetch'),
            detail: words('purchasing.problems.all', { count: all }),
            download: true,
          },
          { href: hrefIn(reader, `/imports/${id}.json`), label: words('purchasing.imported.json') },
        ]}
      />
      <Disclosure
        summary={words('purchasing.problems.show', { count: groups.reduce((sum, { count }) => sum + count, 0), all })}
        open={counts.refused > 0}
      >
        <Table
          caption={words('purchasing.imports.problems')}
          captionHidden
          rowHeader={false}
          columns={columns(reader)}
          rows={groups}
          empty=""
        />
      </Disclosure>
    </Section>
  )
}

function columns(reader: Reader): Column<ProblemGroup>[] {
  const { words } = reader
  return [
    {
      label: words('purchasing.imports.line'),
      kind: 'number',
      cell: ({ lines: [line = 0] }) => (line ? counted(reader, line) : words('purchasing.problems.wholeFile')),
    },
    { label: words('purchasing.problems.column'), cell: (one) => one.place && <Written>{one.place}</Written> },
    { label: words('purchasing.problems.severity'), cell: (one) => words(`purchasing.problems.${one.severity}`) },
    {
      label: words('purchasing.imports.sentence'),
      kind: 'long',
      cell: (one) => <Sentence reader={reader} group={one} />,
    },
    {
      label: words('purchasing.problems.original'),
      kind: 'long',
      cell: ({ original }) => <Original text={original} />,
    },
  ]
}

/** A line may end between two fields. */
const Original = ({ text }: { text: string }) => (
  <code class="original" lang={WRITTEN}>
    {text.split(/(?<=[,;\t])/).map((field) => (
      <>
        {field}
        <wbr />
      </>
    ))}
  </code>
)

/** What several rows share is said once, with how many they are and where they begin. */
function Sentence({ reader, group }: { reader: Reader; group: ProblemGroup }) {
  const { words } = reader
  const { message, count, sentences, lines } = group
  return (
    <>
      {words.of(JSON.parse(message) as Message)}
      {count > 1 && (
        <span class="cell-detail">
          {words('purchasing.problems.times', {
            count,
            sentences,
            lines: lines.map((line) => counted(reader, line)).join(', '),
            more: count > lines.length ? 'yes' : 'no',
          })}
        </span>
      )}
    </>
  )
}

export function problemsCsv(reader: Reader, rows: readonly ProblemRow[]): string {
  const { words } = reader
  return rows
    .map((one) => [
      one.line,
      one.place ?? '',
      words(`purchasing.problems.${one.severity}`),
      words.of(JSON.parse(one.message) as Message),
      one.original,
    ])
    .map(csvLine)
    .join('')
}

export const problemsHead = ({ words }: Reader): string =>
  csvLine([
    words('purchasing.imports.line'),
    words('purchasing.problems.column'),
    words('purchasing.problems.severity'),
    words('purchasing.imports.sentence'),
    words('purchasing.problems.original'),
  ])
