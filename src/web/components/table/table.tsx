import type { Child } from 'hono/jsx'

export interface Column<Row> {
  readonly label: string
  /** 'long': sentences, which take the whole width where each row is a small list. */
  readonly kind?: 'text' | 'number' | 'day' | 'long' | undefined
  readonly cell: (row: Row) => Child
}
interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The sentence instead of a table without rows. */
  readonly empty: Child
  readonly captionHidden?: boolean | undefined
  /** Whether the first column names the row. */
  readonly rowHeader?: boolean | undefined
  /** One cell a column, such as a sum. */
  readonly foot?: readonly Child[] | undefined
  readonly dense?: boolean | undefined
}

/**
 * Scrolls sideways within itself and can be reached by keyboard; on a phone each row becomes a small list.
 * The roles are written out because a changed `display` takes a table's own away.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, empty, captionHidden, foot, dense } = props
  if (!rows.length) return <p class="empty">{empty}</p>
  return (
    <div class={dense ? 'table-box table-dense' : 'table-box'} role="region" aria-label={caption} tabindex={0}>
      <table class="table" role="table">
        <caption class={captionHidden ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col" class={kindOf(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <TableRow {...props} row={row} />
          ))}
        </tbody>
        {foot ? <Foot columns={columns} foot={foot} /> : null}
      </table>
    </div>
  )
}

const kindOf = (column: { kind?: string | undefined }) => `cell-${column.kind ?? 'text'}`

function TableRow<Row>({ columns, row, rowHeader = true }: TableProps<Row> & { row: Row }) {
  return (
    <tr role="row">
      {columns.map((column, at) =>
        at === 0 && rowHeader ? (
          <th role="rowheader" scope="row" class={kindOf(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <Cell column={column}>{column.cell(row)}</Cell>
        ),
      )}
    </tr>
  )
}

function Cell({ column, children }: { column: Pick<Column<never>, 'label' | 'kind'>; children?: Child }) {
  return (
    <td role="cell" class={kindOf(column)} data-label={column.label}>
      <span>{children}</span>
    </td>
  )
}

function Foot<Row>({ columns, foot }: { columns: readonly Column<Row>[]; foot: readonly Child[] }) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {columns.map((column, at) =>
          at === 0 ? (
            <th role="rowheader" scope="row" class={kindOf(column)}>
              {foot[at]}
            </th>
          ) : (
            <Cell column={column}>{foot[at]}</Cell>
          ),
        )}
      </tr>
    </tfoot>
  )
}
