import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { agency, lou } from '../cites.js'
import { numberOn } from '../numbers/dated.js'
import { DIRECT_AWARD, REFORM } from '../numbers/direct-award.js'
import { always, asked, oneOf, subjectUnsettled, under, type Reason } from '../reason.js'
import { presentLaw } from './below-threshold.js'
import type { Note, Route } from './route.js'
import { grounds } from './without-call.js'

/** Without a notice: the value of the whole contract is under the limit, or a ground for negotiating without a call holds. */
export const directAward: Route = {
  id: 'directAward',
  cites: [lou('19 a kap. 1 §'), agency(2540981)],
  conditions: (c) => [...presentLaw(c), ...conditionsOf(c)],
  stages: () => [],
  bounds: (c) => [...document(c), { because: say('law.bound.wholeBuyer'), cites: [lou('5 kap.')] }],
  quicker: () =>
    [say('law.quicker.ground'), say('law.quicker.cover')].map((because) => ({
      because,
      cites: [lou('19 a kap.', 'known')],
    })),
}

/** The value must hold what is meant to follow a pilot, and similar contracts where the purchase recurs. */
function conditionsOf(c: Case): Reason[] {
  const byGround = oneOf(say('law.reason.withoutCallGround'), grounds(c))
  if (byGround.holds === 'yes') return [byGround]
  return [
    c.subject === 'unsettled'
      ? subjectUnsettled(lou('19 a kap. 1 §'), agency(1502126))
      : under(c, c.subject === 'annexService' ? 'light' : 'directAward'),
    asked(c, 'continuationSettled', agency(2540981)),
    similarCounted(c),
    asked(c, 'notSplit', lou('5 kap.')),
  ]
}

/** A purchase that neither recurs nor is renewed has nothing similar to be added. */
const similarCounted = (c: Case): Reason =>
  c.recurs === 'once'
    ? always(say('law.reason.once'), lou('5 kap. 11 §'), agency(2540981))
    : asked(c, 'similarCounted', lou('5 kap. 11 §'))

/** From a certain value the award is put on paper, with its reasons. */
function document(c: Case): Note[] {
  if (c.begunOn < REFORM) return []
  const { amount, cites } = numberOn(DIRECT_AWARD, 'documented', c.begunOn)
  return c.value.most >= amount * 100
    ? [{ because: say('law.bound.document', { kronor: amount }), cites }]
    : [{ because: say('law.bound.guidelines'), cites: [lou('19 a kap.', 'known')] }]
}
