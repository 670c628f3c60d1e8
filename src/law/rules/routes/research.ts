import { say } from '../../../kit/words/index.js'
import { sufficient } from '../calendar.js'
import { directive, lou } from '../cites.js'
import type { Case } from '../case.js'
import { asked, never } from '../reason.js'
import type { Route } from './route.js'

/** Research and development outside the act, as in pre-commercial procurement: risk and benefit are shared. */
export const research: Route = {
  id: 'research',
  cites: [directive('art. 14', 'read'), lou('1 kap. 5 §')],
  conditions: (c) => [
    ...(isListed(c) ? [] : [never(say('law.reason.notListed'), directive('art. 14', 'read'))]),
    asked(c, 'researchService', directive('art. 14', 'read')),
    asked(c, 'benefitsOrPaymentShared', directive('art. 14', 'read')),
  ],
  stages: () => [sufficient('reasonableTime', directive('art. 18'))],
  bounds: () => [{ because: say('law.bound.noVolume'), cites: [directive('art. 14', 'read')] }],
  risks: () => [{ because: say('law.risk.stateAid'), cites: [directive('art. 14', 'read')] }],
}

/** The codes that the article names; where no code is given, a person says. */
const isListed = ({ category }: Case): boolean =>
  category === undefined ||
  (category >= '73000000' && category <= '73120000') ||
  ['73300000', '73420000', '73430000'].includes(category)
