import { say } from '../../../kit/words/index.js'
import { local, statutory } from '../calendar.js'
import { directive, lou } from '../cites.js'
import { always, says } from '../reason.js'
import type { Route } from './route.js'
import { agreedTime, award, invitedTenders, shortenedBy, shortenings } from './stages.js'

/** Anyone may ask to take part; at least five who qualify are invited to tender. Always allowed. */
export const restricted: Route = {
  id: 'restricted',
  cites: [directive('art. 28', 'read'), lou('6 kap. 3 §', 'known')],
  conditions: (c) => [always(say('law.reason.restrictedAlways'), directive('art. 26(2)', 'read')), ...shortenedBy(c)],
  stages: (c) => [
    statutory(says(c, 'urgent') === 'yes' ? 'requestsUrgent' : 'requests'),
    local('selection'),
    invitedTenders(c),
    ...award(c),
  ],
  bounds: () => [{ because: say('law.bound.invited', { least: 5 }), cites: [directive('art. 65(2)')] }],
  quicker: (c) => [...shortenings(c), agreedTime],
  afterwards: 'awardNotice',
}
