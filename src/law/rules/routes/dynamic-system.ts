import { say } from '../../../kit/words/index.js'
import { local, statutory } from '../calendar.js'
import { directive, lou } from '../cites.js'
import { always, asked, never } from '../reason.js'
import type { Route } from './route.js'

/** A dynamic purchasing system from its first notice to its first contract; each later contract takes the last steps only. */
export const dynamicSystem: Route = {
  id: 'dynamicSystem',
  cites: [directive('art. 34', 'read'), lou('8 kap.', 'known')],
  conditions: (c) => [
    asked(c, 'commonlyBought', directive('art. 34(1)', 'read')),
    (c.electronic ? always : never)(say('law.reason.onlyElectronic'), directive('art. 34(1)', 'read')),
  ],
  stages: () => [
    statutory('systemRequests'),
    statutory('systemAdmission'),
    statutory('systemTenders'),
    local('evaluation'),
    local('decision'),
  ],
  bounds: () => [{ because: say('law.bound.systemOpen'), cites: [directive('art. 34(8)')] }],
  quicker: () => [
    { because: say('law.quicker.admitSooner'), cites: [directive('art. 34(5)')] },
    { because: say('law.quicker.agreeSystem'), cites: [directive('art. 34(2)(b)')] },
  ],
  afterwards: 'awardNotice',
}
