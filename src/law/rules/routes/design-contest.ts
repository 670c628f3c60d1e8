import { say } from '../../../kit/words/index.js'
import { sufficient } from '../calendar.js'
import { directive, lou } from '../cites.js'
import { asked } from '../reason.js'
import type { Route } from './route.js'

/** A jury chooses a plan or design among anonymous ones; a service contract with the winners may follow without a call. */
export const designContest: Route = {
  id: 'designContest',
  cites: [directive('art. 78'), lou('18 kap.', 'known')],
  conditions: (c) => [asked(c, 'planOrDesign', directive('art. 78'))],
  stages: () => [sufficient('contestTime', directive('art. 79'))],
  bounds: () => [{ because: say('law.bound.jury'), cites: [directive('art. 81'), directive('art. 82')] }],
  afterwards: 'awardNotice',
}
