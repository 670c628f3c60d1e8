/**
 * The lawful ways into an opening: through a supplier that is there first, then what may be quick, then the procedures
 * that may always be used. Pure; what no source tells is asked, and the law's own rules judge it.
 */
import type { Day } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import {
  AMOUNTS,
  backPlan,
  purchaseCase,
  routesFor,
  type Answered,
  type BackPlan,
  type Case,
  type LawHeld,
} from '../law/index.js'
import type { Numbers } from './numbers.js'
import type { Renewal } from './renewal.js'

export interface Entering {
  readonly category: string | null
  readonly renewal: Renewal
  /** Whether anyone is known to hold a contract there. */
  readonly held: boolean
}

export interface Ways {
  readonly case: Case
  /** In the order in which one would look. */
  readonly answers: readonly Answered[]
  /** The open procedure, begun today. */
  readonly open: Answered
  /** When it must begin for a new contract to be made by the end of this one; undefined where no end is known ahead. */
  readonly plan: BackPlan | undefined
  /** While the value is not stated: below this, in kronor, a direct award may be possible. */
  readonly belowLimit: number | undefined
}

/** The day, and what the installation has entered and verified of the law. */
export interface Known {
  readonly today: Day
  readonly law: LawHeld
}

const QUICK = ['directAward', 'belowThreshold', 'lightRegime', 'open', 'restricted'] as const

export function waysInto({ category, renewal, held }: Entering, numbers: Numbers, { today, law }: Known): Ways {
  const c = caseOf(category, numbers, today, law)
  const answers = routesFor(c)
  if (refused(answers)) throw new Error(`a case of the fit was refused: ${answers.because.key}`)
  const isThere = held && renewal.kind !== 'ended'
  const shown = [...(isThere ? (['throughSupplier'] as const) : []), ...QUICK]
  const found = shown.flatMap((route) => answers.find((one) => one.route === route) ?? [])
  return {
    case: c,
    answers: found.filter(({ route, verdict }) => route !== 'lightRegime' || verdict !== 'unlawful'),
    open: answers.find(({ route }) => route === 'open')!,
    plan: renewal.kind === 'ahead' ? backPlan('open', c, renewal.endsOn) : undefined,
    belowLimit: numbers.value === undefined ? limitOf(c) : undefined,
  }
}

function caseOf(category: string | null, { value, workDays }: Numbers, today: Day, law: LawHeld): Case {
  const ore = value === undefined ? undefined : Math.round(value * 100)
  const c = purchaseCase(today, category, law, ore === undefined ? undefined : { least: ore, most: ore })
  // The one number said is for all between tenders and contract: what it is divided into does not matter here.
  return workDays === undefined ? c : { ...c, ownDays: { evaluation: workDays, decision: 0 } }
}

/** Of services that annex 2 may hold the limit is another, and is not told before that is settled. */
const limitOf = ({ subject, begunOn, entered = [] }: Case): number | undefined =>
  subject === 'unsettled'
    ? undefined
    : [...entered, ...AMOUNTS].find(({ name, unit, from, to }) => {
        const holds = from <= begunOn && (to === undefined || begunOn <= to)
        return name === 'directAward' && unit === 'SEK' && holds
      })?.amount
