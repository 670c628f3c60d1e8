import { say } from '../../../kit/words/index.js'
import { local, statutory, sufficient } from '../calendar.js'
import { directive } from '../cites.js'
import { asked } from '../reason.js'
import type { Route } from './route.js'
import { award } from './stages.js'

/** Development and the purchase of what comes out of it, in one procedure. */
export const innovationPartnership: Route = {
  id: 'innovationPartnership',
  cites: [directive('art. 31', 'read')],
  conditions: (c) => [
    asked(c, 'notOnMarket', directive('art. 31(1)', 'read')),
    asked(c, 'developAndBuy', directive('art. 31(2)', 'read')),
  ],
  stages: (c) => [
    statutory('requestsPartnership'),
    local('selection'),
    sufficient('finalTenders', directive('art. 47')),
    local('negotiation'),
    ...award(c),
  ],
  bounds: () => [
    { because: say('law.bound.partnership'), cites: [directive('art. 31(7)', 'read')] },
    { because: say('law.bound.invited', { least: 3 }), cites: [directive('art. 65(2)')] },
  ],
  risks: () => [{ because: say('law.risk.rights'), cites: [directive('art. 31(6)', 'read')] }],
  afterwards: 'awardNotice',
}
