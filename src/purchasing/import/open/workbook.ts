/** What a workbook (Office Open XML, ECMA-376) says of itself apart from its sheets: their names, texts and number formats. */
import { posix } from 'node:path'
import { say, type Message } from '../../../kit/words/index.js'
import { Stopped, tooLarge, type Limits } from './limits.js'
import { localName, readXml, type Attributes } from './xml.js'
import type { Part, Zip } from './zip.js'

export interface Workbook {
  readonly sheets: readonly SheetNamed[]
  /** Texts that cells name by their place. */
  readonly shared: readonly string[]
  /** Of each cell style, what its numbers are. */
  readonly styles: readonly NumberKind[]
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean
}

export interface SheetNamed {
  readonly name: string
  readonly isHidden: boolean
  readonly part: Part
}

export type NumberKind = 'number' | 'day' | 'time'

/** Undefined when the archive holds no workbook. */
export async function workbookIn(zip: Zip, limits: Limits): Promise<Workbook | undefined> {
  const parts = new Map(zip.parts.map((part) => [part.name, part]))
  const main = parts.get(await mainPart(parts, limits))
  if (!main) return undefined
  const targets = await relationsOf(main.name, parts, limits)
  const named: { name: string; isHidden: boolean; id: string }[] = []
  let from1904 = false
  const open = (name: string, of: Attributes) => {
    if (localName(name) === 'workbookPr') from1904 = isOn(of['date1904'])
    if (localName(name) === 'sheet') named.push({ name: of['name'] ?? '', isHidden: isHidden(of), id: idOf(of) })
  }
  await readXml(main.read(), { open }, limits)
  if (named.length > limits.sheets)
    throw new Stopped(say('purchasing.import.open.sheets', { most: limits.sheets }), 413)
  const partTo = (type: string) => parts.get(targets.find((one) => one.type === type)?.path ?? '')
  const sheets = named.flatMap(({ id, ...sheet }) => {
    const found = targets.find((one) => one.id === id)
    const part = found?.type === 'worksheet' ? parts.get(found.path) : undefined
    return part ? [{ ...sheet, part }] : []
  })
  const [texts, styles] = [partTo('sharedStrings'), partTo('styles')]
  return {
    sheets,
    from1904,
    shared: texts ? await sharedTexts(texts, limits) : [],
    styles: styles ? await stylesIn(styles, limits) : [],
  }
}

const isOn = (written: string | undefined): boolean => written === '1' || written === 'true'
const isHidden = ({ state }: Attributes): boolean => state === 'hidden' || state === 'veryHidden'
const idOf = (attributes: Attributes): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

async function mainPart(parts: ReadonlyMap<string, Part>, limits: Limits): Promise<string> {
  const targets = await relationsOf('', parts, limits)
  return targets.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
}

interface Relation {
  readonly id: string
  /** The last step of its type's address, which is the same in both editions of the standard. */
  readonly type: string
  readonly path: string
}

/** What a part points to; paths are places in the archive and nothing else. */
async function relationsOf(of: string, parts: ReadonlyMap<string, Part>, limits: Limits): Promise<readonly Relation[]> {
  const folder = posix.dirname(of)
  const part = parts.get(posix.join(folder, '_rels', `${posix.basename(of)}.rels`))
  const found: Relation[] = []
  const open = (name: string, { Id = '', Type = '', Target = '' }: Attributes) => {
    if (localName(name) !== 'Relationship') return
    const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
    found.push({ id: Id, type: posix.basename(Type), path })
  }
  if (part) await readXml(part.read(), { open }, limits)
  return found
}

/** Formatted pieces of one text are joined; how it is pronounced is left out. */
async function sharedTexts(part: Part, limits: Limits): Promise<string[]> {
  if (part.size > limits.sharedBytes) throw tooLarge(limits.sharedBytes)
  const texts: string[] = []
  let text = ''
  let isText = false
  let isSpoken = false
  const open = (name: string) => {
    const local = localName(name)
    if (local === 'si') text = ''
    if (local === 'rPh') isSpoken = true
    isText = local === 't' && !isSpoken
  }
  const close = (name: string) => {
    const local = localName(name)
    isText = false
    if (local === 'rPh') isSpoken = false
    if (local !== 'si') return
    if (text.length > limits.cell) throw cellTooLong(limits)
    texts.push(text)
  }
  await readXml(part.read(), { open, close, text: (more) => void (isText && (text += more)) }, limits)
  return texts
}

export const cellTooLong = ({ cell }: Limits): Stopped =>
  new Stopped(say('purchasing.import.open.cell', { most: cell }), 413)

async function stylesIn(part: Part, limits: Limits): Promise<NumberKind[]> {
  const codes = new Map<string, string>()
  const styles: NumberKind[] = []
  let isCellFormats = false
  const open = (name: string, of: Attributes) => {
    const local = localName(name)
    if (local === 'numFmt') codes.set(of['numFmtId'] ?? '', of['formatCode'] ?? '')
    if (local === 'cellXfs') isCellFormats = true
    if (local === 'xf' && isCellFormats)
      styles.push(numberKind(Number(of['numFmtId']), codes.get(of['numFmtId'] ?? '')))
  }
  const close = (name: string) => void (localName(name) === 'cellXfs' && (isCellFormats = false))
  await readXml(part.read(), { open, close }, limits)
  return styles
}

/** By its own code, else by the standard's list of formats that need none (18.8.30). */
export function numberKind(id: number, code?: string): NumberKind {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
    return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'number'
  }
  const [signs = ''] = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
    .split(';')
  if (/[yd]/i.test(signs)) return 'day'
  if (/[hs]/i.test(signs)) return 'time'
  return /m/i.test(signs) ? 'day' : 'number'
}

/** The fullest sheet that is shown, by the size of what it holds; the rest is told of. Undefined without any. */
export function sheetToRead(sheets: readonly SheetNamed[], wanted?: string): SheetNamed | undefined {
  const shown = sheets.filter(({ isHidden }) => !isHidden)
  const among = sheets.filter(({ name }) => name === wanted)
  return [among, shown, sheets]
    .find((some) => some.length > 0)
    ?.reduce((fullest, one) => (one.part.size > fullest.part.size ? one : fullest))
}

export function notesOn(sheets: readonly SheetNamed[], read: SheetNamed): Message[] {
  const others = sheets.filter((sheet) => sheet !== read && !sheet.isHidden).map(({ name }) => name)
  const hidden = sheets.filter((sheet) => sheet !== read && sheet.isHidden).map(({ name }) => name)
  const count = (names: readonly string[]) => ({ count: names.length, names: names.join(', ') })
  return [
    ...(others.length > 0 ? [say('purchasing.import.open.otherSheets', { sheet: read.name, ...count(others) })] : []),
    ...(hidden.length > 0 ? [say('purchasing.import.open.hiddenSheets', count(hidden))] : []),
    ...(read.isHidden ? [say('purchasing.import.open.hiddenRead', { sheet: read.name })] : []),
  ]
}
