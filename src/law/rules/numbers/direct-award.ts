/** Below these a contract may be awarded directly, in kronor excluding VAT. Before 1 February 2022 other limits and another way to add up held. */
import { day } from '../../../kit/day.js'
import { agency, lou } from '../cites.js'
import type { Dated } from './dated.js'

/** From this day the value of a direct award follows chapter 5, and earlier ones of the same kind are no longer added. */
export const REFORM = day('2022-02-01')

/** For services of annex 2 the limit is the threshold of the light regime. */
export const DIRECT_AWARD: readonly Dated<'directAward' | 'documented'>[] = [
  {
    name: 'directAward',
    unit: 'SEK',
    amount: 700_000,
    from: REFORM,
    cites: [lou('19 a kap. 1 §'), agency(2540981)],
  },
  { name: 'documented', unit: 'SEK', amount: 100_000, from: REFORM, cites: [lou('19 a kap. 11 §')] },
]
