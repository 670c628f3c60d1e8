/** The lines behind a row, as addresses of purchases ask for them. */
import { NOT_STATED } from '../purchasing/index.js'
import { NONE, type Names, type Way } from './seen.js'

export interface Selecting {
  readonly unit?: string
  readonly account?: string
  readonly served?: string
  /** Its address. */
  readonly contract?: string
}

export function selectingOf(by: Way, of: string | undefined, { units, accounts }: Names): Selecting {
  if (of === undefined) return {}
  if (by === 'unit') return { unit: of === NONE ? NOT_STATED : (units.get(Number(of))?.name ?? NOT_STATED) }
  if (by === 'account') return { account: accounts.get(Number(of))?.name ?? of }
  return by === 'people' ? { served: of } : {}
}
