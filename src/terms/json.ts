/** The answer as JSON with all its digits: the same from the page's address and from the command line. */
import type { Words } from '../kit/words/index.js'
import { doubtsIn } from './doubts.js'
import { doubtInWords } from './pages/said.js'
import type { Reckoned } from './reckoned.js'
import type { TermAnswer } from './rules/answer.js'
import type { TermCase } from './rules/case.js'

/** Null is an answer: never, without limit, or not known. Sentences are in the language of `words`. */
export const answerJson = (answer: TermAnswer, { countedAsNone }: Pick<TermCase, 'countedAsNone'>, words: Words) => ({
  paybackYears: answer.paybackYears,
  breakEvenInvestment: answer.breakEvenInvestment,
  npv: answer.npv,
  probability: answer.probability,
  prizeEquivalent: answer.prizeEquivalent,
  buyerCost: answer.buyerCost,
  countedAsNone,
  asked: answer.asked.map(words.of),
  steps: answer.steps.map(words.of),
  leftOut: answer.leftOut.map(words.of),
})

export const reckonedJson = (reckoned: Reckoned, words: Words) => ({
  language: words.language,
  case: { currency: 'SEK', ...reckoned.termCase.supply, ...reckoned.termCase.purchase },
  termFrom: reckoned.termFrom,
  doubts: doubtsIn(reckoned.asked).map((doubt) => ({ ...doubt, sentence: doubtInWords(doubt, words) })),
  ...answerJson(reckoned.answer, reckoned.termCase, words),
  emissionsSaved: reckoned.emissionsSaved ?? null,
  ceilingYears: reckoned.ceilingYears ?? null,
  enough: reckoned.enough.enough,
  left: reckoned.enough.whole,
  structures: reckoned.compared.map(({ structure, because, ...one }) => ({
    ...structure,
    ...one,
    breakEvenInvestment: one.breakEvenInvestment ?? null,
    because: because.map(words.of),
  })),
  findOut: reckoned.tornado,
})
