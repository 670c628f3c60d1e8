/**
 * Which contract a purchase was made under: the one whose number it states, else the one that its supplier holds for this
 * kind of thing on that day, when exactly one fits. Otherwise it is not attributable, and the reason says why.
 */
import { isWithin, type Code } from '../categories/index.js'
import type { Day } from '../kit/day.js'
import { say, type Message } from '../kit/words/index.js'

export interface Candidate {
  readonly id: number
  readonly number: string
  readonly suppliers: readonly number[]
  /** Null where the register does not tell; then every day may be within. */
  readonly startsOn: Day | null
  /** The last possible end, with all options; null where it is not known. */
  readonly lastOn: Day | null
  readonly category: Code | null
}
export interface Line {
  /** As the file writes it; null where it does not. */
  readonly stated: string | null
  /** Null where the file names nobody. */
  readonly supplier: number | null
  /** The first day of the month it was booked in. */
  readonly month: Day
  /** What the line is known to be without any contract; null where that is not known. */
  readonly category: Code | null
}
export interface Attribution {
  readonly contract: Candidate | undefined
  readonly by: 'number' | 'fit' | undefined
  readonly because: Message
}

export function contractOf(line: Line, contracts: Contracts): Attribution {
  if (line.stated !== null) {
    const [stated] = contracts.numbered(line.stated)
    if (stated) return found(stated, 'number', say('purchasing.attribution.stated', { number: stated.number }))
  }
  if (line.supplier === null) return none(say('purchasing.attribution.nobody'))
  const held = contracts.heldBy(line.supplier)
  if (held.length === 0) return none(say('purchasing.attribution.holdsNone'))
  const running = held.filter((one) => runsIn(one, line.month))
  if (running.length === 0) return none(say('purchasing.attribution.notThen', { contracts: held.length }))
  const fitting = running.filter((one) => mayBe(line.category, one.category))
  const [only, ...more] = fitting
  if (!only) return none(say('purchasing.attribution.otherThings', { contracts: running.length }))
  if (more.length) return none(say('purchasing.attribution.several', { contracts: fitting.length }))
  return found(only, 'fit', say('purchasing.attribution.only', { number: only.number }))
}

const found = (contract: Candidate, by: 'number' | 'fit', because: Message): Attribution => ({ contract, by, because })
const none = (because: Message): Attribution => ({ contract: undefined, by: undefined, because })

/** Any day of the month is enough: a ledger may tell months only. */
export const runsIn = ({ startsOn, lastOn }: Candidate, month: Day): boolean =>
  (startsOn === null || startsOn.slice(0, 7) <= month.slice(0, 7)) &&
  (lastOn === null || lastOn.slice(0, 7) >= month.slice(0, 7))

/** One lies under the other, or one of them is not known. */
const mayBe = (line: Code | null, contract: Code | null): boolean =>
  line === null || contract === null || isWithin(line, contract) || isWithin(contract, line)

/** How purchases follow contracts: `beside` is bought of another although a contract for it ran. */
export type Following = 'under' | 'beside' | 'without' | 'unclear' | 'unknown'

/** `category` is what the line was judged to be in the end. A contract for a part of it only leaves it unclear. */
export function followingOf(
  { contract }: Pick<Attribution, 'contract'>,
  category: Code | null,
  month: Day,
  contracts: Contracts,
): { readonly following: Following; readonly beside?: Candidate } {
  if (contract) return { following: 'under' }
  return category === null ? { following: 'unknown' } : contracts.runningFor(category, month)
}

function runningOf(
  category: Code,
  near: readonly Candidate[],
  month: Day,
): { readonly following: Following; readonly beside?: Candidate } {
  const running = near.filter((one) => runsIn(one, month))
  const covering = running.find((one) => isWithin(category, one.category!))
  if (covering) return { following: 'beside', beside: covering }
  return { following: running.some((one) => isWithin(one.category!, category)) ? 'unclear' : 'without' }
}

/** A buyer's contracts, looked up in the three ways that lines ask for. */
export class Contracts {
  #byNumber = new Map<string, Candidate[]>()
  #bySupplier = new Map<number, Candidate[]>()
  #byDivision = new Map<string, Candidate[]>()
  #running = new Map<string, ReturnType<typeof runningOf>>()

  constructor(contracts: readonly Candidate[]) {
    for (const one of contracts) {
      add(this.#byNumber, plain(one.number), one)
      for (const supplier of one.suppliers) add(this.#bySupplier, supplier, one)
      if (one.category) add(this.#byDivision, one.category.slice(0, 2), one)
    }
  }

  numbered(written: string): readonly Candidate[] {
    return this.#byNumber.get(plain(written)) ?? []
  }
  heldBy(supplier: number): readonly Candidate[] {
    return this.#bySupplier.get(supplier) ?? []
  }
  /** How a purchase that was made under none follows them. Lines are many, their categories and months few. */
  runningFor(category: Code, month: Day): ReturnType<typeof runningOf> {
    const key = `${category} ${month}`
    const known = this.#running.get(key)
    if (known) return known
    const found = runningOf(category, this.#byDivision.get(category.slice(0, 2)) ?? [], month)
    this.#running.set(key, found)
    return found
  }
}

function add<K>(to: Map<K, Candidate[]>, key: K, one: Candidate): void {
  const known = to.get(key)
  if (known) known.push(one)
  else to.set(key, [one])
}

/** 'KS 2023/14-2' and 'ks2023/14-2' are one number. */
const plain = (number: string): string => number.toLowerCase().replace(/\s+/g, '')
