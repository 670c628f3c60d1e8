import { say } from '../../../kit/words/index.js'
import type { Case } from '../case.js'
import { directive, lou, type Cited } from '../cites.js'
import { capOn, type CapName } from '../numbers/caps.js'
import { asked, oneOf, thresholdOf, verdictOf, type Reason } from '../reason.js'
import { compare } from '../numbers/compare.js'
import type { Route } from './route.js'

/** A change of a running contract on one of its grounds; without one it is a new award. */
export const change: Route = {
  id: 'change',
  cites: [directive('art. 72', 'read'), lou('17 kap. 8 §')],
  conditions: (c) => [oneOf(say('law.reason.changeGround'), changeGrounds(c))],
  stages: () => [],
  bounds: () => [{ because: say('law.bound.changeNotice'), cites: [directive('art. 72(1)', 'read')] }],
  risks: () => [{ because: say('law.risk.change'), cites: [directive('art. 72(5)')] }],
}

export const changeGrounds = (c: Case): Reason[] => [
  all('review', [asked(c, 'reviewClause', directive('art. 72(1)(a)', 'read'), lou('17 kap. 10 §')), kept(c)]),
  all('additional', [
    asked(c, 'additionalNeeded', directive('art. 72(1)(b)', 'read'), lou('17 kap. 11 §')),
    asked(c, 'otherContractorImpossible', directive('art. 72(1)(b)', 'read')),
    within(c, 'additionalChange', c.change?.increase),
  ]),
  all('unforeseen', [
    asked(c, 'unforeseen', directive('art. 72(1)(c)', 'read'), lou('17 kap. 12 §')),
    kept(c),
    within(c, 'unforeseenChange', c.change?.increase),
  ]),
  asked(c, 'successor', directive('art. 72(1)(d)', 'read'), lou('17 kap. 13 §')),
  asked(c, 'notSubstantial', directive('art. 72(1)(e)', 'read'), lou('17 kap. 14 §')),
  all('small', [small(c), underThreshold(c), kept(c)]),
]

const kept = (c: Case): Reason => asked(c, 'natureKept', directive('art. 72', 'read'))

/** Small changes are added up; an increase of exactly the share is no longer lower than it. */
const small = (c: Case): Reason =>
  within(
    c,
    c.subject === 'works' ? 'smallChangeWorks' : 'smallChangeGoodsAndServices',
    c.change && c.change.increase + c.change.earlier,
    'lower',
  )

/** An increase of at most the cap, or lower than it, of the contract's first value. */
function within(c: Case, name: CapName, increase: number | undefined, how: 'most' | 'lower' = 'most'): Reason {
  const { amount, cites } = capOn(name, c.begunOn)
  const because = say('law.reason.share', { percent: amount, how })
  if (!c.change || increase === undefined) return { holds: 'unknown', because, cites, findOut: say('law.sayChange') }
  const cap = c.change.contract * amount
  const holds = how === 'most' ? increase * 100 <= cap : increase * 100 < cap
  return { holds: holds ? 'yes' : 'no', because, cites }
}

/** What must stay under the threshold is the increase, not the contract. */
function underThreshold(c: Case): Reason {
  const threshold = thresholdOf(c)
  const increase = c.change && c.change.increase + c.change.earlier
  const cites: Cited[] = [directive('art. 72(2)', 'read'), lou('17 kap. 9 §')]
  const because = say('law.reason.increaseUnderThreshold')
  if (!threshold || increase === undefined) return { holds: 'unknown', because, cites, findOut: say('law.sayChange') }
  const {
    standing,
    cites: at,
    findOut,
  } = compare({ least: increase, most: increase }, threshold, c.begunOn, c.entered, c.verified)
  if (standing === 'unknown')
    return { holds: 'unknown', because, cites: [...cites, ...at], ...(findOut && { findOut }) }
  return { holds: standing === 'below' ? 'yes' : 'no', because, cites: [...cites, ...at] }
}

/** A ground of several parts, all of which must hold. */
function all(ground: string, parts: readonly Reason[]): Reason {
  const verdict = verdictOf(parts)
  const holds = verdict === 'unlawful' ? 'no' : verdict === 'unknown' ? 'unknown' : 'yes'
  return { holds, because: say('law.ground', { ground }), cites: parts.flatMap(({ cites }) => cites), allOf: parts }
}
