/** A workbook's fullest sheet as a table. */
import { refuse, refused, type Refusal } from '../../../kit/refuse.js'
import { say, type Message } from '../../../kit/words/index.js'
import { FIRST_ROWS, FIRST_SIGNS, laidOut, type Table } from '../table.js'
import { isBlank, oneByOne, TableRow, type Columns } from '../table/row.js'
import type { Limits } from './limits.js'
import { Cells, recordsIn, type SheetRecord } from './sheet.js'
import { notesOn, sheetToRead, type Workbook } from './workbook.js'
import type { Zip } from './zip.js'

/** Closes the archive when the rows are read or left; not where it refuses or throws. */
export async function openSheet(zip: Zip, book: Workbook, limits: Limits, wanted?: string): Promise<Table | Refusal> {
  const sheet = sheetToRead(book.sheets, wanted)
  if (!sheet) return refuse(say('purchasing.import.table.empty'))
  const cells = new Cells(book, limits)
  const batches = recordsIn(sheet, cells, limits)
  const laid = laidOut(await firstOf(batches))
  if (refused(laid)) return laid
  const begun = rowsOf(laid.rest, laid.columns)
  const notes: Message[] = [...notesOn(book.sheets, sheet), ...laid.notes]
  const rest = async function* () {
    try {
      yield begun
      for await (const batch of batches) yield rowsOf(batch, laid.columns)
      if (cells.unsaved > 0) notes.push(say('purchasing.import.open.unsaved', { cells: cells.unsaved }))
    } finally {
      zip.close()
    }
  }
  const close = async () => {
    await batches.return()
    zip.close()
  }
  const all = rest()
  return {
    head: { columns: laid.columns.names },
    sheet: sheet.name,
    notes,
    first: begun,
    batches: all,
    rows: oneByOne(all),
    close,
  }
}

async function firstOf(batches: AsyncGenerator<SheetRecord[], void>): Promise<SheetRecord[]> {
  const found: SheetRecord[] = []
  let signs = 0
  while (found.length < FIRST_ROWS && signs < FIRST_SIGNS) {
    const next = await batches.next()
    if (next.done) break
    found.push(...next.value.filter(({ cells }) => !isBlank(cells)))
    for (const { cells } of next.value) signs += cells.reduce((sum, cell) => sum + cell.length, 0)
  }
  return found
}

const rowsOf = (records: readonly SheetRecord[], columns: Columns): TableRow[] =>
  records.filter(({ cells }) => !isBlank(cells)).map(({ line, cells }) => new TableRow(line, cells, columns))
