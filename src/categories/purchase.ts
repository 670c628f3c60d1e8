/**
 * The category of a purchase: the one place where it is worked out. Evidence is believed in this order: a person's
 * correction of the line, the code that the line states, a rule of the buyer, its contract, its supplier's contracts,
 * the buyer's own list of accounts, the account, the text. Deeper evidence refines a broader one that it lies under;
 * what a person has said stands as said.
 *
 *   categoryOfPurchase({ account: { code: '6421', text: 'Livsmedel' } })
 */
import { say, type Message } from '../kit/words/index.js'
import { entryBecause } from './chart.js'
import { heard, type BuyersOwn, type Claim, type ClaimedBy, type Heard, type PurchaseEvidence } from './claims.js'
import { code, isWithin, type Code } from './cpv.js'
import { describeRule } from './rule.js'
import type { Confidence } from './suggest.js'

export interface PurchaseReading {
  readonly kind: 'purchase' | 'not-a-purchase' | 'rent' | 'unknown'
  readonly code?: Code
  /** The evidence that decided, in a word that can be stored. */
  readonly by?: ClaimedBy
  readonly confidence: Confidence | 'unknown'
  /** At least one; what decided stands first. */
  readonly because: readonly Message[]
  /** What other evidence claims and the answer does not follow, as believed. */
  readonly alternatives: readonly Claim[]
  readonly disagreement?: Message
}

export function categoryOfPurchase(evidence: PurchaseEvidence, own: BuyersOwn = {}): PurchaseReading {
  const told = heard(evidence, own)
  const none = noPurchase(evidence, told)
  if (none) return none
  const [first, ...others] = told.claims
  if (!first) return unclassified(evidence, told)
  const settled = others.reduce<Settled>(weighed, {
    decided: first,
    confidence: first.confidence,
    bearing: [],
    alternatives: [],
  })
  return answer(settled, evidence, told)
}

function noPurchase(evidence: PurchaseEvidence, told: Heard): PurchaseReading | undefined {
  const denied = personsDenial(evidence, told)
  const because = denied ?? accountsDenial(evidence, told)
  if (!because) return undefined
  const claim = denied ? undefined : told.claims.find(({ by }) => !OF_THE_ACCOUNT.has(by))
  const disagreement = claim ? { disagreement: accountIsNone(claim) } : {}
  return { kind: 'not-a-purchase', confidence: 'strong', because, alternatives: [], ...disagreement }
}

function personsDenial({ correction }: PurchaseEvidence, { rule }: Heard): readonly Message[] | undefined {
  if (correction) return correction === 'not-a-purchase' ? [say('categories.purchase.correctionNone')] : undefined
  return rule?.category === 'not-a-purchase' ? [describeRule(rule)] : undefined
}

/**
 * A person who speaks of the line or of its account decides what the account is; a rule about a supplier or a text
 * makes no purchase of a grant.
 */
function accountsDenial(
  { correction }: PurchaseEvidence,
  { rule, entry, account }: Heard,
): readonly Message[] | undefined {
  if (correction || rule?.account?.trim()) return undefined
  if (entry) return entry.category === 'not-a-purchase' ? [entryBecause(entry)] : undefined
  return account?.kind === 'not-a-purchase' ? account.because : undefined
}

const OF_THE_ACCOUNT: ReadonlySet<ClaimedBy> = new Set(['chart', 'account'])

function unclassified({ account }: PurchaseEvidence, told: Heard): PurchaseReading {
  const hasAccount = account?.code.trim() ? 'yes' : 'no'
  const because = say('categories.purchase.unclassified', { hasAccount, account: account?.code.trim() ?? '' })
  return {
    kind: told.account?.kind ?? 'unknown',
    confidence: 'unknown',
    because: [because, ...(told.account?.because ?? []), ...told.notes],
    alternatives: [],
  }
}

interface Settled {
  readonly decided: Claim
  readonly confidence: Confidence
  /** Claims that bear it out. */
  readonly bearing: readonly Claim[]
  readonly alternatives: readonly Claim[]
}

/** What the claim makes of what those before it have settled: it bears it out, refines it, or says something else. */
function weighed(settled: Settled, claim: Claim): Settled {
  const { decided, bearing, alternatives } = settled
  if (isWithin(decided.code, claim.code)) {
    const confidence = claim.code === decided.code ? surest(settled.confidence, claim.confidence) : settled.confidence
    return { ...settled, confidence, bearing: [...bearing, claim] }
  }
  if (isWithin(claim.code, decided.code) && mayRefine(claim, settled))
    return { ...settled, decided: claim, confidence: claim.confidence, bearing: [decided, ...bearing] }
  return { ...settled, alternatives: [...alternatives, claim] }
}

const SAID_BY_PERSONS: ReadonlySet<ClaimedBy> = new Set(['correction', 'rule'])

/** A guess makes nothing that is better known more exact. */
const mayRefine = (claim: Claim, settled: Settled): boolean =>
  !SAID_BY_PERSONS.has(settled.decided.by) && (claim.confidence !== 'possible' || settled.confidence === 'possible')

/** What is only possible contradicts nothing, and what is broader or deeper is no contradiction. */
const contradicts = (claim: Claim, code: Code): boolean =>
  claim.confidence !== 'possible' && !isWithin(claim.code, code) && !isWithin(code, claim.code)

function answer(settled: Settled, evidence: PurchaseEvidence, told: Heard): PurchaseReading {
  const { decided, bearing, alternatives, confidence } = settled
  const { code, by } = decided
  const against = alternatives.find((claim) => contradicts(claim, code))
  const none = !told.entry && told.account?.kind === 'not-a-purchase' ? accountIsNone(decided) : undefined
  const disagreement = against
    ? say('categories.purchase.disagreement', { by, code, otherBy: against.by, other: against.code })
    : none
  return {
    kind: isRent(evidence, told) ? 'rent' : 'purchase',
    code,
    by,
    confidence: against && !SAID_BY_PERSONS.has(by) ? LOWERED[confidence] : confidence,
    because: [...decided.because, ...bearing.flatMap((claim) => bearsOut(claim, code)), ...told.notes],
    alternatives,
    ...(disagreement && { disagreement }),
  }
}

/** Words that lead to a broader category are told as that: 'bought in this category' would be said of the wrong one. */
function bearsOut({ by, code: broader, because }: Claim, code: Code): readonly Message[] {
  if (broader === code || (by !== 'account' && by !== 'text')) return because
  const about = because.filter(({ key }) => key === 'categories.account.group')
  return [say('categories.purchase.broader', { by, code: broader }), ...about]
}

const LOWERED: Readonly<Record<Confidence, Confidence>> = { strong: 'likely', likely: 'possible', possible: 'possible' }
const SUREST: readonly Confidence[] = ['strong', 'likely', 'possible']
const surest = (a: Confidence, b: Confidence): Confidence => (SUREST.indexOf(a) < SUREST.indexOf(b) ? a : b)

const REAL_ESTATE = code('70000000')
/** What a rent account holds is rent until a person says that the line is something else. */
const isRent = ({ correction }: PurchaseEvidence, { account }: Heard): boolean =>
  account?.kind === 'rent' &&
  (correction === undefined || correction === 'not-a-purchase' || isWithin(correction, REAL_ESTATE))

const accountIsNone = ({ by, code }: Claim): Message => say('categories.purchase.accountIsNone', { by, code })
