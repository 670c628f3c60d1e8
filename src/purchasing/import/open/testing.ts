/** For tests of what is opened: archives and workbooks made on the spot, as whole or as hostile as a test needs them. */
import { crc32, deflateRawSync } from 'node:zlib'
import { refused } from '../../../kit/refuse.js'
import { sourceOfBytes } from '../source.js'
import type { Row } from '../statement.js'
import { LIMITS, openSource, type Limits, type Opened, type Opening } from './index.js'

export const opened = (bytes: string | Uint8Array, opening: Opening = {}) =>
  openSource(sourceOfBytes('file', Buffer.from(bytes)), opening)

/** The key of the refusal, at once or while it is read. */
export async function reason(bytes: string | Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  const answer = await opened(bytes, { limits: { ...LIMITS, ...limits } })
  if (refused(answer)) return answer.because.key.replace('purchasing.import.', '')
  return readThrough(answer).then(
    () => 'read',
    (error: unknown) => (error as Error).message.replace('purchasing.import.', ''),
  )
}

async function readThrough(answer: Opened): Promise<void> {
  const parts = answer.kind === 'table' ? answer.table.rows : answer.kind === 'xml' ? answer.bytes : answer.entries
  for await (const part of parts) if ('read' in part) for await (const _ of part.read());
}

export async function tableOf(bytes: string | Uint8Array, opening: Opening = {}) {
  const answer = await opened(bytes, opening)
  if (refused(answer)) throw new Error(answer.because.key)
  if (answer.kind !== 'table') throw new Error(`${answer.kind} instead of a table`)
  const rows: Row[] = []
  for await (const row of answer.table.rows) rows.push(row)
  return { ...answer.table, rows, cells: rows.map(({ cells }) => cells) }
}

export interface Packing {
  readonly flags?: number
  readonly method?: number
}

/** APPNOTE 4.3: local headers with their bytes, the central directory, its end. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  { flags = 0x800, method = 8 }: Packing = {},
) {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content)
    const packed = method === 8 ? deflateRawSync(plain, { level: 1 }) : plain
    const label = Buffer.from(name)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(flags, 2)
    about.writeUInt16LE(method, 4)
    about.writeUInt32LE(crc32(plain), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(plain.length, 18)
    about.writeUInt16LE(label.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\x03\x04'), about, label, packed)
    central.push(Buffer.from('PK\x01\x02\x14\0'), about, place, label)
    offset += 30 + label.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

export interface BookMade {
  /** By name, the rows as the standard writes them: `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly sheets: Readonly<Record<string, string>>
  readonly hidden?: readonly string[]
  readonly shared?: readonly string[]
  /** Of each cell style, the number format: an id of the standard or a code. */
  readonly formats?: readonly (number | string)[]
  readonly from1904?: boolean
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

export function bookOf({ sheets, hidden = [], shared = [], formats = [], from1904 = false }: BookMade): Buffer {
  const names = Object.keys(sheets)
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  )
  const codes = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + at}" formatCode="${format}"/>`] : [],
  )
  const styles = formats.map((format, at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}"/>`)
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(relation('m', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${TYPES}"><workbookPr date1904="${Number(from1904)}"/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('t', 'sharedStrings', 'sharedStrings.xml'),
      relation('f', 'styles', '/xl/styles.xml'),
      ...names.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)),
    ),
    'xl/sharedStrings.xml': `<sst ${MAIN}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet ${MAIN}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  })
}

/** A row of texts and numbers. */
export const rowOf = (line: number, ...cells: (string | number)[]): string =>
  `<row r="${line}">${cells
    .map((cell, at) => {
      const place = `r="${String.fromCharCode(65 + at)}${line}"`
      return typeof cell === 'number'
        ? `<c ${place}><v>${cell}</v></c>`
        : `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`
