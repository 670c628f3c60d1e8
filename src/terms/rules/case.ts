/**
 * A case as it is written in a file or a form, read once. What is missing, out of bounds or unknown by name is answered
 * with the field and what to write instead; nothing is cut to fit.
 *
 *   { "currency": "SEK", "investment": 4000000, "cashflow": 1200000, "rate": 0.065, "term": 4 }
 */
import { say, type Message } from '../../kit/words/index.js'
import type { Purchase } from './buyer.js'
import { INPUTS, inputsFor, type Input } from './inputs.js'
import type { Supply } from './supplier.js'

export interface TermCase {
  readonly supply: Supply
  /** Undefined unless all the buyer's inputs are there. */
  readonly purchase?: Purchase
  /** The inputs that count as nothing because nobody stated them. */
  readonly countedAsNone: readonly Input[]
  /** What must be found out before the rest can be answered, each with what is plausible. */
  readonly asked: readonly Message[]
}
export interface Problem {
  readonly input: string
  readonly because: Message
}
export interface Unreadable {
  readonly problems: readonly Problem[]
}
export const unreadable = (read: TermCase | Unreadable): read is Unreadable => 'problems' in read

/** `currency` is the writer's own note: every amount is in it. */
const NOTES = ['currency']

export function readCase(written: Readonly<Record<string, unknown>>): TermCase | Unreadable {
  const problems = [...Object.entries(written).flatMap(([input, value]) => problemOf(input, value)), ...absent(written)]
  return problems.length > 0 ? { problems } : understood(written)
}

const isInput = (name: string): name is Input => Object.hasOwn(INPUTS, name)

function problemOf(input: string, value: unknown): Problem[] {
  if (NOTES.includes(input)) return []
  if (!isInput(input)) return [{ input, because: say('terms.problem.unknown', { input }) }]
  if (value === undefined) return []
  const { least, most, above, whole } = INPUTS[input]
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [{ input, because: say('terms.problem.notANumber', { input }) }]
  if (whole && !Number.isInteger(value)) return [{ input, because: say('terms.problem.notWhole', { input }) }]
  if (value > most || value < least || (above && value === least))
    return [{ input, because: say('terms.problem.outside', { input, least, most, above: above ? 'yes' : 'no' }) }]
  return []
}

const absent = (written: Readonly<Record<string, unknown>>): Problem[] =>
  inputsFor('always')
    .filter((input) => written[input] === undefined)
    .map((input) => ({ input, because: missing(input) }))

/** 'rate: missing. Between 0.035 and 0.1 is plausible.' Of an amount nothing is plausible beforehand. */
function missing(input: Input): Message {
  const { plausible } = INPUTS[input]
  if (!plausible) return say('terms.asked.amount', { input })
  return say('terms.asked.plausible', { input, low: plausible[0], high: plausible[1] })
}

function understood(written: Readonly<Partial<Record<Input, number>>>): TermCase {
  const isAbsent = (input: Input) => written[input] === undefined
  const countedAsNone = inputsFor('none').filter(isAbsent)
  const none = Object.fromEntries(countedAsNone.map((input) => [input, 0]))
  const buyers = inputsFor('buyer')
  const supply = pick([...inputsFor('always'), ...inputsFor('none'), ...inputsFor('spread')], { ...none, ...written })
  const asked = [...inputsFor('spread'), ...buyers].filter(isAbsent).map(missing)
  return {
    supply: supply as unknown as Supply,
    ...(buyers.some(isAbsent) ? {} : { purchase: pick(buyers, written) as unknown as Purchase }),
    countedAsNone,
    asked,
  }
}

const pick = (
  inputs: readonly Input[],
  from: Readonly<Partial<Record<Input, number>>>,
): Partial<Record<Input, number>> =>
  Object.fromEntries(inputs.flatMap((input) => (from[input] === undefined ? [] : [[input, from[input]]])))
