/**
 * What a newly read ledger does to a month that an earlier one tells of: it tells it anew, it tells of other lines beside
 * it, or nobody can say and the person is asked. Most of a corrected ledger recurs; of another unit's ledger nothing does.
 */

/** Said by who imports: tell the months anew, add to them, or judge by what recurs. */
export type Overlap = 'judge' | 'replaces' | 'adds'
/** What a person says of the ledger; months written YYYY-MM. */
export interface Covering {
  readonly overlap: Overlap
  readonly period?: { readonly first: string; readonly last: string } | undefined
}
export const JUDGED: Covering = { overlap: 'judge' }

export type Judged = 'replaces' | 'adds' | 'unclear'

/** At least this share of the earlier lines recurs in a ledger that tells the month anew. */
const MOST = 0.5

/** `lines`: how many the earlier import tells of the month; `recurring`: how many of them the new one tells too. */
export function overlapOf(said: Overlap, { lines, recurring }: { lines: number; recurring: number }): Judged {
  if (said !== 'judge') return said
  if (lines === 0 || recurring >= MOST * lines) return 'replaces'
  return recurring === 0 ? 'adds' : 'unclear'
}

/** First days of the months from the first to the last, both written YYYY-MM; none when they are the wrong way round. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = first.split('-').map(Number) as [number, number]
  for (let at = first; at <= last; at = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(`${at}-01`)
    if (++month > 12) [year, month] = [year + 1, 1]
  }
  return months
}
