import type { Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { regulation1182 } from '../cites.js'
import type { DayStep } from './step.js'

/** The day of the event does not count: a period of one day ends the day after. */
export const eventDay = (event: Day): DayStep => ({
  day: event,
  rule: 'eventDay',
  because: say('law.days.eventDay'),
  cites: [regulation1182('art. 3(1)')],
})
