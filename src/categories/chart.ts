/**
 * A buyer's own list of what its accounts hold: an account, or the beginning of accounts, and the category bought there.
 *
 *   6421;15000000
 *   64*;39000000
 *   4511;not a purchase
 */
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import type { Code } from './cpv.js'
import { readCode } from './written.js'

export interface ChartEntry {
  /** In capitals, without a star. */
  readonly beginning: string
  readonly category: Code | 'not-a-purchase'
  readonly line: number
}
export type ChartMapping = ReadonlyMap<string, ChartEntry>
export interface ChartRow {
  readonly line: number
  readonly cells: readonly string[]
}
export interface ChartRefusal extends Refusal {
  readonly line: number
  /** The first is 1. */
  readonly column: number
}

const ACCOUNT = /^(?=.*\d)[\p{L}\d][\p{L}\d./-]{0,30}\*?$/u
const NO_PURCHASE = /^(?:(?:ej|inte|inget|icke) (?:ett )?inköp|not[ -]an?[ -]purchase|no purchase|-|–)$/i

/** A row that is refused never stops the rest; empty rows and a heading are read past. */
export function readChartMapping(rows: readonly ChartRow[]): {
  readonly mapping: ChartMapping
  readonly refusals: readonly ChartRefusal[]
} {
  const mapping = new Map<string, ChartEntry>()
  const refusals: ChartRefusal[] = []
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim()))
  for (const row of filled.slice(isHeading(filled[0]) ? 1 : 0)) {
    const entry = entryIn(row, mapping)
    if (refused(entry)) refusals.push(entry)
    else mapping.set(entry.beginning, entry)
  }
  return { mapping, refusals }
}

const isHeading = (row: ChartRow | undefined): boolean =>
  row?.cells.slice(0, 2).every((cell) => !/\d/.test(cell)) ?? false

function entryIn({ line, cells }: ChartRow, before: ChartMapping): ChartEntry | ChartRefusal {
  const [account = '', written = ''] = cells.slice(0, 2).map((cell) => cell.trim())
  const at = (column: number) => ({ line, column, written: (column === 1 ? account : written).slice(0, 60) })
  if (!ACCOUNT.test(account)) return refusal(1, line, say('categories.chart.account', at(1)))
  const beginning = keyOf(account.replace('*', ''))
  const category = categoryIn(written)
  if (typeof category === 'object') return refusal(2, line, say('categories.chart.category', { ...at(2), ...category }))
  const other = before.get(beginning)
  if (other && other.category !== category)
    return refusal(1, line, say('categories.chart.twice', { ...at(1), other: other.line }))
  return other ?? { beginning, category, line }
}

const refusal = (column: number, line: number, because: Message): ChartRefusal => ({ ...refuse(because), line, column })

/** A wrong check digit is refused: here nobody but the writer can say which code was meant. */
function categoryIn(written: string): ChartEntry['category'] | { readonly why: 'empty' | 'unknown' | 'checkDigit' } {
  if (!written) return { why: 'empty' }
  if (NO_PURCHASE.test(written)) return 'not-a-purchase'
  const read = readCode(written)
  if (refused(read)) return { why: 'unknown' }
  return read.problem?.key === 'categories.code.checkDigit' ? { why: 'checkDigit' } : read.code
}

const keyOf = (account: string): string => account.trim().toUpperCase()

/** The entry with the longest beginning that the account has. */
export function mappedAccount(mapping: ChartMapping, account: string): ChartEntry | undefined {
  const key = keyOf(account)
  for (let length = key.length; length > 0; length--) {
    const entry = mapping.get(key.slice(0, length))
    if (entry) return entry
  }
  return undefined
}

export const entryBecause = ({ beginning, category, line }: ChartEntry): Message =>
  category === 'not-a-purchase'
    ? say('categories.chart.noPurchase', { beginning, line })
    : say('categories.chart.mapped', { beginning, line, code: category })
