/**
 * How the category of a contract stands to those that were confirmed, and what that is worth. Pure; explained for lay
 * readers in docs/method/fit.md.
 */
import { categoryOf, isCollective, kinship, type Code, type Level, type Relation } from '../categories/index.js'

/** A category that the person confirmed, and how the idea stands to it. */
export interface Confirmed {
  readonly code: Code
  readonly relation: Relation
}

/** How the category of a contract stands to one that was confirmed, seen as a buyer would. */
export const KINS = [
  'same',
  'holds',
  'above',
  'within',
  'wide',
  'division',
  'sibling',
  'part',
  'collective',
  'somewhere',
  'class',
  'group',
  'near',
  'unrelated',
] as const
export type Kin = (typeof KINS)[number]

/** By itself; when the contract's title shows it (its category by name, or the idea); or never. */
type Enough = 'alone' | 'named' | 'with words' | 'never'
/** What each kin gives, and when it makes an opening. */
export const KIN: Readonly<Record<Kin, { readonly points: number; readonly enough: Enough }>> = {
  same: { points: 8, enough: 'alone' },
  holds: { points: 6, enough: 'alone' },
  above: { points: 5, enough: 'named' },
  within: { points: 6, enough: 'alone' },
  wide: { points: 5, enough: 'named' },
  division: { points: 4, enough: 'named' },
  sibling: { points: 4, enough: 'alone' },
  part: { points: 3, enough: 'alone' },
  collective: { points: 3, enough: 'named' },
  somewhere: { points: 2, enough: 'with words' },
  class: { points: 3, enough: 'with words' },
  group: { points: 2, enough: 'with words' },
  near: { points: 0, enough: 'never' },
  unrelated: { points: 0, enough: 'never' },
}

/** What an idea is counts most; what it replaces or is bought together with nearly as much; a need is no way in. */
export const RELATION_POINTS: Readonly<Record<Relation, number>> = {
  is: 0,
  replaces: -1,
  with: -1,
  'served-as': -2,
  needs: -4,
}
/** Where a part of it was confirmed too, the part is what the idea is about. */
const WIDER = -1

export interface Way extends Confirmed {
  readonly kin: Kin
  readonly points: number
}

/** Best first, one for each relation, so that the reader sees both what it is and what it replaces. */
export function waysIn(category: Code, confirmed: readonly Confirmed[]): Way[] {
  const ways = confirmed
    .map((one): Way => {
      const kin = kinOf(category, one.code)
      const points = KIN[kin].points + RELATION_POINTS[one.relation] + (isWider(one, confirmed) ? WIDER : 0)
      return { ...one, kin, points: Math.max(0, points) }
    })
    .filter(({ kin }) => kin !== 'unrelated')
    .sort((a, b) => b.points - a.points)
  return ways.filter((way, at) => at === ways.findIndex(({ relation }) => relation === way.relation))
}

const isWider = ({ code, relation }: Confirmed, confirmed: readonly Confirmed[]): boolean =>
  confirmed.some((other) => other.relation === relation && kinship(code, other.code).kin === 'contains')

export function kinOf(contract: Code, idea: Code): Kin {
  const { kin } = kinship(contract, idea)
  const [ofContract, ofIdea] = [categoryOf(contract).level, categoryOf(idea).level]
  if (kin === 'same') return ofIdea === 'division' ? 'somewhere' : 'same'
  if (kin === 'within') return withinOf(idea, ofIdea)
  if (kin === 'contains') return holdsAs(contract, ofContract, idea)
  if (kin !== 'unrelated' && isCollective(contract) && holds(parentOf(contract), idea)) return 'collective'
  if (kin === 'category') return 'sibling'
  return kin === 'division' ? 'near' : kin
}

/** What is bought under a category just above is of one kind; further up, and where things are collected, of many. */
function holdsAs(contract: Code, level: Level, idea: Code): Kin {
  if (level === 'division' || level === 'group') return level === 'division' ? 'division' : 'wide'
  return parentOf(idea) === contract && !isCollective(contract) ? 'holds' : 'above'
}

/** A part of a whole division, or of what 'miscellaneous' collects, may be something quite different. */
function withinOf(idea: Code, level: Level): Kin {
  if (level === 'division') return 'somewhere'
  if (isCollective(idea)) return 'group'
  return level === 'group' ? 'part' : 'within'
}

const holds = (contract: Code, idea: Code): boolean => kinship(contract, idea).kin === 'contains'

const parentOf = (code: Code): Code => categoryOf(code).parent ?? code
