/** The whole answer to a case: numbers, the steps that gave them, what must still be asked and what the model leaves out. */
import { say, type Message } from '../../kit/words/index.js'
import { annuity, discounted } from './discount.js'
import { costByTerm, EQUAL_WITHIN, flatness, type Flatness, type TermCost } from './buyer.js'
import type { TermCase } from './case.js'
import {
  breakEvenInvestment,
  netPresentValue,
  paybackYears,
  PRIZE_TERMS,
  prizeEquivalent,
  probability,
  type Supply,
} from './supplier.js'

/** Null is an answer: never (`paybackYears`), without limit (`breakEvenInvestment`, `prizeEquivalent`), or not known. */
export interface TermAnswer {
  readonly paybackYears: number | null
  readonly breakEvenInvestment: number | null
  readonly npv: number
  readonly probability: number | null
  readonly prizeEquivalent: number | null
  readonly buyerCost: readonly TermCost[] | null
  readonly flatness: Flatness | null
  /** In the order in which they are reckoned; each number above has one. */
  readonly steps: readonly Message[]
  readonly asked: readonly Message[]
  readonly leftOut: readonly Message[]
}

export function answerOf(termCase: TermCase): TermAnswer {
  const { supply, purchase } = termCase
  const buyerCost = purchase ? costByTerm(purchase, supply) : null
  const flat = buyerCost ? (flatness(buyerCost) ?? null) : null
  const figures = {
    paybackYears: paybackYears(supply) ?? null,
    breakEvenInvestment: breakEvenInvestment(supply) ?? null,
    npv: netPresentValue(supply),
    probability: probability(supply) ?? null,
    prizeEquivalent: prizeEquivalent(supply) ?? null,
  }
  return {
    ...figures,
    buyerCost,
    flatness: flat,
    steps: [...supplierSteps(supply, figures), ...(flat ? buyerSteps(flat) : [])],
    asked: termCase.asked,
    leftOut: [...uncounted(termCase), ...LEFT_OUT_SUPPLIER, ...(buyerCost ? LEFT_OUT_BUYER : [])],
  }
}

type Figures = Pick<TermAnswer, 'paybackYears' | 'breakEvenInvestment' | 'npv' | 'probability' | 'prizeEquivalent'>

function supplierSteps(supply: Supply, figures: Figures): Message[] {
  const { term } = supply
  const most = figures.breakEvenInvestment
  const { prizeEquivalent: prize, probability: likely } = figures
  return [
    say('terms.step.discount', { factor: discounted(supply, 1), rate: supply.rate, hazard: supply.hazard }),
    say('terms.step.annuity', { term, annuity: annuity(supply, term) }),
    figures.paybackYears === null
      ? say('terms.step.never')
      : say('terms.step.payback', { years: figures.paybackYears }),
    say('terms.step.npv', { term, npv: figures.npv }),
    most === null ? say('terms.step.anyInvestment', { term }) : say('terms.step.breakEven', { term, most }),
    ...(prize === null ? [] : [say('terms.step.prize', { ...PRIZE_TERMS, prize })]),
    ...(likely === null ? [] : [say('terms.step.probability', { term, share: likely })]),
  ]
}

const buyerSteps = ({ cheapest, equal }: Flatness): Message[] => [
  say('terms.step.cheapest', { term: cheapest.term, cost: cheapest.presentValue }),
  say('terms.step.flat', { terms: equal.map(({ term }) => term).join(', '), within: EQUAL_WITHIN }),
]

const uncounted = ({ countedAsNone, supply }: TermCase): Message[] => [
  ...(countedAsNone.length > 0 ? [say('terms.leftOut.none', { inputs: countedAsNone.join(', ') })] : []),
  ...(supply.renewal > 0 || supply.salvage > 0 ? [say('terms.leftOut.alone')] : []),
]

/** The simplifications of the model, as docs/method/term.md tells them. */
const LEFT_OUT_SUPPLIER = [
  say('terms.leftOut.yearEnds'),
  say('terms.leftOut.hazard'),
  say('terms.leftOut.waiting'),
  say('terms.leftOut.renegotiation'),
  say('terms.leftOut.learning'),
]
const LEFT_OUT_BUYER = [
  say('terms.leftOut.recovery'),
  say('terms.leftOut.effort'),
  say('terms.leftOut.bidders'),
  say('terms.leftOut.lockIn'),
]
