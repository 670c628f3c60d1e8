/**
 * The estimated value by chapter 5: the whole contract with its options and extensions, what is meant to follow a pilot, and
 * similar contracts where the purchase recurs or is renewed (of the last twelve months or financial year, or the coming twelve
 * months). Since 1 February 2022 nothing else is added to a direct award.
 */
import { refuse, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { agency, lou, type Cited } from './cites.js'
import type { Value } from './numbers/compare.js'

export const PARTS = ['contract', 'option', 'extension', 'continuation', 'similar'] as const
export type Part = (typeof PARTS)[number]

export interface ValuePart extends Value {
  readonly part: Part
  /** What it is called: a similar contract, or a sum of the ledger. */
  readonly name?: string
  /** Who judged that it belongs; a similar contract always needs one. */
  readonly by?: string
}

export interface Valued {
  readonly value: Value
  readonly steps: readonly {
    readonly part: ValuePart
    /** The value with this part and those before it. */
    readonly sum: Value
    readonly because: Message
    readonly cites: readonly Cited[]
  }[]
}

const CITES: Readonly<Record<Part, readonly Cited[]>> = {
  contract: [lou('5 kap.')],
  option: [lou('5 kap.')],
  extension: [lou('5 kap.')],
  continuation: [lou('5 kap.'), agency(2540981)],
  similar: [lou('5 kap. 11 §'), agency(2540981)],
}

/** Refuses amounts that are not whole öre, a least above its most, and a similar contract that nobody stands for. */
export function valueOf(parts: readonly ValuePart[]): Valued | Refusal {
  let sum: Value = { least: 0, most: 0 }
  const steps: Valued['steps'][number][] = []
  for (const part of parts) {
    const because = problemOf(part)
    if (because) return refuse(because)
    sum = { least: sum.least + part.least, most: sum.most + part.most }
    steps.push({ part, sum, because: say('law.part', { part: part.part }), cites: CITES[part.part] })
  }
  return { value: sum, steps }
}

function problemOf({ part, least, most, by }: ValuePart): Message | undefined {
  if (![least, most].every((ore) => Number.isSafeInteger(ore) && ore >= 0))
    return say('law.refusal.amount', { field: 'value' })
  if (least > most) return say('law.refusal.range', { field: 'value' })
  return part === 'similar' && !by ? say('law.refusal.similar', { field: 'by' }) : undefined
}
