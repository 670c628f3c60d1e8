/**
 * What a CPV code says of a contract's main subject, by the order of Regulation (EC) 213/2008 and annex XIV of the
 * directive. The code is the buyer's own; where the annex takes some services of its division, nothing is settled.
 */
import type { Subject } from './rules/case.js'

/** Divisions 03 to 44 and 48 are goods, 45 works, the others services. */
export function subjectOf(code: string | null | undefined): Subject {
  const division = Number(code?.slice(0, 2))
  if (!code || !Number.isInteger(division) || division === 0) return 'unsettled'
  if (division === 45) return 'works'
  if (division < 45 || division === 48) return 'goods'
  return ANNEX.some((beginning) => code.startsWith(beginning)) ? 'unsettled' : 'service'
}

/** What holds services of annex XIV; of divisions 50 and 71 it takes one code each. */
const ANNEX = ['50116510', '55', '64', '71550000', '75', '79', '80', '85', '92', '98']
