/** The most that may be agreed or changed: years of an agreement, percent of a running contract's value. */
import { day, type Day } from '../../../kit/day.js'
import { directive, lou, type Cited } from '../cites.js'
import { numberOn, type Dated } from './dated.js'

const FROM = day('2017-01-01')
const cap = <Name extends string>(
  name: Name,
  amount: number,
  unit: 'years' | 'percent',
  ...cites: [Cited, ...Cited[]]
) => ({ name, amount, unit, from: FROM, cites }) satisfies Dated<Name>

export const CAPS = [
  cap('frameworkYears', 4, 'years', lou('7 kap. 2 §'), directive('art. 33(1)', 'read')),
  cap('additionalDeliveryYears', 3, 'years', directive('art. 32(3)(b)')),
  cap('repetitionYears', 3, 'years', directive('art. 32(5)')),
  cap('reservedYears', 3, 'years', directive('art. 77')),
  cap('smallChangeGoodsAndServices', 10, 'percent', lou('17 kap. 9 §'), directive('art. 72(2)', 'read')),
  cap('smallChangeWorks', 15, 'percent', lou('17 kap. 9 §'), directive('art. 72(2)', 'read')),
  cap('additionalChange', 50, 'percent', lou('17 kap. 11 §'), directive('art. 72(1)(b)', 'read')),
  cap('unforeseenChange', 50, 'percent', lou('17 kap. 12 §'), directive('art. 72(1)(c)', 'read')),
] as const

export type CapName = (typeof CAPS)[number]['name']
export const capOn = (name: CapName, on: Day): Dated<CapName> => numberOn<CapName>(CAPS, name, on)
