/** A long table whose largest rows stand openly and the others a step away; on paper all of them do. */
import type { Child } from 'hono/jsx'
import { Disclosure, Table, type Column, type Reader } from '../../web/index.js'

const MOST_OPEN = 8
/** Fewer than this are not worth a step. */
const LEAST_HIDDEN = 3

interface LargestProps<Row> {
  readonly reader: Reader
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  /** The largest first. */
  readonly rows: readonly Row[]
  /** The sum of all the rows, in its column. */
  readonly sum?: readonly Child[]
}

export function Largest<Row>({ reader, rows, sum, ...table }: LargestProps<Row>) {
  const { words } = reader
  const count = rows.length
  if (count < MOST_OPEN + LEAST_HIDDEN) {
    const foot = sum && [words('purchasing.imports.sum'), ...sum]
    return <Table {...table} rows={rows} foot={foot} empty="" />
  }
  const foot = sum && [words('purchasing.largest.sum', { count }), ...sum]
  const others = words('purchasing.largest.others', { caption: table.caption, count: count - MOST_OPEN })
  return (
    <div class="largest">
      <Table {...table} rows={rows.slice(0, MOST_OPEN)} foot={foot} empty="" />
      <Disclosure summary={words('purchasing.largest.all', { count })}>
        <Table columns={table.columns} caption={others} captionHidden rows={rows.slice(MOST_OPEN)} empty="" />
      </Disclosure>
    </div>
  )
}
