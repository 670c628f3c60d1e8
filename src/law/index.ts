/**
 * law: how fast it may lawfully go. Pure rules with reasons: periods, dated numbers, routes. Knows no clock and no database;
 * a case brings its own days. Amounts are whole öre excluding VAT; a day is a calendar day where the buyer is.
 *
 *   reckon(day('2026-11-24'), days(30))   // { lastDay: '2026-12-28', steps } or a refusal that names the field
 *   routesFor(theCase)                    // every route with verdict, reasons and calendar, or a refusal
 */
export { routesFor, latestStart, soonest, type Answered } from './rules/answer.js'
export { type Calendar, type Step } from './rules/calendar.js'
export { OWN_TIMES, SUBJECTS, type Answer, type Case, type OwnTime, type Subject } from './rules/case.js'
export { type Cited, type Mark } from './rules/cites.js'
export { reckon, untilSetHour, type Reckoned } from './rules/days/reckon.js'
export { before, days, months, workingDays, type DayRule, type DayStep, type Period } from './rules/days/step.js'
export { notWorking, type NotWorking } from './rules/days/working-day.js'
export { AMOUNTS, compare, type Compared, type Limit, type Value } from './rules/numbers/compare.js'
export { CAPS } from './rules/numbers/caps.js'
export { type Dated, type Verification } from './rules/numbers/dated.js'
export { PERIODS, type PeriodName } from './rules/numbers/periods.js'
export { QUESTIONS, type Question } from './rules/questions.js'
export { type Reason, type Verdict } from './rules/reason.js'
export { PARTS, valueOf, type Part, type Valued, type ValuePart } from './rules/value.js'
export { ROUTE } from './rules/routes/index.js'
export { ROUTES, type Note, type Route, type RouteId } from './rules/routes/route.js'
