/** What the parts of a waiting file's page are given. */
import type { Reader } from '../../../web/index.js'
import type { RowAsRead } from '../../import/mapping/index.js'
import type { WaitingRow } from '../../store/waiting.js'
import type { Judged, Said, ToSay } from '../../waiting.js'

export interface WaitingProps {
  readonly reader: Reader
  readonly row: WaitingRow
  readonly columns: readonly string[]
  readonly judgement: Judged
  readonly asRead: readonly RowAsRead[]
  /** Why it was not read in just now. */
  readonly toSay: readonly ToSay[]
  readonly said: Said | undefined
  /** Whose it probably is: the only buyer that is known. */
  readonly onlyBuyer: { readonly number: string; readonly name: string } | undefined
  /** Set where the columns are known, and an earlier file tells of this month too. */
  readonly month: string | undefined
}

export const errorAt = ({ reader, toSay }: WaitingProps, field: string): string | undefined => {
  const found = toSay.find((one) => one.field === field)
  return found && reader.words.of(found.because)
}
