import { addDays, type Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { regulation1182 } from '../cites.js'
import type { DayStep } from './step.js'
import { workingDayFrom } from './working-day.js'

/** A period runs to the end of its last day: a limit at noon needs the day after, and we choose the next working day. */
export const setHour = (last: Day): DayStep => ({
  day: workingDayFrom(addDays(last, 1)),
  rule: 'setHour',
  because: say('law.days.setHour'),
  cites: [regulation1182('art. 3(2)')],
})
