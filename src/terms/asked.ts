/**
 * What an address asks, as it was typed in the form: amounts with or without spaces, decimal comma or point, shares in per
 * cent. What is missing is not wrong, it is asked for; what cannot be read is told beside its field.
 *
 *   /terms?investment=4 000 000&cashflow=1200000&rate=6,5   → { investment: 4e6, cashflow: 1.2e6, rate: 0.065 }
 */
import { hundredthsOf } from '../kit/money.js'
import { INPUTS, type Accepted, type Input } from './rules/inputs.js'
import { REASONS, type Reasons } from './rules/lawful.js'

/** The years that only the parties can tell, and what is needed to compare ways to build a contract. */
export const LENGTHS = {
  callOffYears: { least: 0, most: 100, above: true },
  longerYears: { least: 0, most: 100, above: true },
  firstPhaseYears: { least: 0, most: 100, above: true },
  laterYears: { least: 0, most: 100 },
  lotYears: { least: 0, most: 100, above: true },
  lotShare: { least: 0, most: 1, above: true },
  greatestQuantity: { least: 0, most: 1e15, above: true },
  ceiling: { least: 0, most: 1e15, above: true },
  yearlyValue: { least: 0, most: 1e15, above: true },
} as const satisfies Readonly<Record<string, Omit<Accepted, 'need'>>>
/** From one unit, in kilograms; today's may fall by themselves. */
export const EMISSIONS = {
  emissionsNow: { least: 0, most: 1e9 },
  emissionsOffered: { least: 0, most: 1e9 },
  emissionsFall: { least: 0, most: 1 },
} as const satisfies Readonly<Record<string, Omit<Accepted, 'need'>>>
export type Told = keyof typeof LENGTHS | keyof typeof EMISSIONS
export type Field = Input | Told
type Bounds = Omit<Accepted, 'need' | 'plausible'>

export type Unit = 'money' | 'years' | 'share' | 'units' | 'number' | 'kilograms'
const FIELDS: Readonly<Record<Field, Bounds>> = { ...INPUTS, ...LENGTHS, ...EMISSIONS }
const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name)

const SUPPLIERS: readonly Field[] = ['investment', 'cashflow']
const BUYERS: readonly Field[] = ['unitCost', 'tenderCost', 'switchingCost', 'ceiling', 'yearlyValue']
const UNITS: readonly Field[] = ['quantity', 'greatestQuantity']
const YEARS: readonly Field[] = ['term', 'nextTerm', 'horizon', 'lockInFrom', 'callOffYears', 'longerYears']
const PHASES: readonly Field[] = ['firstPhaseYears', 'laterYears', 'lotYears']
const KILOGRAMS: readonly Field[] = ['emissionsNow', 'emissionsOffered']

export function unitOf(field: Field): Unit {
  if (SUPPLIERS.includes(field) || BUYERS.includes(field)) return 'money'
  if (UNITS.includes(field)) return 'units'
  if (YEARS.includes(field) || PHASES.includes(field)) return 'years'
  if (KILOGRAMS.includes(field)) return 'kilograms'
  return field === 'bidders' ? 'number' : 'share'
}

/** Bounds are as one writes them: shares in per cent. */
export interface Wrong {
  readonly field: Field
  readonly kind: 'number' | 'whole' | 'outside'
  readonly least: number
  readonly most: number
  readonly isAbove: boolean
}
export interface Asked {
  /** As typed, for the form to show again; here and below in the order of the form, however the address has it. */
  readonly written: Readonly<Partial<Record<Field, string>>>
  /** Shares as fractions. */
  readonly numbers: Readonly<Partial<Record<Field, number>>>
  readonly wrong: readonly Wrong[]
  readonly reasons: Reasons
  /** The address of the contract it was opened from. */
  readonly contract?: string
  /** Names that are no field. */
  readonly unknown: readonly string[]
}

const MOST_LETTERS = 40
const BESIDES = ['reasons', 'contract']

export function askedIn(query: Readonly<Record<string, string>>): Asked {
  const written: Partial<Record<Field, string>> = {}
  const numbers: Partial<Record<Field, number>> = {}
  const wrong: Wrong[] = []
  const unknown = Object.keys(query).filter((name) => !isField(name) && !BESIDES.includes(name))
  for (const name of Object.keys(FIELDS) as Field[]) {
    const text = (query[name] ?? '').trim().slice(0, MOST_LETTERS)
    if (text === '') continue
    written[name] = text
    const found = numberIn(name, text)
    if (typeof found === 'number') numbers[name] = found
    else wrong.push(found)
  }
  const contract = /^[\w-]{1,120}$/.exec(query['contract'] ?? '')?.[0]
  const reasons = REASONS.find((one) => one === query['reasons']) ?? 'unknown'
  return { written, numbers, wrong, reasons, unknown, ...(contract ? { contract } : {}) }
}

function numberIn(field: Field, text: string): number | Wrong {
  const { least, most, above = false, whole = false } = FIELDS[field]
  const per = unitOf(field) === 'share' ? 100 : 1
  const told = { field, least: least * per, most: most * per, isAbove: above }
  const read = plainNumber(field, text)
  if (read === undefined) return { ...told, kind: 'number' }
  const value = read / per
  if (value > most || value < least || (above && value === least)) return { ...told, kind: 'outside' }
  return whole && !Number.isInteger(value) ? { ...told, kind: 'whole' } : value
}

/** An amount may be grouped in thousands; a rate or a number of years never is. */
function plainNumber(field: Field, text: string): number | undefined {
  if (['money', 'units'].includes(unitOf(field))) {
    const hundredths = hundredthsOf(text.replace(/\s*(kr|sek)\.?$/i, ''))
    return hundredths === undefined ? undefined : hundredths / 100
  }
  const digits = /^(\d{1,6}(?:[.,]\d{1,15})?)\s*%?$/.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits.replace(',', '.'))
}

/** The same question without what was left empty: an address one would share. Undefined where nothing is left out. */
export function tidied(query: Readonly<Record<string, string>>): string | undefined {
  const kept = Object.entries(query).filter(
    ([name, value]) => value.trim() !== '' && (name !== 'reasons' || value !== 'unknown'),
  )
  if (kept.length === Object.keys(query).length) return undefined
  return kept.length > 0 ? `/terms?${new URLSearchParams(kept).toString()}` : '/terms'
}

/** The address of the page with the known numbers filled in; shares are given as fractions and stand in per cent. */
export function termsAddress(known: Readonly<Partial<Record<Field, number | undefined>>>, contract?: string): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(known))
    if (isField(name) && value !== undefined)
      query.set(name, String(unitOf(name) === 'share' ? Number((value * 100).toPrecision(12)) : value))
  if (contract) query.set('contract', contract)
  return query.size > 0 ? `/terms?${query.toString()}` : '/terms'
}
