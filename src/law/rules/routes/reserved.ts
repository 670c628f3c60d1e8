import { say } from '../../../kit/words/index.js'
import { sufficient } from '../calendar.js'
import { agency, directive, lou } from '../cites.js'
import { capOn } from '../numbers/caps.js'
import { asked } from '../reason.js'
import type { Route } from './route.js'
import { award } from './stages.js'

/** Competition kept to workshops and organisations whose aim is to bring people into work or to serve the public. */
export const reserved: Route = {
  id: 'reserved',
  cites: [directive('art. 20'), directive('art. 77'), lou('19 kap. 25 §', 'weak'), agency(2761157)],
  conditions: (c) => [asked(c, 'reservable', directive('art. 20', 'weak'), lou('19 kap. 25 §', 'weak'))],
  stages: (c) => [sufficient('reasonableTime', directive('art. 47')), ...award(c)],
  bounds: ({ begunOn }) => {
    const { amount, cites } = capOn('reservedYears', begunOn)
    return [{ because: say('law.bound.years', { name: 'reservedYears', years: amount }), cites }]
  },
  afterwards: 'awardNotice',
}
