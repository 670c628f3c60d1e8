import { say } from '../../../kit/words/index.js'
import { directive } from '../cites.js'
import { asked } from '../reason.js'
import type { Route } from './route.js'
import { ceilingLeft } from './running.js'

/** Through a supplier that the city has: a clause on assortment, replacement, trial or review takes the new thing in. No new award. */
export const throughSupplier: Route = {
  id: 'throughSupplier',
  cites: [directive('art. 72(1)(a)', 'read')],
  conditions: (c) => [
    asked(c, 'contractCovers', directive('art. 72(1)(a)', 'read')),
    asked(c, 'clauseAllows', directive('art. 72(1)(a)', 'read')),
    asked(c, 'natureKept', directive('art. 72(1)(a)', 'read')),
    asked(c, 'priceGiven', directive('art. 72(1)(a)', 'read')),
    ceilingLeft(c),
  ],
  stages: () => [],
  quicker: () => [{ because: say('law.quicker.subcontract'), cites: [directive('art. 63')] }],
  risks: () => [{ because: say('law.risk.clause'), cites: [directive('art. 72(4)')] }],
}
