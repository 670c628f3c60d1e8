import type { Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { regulation1182 } from '../cites.js'
import type { DayStep } from './step.js'
import { notWorking } from './working-day.js'

/** Counted back, the latest day to act stays where it falls, also on a Sunday: no rule moves it in either direction. */
export const backward = (latest: Day): DayStep => ({
  day: latest,
  rule: 'backward',
  because: say('law.days.backward', { name: notWorking(latest) ?? 'working' }),
  cites: [regulation1182('art. 3(4)')],
})
