/** Which factor an invoice's article stands for (`items.tsv`), and how much of it a line is. What is not told is not guessed. */
import table from '../items.tsv'
import type { Language } from '../../kit/words/index.js'
import type { Unit } from './factor.js'
import { rowsIn } from './tsv.js'

export interface Item {
  /** The factor's id. */
  readonly factor: string
  readonly called: Readonly<Record<Language, string>>
}
interface Row {
  readonly item: Item | undefined
  readonly known: number
  readonly pattern: RegExp
}

const NOT = '!'

let read: readonly Row[] | undefined
const rows = (): readonly Row[] => (read ??= rowsIn(table).flatMap(rowsOf))

function rowsOf([factor, sv, en, words]: readonly string[]): Row[] {
  const item = factor === NOT ? undefined : { factor: factor!, called: { sv: sv!, en: en! } }
  return words!.split(',').map((word) => ({ item, ...patternOf(word.trim()) }))
}

/** 'nötfärs-' with the rest of its word, '-mjölk' with its beginning. */
function patternOf(written: string): { readonly known: number; readonly pattern: RegExp } {
  const begins = written.endsWith('-')
  const ends = written.startsWith('-')
  const word = written.slice(Number(ends), begins ? -1 : undefined)
  const known = word.replace(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]+')
  const before = ends ? '\\p{L}+' : ''
  const after = begins ? '\\p{L}*' : ''
  return {
    known: word.length,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${before}${known}${after}(?![\\p{L}\\p{N}])`, 'u'),
  }
}

/** The longest words that fit decide; undefined where none do, or where a word tells that it is another thing. */
export function itemOf(article: string): Item | undefined {
  const name = article.toLowerCase()
  const fitting = rows().filter(({ pattern }) => pattern.test(name))
  if (fitting.some(({ item }) => item === undefined)) return undefined
  return fitting.reduce<Row | undefined>((best, row) => (best && best.known >= row.known ? best : row), undefined)?.item
}

export const itemCalled = (factor: string): Item | undefined => rows().find(({ item }) => item?.factor === factor)?.item

/** UN/ECE recommendation 20: kilograms, grams, tonnes and litres; a litre of food or drink counts as a kilogram. */
const KILOGRAMS: Readonly<Record<string, number>> = { KGM: 1, GRM: 0.001, TNE: 1000, LTR: 1, DLT: 0.1, MLT: 0.001 }
const PIECES = ['H87', 'C62', 'EA', 'PCE']
const IN_NAME: Readonly<Record<string, number>> = { kg: 1, g: 0.001, l: 1, dl: 0.1, cl: 0.01, ml: 0.001 }

/** A line in the factor's unit. Of food sold by the piece the name must tell what one weighs; undefined where it does not. */
export function quantityIn(
  unit: Unit,
  line: { article: string; quantity: number; unitCode: string | null },
): number | undefined {
  const isPieces = PIECES.includes(line.unitCode ?? '')
  if (unit === 'piece') return isPieces ? line.quantity : undefined
  if (unit !== 'kg') return undefined
  const each = isPieces ? weightIn(line.article) : KILOGRAMS[line.unitCode ?? '']
  return each === undefined ? undefined : line.quantity * each
}

/** 'Knäckebröd råg 600 g' is 0.6; a name with two weights tells none. */
function weightIn(article: string): number | undefined {
  const found = [...article.matchAll(/(?<![\p{L}\p{N},.])(\d+(?:[.,]\d+)?)\s*(kg|g|l|dl|cl|ml)(?!\p{L})/giu)]
  const [only] = found
  if (!only || found.length > 1) return undefined
  return Number(only[1]!.replace(',', '.')) * IN_NAME[only[2]!.toLowerCase()]!
}
