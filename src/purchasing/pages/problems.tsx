/** What could not be read, or was read with a remark: the place, the sentence, and the row as the file has it. */
import type { Message } from '../../kit/words/index.js'
import { Disclosure, hrefIn, LinkList, Section, Table, type Column, type Reader } from '../../web/index.js'
import type { problemsOf } from '../store/imports.js'
import type { ProblemCounts } from '../store/problems.js'
import { counted } from './parts.js'

export type ProblemRow = Awaited<ReturnType<typeof problemsOf>>[number]

interface ProblemsProps {
  readonly reader: Reader
  readonly id: string
  readonly rows: readonly ProblemRow[]
  readonly counts: ProblemCounts
}

export function Problems({ reader, id, rows, counts }: ProblemsProps) {
  const { words } = reader
  const all = counts.refused + counts.notes
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
        ]}
      />
      <Disclosure summary={words('purchasing.problems.show', { count: rows.length, all })} open={counts.refused > 0}>
        <Table
          caption={words('purchasing.imports.problems')}
          captionHidden
          columns={columns(reader)}
          rows={rows}
          empty=""
        />
      </Disclosure>
    </Section>
  )
}

function columns(reader: Reader): Column<ProblemRow>[] {
  const { words } = reader
  return [
    { label: words('purchasing.imports.line'), kind: 'number', cell: (one) => counted(reader, one.line) },
    { label: words('purchasing.problems.column'), cell: (one) => one.place ?? '' },
    { label: words('purchasing.problems.severity'), cell: (one) => words(`purchasing.problems.${one.severity}`) },
    { label: words('purchasing.imports.sentence'), cell: (one) => words.of(JSON.parse(one.message) as Message) },
    { label: words('purchasing.problems.original'), cell: (one) => <code class="original">{one.original}</code> },
  ]
}

/** As a spreadsheet reads it: every field quoted, and none that it would take for a formula. */
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

const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string | number): string =>
  `"${String(cell)
    .replace(/^[=+\-@\t\r]/, "'$&")
    .replaceAll('"', '""')}"`
