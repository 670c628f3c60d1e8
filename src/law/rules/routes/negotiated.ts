import { say } from '../../../kit/words/index.js'
import { local, statutory } from '../calendar.js'
import { directive, lou } from '../cites.js'
import { says } from '../reason.js'
import { negotiationGrounds } from './negotiation-grounds.js'
import type { Route } from './route.js'
import { agreedTime, award, invitedTenders, shortenedBy, shortenings } from './stages.js'

/** Negotiated after a call. Minimum requirements and award criteria are never negotiated. */
export const negotiated: Route = {
  id: 'negotiated',
  cites: [directive('art. 29'), lou('6 kap. 5 §', 'weak')],
  conditions: (c) => [negotiationGrounds(c), ...shortenedBy(c)],
  stages: (c) => [
    statutory(says(c, 'urgent') === 'yes' ? 'requestsUrgent' : 'requestsNegotiated'),
    local('selection'),
    invitedTenders(c),
    local('negotiation'),
    ...award(c),
  ],
  bounds: () => [{ because: say('law.bound.invited', { least: 3 }), cites: [directive('art. 65(2)')] }],
  quicker: (c) => [
    ...shortenings(c),
    agreedTime,
    { because: say('law.quicker.withoutNegotiating'), cites: [directive('art. 29(4)')] },
  ],
  afterwards: 'awardNotice',
}
