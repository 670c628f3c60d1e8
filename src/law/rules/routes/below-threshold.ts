import { say } from '../../../kit/words/index.js'
import { sufficient } from '../calendar.js'
import type { Case } from '../case.js'
import { agency, directive, lou } from '../cites.js'
import { REFORM } from '../numbers/direct-award.js'
import { subjectUnsettled, thresholdOf, under, type Reason } from '../reason.js'
import type { Note, Route } from './route.js'
import { award } from './stages.js'

/** Advertised under the threshold: no procedures and no counted days since 1 February 2022, but a reasonable time. */
export const belowThreshold: Route = {
  id: 'belowThreshold',
  cites: [lou('19 kap.'), lou('4 kap. 1 §', 'known')],
  conditions: (c) => {
    const threshold = thresholdOf(c)
    return [...presentLaw(c), threshold ? under(c, threshold) : subjectUnsettled(directive('art. 4'))]
  },
  stages: (c) => [sufficient('reasonableTime', lou('4 kap. 1 §', 'known')), ...award(c)],
  risks: () => [review],
  afterwards: 'nationalAwardNotice',
}

/** Of what held before the reform too little has been read here to answer. */
export const presentLaw = ({ begunOn }: Case): Reason[] =>
  begunOn >= REFORM
    ? []
    : [
        {
          holds: 'unknown',
          because: say('law.reason.earlierLaw'),
          cites: [agency(2540981)],
          findOut: say('law.reason.earlierLawFindOut'),
        },
      ]

const review: Note = { because: say('law.risk.review'), cites: [lou('20 kap.')] }
