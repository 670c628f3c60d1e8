import { say } from '../../../kit/words/index.js'
import { sufficient } from '../calendar.js'
import { directive, lou } from '../cites.js'
import { asked } from '../reason.js'
import type { Route } from './route.js'

/** Research and development outside the act, as in pre-commercial procurement: risk and benefit are shared. */
export const research: Route = {
  id: 'research',
  cites: [directive('art. 14', 'read'), lou('1 kap. 5 §')],
  conditions: (c) => [
    asked(c, 'researchService', directive('art. 14', 'read')),
    asked(c, 'benefitsOrPaymentShared', directive('art. 14', 'read')),
  ],
  stages: () => [sufficient('reasonableTime', directive('art. 18'))],
  bounds: () => [{ because: say('law.bound.noVolume'), cites: [directive('art. 14', 'read')] }],
  risks: () => [{ because: say('law.risk.stateAid'), cites: [directive('art. 14', 'read')] }],
}
