/**
 * law: how fast it may lawfully go. Pure rules with reasons: periods, dated numbers, routes. Knows no clock and no database;
 * a case brings its own days. Amounts are whole öre excluding VAT; a day is a calendar day where the buyer is.
 *
 *   reckon(day('2026-11-24'), days(30))   // { lastDay: '2026-12-28', steps } or a refusal that names the field
 *   routesFor(theCase)                    // every route with verdict, reasons and calendar, or a refusal
 */
export {
  AMOUNT_NAMES,
  enterNumber,
  lawHeld,
  verifyLaw,
  withdrawNumber,
  withdrawVerification,
  type NumberWritten,
  type VerifyWritten,
} from './acts.js'
export { backPlan, type BackPlan } from './back-plan.js'
export { purchaseCase } from './contract-case.js'
export { ContractLaw } from './pages/contract-section.js'
export { WhyRoute } from './pages/why-route.js'
export { type EnteredNumber, type LawHeld, type VerificationRow } from './held.js'
export { enteredNumbers, verifications } from './store.js'
export { planJson } from './plan-json.js'
export { planOf, type Plan } from './plan.js'
export { plannerAddress } from './planner-address.js'
export { caseFields, fieldsToCase, readCase, writeCase } from './read-case.js'
export { routesFor, latestStart, soonest, type Answered } from './rules/answer.js'
export { type Calendar, type Step } from './rules/calendar.js'
export {
  OWN_TIMES,
  RECURS,
  SUBJECTS,
  UNKNOWN_VALUE,
  type Answer,
  type Case,
  type OwnTime,
  type Recurs,
  type RunningContract,
  type Subject,
} from './rules/case.js'
export { type Cited, type Mark, type Verification } from './rules/cites.js'
export { reckon, untilSetHour, type Reckoned } from './rules/days/reckon.js'
export { before, days, months, workingDays, type DayRule, type DayStep, type Period } from './rules/days/step.js'
export { notWorking, type NotWorking } from './rules/days/working-day.js'
export { type CityCalendar } from './rules/local/city.js'
export { meetingsIn } from './rules/local/meetings.js'
export { handInDay } from './rules/local/own-work.js'
export { AMOUNTS, compare, type Compared, type Limit, type Value } from './rules/numbers/compare.js'
export { CAPS } from './rules/numbers/caps.js'
export { numberKey, type Dated } from './rules/numbers/dated.js'
export { PERIODS, type PeriodName } from './rules/numbers/periods.js'
export { QUESTIONS, type Question } from './rules/questions.js'
export { type Reason, type Verdict } from './rules/reason.js'
export { PARTS, valueOf, type Part, type Valued, type ValuePart } from './rules/value.js'
export { lawTable, verifiable, type Condition, type LawTable, type RouteRules } from './rules/table.js'
export { changedSince, readKept, RULES, rulesVersion, writeKept, type Kept } from './rules/version.js'
export { keyOf, type Verified } from './rules/verified.js'
export { ROUTE } from './rules/routes/index.js'
export { ROUTES, type Note, type Route, type RouteId } from './rules/routes/route.js'
