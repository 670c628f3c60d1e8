/** Whether an import's amounts include VAT: what can be said, and when a person is asked. */
import type { Instant } from '../kit/day.js'
import type { Vat } from './import/statement.js'

export const VATS: readonly Vat[] = ['excluded', 'included', 'unknown']

interface VatKnown {
  readonly vat: Vat
  /** When a person said it; null where the file did, or nobody. */
  readonly vat_said_at: Instant | null
  readonly undone_at: Instant | null
}

/** A person may be asked: the file does not say, or a person said before. */
export const mayBeSaid = ({ vat, vat_said_at, undone_at }: VatKnown): boolean =>
  undone_at === null && (vat === 'unknown' || vat_said_at !== null)
