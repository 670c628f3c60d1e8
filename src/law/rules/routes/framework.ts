import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { agency, directive, lou } from '../cites.js'
import { capOn } from '../numbers/caps.js'
import { asked, type Reason } from '../reason.js'
import type { Route } from './route.js'
import { award, openTenders, shortenedBy, shortenings } from './stages.js'

/** A framework agreement, here set up by the open procedure. Its ceiling must be stated, and four years is the cap. */
export const framework: Route = {
  id: 'framework',
  cites: [directive('art. 33', 'read'), lou('7 kap. 2 §')],
  conditions: (c) => [asked(c, 'ceilingStated', directive('art. 33', 'read')), yearsOf(c), ...shortenedBy(c)],
  stages: (c) => [openTenders(c), ...award(c)],
  bounds: ({ begunOn }) => {
    const { amount, cites } = capOn('frameworkYears', begunOn)
    return [
      { because: say('law.bound.years', { name: 'frameworkYears', years: amount }), cites },
      { because: say('law.bound.withOptions'), cites },
      { because: say('law.bound.ceiling'), cites: [directive('art. 33', 'read')] },
      { because: say('law.bound.outlast'), cites: [directive('recital 62', 'read'), agency(1932583)] },
    ]
  },
  quicker: shortenings,
  afterwards: 'awardNotice',
}

/** Longer than the cap only in an exceptional case that the buyer has justified, in particular by the subject. */
function yearsOf(c: Case): Reason {
  const { amount, cites } = capOn('frameworkYears', c.begunOn)
  const because = say('law.reason.frameworkYears', { years: amount })
  if (c.frameworkYears === undefined) return { holds: 'unknown', because, cites, findOut: say('law.sayYears') }
  return c.frameworkYears <= amount ? { holds: 'yes', because, cites } : asked(c, 'longerJustified', ...cites)
}
