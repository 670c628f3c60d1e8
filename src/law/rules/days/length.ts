import { addDays, addMonths, type Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { regulation1182 } from '../cites.js'
import type { DayStep, Period } from './step.js'
import { isEve, notWorking } from './working-day.js'

/**
 * The last day as counted, before any rule moves it. Calendar days hold Saturdays, Sundays and holidays; a month ends on
 * the same date, else on the month's last day; working days hold none of these.
 */
export function length(event: Day, { length, unit, backward = false }: Period): DayStep[] {
  const way = backward ? -1 : 1
  if (unit === 'workingDays') return workingDaysFrom(event, length, way)
  const last = unit === 'months' ? addMonths(event, way * length) : addDays(event, way * length)
  return [
    {
      day: last,
      rule: 'length',
      because: say('law.days.length', { unit, length, way: backward ? 'backward' : 'forward' }),
      cites: [regulation1182(unit === 'months' ? 'art. 3(2)(c)' : 'art. 3(3)', unit === 'months' ? 'known' : 'read')],
    },
  ]
}

function workingDaysFrom(event: Day, length: number, way: 1 | -1): DayStep[] {
  let last = event
  let eves = 0
  for (let left = length; left > 0;) {
    last = addDays(last, way)
    if (!notWorking(last)) left -= 1
    else if (isEve(last)) eves += 1
  }
  const counted: DayStep = {
    day: last,
    rule: 'length',
    because: say('law.days.length', { unit: 'workingDays', length, way: way < 0 ? 'backward' : 'forward' }),
    cites: [regulation1182('art. 2(2)', 'known'), regulation1182('art. 3(3)')],
  }
  return eves ? [counted, evesUncounted(last, eves)] : [counted]
}

/** The regulation lets each state list its holidays, and whether the list holds the eves has not been read here. */
const evesUncounted = (last: Day, eves: number): DayStep => ({
  day: last,
  rule: 'evesUncounted',
  because: say('law.days.evesUncounted', { eves }),
  cites: [regulation1182('art. 2(1)', 'weak')],
})
