import { say } from '../../../kit/words/index.js'
import { local, sufficient } from '../calendar.js'
import { directive, lou, remedies } from '../cites.js'
import { asked } from '../reason.js'
import { callOffBounds, insideFramework } from './call-off.js'
import type { Route } from './route.js'

/** Competition renewed among those who hold the framework. Standstill is not required; keeping one protects the contract. */
export const miniCompetition: Route = {
  id: 'miniCompetition',
  cites: [directive('art. 33(4)(c)', 'read'), directive('art. 33(5)', 'read')],
  conditions: (c) => [...insideFramework(c), asked(c, 'miniAllowed', directive('art. 33(4)', 'read'))],
  stages: () => [sufficient('miniTenders', directive('art. 33(5)(b)', 'read')), local('evaluation'), local('decision')],
  bounds: callOffBounds,
  risks: () => [{ because: say('law.risk.noStandstill'), cites: [lou('20 kap. 2 §'), remedies('art. 2b(c)', 'read')] }],
}
