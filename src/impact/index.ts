/**
 * The only door of impact: the climate footprint of a purchase in kilograms of CO2e, with its range, its steps and its
 * sources; what is not known is asked for. The method is told in docs/method/impact.md.
 */
import './tables.js'
export { sayOfficial, sayPrice } from './acts/saying.js'
export { reckoned } from './acts/book.js'
export { climateOf, type Climate } from './acts/climate.js'
export { decisionsOf, savings, type Decisions, type SavingFound } from './acts/decisions.js'
export { footprintOfContract, footprintUnder, type FootprintFound } from './acts/footprint.js'
export { climateJson } from './json.js'
export { ContractClimate } from './pages/contract-section.js'
export { inLess, switchCalled, SwitchSteps } from './pages/switched.js'
export { divisionCalled, rowCalled } from './naming.js'
export { itemCalled } from './rules/items.js'
export { KNOWN_SWITCHES, type Available, type ContractSoon, type Switched } from './rules/leverage.js'
export { notComparable, savingOf, type Saving, type Switch } from './rules/switch.js'
export { switchIn } from './switch-file.js'
export { isWay, WAYS, type Way } from './seen.js'
export { betweenInWords, rangeInWords, weightInWords } from './told.js'
export { climateAddress, figureAddress } from './address.js'
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
export { ACTIVITY_FACTORS } from './rules/activity-factors.js'
export { FIGARO_CREDIT, SPEND_FACTORS } from './rules/spend-factors.js'
export { ourCorrelation, sumOf, type Correlation, type Part, type Sum } from './rules/sum.js'
