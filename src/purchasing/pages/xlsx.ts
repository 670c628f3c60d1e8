/**
 * A table as a workbook (Office Open XML, ECMA-376), written while it is made, so that its length costs no memory: texts
 * in their cells, amounts and days as such, a bold head that stays in sight. What is too long for one sheet goes on in
 * the next.
 */
import { Readable } from 'node:stream'
import type { Day } from '../../kit/day.js'
import { harmless } from './csv.js'
import { zipped, type Entry } from './xlsx-zip.js'

/** A day or an amount in hundredths is written as one; null is an empty cell. */
export type XlsxCell = string | number | null | { readonly day: Day } | { readonly hundredths: number }
export type XlsxRow = readonly XlsxCell[]

/** A sheet's last row (18.3.1.73), and the longest text of a cell. */
const MOST_ROWS = 1_048_576
const LONGEST = 32_767

export const xlsxFile = <Row>(
  name: string,
  head: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  written: (row: Row) => XlsxRow,
): Response =>
  new Response(Readable.toWeb(Readable.from(xlsxBytes(head, batches, written))) as ReadableStream, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    },
  })

/** `most` rows a sheet with its head, for tests. */
export const xlsxBytes = <Row>(
  head: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  written: (row: Row) => XlsxRow,
  most = MOST_ROWS,
): AsyncGenerator<Uint8Array, void> => zipped(entries(head, batches, written, most))

async function* entries<Row>(
  head: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  written: (row: Row) => XlsxRow,
  most: number,
): AsyncGenerator<Entry, void> {
  const rows = oneByOne(batches)
  let next = await rows.next()
  let sheets = 0
  const one = async function* () {
    yield SHEET_BEGINS + rowOf(head, 1, BOLD)
    for (let line = 2; !next.done && line <= most; line++) {
      yield rowOf(written(next.value), line)
      next = await rows.next()
    }
    yield '</sheetData></worksheet>'
  }
  do yield { name: `xl/worksheets/sheet${++sheets}.xml`, text: one() }
  while (!next.done)
  for (const [name, text] of Object.entries(bookOf(sheets))) yield { name, text: [text] }
}

async function* oneByOne<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, void> {
  for await (const batch of batches) yield* batch
}

/** The styles below, by their place. */
const [DAY, AMOUNT, BOLD] = [1, 2, 3]

function rowOf(cells: XlsxRow, line: number, style?: number): string {
  return `<row r="${line}">${cells.map((cell) => cellOf(cell, style)).join('')}</row>`
}

function cellOf(cell: XlsxCell, style = 0): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'string')
    return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${textOf(cell)}</t></is></c>`
  if ('day' in cell) return `<c s="${DAY}"><v>${serialOf(cell.day)}</v></c>`
  return `<c s="${AMOUNT}"><v>${(cell.hundredths / 100).toFixed(2)}</v></c>`
}

/** Days since 30 December 1899, as workbooks count them after February 1900 (18.17.4.1). */
const serialOf = (day: Day): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

/** A text of a cell is no formula, but becomes one when the sheet is saved as CSV. XML has no place for control signs. */
const textOf = (text: string): string =>
  harmless(text)
    .slice(0, LONGEST)

    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const SHEET_BEGINS = `${XML}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>`
const STYLES = `${XML}<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

/** All but the sheets. */
function bookOf(sheets: number): Record<string, string> {
  const each = (written: (sheet: number) => string) =>
    Array.from({ length: sheets }, (_, at) => written(at + 1)).join('')
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${KIND}.${kind}+xml"/>`
  const relation = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${to}"/>`
  const relations = (all: string) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`
  return {
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${TYPES}"><sheets>${each((at) => `<sheet name="${at}" sheetId="${at}" r:id="s${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      each((at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)) +
        relation('f', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': STYLES,
    '_rels/.rels': relations(relation('b', 'officeDocument', 'xl/workbook.xml')),
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${each((at) => part(`worksheets/sheet${at}`, 'worksheet'))}</Types>`,
  }
}
