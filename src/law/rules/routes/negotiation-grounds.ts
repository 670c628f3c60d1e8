import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { directive } from '../cites.js'
import { asked, oneOf, type Reason } from '../reason.js'

/** One of these opens negotiation with a call, and dialogue. */
export const negotiationGrounds = (c: Case): Reason =>
  oneOf(say('law.reason.negotiationGround'), [
    asked(c, 'readySolutionsUnfit', directive('art. 26(4)(a)(i)', 'read')),
    asked(c, 'innovativeSolution', directive('art. 26(4)(a)(ii)', 'read')),
    asked(c, 'negotiationNeeded', directive('art. 26(4)(a)(iii)', 'read')),
    asked(c, 'noStandard', directive('art. 26(4)(a)(iv)', 'read')),
    asked(c, 'irregularTenders', directive('art. 26(4)(b)', 'read')),
  ])
