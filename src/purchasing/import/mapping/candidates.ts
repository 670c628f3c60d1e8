/** Which columns may hold a field, by what they are called and what stands in them. */
import { readCode } from '../../../categories/index.js'
import { refused } from '../../../kit/refuse.js'
import { dayIn, type DateForm } from '../dates.js'
import { organisationNumber } from '../fields.js'
import type { Head } from '../statement.js'
import { extensionMonths } from './extension.js'
import { squeezed } from './mapping.js'
import { fieldsOfKind, KNOWN, OTHER_PARTY, type Field, type Form, type MappingKind } from './names.js'
import { amountIn, monthsIn } from './written.js'

export interface Column {
  readonly name: string
  readonly values: readonly string[]
}
export interface Candidate {
  readonly field: Field
  readonly column: string
  readonly form: Form
  readonly score: number
  readonly naming: 'exact' | 'like' | 'none'
  /** Of the values that are given, how many look as they should; undefined where none is given or all would do. */
  readonly share: number | undefined
}

export const columnsOf = ({ columns }: Head, rows: readonly (readonly string[])[]): Column[] =>
  columns.flatMap((written, place) => {
    const name = written.trim()
    if (!name || columns.findIndex((one) => one.trim() === name) < place) return []
    return [{ name, values: rows.map((cells) => (cells[place] ?? '').trim()).filter((value) => value !== '') }]
  })

/** Every column that may hold a field, best first. */
export const candidatesOf = (columns: readonly Column[], kind: MappingKind): Candidate[] =>
  fieldsOfKind(kind)
    .flatMap((field) => columns.flatMap((column) => candidate(field, column) ?? []))
    .sort((one, other) => other.score - one.score)

function candidate(field: Field, column: Column): Candidate | undefined {
  const { form, names } = KNOWN[field]
  const { name, values } = column
  const key = squeezed(name).replace(IN_KRONOR, '')
  const place = names.indexOf(key)
  if (place < 0 && OTHER_PARTY[field]?.test(key)) return undefined
  const isLike = names.some((known) => known.length >= 6 && key.includes(known)) && !/^(moms|vat)/.test(key)
  const naming = place >= 0 ? 'exact' : isLike ? 'like' : 'none'
  const share = form === 'any' ? undefined : shareOf(values, FITS[form])
  // Of two exact names the more usual one is preferred, by less than anything else weighs.
  const byName = { exact: 1 - place / 1000, like: 0.6, none: 0 }[naming]
  const byContent = share === undefined ? 0 : share >= FITTING ? 0.2 : share < CONTRARY ? -0.7 : 0
  const score = naming === 'none' ? byContentAlone(field, values) : byName + byContent
  return score > 0.1 ? { field, column: name, form, score, naming, share } : undefined
}
/** 'Tak (tkr)' is a ceiling. */
const IN_KRONOR = /(?<=.)(tkr|ksek|tsek|mnkr|mkr|msek|kr|sek)$/
export const FITTING = 0.8
const CONTRARY = 0.3

/** Undefined where no value is given. */
const shareOf = (values: readonly string[], fits: (value: string) => boolean): number | undefined =>
  values.length === 0 ? undefined : values.filter(fits).length / values.length

function byContentAlone(field: Field, values: readonly string[]): number {
  const [score, fits] = TELLING[field] ?? [0, () => false]
  return (shareOf(values, fits) ?? 0) >= FITTING ? score : 0
}

/** Which of two days it is, the whole column tells later. */
const ANY_ORDER: readonly DateForm[] = [
  { order: 'dmy', six: 'yyyymm', isSerial: false },
  { order: 'mdy', six: 'yymmdd', isSerial: false },
]
const isDay = (value: string): boolean => ANY_ORDER.some((form) => dayIn(value, form) !== undefined)

const FITS: Readonly<Record<Exclude<Form, 'any'>, (value: string) => boolean>> = {
  number: (value) => organisationNumber(value)?.length === 10 || /^[A-Z]{2}\d{6,12}$/.test(value),
  day: isDay,
  amount: (value) => amountIn(value, { decimal: ',' }) !== undefined || amountIn(value, { decimal: '.' }) !== undefined,
  months: (value) =>
    monthsIn(value) !== undefined ||
    extensionMonths(value).months !== undefined ||
    /\d\s*(\+|x|år|mån|y|m)/i.test(value),
  cpv: (value) => /^\d{8}/.test(value) && !refused(readCode(value.split(/[;,\n]/)[0]!.trim())),
  words: (value) => /\p{L}{2}/u.test(value),
}

const hasDecimals = (value: string): boolean => FITS.amount(value) && /[.,]\d{2}\D*$/.test(value)
const isClause = (value: string): boolean => /\d ?([+x×] ?\d|år|mån|year|month)/i.test(value)

/** Fields that are known by what stands in them alone, how much that weighs, and what it must look like. */
const TELLING: Partial<Record<Field, readonly [score: number, fits: (value: string) => boolean]>> = {
  category: [0.5, FITS.cpv],
  supplierNumber: [0.45, FITS.number],
  extensions: [0.4, isClause],
  startsOn: [0.35, isDay],
  endsOn: [0.35, isDay],
  day: [0.35, isDay],
  amount: [0.3, hasDecimals],
}
