/** What is known of the contract that a purchase would be made under decides before anyone is asked. */
import { addMonths } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { agency, directive, lou } from '../cites.js'
import { capOn } from '../numbers/caps.js'
import { asked, type Reason } from '../reason.js'
import type { Note } from './route.js'

/** The call-off is made while the framework runs; what it orders may come later. An option is used before the end. */
export function frameworkRuns(c: Case): Reason {
  const { to, extendableTo } = c.running ?? {}
  const cites = [lou('7 kap. 2 §'), agency(1932583)]
  if (!to) return asked(c, 'frameworkRuns', ...cites)
  const because = say('law.reason.runsTo', { to, on: c.startOn })
  if (c.startOn <= to) return { holds: 'yes', because, cites }
  return extendableTo && c.startOn <= extendableTo
    ? { holds: 'unknown', because, cites, findOut: say('law.reason.extended', { to, until: extendableTo }) }
    : { holds: 'no', because, cites }
}

/** Past its ceiling a framework is spent. */
export function ceilingLeft(c: Case): Reason {
  const { ceiling, used } = c.running ?? {}
  const cites = [directive('art. 33', 'read')]
  if (ceiling === undefined || used === undefined) return asked(c, 'ceilingLeft', ...cites)
  const left = ceiling - used
  const because = say('law.reason.left', { ceiling: ceiling / 100, used: used / 100, left: Math.max(0, left) / 100 })
  if (c.value.most <= left) return { holds: 'yes', because, cites }
  return c.value.least > left
    ? { holds: 'no', because, cites }
    : { holds: 'unknown', because, cites, findOut: say('law.limit.narrow', { kronor: Math.max(0, left) / 100 }) }
}

/** What its length allows: an option that takes it past the cap needs the reasons that a longer framework needs. */
export function lengthBounds({ running = {}, begunOn }: Case): Note[] {
  const { amount, cites } = capOn('frameworkYears', running.from ?? begunOn)
  const last = running.extendableTo ?? running.to
  if (!running.from || !last || last < addMonths(running.from, amount * 12)) return []
  return [{ because: say('law.bound.beyondCap', { from: running.from, to: last, years: amount }), cites }]
}
