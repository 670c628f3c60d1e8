import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { agency, directive } from '../cites.js'
import { asked, type Reason } from '../reason.js'
import type { Note, Route } from './route.js'
import { ceilingLeft, frameworkRuns, lengthBounds } from './running.js'

/** A purchase under a framework whose terms are all fixed. */
export const callOff: Route = {
  id: 'callOff',
  cites: [directive('art. 33(3)'), directive('art. 33(4)')],
  conditions: (c) => [...insideFramework(c), asked(c, 'termsFixed', directive('art. 33(4)(a)'))],
  stages: () => [],
  bounds: (c) => callOffBounds(c),
}

/** Only for those named in the framework or joined to it, while it runs, for what it covers, under its ceiling. */
export const insideFramework = (c: Case): Reason[] => [
  asked(c, 'contractCovers', directive('art. 33(2)', 'read')),
  asked(c, 'mayCallOff', directive('art. 33(2)', 'read')),
  frameworkRuns(c),
  ceilingLeft(c),
]

export const callOffBounds = (c: Case): Note[] => [
  { because: say('law.bound.outlast'), cites: [directive('recital 62', 'read'), agency(1932583)] },
  { because: say('law.bound.ceiling'), cites: [directive('art. 33', 'read')] },
  ...lengthBounds(c),
]
