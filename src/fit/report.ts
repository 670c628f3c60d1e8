/** The fit report: reads what is bought within the reader's reach and ranks it by the pure rules of opening.ts. */
import { categoryOf, divisionOf, peopleServedIn, suggestCategories, isCode, type Code } from '../categories/index.js'
import type { Reach } from '../kit/actor.js'
import type { Day } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import type { Language } from '../kit/words/index.js'
import * as purchasing from '../purchasing/index.js'
import { judge, wordsIn, type Judged, type Term } from './opening.js'

export interface Idea {
  readonly title: string
  readonly text: string
}

export interface Opening extends Judged {
  readonly procurement: purchasing.ProcurementRow
  readonly holders: readonly purchasing.Holder[]
  /** What the buyer bought of these holders, whatever it was; undefined when nothing is known. */
  readonly bought: { readonly amount: number; readonly from: Day; readonly to: Day } | undefined
}

export interface Fit {
  readonly categories: readonly Code[]
  readonly openings: readonly Opening[]
  /** Named when nothing fits. */
  readonly nearest: readonly Opening[]
  readonly spent: readonly purchasing.Spent[]
  readonly people: ReturnType<typeof peopleServedIn>
}

const CANDIDATES = 400
const MOST_OPENINGS = 25

/** Suggested categories, with the titles of similar awarded contracts as evidence. */
export async function suggest(db: Database, reach: Reach, idea: Idea) {
  const similar = await purchasing.procurementsTitled(db, reach, wordsIn(idea.title).slice(0, 8), 40)
  const precedents = similar.flatMap((row) =>
    row.category && isCode(row.category) ? [{ title: row.title, code: row.category }] : [],
  )
  return suggestCategories(idea, { precedents, most: 6 })
}

export async function fit(
  db: Database,
  reach: Reach,
  idea: Idea,
  categories: readonly Code[],
  today: Day,
  language: Language,
): Promise<Fit> {
  const people = peopleServedIn(`${idea.title}. ${idea.text}`)
  const sectors = [...new Set(people.flatMap((one) => one.sectors))]
  const divisions = [...new Set(categories.map((code) => divisionOf(code).slice(0, 2)))]
  const found = await candidates(db, reach, categories, divisions)
  const contracts = await purchasing.contractsOf(
    db,
    reach,
    found.map((row) => row.id),
  )
  const words = wordsIn(`${idea.title} ${idea.text}`)
  const judged = found
    .map((procurement) => {
      const terms = contracts.filter((one) => one.procurement === procurement.id).map(termOf)
      return {
        procurement,
        ...judge(
          { ...procurement, category: procurement.category as Code, terms },
          categories,
          words,
          sectors,
          today,
          language,
        ),
      }
    })
    .sort((a, b) => b.points - a.points || newestFirst(a.procurement, b.procurement))
  const openings = await withHolders(db, reach, judged.filter((one) => one.opening).slice(0, MOST_OPENINGS))
  const nearest = openings.length ? [] : await withHolders(db, reach, judged.slice(0, 5))
  const spent = await purchasing.spentUnder(db, reach, openings.length ? spentPrefixes(categories) : divisions)
  return { categories, openings, nearest, spent, people }
}

/** A sum must be about what the idea is about: the group, or the whole division where the category is one. */
const spentPrefixes = (categories: readonly Code[]): string[] => [
  ...new Set(
    categories.flatMap((code) => [
      categoryOf(code)!.level === 'division' ? code.slice(0, 2) : code.slice(0, 3),
      `${code.slice(0, 2)}000000`,
    ]),
  ),
]

/** The nearest groups first, so that a large division cannot crowd them out. */
async function candidates(db: Database, reach: Reach, categories: readonly Code[], divisions: readonly string[]) {
  const groups = [...new Set(categories.map((code) => code.slice(0, 3)))]
  const near = await purchasing.procurementsUnder(db, reach, groups, CANDIDATES)
  const broad = await purchasing.procurementsUnder(
    db,
    reach,
    divisions.map((two) => `${two}000000`),
    CANDIDATES,
  )
  const rest = await purchasing.procurementsUnder(db, reach, divisions, CANDIDATES)
  return [
    ...new Map(
      [...near, ...broad, ...rest].filter((row) => row.category && isCode(row.category)).map((row) => [row.id, row]),
    ).values(),
  ]
}

const termOf = (one: {
  startsOn: Day | null
  endsOn: Day | null
  extensionMonths: string
  noticeMonths: number | null
}): Term => ({
  ...one,
  extensionMonths: one.extensionMonths ? one.extensionMonths.split('+').map(Number) : [],
})

const newestFirst = (a: purchasing.ProcurementRow, b: purchasing.ProcurementRow) =>
  (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || a.id - b.id

async function withHolders<J extends Judged & { procurement: purchasing.ProcurementRow }>(
  db: Database,
  reach: Reach,
  judged: readonly J[],
) {
  const holders = await purchasing.holdersOf(
    db,
    reach,
    judged.map((one) => one.procurement.id),
  )
  const spent = await purchasing.spentWith(db, reach, [...new Set(holders.flatMap((one) => one.supplier ?? []))])
  return judged.map((one) => {
    const mine = holders.filter((holder) => holder.procurement === one.procurement.id)
    const sums = spent.filter(
      (sum) => sum.buyer === one.procurement.buyer && mine.some((holder) => holder.supplier === sum.supplier),
    )
    const bought = sums.length
      ? {
          amount: sums.reduce((total, sum) => total + sum.amount, 0),
          from: sums.map((sum) => sum.from).sort()[0]!,
          to: sums
            .map((sum) => sum.to)
            .sort()
            .at(-1)!,
        }
      : undefined
    return { ...one, holders: mine, bought }
  })
}
