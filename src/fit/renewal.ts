/** When a contract can be left or replaced. Without an end date that is unknown, never assumed. */
import { addMonths, type Day } from '../kit/day.js'

export interface Term {
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** Extension options that remain, in months, in the order they would be used. */
  readonly extensionMonths: readonly number[]
  readonly noticeMonths: number | null
}

export type Renewal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended'; readonly startsOn?: Day; readonly on: Day }
  | {
      readonly kind: 'ahead'
      readonly startsOn?: Day
      readonly noticeBy?: Day
      readonly endsOn: Day
      /** Where each option to extend would end. */
      readonly options: readonly Day[]
      readonly lastPossibleEnd: Day
    }

/** Of several contracts the one that ends first counts, with its own notice and options; of ended ones the last. */
export function renewalOf(terms: readonly Term[], today: Day): Renewal {
  const dated = terms
    .filter((term): term is Term & { endsOn: Day } => term.endsOn !== null)
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  const ahead = dated.find((term) => term.endsOn >= today)
  if (ahead) return aheadOf(ahead, today)
  const last = dated.at(-1)
  return last ? { kind: 'ended', ...startOf(last), on: last.endsOn } : { kind: 'unknown' }
}

function aheadOf(term: Term & { endsOn: Day }, today: Day): Renewal {
  const options = term.extensionMonths.map((_, at) =>
    addMonths(
      term.endsOn,
      term.extensionMonths.slice(0, at + 1).reduce((sum, months) => sum + months, 0),
    ),
  )
  const noticeBy = term.noticeMonths === null ? undefined : addMonths(term.endsOn, -term.noticeMonths)
  return {
    kind: 'ahead',
    ...startOf(term),
    ...(noticeBy && noticeBy >= today ? { noticeBy } : {}),
    endsOn: term.endsOn,
    options,
    lastPossibleEnd: options.at(-1) ?? term.endsOn,
  }
}

const startOf = ({ startsOn }: Term) => (startsOn ? { startsOn } : {})

/** The next day on which something must be done or ends; undefined where none is known to come. */
export const nextDayOf = (renewal: Renewal): Day | undefined =>
  renewal.kind === 'ahead' ? (renewal.noticeBy ?? renewal.endsOn) : undefined
