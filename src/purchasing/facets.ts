/** What a search can be narrowed by: each choice with how many it would leave, counted under the other choice. */
export interface Pair {
  /** Two digits; null where the category is not known. */
  readonly division: string | null
  readonly buyer: string
  readonly buyerName: string
  readonly count: number
}
export interface Facet {
  readonly value: string
  readonly label: string
  readonly count: number
}
export interface Facets {
  readonly found: number
  /** By their digits. */
  readonly divisions: readonly Facet[]
  /** Those with most, and the chosen one. */
  readonly buyers: readonly Facet[]
}

const MOST_BUYERS = 30

export function facetsOf(
  pairs: readonly Pair[],
  { division, buyer }: { division: string | undefined; buyer: string | undefined },
): Facets {
  const inDivision = pairs.filter((pair) => division === undefined || pair.division === division)
  const ofBuyer = pairs.filter((pair) => buyer === undefined || pair.buyer === buyer)
  const divisions = counted(
    ofBuyer,
    (pair) => pair.division ?? undefined,
    ({ division: digits }) => digits ?? '',
  )
  const buyers = counted(
    inDivision,
    (pair) => pair.buyer,
    (pair) => pair.buyerName,
  )
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'sv'))
    .filter((facet, at) => at < MOST_BUYERS || facet.value === buyer)
  const both = inDivision.filter((pair) => buyer === undefined || pair.buyer === buyer)
  return {
    found: both.reduce((sum, { count }) => sum + count, 0),
    divisions: divisions.sort((a, b) => a.value.localeCompare(b.value)),
    buyers,
  }
}

function counted(
  pairs: readonly Pair[],
  valueOf: (pair: Pair) => string | undefined,
  labelOf: (pair: Pair) => string,
): Facet[] {
  const facets = new Map<string, Facet>()
  for (const pair of pairs) {
    const value = valueOf(pair)
    if (value === undefined) continue
    facets.set(value, { value, label: labelOf(pair), count: (facets.get(value)?.count ?? 0) + pair.count })
  }
  return [...facets.values()]
}
