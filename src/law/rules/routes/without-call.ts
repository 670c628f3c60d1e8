import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { directive, lou, remedies } from '../cites.js'
import { capOn } from '../numbers/caps.js'
import { asked, oneOf, type Reason } from '../reason.js'
import type { Route } from './route.js'

/** Negotiated without a call: a closed list of grounds, each read narrowly and proved by the buyer. */
export const withoutCall: Route = {
  id: 'withoutCall',
  cites: [directive('art. 32'), lou('6 kap. 12 §', 'known')],
  conditions: (c) => [oneOf(say('law.reason.withoutCallGround'), grounds(c))],
  stages: () => [],
  bounds: ({ begunOn }) =>
    (['additionalDeliveryYears', 'repetitionYears'] as const).map((name) => {
      const { amount, cites } = capOn(name, begunOn)
      return { because: say('law.bound.years', { name, years: amount }), cites }
    }),
  risks: () => [{ because: say('law.risk.withoutCall'), cites: [remedies('art. 2d(4)'), remedies('art. 2f')] }],
  afterwards: 'awardNotice',
}

export const grounds = (c: Case): Reason[] => [
  asked(c, 'noTenders', directive('art. 32(2)(a)')),
  asked(c, 'artistic', directive('art. 32(2)(b)(i)')),
  asked(c, 'technicalMonopoly', directive('art. 32(2)(b)(ii)')),
  asked(c, 'exclusiveRight', directive('art. 32(2)(b)(iii)')),
  asked(c, 'extremeUrgency', directive('art. 32(2)(c)')),
  asked(c, 'researchProduct', directive('art. 32(3)(a)')),
  asked(c, 'additionalDeliveries', directive('art. 32(3)(b)')),
  asked(c, 'commodityMarket', directive('art. 32(3)(c)')),
  asked(c, 'closingDown', directive('art. 32(3)(d)')),
  asked(c, 'contestWinner', directive('art. 32(4)')),
  asked(c, 'repetition', directive('art. 32(5)')),
]
