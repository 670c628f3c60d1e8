/** The statutory minimum times and standstill, as days; the Swedish act of 2016 has held them since it came into force. */
import { day } from '../../../kit/day.js'
import { days, workingDays, type Period } from '../days/step.js'
import { directive, lou, remedies, type Cited } from '../cites.js'
import { numberOn, type Dated } from './dated.js'

/** The Swedish act that carries the directive of 2014; older cases follow another act. */
export const ACT_FROM = day('2017-01-01')

export const PERIODS = [
  period('openTenders', 35, directive('art. 27(1)', 'read')),
  period('openTendersElectronic', 30, directive('art. 27(4)', 'read')),
  period('openTendersAnnounced', 15, directive('art. 27(2)', 'read')),
  period('openTendersUrgent', 15, directive('art. 27(3)', 'read')),
  period('requests', 30, directive('art. 28(1)', 'read')),
  period('requestsUrgent', 15, directive('art. 28(6)(a)')),
  period('requestsNegotiated', 30, directive('art. 29(1)')),
  period('requestsDialogue', 30, directive('art. 30(1)')),
  period('requestsPartnership', 30, directive('art. 31(1)')),
  period('tenders', 30, directive('art. 28(2)', 'read')),
  period('tendersElectronic', 25, directive('art. 28(5)')),
  period('tendersAnnounced', 10, directive('art. 28(3)', 'read')),
  period('tendersUrgent', 10, directive('art. 28(6)(b)')),
  period('systemRequests', 30, directive('art. 34(2)(a)')),
  period('systemAdmission', 10, directive('art. 34(5)'), 'workingDays'),
  period('systemTenders', 10, directive('art. 34(2)(b)')),
  period('standstillElectronic', 10, lou('20 kap. 1 §'), 'days', remedies('art. 2a(2)')),
  period('standstillOther', 15, lou('20 kap. 1 §'), 'days', remedies('art. 2a(2)')),
  period('awardNotice', 30, directive('art. 50(1)')),
  period('nationalAwardNotice', 30, lou('19 kap.', 'weak')),
  period('questions', 6, lou('12 kap. 11 §'), 'days', directive('art. 53(2)')),
  period('questionsUrgent', 4, directive('art. 53(2)')),
] as const

export type PeriodName = (typeof PERIODS)[number]['name']

function period<Name extends string>(
  name: Name,
  amount: number,
  cite: Cited,
  unit: 'days' | 'workingDays' = 'days',
  ...more: Cited[]
): Dated<Name> {
  return { name, amount, unit, from: ACT_FROM, cites: [cite, ...more] }
}

export interface Minimum {
  readonly period: Period
  readonly cites: readonly Cited[]
}

export function minimum(name: PeriodName): Minimum {
  const { amount, unit, cites } = numberOn<PeriodName>(PERIODS, name, ACT_FROM)
  return { period: unit === 'workingDays' ? workingDays(amount) : days(amount), cites }
}
