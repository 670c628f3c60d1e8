import { say } from '../../../kit/words/index.js'
import { local, statutory, sufficient } from '../calendar.js'
import { directive } from '../cites.js'
import { negotiationGrounds } from './negotiation-grounds.js'
import type { Route } from './route.js'
import { award } from './stages.js'

/** Solutions are worked out with those who qualify before they tender. Requests have thirty days, which nothing shortens. */
export const dialogue: Route = {
  id: 'dialogue',
  cites: [directive('art. 30')],
  conditions: (c) => [negotiationGrounds(c)],
  stages: (c) => [
    statutory('requestsDialogue'),
    local('selection'),
    sufficient('dialogueTime', directive('art. 47')),
    sufficient('finalTenders', directive('art. 47')),
    ...award(c),
  ],
  bounds: () => [
    { because: say('law.bound.invited', { least: 3 }), cites: [directive('art. 65(2)')] },
    { because: say('law.bound.bestRatio'), cites: [directive('art. 30(1)')] },
  ],
  afterwards: 'awardNotice',
}
