/** The fit report: reads what is bought within the reader's reach and ranks it by the pure rules of opening.ts. */
import {
  ancestors,
  isCode,
  likeness,
  meaningsIn,
  peopleServedIn,
  suggestCategories,
  tellingWords,
  type Code,
  type Suggestion,
} from '../categories/index.js'
import type { Reach } from '../kit/actor.js'
import type { Day } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import { grouped } from '../kit/grouped.js'
import type { Language, Message } from '../kit/words/index.js'
import { savings } from '../impact/index.js'
import { lawHeld, type LawHeld } from '../law/index.js'
import * as purchasing from '../purchasing/index.js'
import { beginningsOf, boughtIn } from './bought.js'
import type { Idea } from './idea.js'
import type { Confirmed } from './kin.js'
import { judge, type Asked, type Judged } from './opening.js'
import type { Term } from './renewal.js'
import { savingAt, type OpeningSaving } from './saving.js'

export interface Opening extends Judged {
  readonly procurement: purchasing.ProcurementRow
  readonly holders: readonly purchasing.Holder[]
  readonly contracts: readonly Contract[]
  /** What the buyer bought of these holders, whatever it was; undefined when nothing is known. */
  readonly bought: Bought | undefined
  /** What a known switch could save of what is bought there. */
  readonly saving: OpeningSaving
}
export interface Bought {
  readonly amount: number
  readonly from: Day
  readonly to: Day
  /** Largest first. */
  readonly by: readonly (NamedHolder & { readonly amount: number })[]
}
interface NamedHolder {
  readonly name: string
  /** Of the supplier's page; null where it has none. */
  readonly address: string | null
}
export type Contract = Awaited<ReturnType<typeof purchasing.contractsOf>>[number]

export interface BuyerCount {
  readonly buyer: number
  readonly name: string
  readonly openings: number
}

export interface Fit {
  readonly categories: readonly Code[]
  /** How the idea stands to each of the categories, and what led there; nothing where the person gave the code. */
  readonly confirmed: readonly (Confirmed & { readonly because: readonly Message[] })[]
  readonly today: Day
  /** The one buyer that was asked about. */
  readonly buyer: number | undefined
  /** Of this page, best first, at most 25; `found` is how many there are. */
  readonly openings: readonly Opening[]
  readonly found: number
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** How many procurements were looked at, and whether there were more than are looked at. */
  readonly looked: number
  readonly more: boolean
  /** Named when little or nothing fits. */
  readonly nearest: readonly Opening[]
  /** Who has openings, most first; of all buyers, also where one is chosen. */
  readonly buyers: readonly BuyerCount[]
  /** On accounts of the chosen categories, largest first. */
  readonly spent: readonly purchasing.Spent[]
  /** On accounts of a category that holds a chosen one, largest first: some of it may be of the chosen one. */
  readonly broader: readonly purchasing.Spent[]
  readonly people: ReturnType<typeof peopleServedIn>
  /** What the installation's own people have entered and verified of the law. */
  readonly law: LawHeld
}

/** Of each step of nearness; of the last, which holds nearly nothing but the nearest things, fewer. */
const CANDIDATES = 5000
const CANDIDATES_OF_DIVISION = 600
export const ON_A_PAGE = 25
const FEW = 3
const NEAREST = 5

/** Suggested categories, with the titles of similar awarded contracts as evidence. */
export async function suggest(db: Database, reach: Reach, idea: Idea): Promise<Suggestion[]> {
  const words = tellingWords(idea.title)
  const similar = await purchasing.procurementsTitled(db, reach, words.slice(0, 8), 60)
  const precedents = similar.flatMap(({ title, category }) =>
    category && isCode(category) ? [{ title, code: category, weight: likeness(title, words) }] : [],
  )
  return suggestCategories(idea, { precedents, most: 8 })
}

