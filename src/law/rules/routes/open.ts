import { say } from '../../../kit/words/index.js'
import { directive, lou } from '../cites.js'
import { always } from '../reason.js'
import type { Route } from './route.js'
import { award, openTenders, shortenedBy, shortenings } from './stages.js'

/** Open to anyone, in one step. Always allowed; under the thresholds more than the law asks. */
export const open: Route = {
  id: 'open',
  cites: [directive('art. 27', 'read'), lou('6 kap. 2 §', 'known')],
  conditions: (c) => [always(say('law.reason.openAlways'), directive('art. 26(2)', 'read')), ...shortenedBy(c)],
  stages: (c) => [openTenders(c), ...award(c)],
  quicker: shortenings,
  afterwards: 'awardNotice',
}
