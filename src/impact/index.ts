/**
 * The only door of impact: the climate footprint of a purchase in kilograms of CO2e, with its range, its steps and its
 * sources; what is not known is asked for. The method is told in docs/method/impact.md.
 */
export { ABSURD, estimate, isUnknown, type Basis, type Bought, type Estimate, type Unknown } from './rules/estimate.js'
export {
  activityFactorFor,
  atPurchaserPrice,
  sigmaOf,
  spendFactorFor,
  type ActivityFactor,
  type Factor,
  type SpendFactor,
  type Unit,
} from './rules/factor.js'
export { breakEvenCarbonPrice, lifeCycleCost, type LifeCycle } from './rules/life-cycle.js'
export { gsdSquared, widened, type Score, type Scores } from './rules/pedigree.js'
export { deflatorFor, exchangeFor, type IndexRow, type RateRow } from './rules/prices.js'
export { meanOf, rangeOf, sigmaOfGsd, type Footprint, type Range } from './rules/range.js'
export { FIGARO_CREDIT, SPEND_FACTORS } from './rules/spend-factors.js'
export { ourCorrelation, sumOf, type Correlation, type Part, type Sum } from './rules/sum.js'
