import { say } from '../../../kit/words/index.js'
import { directive, lou } from '../cites.js'
import { asked, oneOf } from '../reason.js'
import type { Route } from './route.js'

/** What the act does not govern, each with a test of its own that has not been checked here: an answer is never more than unverified. */
export const notAPurchase: Route = {
  id: 'notAPurchase',
  cites: [lou('3 kap.', 'weak')],
  conditions: (c) => [
    oneOf(say('law.reason.outside'), [
      asked(c, 'inHouse', lou('3 kap.', 'weak'), directive('art. 12(1)', 'weak')),
      asked(c, 'publicCooperation', lou('3 kap.', 'weak'), directive('art. 12(4)', 'weak')),
      asked(c, 'choiceSystem', lou('3 kap.', 'weak')),
      asked(c, 'concession', lou('3 kap.', 'weak')),
      asked(c, 'civilPartnership', lou('3 kap.', 'weak')),
      asked(c, 'grant', lou('3 kap.', 'weak')),
    ]),
  ],
  stages: () => [],
  risks: () => [{ because: say('law.risk.outside'), cites: [lou('3 kap.', 'weak')] }],
}
