/** In which months the lines of one page stand, where it is known how many lines each month has. */
import type { Day } from '../kit/day.js'

export interface MonthOfLines {
  /** Its first day. */
  readonly month: Day
  readonly lines: number
}
export interface Window {
  /** First days of the earliest and of the latest month. */
  readonly from: Day
  readonly to: Day
  /** How many lines of these months come before the page. */
  readonly skip: number
}

/** `months` with the latest first. Undefined where no line is left. */
export function windowOf(months: readonly MonthOfLines[], skip: number, most: number): Window | undefined {
  let before = 0
  const own: MonthOfLines[] = []
  for (const one of months) {
    if (own.length === 0 && before + one.lines <= skip) {
      before += one.lines
      continue
    }
    own.push(one)
    if (before + own.reduce((sum, { lines }) => sum + lines, 0) >= skip + most) break
  }
  const [to, from] = [own[0], own.at(-1)]
  return to && from && { from: from.month, to: to.month, skip: skip - before }
}
