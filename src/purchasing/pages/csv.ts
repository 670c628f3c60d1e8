/** A table as a spreadsheet reads it: every field quoted, and no text that it would take for a formula. */
import { Readable } from 'node:stream'

export type CsvCell = string | number

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(quoted).join(',')}\r\n`

const quoted = (cell: CsvCell): string => `"${harmless(String(cell)).replaceAll('"', '""')}"`

/** No formula, whatever it begins with. A number below nought is none. */
export const harmless = (text: string): string =>
  /^-\d+(\.\d+)?$/.test(text) ? text : text.replace(/^[=+\-@\t\r]/, "'$&")

/** What makes spreadsheets read UTF-8; first in a file. */
const MARK = '\uFEFF'

/** A file to save, sent while it is made, so that its length costs no memory. */
export function csvFile<Row>(
  name: string,
  head: string,
  batches: AsyncIterable<readonly Row[]>,
  written: (rows: readonly Row[]) => string,
): Response {
  async function* bytes() {
    yield Buffer.from(MARK + head)
    for await (const rows of batches) yield Buffer.from(written(rows))
  }
  return new Response(Readable.toWeb(Readable.from(bytes())) as ReadableStream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
