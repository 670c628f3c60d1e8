/** The tables this module owns, as kysely types. */
import type { Generated } from '../kit/db/index.js'
import type { Instant } from '../kit/day.js'

/** What a person said, with its source; withdrawn, never changed. */
interface Said {
  id: string
  year: number
  /** As written. */
  value: string
  source: string
  url: string | null
  at: Instant
  by: string
  withdrawn_at: Generated<Instant | null>
  withdrawn_by: Generated<string | null>
}

export type Measure = 'kg-per-kg-food' | 'tonnes'
interface OfficialFigureTable extends Said {
  buyer: number
  measure: Measure
  scope: string
}
interface PriceRowTable extends Said {
  kind: 'index' | 'rate'
  currency: string
}

declare module '../kit/db/index.js' {
  interface Tables {
    'impact.official_figure': OfficialFigureTable
    'impact.price_row': PriceRowTable
  }
}
