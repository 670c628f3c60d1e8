/** When a contract can be left or replaced. Without an end date that is unknown, never assumed. */
import type { Day } from '../kit/day.js'
import { nextEnd, noticeBy, optionEnds } from '../purchasing/index.js'

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
  const endsOn = nextEnd(terms, today)
  const term = terms.find((one) => one.endsOn === endsOn)
  if (endsOn === undefined || !term) return { kind: 'unknown' }
  return endsOn < today ? { kind: 'ended', ...startOf(term), on: endsOn } : aheadOf(term, endsOn, today)
}

function aheadOf(term: Term, endsOn: Day, today: Day): Renewal {
  const options = optionEnds(endsOn, term.extensionMonths)
  const notice = noticeBy(term)
  return {
    kind: 'ahead',
    ...startOf(term),
    ...(notice && notice >= today ? { noticeBy: notice } : {}),
    endsOn,
    options,
    lastPossibleEnd: options.at(-1) ?? endsOn,
  }
}

const startOf = ({ startsOn }: Term) => (startsOn ? { startsOn } : {})

/** The next day on which something must be done or ends; undefined where none is known to come. */
export const nextDayOf = (renewal: Renewal): Day | undefined =>
  renewal.kind === 'ahead' ? (renewal.noticeBy ?? renewal.endsOn) : undefined
