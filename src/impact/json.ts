/** The climate figures as plain JSON, for the command line and for programs: the same rows, ranges and questions. */
import type { Words } from '../kit/words/index.js'
import { rowCalled } from './naming.js'
import { rangeOf } from './rules/range.js'
import type { Footing } from './rules/portfolio.js'
import type { ByContract, Names, Row, Seeing, Seen } from './seen.js'

interface Shown {
  readonly book: Names
  readonly buyer: { readonly name: string; readonly number: string | null } | undefined
  readonly seen: Seen
  readonly seeing: Seeing
  readonly contracts?: ByContract | undefined
}

export function climateJson({ book, buyer, seen, seeing, contracts }: Shown, words: Words) {
  const { by } = seen
  return {
    year: seen.year,
    buyer: buyer ? { name: buyer.name, number: buyer.number } : null,
    by,
    covers: 'climate' as const,
    currency: seeing.currency,
    whole: figureJson(seeing.whole),
    rows:
      by === 'contract'
        ? (contracts?.shown ?? []).map((row) => ({ name: row.title, address: row.address, ...rowJson(row) }))
        : seeing.rows.map((row) => ({ key: row.key, name: rowCalled(by, row.key, book, words).name, ...rowJson(row) })),
    ...(contracts ? { others: { count: contracts.others, because: words('impact.page.average') } } : {}),
    uncertainty: seeing.whole.sum.uncertainty,
  }
}

const rowJson = (row: Row) => ({
  ...figureJson(row),
  share: row.share,
  ...(row.top === undefined ? {} : { amongTopThree: row.top }),
})

function figureJson(footing: Omit<Footing, 'key'>) {
  const { sum, known, byQuantity, unknown, entries } = footing
  const range = rangeOf(sum)
  return {
    ...(entries.some(({ part }) => part)
      ? { kgCo2e: sum.kgCo2e, meanKgCo2e: sum.mean, ...(range ? { lowKgCo2e: range.low, highKgCo2e: range.high } : {}) }
      : {}),
    hundredths: { covered: known, byQuantity, notCovered: unknown },
  }
}