export interface Question {
  readonly idea: Idea
  readonly categories: readonly Code[]
  readonly today: Day
  /** Of the category names in the reasons. */
  readonly language: Language
  /** Only this one's openings; the others are still counted in `buyers`. */
  readonly buyer?: number | undefined
  /** From 1; beyond the last, the last. */
  readonly page?: number | undefined
  /** What `suggest` said of the idea, where the caller has asked it. */
  readonly suggested?: readonly Suggestion[] | undefined
}

export async function fit(db: Database, reach: Reach, question: Question): Promise<Fit> {
  const { idea, categories, today, language, buyer } = question
  const people = peopleServedIn(`${idea.title}. ${idea.text}`)
  const confirmed = confirmedBy(categories, question.suggested ?? (await suggest(db, reach, idea)))
  const sectors = [...new Set(people.flatMap((one) => one.sectors))]
  const { rows, more } = await candidates(db, reach, categories)
  const ranked = inOrder(await judged(db, reach, rows, { confirmed, ...wordsOf(idea), sectors, today, language }))
  const ofBuyer = ranked.filter(({ procurement }) => buyer === undefined || procurement.buyer === buyer)
  const here = ofBuyer.filter((one) => one.opening)
  const others = here.length < FEW ? ofBuyer.filter((one) => !one.opening) : []
  const pages = Math.max(1, Math.ceil(here.length / ON_A_PAGE))
  const page = Math.min(pages, question.page ?? 1)
  return {
    ...{ categories, confirmed, today, buyer, people, page, pages, more },
    openings: await withHolders(db, reach, here.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)),
    found: here.length,
    looked: rows.length,
    nearest: await withHolders(db, reach, others.slice(0, NEAREST)),
    buyers: buyersOf(ranked.filter((one) => one.opening)),
    ...(await spentIn(db, reach, categories, buyer)),
    law: await lawHeld(db),
  }
}

async function spentIn(db: Database, reach: Reach, categories: readonly Code[], buyer: number | undefined) {
  const spent = await purchasing.spentUnder(db, reach, beginningsOf(categories))
  const { within, broader } = boughtIn(
    categories,
    spent.filter((one) => buyer === undefined || one.buyer === buyer),
  )
  return { spent: within, broader }
}

const confirmedBy = (categories: readonly Code[], suggested: readonly Suggestion[]): Fit['confirmed'] =>
  categories.map((code) => {
    const found = suggested.find((one) => one.code === code)
    return { code, relation: found?.relation ?? 'is', because: found?.because ?? [] }
  })

/** Where the title is only a name, the text has to say what it is. */
function wordsOf({ title, text }: Idea): Omit<Asked, 'confirmed' | 'sectors' | 'today' | 'language'> {
  const titleWords = tellingWords(title)
  const textWords = tellingWords(text)
  return {
    titleWords: titleWords.length ? titleWords : textWords,
    textWords,
    titleMeanings: meaningsIn(title),
    textMeanings: meaningsIn(text),
  }
}

async function judged(db: Database, reach: Reach, rows: readonly purchasing.ProcurementRow[], asked: Asked) {
  const contracts = await purchasing.contractsOf(db, reach, idsOf(rows))
  const byProcurement = grouped(contracts, (one) => one.procurement)
  return rows.map((procurement): Ranked => {
    const own = byProcurement.get(procurement.id) ?? []
    const candidate = { ...procurement, category: procurement.category as Code, terms: own.map(termOf) }
    return { procurement, contracts: own, ...judge(candidate, asked) }
  })
}

interface Ranked extends Judged {
  readonly procurement: purchasing.ProcurementRow
  readonly contracts: readonly Contract[]
}

/**
 * Best reasons first. Of equals, one of each kind before the next of the same (so that five like contracts do not hide
 * another way in), then what ends soonest, then the newest, then by title: never by chance.
 */
function inOrder(judged: readonly Ranked[]): Ranked[] {
  const kindOf = (one: Ranked) => `${one.points} ${one.because[0]?.category ?? ''}`
  const turns = new Map<string, number>()
  const turn = new Map<Ranked, number>()
  const sorted = [...judged].sort(byReason)
  for (const one of sorted) {
    turn.set(one, turns.get(kindOf(one)) ?? 0)
    turns.set(kindOf(one), turn.get(one)! + 1)
  }
  return sorted.sort((a, b) => b.points - a.points || turn.get(a)! - turn.get(b)! || byReason(a, b))
}

