/**
 * The only door of terms: what a contract's length means to a supplier who must invest and to the buyer. Money in whole
 * units of one currency, time in years, rates and shares as fractions; what cannot be answered is null and never a guess.
 * The formulas and their sources are told in docs/method/term.md.
 */
export { termsAddress, type Field } from './asked.js'
export { answerJson } from './json.js'
export { ContractTerms } from './pages/contract-section.js'
export { answerOf, type TermAnswer } from './rules/answer.js'
export {
  costByTerm,
  EQUAL_WITHIN,
  flatness,
  presentCost,
  ruleOfThumbTerm,
  type Flatness,
  type Investor,
  type Purchase,
  type Recovery,
  type TermCost,
} from './rules/buyer.js'
export { readCase, unreadable, type Problem, type TermCase, type Unreadable } from './rules/case.js'
export type { Cap } from './rules/lawful.js'
export { INPUTS, SUGGESTED, type Accepted, type Input, type Suggested } from './rules/inputs.js'
export {
  ceilingYears,
  compare,
  usualStructures,
  type Compared,
  type Lawful,
  type Lengths,
  type LongestLawful,
  type Structure,
  type StructureKind,
} from './rules/structures.js'
export {
  breakEvenInvestment,
  netPresentValue,
  paybackYears,
  prizeEquivalent,
  probability,
  type Supply,
} from './rules/supplier.js'
export { tornado, type Bar, type Range, type Ranges } from './rules/tornado.js'
