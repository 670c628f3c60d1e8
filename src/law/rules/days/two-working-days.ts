import { addDays, type Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { regulation1182 } from '../cites.js'
import type { DayStep } from './step.js'
import { workingDayFrom, workingDaysBetween } from './working-day.js'

/** A period of two days or more holds at least two working days; a shorter one is drawn out until it does. */
export function twoWorkingDays(event: Day, last: Day): DayStep[] {
  const missing = 2 - workingDaysBetween(event, last, 2)
  if (missing === 0) return []
  let drawn = last
  for (let left = missing; left > 0; left -= 1) drawn = workingDayFrom(addDays(drawn, 1))
  return [
    {
      day: drawn,
      rule: 'twoWorkingDays',
      because: say('law.days.twoWorkingDays'),
      cites: [regulation1182('art. 3(5)')],
    },
  ]
}
