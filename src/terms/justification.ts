/**
 * A draft of the reasons for a longer framework agreement. It argues from what the subject asks of any supplier on the
 * market, never from one supplier's business case, and says so where the numbers do not carry it. A person completes it.
 */
import { say, type Message } from '../kit/words/index.js'
import type { Reckoned } from './reckoned.js'
import type { Cap } from './rules/lawful.js'
import { netPresentValue, paybackYears } from './rules/supplier.js'

/** `ceiling`: that ends it before it pays. `never`: no length helps. `within`: it pays within the cap. `notAsked`: how long is not said. `short`: nor does that. */
export type Carries = 'yes' | 'never' | 'within' | 'notAsked' | 'short' | 'ceiling'
export interface Justification {
  readonly carries: Carries
  /** Why the numbers carry it, or not. */
  readonly because: Message
  /** In the order they are read; only where the numbers carry it. */
  readonly figures: readonly Message[]
}

export function justify(reckoned: Reckoned, cap: Cap): Justification {
  const { supply } = reckoned.termCase
  const longer = reckoned.asked.numbers.longerYears
  const payback = paybackYears(supply)
  const { ceilingYears = Infinity } = reckoned
  const within = (years: number) => Math.min(years, ceilingYears)
  const at = (years: number) => netPresentValue({ ...supply, term: within(years) })
  if (at(cap.years) >= 0) return refusedAs('within', say('terms.draft.within', { cap: cap.years, left: at(cap.years) }))
  if (longer === undefined || longer <= cap.years || at(longer) < 0) {
    if (longer !== undefined && payback !== undefined && ceilingYears < payback && payback <= longer)
      return refusedAs('ceiling', say('terms.draft.ceilingFirst', { ceiling: ceilingYears, years: payback }))
    if (payback === undefined) return refusedAs('never', say('terms.draft.never'))
    if (longer === undefined) return refusedAs('notAsked', say('terms.draft.notAsked', { years: payback }))
    return refusedAs('short', say('terms.draft.short', { longer, years: payback }))
  }
  const { investment, cashflow, rate } = supply
  return {
    carries: 'yes',
    because: say('terms.draft.carries', { longer, cap: cap.years }),
    figures: [
      say('terms.draft.investment', { investment, cashflow, rate }),
      ...(payback === undefined ? [] : [say('terms.draft.payback', { years: payback })]),
      say('terms.draft.atCap', { cap: cap.years, short: -at(cap.years) }),
      say('terms.draft.atLonger', { longer: within(longer), left: at(longer) }),
    ],
  }
}

const refusedAs = (carries: Carries, because: Message): Justification => ({ carries, because, figures: [] })
