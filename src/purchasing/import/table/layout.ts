/** How a table is laid out, judged by its first rows: what parts its cells and lines, and where its header stands. */
export type Separator = ',' | ';' | '\t' | '|'
const SEPARATORS: readonly Separator[] = [';', ',', '\t', '|']
const LINES_LOOKED_AT = 50

/** Spreadsheets write their separator on a line of its own. */
export const SEPARATOR_LINE = /^\uFEFF?sep=([,;\t|])\r?\n?$/i

/** Only old files end their lines with a carriage return alone. */
export const lineEndOf = (start: string): '\n' | '\r' => (!start.includes('\n') && start.includes('\r') ? '\r' : '\n')

/** What stands equally often on most lines and makes most columns; the first counts more. */
export function separatorOf(start: string): Separator {
  const named = SEPARATOR_LINE.exec(start.split(/(?<=\n)/, 1)[0]!)
  if (named) return named[1] as Separator
  const scores = SEPARATORS.map((separator) => {
    const counts = countsByLine(start, separator)
    const common = mostCommon(counts)
    const agreeing = counts.filter((count) => count === common).length
    return { separator, score: common * agreeing ** 2 }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

/** How often it stands outside quotes on each of the first lines that are not empty. */
function countsByLine(text: string, separator: Separator): number[] {
  const counts: number[] = []
  let count = 0
  let isQuoted = false
  let isCellStart = true
  let isEmpty = true
  for (let at = 0; at < text.length && counts.length < LINES_LOOKED_AT; at++) {
    const sign = text[at]!
    if (isQuoted) isQuoted = sign !== '"'
    else if (sign === '"') {
      isQuoted = isCellStart || text[at - 1] === '"'
    } else if (sign === '\n' || sign === '\r') {
      if (!isEmpty) counts.push(count)
      count = 0
      isEmpty = true
    } else if (sign === separator) count++
    isCellStart = sign === separator || sign === '\n' || sign === '\r' || sign === ' '
    isEmpty &&= sign.trim() === ''
  }
  if (!isEmpty && counts.length < LINES_LOOKED_AT) counts.push(count)
  return counts
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [0, 0],
  )[0]
}

/**
 * The place of the header among the first rows: titles above it fill few cells, and a row of group names over columns
 * leaves gaps. Without such rows it is the first.
 */
export function headerAt(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length)
  const typical = middle(filled.filter((count) => count > 0))
  const found = filled.findIndex((count) => count >= Math.max(2, typical / 2))
  if (found < 0) return 0
  const isGroups = hasGaps(rows[found]!) && filled[found]! < filled[found + 1]! && isNames(rows[found + 1]!)
  return isGroups ? found + 1 : found
}

const middle = (counts: readonly number[]): number => counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0

function hasGaps(cells: readonly string[]): boolean {
  const isFilled = cells.map((cell) => cell.trim() !== '')
  return isFilled.slice(0, isFilled.lastIndexOf(true)).includes(false)
}

const isNames = (cells: readonly string[]): boolean => cells.every((cell) => !/\d{2}/.test(cell))
