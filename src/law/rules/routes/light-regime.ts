import { say } from '../../../kit/words/index.js'
import { sufficient } from '../calendar.js'
import { directive, lou } from '../cites.js'
import { from, never, subjectUnsettled } from '../reason.js'
import type { Route } from './route.js'
import { award } from './stages.js'

/** Social and other special services at or over their own threshold: a notice, and a procedure that the buyer shapes. */
export const lightRegime: Route = {
  id: 'lightRegime',
  cites: [directive('art. 74'), directive('art. 76'), lou('19 kap.', 'known')],
  conditions: (c) =>
    c.subject === 'annexService'
      ? [from(c, 'light')]
      : [
          c.subject === 'unsettled'
            ? subjectUnsettled(directive('art. 74'))
            : never(say('law.subject.notAnnex'), directive('art. 74')),
        ],
  stages: (c) => [sufficient('reasonableTime', directive('art. 47')), ...award(c)],
  bounds: () => [{ because: say('law.bound.principles'), cites: [directive('art. 76')] }],
  afterwards: 'awardNotice',
}
