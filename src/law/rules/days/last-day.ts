import { addDays, type Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { agency, law1930, regulation1182 } from '../cites.js'
import type { DayStep } from './step.js'
import { notWorking, workingDayFrom } from './working-day.js'

/** A last day on a Saturday, Sunday, holiday or one of the three eves moves to the next working day: a step for each day left. */
export function lastDay(counted: Day): DayStep[] {
  const steps: DayStep[] = []
  for (let at = counted; at < workingDayFrom(counted); at = addDays(at, 1)) {
    const name = notWorking(at)!
    steps.push({
      day: addDays(at, 1),
      rule: 'lastDay',
      because: say('law.days.lastDay', { name }),
      cites: [regulation1182('art. 3(4)'), law1930, agency(1943433)],
    })
  }
  return steps
}
