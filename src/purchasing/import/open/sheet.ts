/** The rows of a sheet as it streams: each cell as a text that reads the same as it is shown. */
import { say } from '../../../kit/words/index.js'
import { dayOfSerial } from '../dates.js'
import { MOST_COLUMNS } from '../table.js'
import { Stopped, type Limits } from './limits.js'
import { cellTooLong, type NumberKind, type SheetNamed, type Workbook } from './workbook.js'
import { localName, XmlReader, xmlText, type Attributes } from './xml.js'

export interface SheetRecord {
  /** The sheet's own row number. */
  readonly line: number
  readonly cells: readonly string[]
}

/** In batches, as parts of the sheet are unpacked. A formula gives the value that was saved with it. */
export async function* recordsIn(
  sheet: SheetNamed,
  cells: Cells,
  limits: Limits,
): AsyncGenerator<SheetRecord[], void, void> {
  const reader = new XmlReader(cells, limits)
  for await (const text of xmlText(sheet.part.read())) {
    reader.write(text)
    yield cells.taken()
  }
  reader.end()
}

/** Follows the tags of a sheet: rows `row`, cells `c` with their value `v` or their own text `is`. */
export class Cells {
  /** Formulas whose value was never saved: such cells are empty. */
  unsaved = 0
  #done: SheetRecord[] = []
  #line = 0
  #row: string[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #text = ''
  #isValue = false
  #isFormula = false

  constructor(
    readonly book: Workbook,
    readonly limits: Limits,
  ) {}

  taken(): SheetRecord[] {
    return this.#done.splice(0)
  }

  readonly open = (name: string, of: Attributes): void => {
    const local = localName(name)
    if (local === 'c') this.#beginCell(of)
    else if (local === 'f') this.#isFormula = true
    else if (local === 'v' || local === 't') {
      this.#isValue = true
      this.#isFormula = false
    }
    if (local === 'row') {
      this.#line = of['r'] === undefined ? this.#line + 1 : Number(of['r'])
      this.#row = []
      this.#column = -1
    } else if (local === 'rPh') this.#type = 'spoken'
  }

  readonly text = (more: string): void => {
    if (!this.#isValue || this.#type === 'spoken') return
    this.#text += more
    if (this.#text.length > this.limits.cell) throw cellTooLong(this.limits)
  }

  readonly close = (name: string): void => {
    const local = localName(name)
    if (local === 'v' || local === 't') this.#isValue = false
    else if (local === 'rPh') this.#type = 'inlineStr'
    else if (local === 'c') this.#endCell()
    else if (local === 'row' && this.#row.length > 0) this.#done.push({ line: this.#line, cells: this.#row })
  }

  #beginCell(of: Attributes): void {
    this.#column = of['r'] === undefined ? this.#column + 1 : columnOf(of['r'])
    this.#type = of['t'] ?? 'n'
    this.#style = Number(of['s'] ?? 0)
    this.#text = ''
    this.#isFormula = false
  }

  #endCell(): void {
    if (this.#isFormula) this.unsaved++
    if (this.#text === '') return
    if (this.#column >= MOST_COLUMNS)
      throw new Stopped(say('purchasing.import.open.column', { line: this.#line, most: MOST_COLUMNS }), 413)
    while (this.#row.length < this.#column) this.#row.push('')
    this.#row[this.#column] = this.#shown()
  }

  #shown(): string {
    const text = this.#text
    if (this.#type === 's') return this.book.shared[Number(text)] ?? ''
    if (this.#type === 'b') return text === '1' ? 'true' : 'false'
    if (this.#type === 'd') return text.replace(/T00:00:00(\.0+)?Z?$/, '')
    if (this.#type !== 'n') return text
    return numberShown(text, this.book.styles[this.#style] ?? 'number', this.book.from1904)
  }
}

/** 'AB12' is column 27, counted from nought. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < 3; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** Numbers have fifteen digits that count, as spreadsheets show them: '0.1+0.2' is 0.3. */
export function numberShown(written: string, kind: NumberKind, from1904: boolean): string {
  const number = Number(written)
  if (!Number.isFinite(number)) return written
  if (kind === 'time' && number < 1) return timeShown(number)
  if (kind !== 'number' && number >= 0 && number < 2_958_466) return momentShown(number, from1904)
  const digits = String(Number(number.toPrecision(15)))
  // Three decimals could be taken for thousands where a column mixes numbers and texts; four cannot.
  return /\.\d{3}$/.test(digits) ? `${digits}0` : digits
}

function momentShown(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * 86_400)
  const on = dayOfSerial(Math.floor(seconds / 86_400), from1904)
  return seconds % 86_400 === 0 ? on : `${on} ${timeShown((seconds % 86_400) / 86_400)}`
}

const timeShown = (share: number): string => new Date(Math.round(share * 86_400) * 1000).toISOString().slice(11, 19)