const byReason = (a: Ranked, b: Ranked): number =>
  b.points - a.points ||
  soonest(a).localeCompare(soonest(b)) ||
  (b.procurement.publishedOn ?? '').localeCompare(a.procurement.publishedOn ?? '') ||
  a.procurement.title.localeCompare(b.procurement.title, 'sv') ||
  a.procurement.id - b.procurement.id

const LATE = '9999'
const soonest = ({ renewal }: Ranked): string =>
  renewal.kind === 'ahead' ? renewal.endsOn : renewal.kind === 'ended' ? '0000' : LATE

function buyersOf(fitting: readonly Ranked[]): BuyerCount[] {
  const groups = grouped(fitting, ({ procurement }) => procurement.buyer)
  return [...groups]
    .map(([buyer, own]) => ({ buyer, name: own[0]!.procurement.buyerName, openings: own.length }))
    .sort((a, b) => b.openings - a.openings || a.name.localeCompare(b.name, 'sv'))
}

interface Candidates {
  readonly rows: readonly purchasing.ProcurementRow[]
  /** A step had more than are read. */
  readonly more: boolean
}

/** The nearest first, so that a large division cannot crowd them out; each procurement once. */
async function candidates(db: Database, reach: Reach, categories: readonly Code[]): Promise<Candidates> {
  const under = async (prefixes: readonly string[], most = CANDIDATES): Promise<Candidates> => {
    const rows = await purchasing.procurementsUnder(db, reach, [...new Set(prefixes)], most)
    return { rows, more: rows.length === most }
  }
  const steps = [
    await under(categories.map((code) => code.replace(/0+$/, '').padEnd(3, '0'))),
    await under(categories.flatMap((code) => ancestors(code))),
    await under(categories.map((code) => code.slice(0, 3))),
    await under(
      categories.map((code) => code.slice(0, 2)),
      CANDIDATES_OF_DIVISION,
    ),
  ]
  const found = steps.flatMap(({ rows }) => rows).filter(({ category }) => category && isCode(category))
  return {
    rows: [...new Map(found.map((row) => [row.id, row])).values()],
    more: steps.some(({ more }) => more),
  }
}

const idsOf = (rows: readonly purchasing.ProcurementRow[]): number[] => rows.map((row) => row.id)

const termOf = (one: Contract): Term => ({
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  extensionMonths: purchasing.optionMonths(one),
  noticeMonths: one.noticeMonths,
})

async function withHolders(db: Database, reach: Reach, judged: readonly Ranked[]): Promise<Opening[]> {
  const holders = await purchasing.holdersOf(db, reach, idsOf(judged.map((one) => one.procurement)))
  const spent = await purchasing.spentWith(db, reach, [...new Set(holders.flatMap((one) => one.supplier ?? []))])
  const saved = await savings(db, reach)
  return judged.map((one) => {
    const mine = holders.filter((holder) => holder.procurement === one.procurement.id)
    const named = new Map(
      mine.flatMap(({ supplier, name, address }) => (supplier && name ? [[supplier, { name, address }] as const] : [])),
    )
    const sums = spent.filter((sum) => sum.buyer === one.procurement.buyer && named.has(sum.supplier))
    const bought = sums.length ? together(sums, named) : undefined
    return { ...one, holders: mine, bought, saving: savingAt(one.contracts, saved) }
  })
}

function together(sums: readonly purchasing.SpentWith[], holders: ReadonlyMap<number, NamedHolder>): Bought {
  const days = sums.flatMap(({ from, to }) => [from, to]).sort()
  return {
    amount: sums.reduce((total, sum) => total + sum.amount, 0),
    from: days[0]!,
    to: days.at(-1)!,
    by: sums.map(({ supplier, amount }) => ({ ...holders.get(supplier)!, amount })).sort((a, b) => b.amount - a.amount),
  }
}
