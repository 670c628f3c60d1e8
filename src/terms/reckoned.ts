/** Everything the page, its draft and its JSON say of what was asked, worked out once. */
import type { Asked, Field } from './asked.js'
import { answerOf, type TermAnswer } from './rules/answer.js'
import { readCase, unreadable, type TermCase } from './rules/case.js'
import { emissionsSaved } from './rules/emissions.js'
import { enoughFor, type Enough } from './rules/enough.js'
import { INPUTS, type Input } from './rules/inputs.js'
import { lawfulTerms, type Cap } from './rules/lawful.js'
import { ceilingYears, compare, usualStructures, type Compared, type Lengths } from './rules/structures.js'
import { paybackYears, probability, type Supply } from './rules/supplier.js'
import { tornado, type Bar } from './rules/tornado.js'

/** `stated`: as asked. `payback`: nobody said how long, so the shortest whole years that pay. `cap`: they never do. */
export type TermFrom = 'stated' | 'payback' | 'cap'
export interface Reckoned {
  readonly asked: Asked
  readonly termCase: TermCase
  readonly termFrom: TermFrom
  readonly answer: TermAnswer
  readonly enough: Enough
  readonly tornado: readonly Bar[]
  readonly compared: readonly Compared[]
  readonly ceilingYears?: number
  /** In kg over the term, in expectation; undefined until the quantity, both spreads and the emissions are told. */
  readonly emissionsSaved?: number
}

export const FIRST = ['investment', 'cashflow', 'rate'] as const satisfies readonly Input[]

/** Undefined until the three first inputs are there and all that was written can be read. */
export function reckon(asked: Asked, cap: Cap): Reckoned | undefined {
  const { numbers, wrong } = asked
  if (wrong.length > 0 || FIRST.some((input) => numbers[input] === undefined)) return undefined
  const term = termOf(numbers, cap)
  const termCase = readCase({ ...inputsOf(numbers), term: term.years })
  if (unreadable(termCase)) return undefined
  const { supply } = termCase
  const ceiling = ceilingOf(numbers)
  const saved = savedIn(numbers, supply)
  const lawful = lawfulTerms(cap, asked.reasons, numbers.longerYears)
  return {
    asked,
    termCase,
    termFrom: term.from,
    answer: answerOf(termCase),
    enough: enoughFor(supply),
    tornado: tornado(supply),
    compared: usualStructures(lengthsOf(numbers), lawful).map((one) => compare(one, supply, ceiling)),
    ...(ceiling === undefined ? {} : { ceilingYears: ceiling }),
    ...(saved === undefined ? {} : { emissionsSaved: saved }),
  }
}

type Numbers = Asked['numbers']

const inputsOf = (numbers: Numbers): Partial<Record<Input, number>> =>
  Object.fromEntries(Object.entries(numbers).filter(([name]) => Object.hasOwn(INPUTS, name)))

interface Term {
  readonly years: number
  readonly from: TermFrom
}

function termOf(numbers: Numbers, cap: Cap): Term {
  if (numbers.term !== undefined) return { years: numbers.term, from: 'stated' }
  const ofOneYear = readCase({ ...inputsOf(numbers), term: 1 })
  const shortest = unreadable(ofOneYear) ? undefined : shortestThatPays(ofOneYear.supply)
  return shortest === undefined ? { years: cap.years, from: 'cap' } : { years: shortest, from: 'payback' }
}

/** In whole years; beyond what is shown, where the contract pays back by itself. */
function shortestThatPays(supply: Supply): number | undefined {
  const [first] = enoughFor(supply).enough
  const payback = paybackYears(supply)
  return first ?? (payback !== undefined && payback <= INPUTS.term.most ? Math.ceil(payback) : undefined)
}

/** By quantity or by value, whichever is reached first. */
function ceilingOf({ greatestQuantity, quantity, ceiling, yearlyValue }: Numbers): number | undefined {
  const lasts = (most?: number, yearly?: number) =>
    (most === undefined || yearly === undefined ? undefined : ceilingYears(most, yearly)) ?? []
  const known = [lasts(greatestQuantity, quantity), lasts(ceiling, yearlyValue)].flat()
  return known.length > 0 ? Math.min(...known) : undefined
}

function savedIn(numbers: Numbers, supply: Supply): number | undefined {
  const { emissionsNow: now, emissionsOffered: offered, emissionsFall: fall, quantity } = numbers
  const likely = probability(supply)
  if (now === undefined || offered === undefined || fall === undefined) return undefined
  if (quantity === undefined || likely === undefined) return undefined
  return emissionsSaved({ now, offered, fall, quantity }, supply.term, likely)
}

/** Years after the first phase that nobody stated are none. */
const lengthsOf = (known: Numbers): Lengths => ({
  ...(known.callOffYears === undefined ? {} : { callOffYears: known.callOffYears }),
  ...(known.longerYears === undefined ? {} : { longerYears: known.longerYears }),
  ...(known.firstPhaseYears === undefined
    ? {}
    : {
        partnership: {
          firstPhaseYears: known.firstPhaseYears,
          laterYears: known.laterYears ? [known.laterYears] : [],
        },
      }),
  ...(known.lotYears === undefined || known.lotShare === undefined
    ? {}
    : { lot: { years: known.lotYears, share: known.lotShare } }),
})

/** What must be told before a way to build a contract can be compared. */
export const NEEDED: Readonly<Record<Compared['structure']['kind'], readonly Field[]>> = {
  framework: [],
  callOff: ['callOffYears'],
  longerFramework: ['longerYears'],
  contract: [],
  partnership: ['firstPhaseYears'],
  lots: ['lotYears', 'lotShare'],
}
