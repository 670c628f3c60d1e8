/** The buyer's own work as days: working days, none in a July that is closed, and a committee that meets when it meets. */
import { addDays, type Day } from '../../../kit/day.js'
import { say } from '../../../kit/words/index.js'
import { counted, type Reckoned } from '../days/reckon.js'
import { before, workingDays, type DayStep } from '../days/step.js'
import { notWorking, workingDaysBetween } from '../days/working-day.js'
import type { Value } from '../numbers/compare.js'
import type { CityCalendar } from './city.js'

/** So many working days after the step before has ended; July does not count where it is closed. */
export function ownWork(ended: Day, length: number, { closedJuly = false }: CityCalendar = {}): Reckoned {
  const plain = counted(ended, workingDays(length))
  if (!closedJuly) return plain
  let at = ended
  for (let left = length; left > 0;) {
    at = addDays(at, 1)
    if (!inJuly(at) && !notWorking(at)) left -= 1
  }
  if (at === plain.lastDay) return plain
  const july: DayStep = { day: at, rule: 'july', because: say('law.days.july'), cites: [] }
  return { ...plain, lastDay: at, steps: [...plain.steps, july] }
}

const inJuly = (day: Day): boolean => day.slice(5, 7) === '07'

/** The latest day to hand in the papers of a meeting. */
export const handInDay = (meeting: Day, { handInDays = 0 }: CityCalendar): Day =>
  handInDays > 0 ? counted(meeting, before(workingDays(handInDays))).lastDay : meeting

/** Whether a committee decides: below the delegation limit an officer does. */
export const committeeDecides = ({ meetings, delegationBelow }: CityCalendar, value: Value): boolean =>
  meetings !== undefined && !(delegationBelow !== undefined && value.most < delegationBelow)

/** The first meeting whose papers can still be handed in once they are ready; undefined when the calendar holds none. */
export function decidedAt(ended: Day, ready: Reckoned | undefined, city: CityCalendar): Reckoned | undefined {
  const done = ready?.lastDay ?? ended
  const meeting = [...(city.meetings ?? [])].sort().find((one) => one > ended && handInDay(one, city) >= done)
  if (!meeting) return undefined
  const handIn = handInDay(meeting, city)
  const steps: DayStep[] = [
    ...(ready?.steps ?? []),
    { day: handIn, rule: 'handIn', because: say('law.days.handIn', { days: city.handInDays ?? 0 }), cites: [] },
    { day: meeting, rule: 'meeting', because: say('law.days.meeting'), cites: [] },
  ]
  return { from: ended, period: workingDays(workingDaysBetween(ended, meeting)), lastDay: meeting, steps }
}
