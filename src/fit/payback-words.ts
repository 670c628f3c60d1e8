/** When the investment is paid back, and whether the next contract may be as long. */
import type { Words } from '../kit/words/index.js'
import type { Payback } from './payback.js'

export function paybackInWords(found: Payback, words: Words): string {
  const { years, agreement, cap } = found
  const back = years === null ? words('fit.payback.never') : words('fit.payback.years', { years })
  return `${back} ${words('fit.payback.next', { agreement, years: cap, against: standing(found) })}`
}

/** Only against a cap is there anything to compare with. */
const standing = ({ years, agreement, cap }: Payback): 'within' | 'over' | 'none' =>
  years === null || agreement === 'contract' ? 'none' : years <= cap ? 'within' : 'over'
