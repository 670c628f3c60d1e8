/**
 * What an idea may say in numbers, read from a form or a file. None of them is needed, and none is ever filled in. Described
 * for those who write them in docs/method/fit.md.
 */
import { hundredthsOf } from '../kit/money.js'
import { say } from '../kit/words/index.js'
import type { FormError } from './form-error.js'

export const NUMBERS = ['value', 'workDays', 'investment', 'cashflow', 'rate'] as const
export type NumberName = (typeof NUMBERS)[number]

/** Kronor excluding VAT; the rate is a fraction a year. */
export interface Numbers {
  /** Of the whole contract that the idea would need, options and extensions counted. */
  readonly value?: number | undefined
  /** Working days that the buyer needs from the last tender to the decision. */
  readonly workDays?: number | undefined
  readonly investment?: number | undefined
  readonly cashflow?: number | undefined
  readonly rate?: number | undefined
}
/** As typed; a rate in per cent. */
export type WrittenNumbers = Readonly<Partial<Record<NumberName, string>>>

interface Bound {
  readonly most: number
  /** Whether 0 is refused. */
  readonly above?: boolean
  readonly whole?: boolean
}
const MONEY = 1e12
export const BOUNDS: Readonly<Record<NumberName, Bound>> = {
  value: { most: MONEY, above: true },
  workDays: { most: 730, whole: true },
  investment: { most: MONEY, above: true },
  cashflow: { most: MONEY },
  rate: { most: 1 },
}

export const isWithin = (name: NumberName, number: number): boolean => {
  const { most, above, whole } = BOUNDS[name]
  return number >= 0 && number <= most && !(above && number === 0) && !(whole && !Number.isInteger(number))
}

/** What cannot be read is told beside its field; an empty field says nothing. */
export function numbersIn(written: WrittenNumbers): { readonly numbers: Numbers; readonly errors: FormError[] } {
  const numbers: Partial<Record<NumberName, number>> = {}
  const errors: FormError[] = []
  for (const name of NUMBERS) {
    const text = (written[name] ?? '').replace(/\s*(kr|sek|%)\.?$/i, '').trim()
    if (text === '') continue
    const number = numberIn(name, text)
    if (number !== undefined && isWithin(name, number)) numbers[name] = number
    else errors.push({ field: name, message: say('fit.numbers.wrong', { name, most: mostWritten(name) }) })
  }
  return { numbers, errors }
}

function numberIn(name: NumberName, text: string): number | undefined {
  if (name === 'workDays') return /^\d{1,4}$/.test(text) ? Number(text) : undefined
  const hundredths = hundredthsOf(text)
  return hundredths === undefined ? undefined : hundredths / (name === 'rate' ? 10_000 : 100)
}

const mostWritten = (name: NumberName): number => BOUNDS[name].most * (name === 'rate' ? 100 : 1)

/** As a form carries them on. */
export const writtenOf = (numbers: Numbers): WrittenNumbers =>
  Object.fromEntries(
    NUMBERS.flatMap((name) => {
      const number = numbers[name]
      return number === undefined ? [] : [[name, String(name === 'rate' ? Number((number * 100).toFixed(2)) : number)]]
    }),
  )
