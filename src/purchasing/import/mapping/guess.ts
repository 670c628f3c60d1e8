/**
 * Which column holds what, guessed from what the columns are called and what stands in a few rows. Every guess says how
 * sure it is and why; a person confirms it.
 */
import { readCode } from '../../../categories/index.js'
import type { Confidence } from '../../../categories/index.js'
import { refused } from '../../../kit/refuse.js'
import { say, type Message } from '../../../kit/words/index.js'
import { organisationNumber } from '../fields.js'
import type { BuyerNamed, Head } from '../statement.js'
import { headKey, squeezed, type Mapping, type MappingKind } from './mapping.js'
import { fieldsOfKind, KNOWN, NEEDED, type Field, type Form } from './names.js'
import { extensionMonths } from './extension.js'
import { amountIn, dayIn, dayOrderOf, monthsIn } from './written.js'

export interface FieldGuess {
  readonly field: Field
  /** Undefined where no column seems to hold it. */
  readonly column: string | undefined
  readonly confidence: Confidence | undefined
  readonly because: readonly Message[]
  /** Other columns that might hold it, likeliest first. */
  readonly alternatives: readonly string[]
  readonly isNeeded: boolean
}
export interface Guess {
  readonly mapping: Mapping
  readonly fields: readonly FieldGuess[]
  /** What no row can be read without, and no column was found for: of each group any one field will do. */
  readonly missing: readonly (readonly Field[])[]
}
export interface GuessOptions {
  /** Left out, it is guessed too. */
  readonly kind?: MappingKind
  /** Whose file it is, where a person has said so. */
  readonly buyer?: BuyerNamed
}

export function guessMapping(
  head: Head,
  rows: readonly (readonly string[])[],
  { kind: told, buyer }: GuessOptions = {},
): Guess {
  const columns = columnsOf(head, rows)
  const kind = told ?? kindOf(columns)
  const candidates = candidatesOf(columns, kind)
  const chosen = inOrderOfDays(assigned(candidates), columns)
  const fields = fieldsOfKind(kind).map((field) => guessOf(field, chosen.get(field), candidates, kind))
  const has = (field: Field) => chosen.has(field) || (field === 'buyer' && buyer !== undefined)
  const days = columns.filter(({ name }) =>
    [...chosen.values()].some((one) => one.column === name && one.form === 'day'),
  )
  const amount = chosen.get('amount')?.column
  return {
    mapping: {
      kind,
      headKey: headKey(head.columns),
      columns: Object.fromEntries([...chosen].map(([field, { column }]) => [field, column])),
      days: dayOrderOf(days.flatMap(({ values }) => values)),
      currency: 'SEK',
      vat: amount === undefined ? 'unknown' : vatOf(amount),
      ...(buyer ? { buyer: { organisationNumber: buyer.organisationNumber, name: buyer.name } } : {}),
    },
    fields,
    missing: NEEDED[kind].filter((group) => !group.some(has)),
  }
}

/** Whether a column's name says that its amounts include VAT. */
export function vatOf(column: string): Mapping['vat'] {
  const name = squeezed(column)
  if (/exkl|exmoms|netto|^net|net(amount|value)|exclvat|exvat|excludingvat/.test(name)) return 'excluded'
  return /inkl|brutto|gross|inclvat|incvat|includingvat/.test(name) ? 'included' : 'unknown'
}

interface Column {
  readonly name: string
  readonly values: readonly string[]
}
interface Candidate {
  readonly field: Field
  readonly column: string
  readonly form: Form
  readonly score: number
  readonly naming: 'exact' | 'like' | 'none'
  /** Of the values that are given, how many look as they should; undefined where none is given or all would do. */
  readonly share: number | undefined
}

const columnsOf = ({ columns }: Head, rows: readonly (readonly string[])[]): Column[] =>
  columns.flatMap((written, place) => {
    const name = written.trim()
    if (!name || columns.findIndex((one) => one.trim() === name) < place) return []
    return [{ name, values: rows.map((cells) => (cells[place] ?? '').trim()).filter((value) => value !== '') }]
  })

/** The kind whose own columns are there. */
function kindOf(columns: readonly Column[]): MappingKind {
  const weight = (kind: MappingKind) =>
    [...assigned(candidatesOf(columns, kind)).values()]
      .filter(({ field, naming }) => KNOWN[field].kinds.length === 1 && naming !== 'none')
      .reduce((sum, { score }) => sum + score, 0)
  return weight('ledger') > weight('contract-register') ? 'ledger' : 'contract-register'
}

/** Every column that may hold a field, best first. */
const candidatesOf = (columns: readonly Column[], kind: MappingKind): Candidate[] =>
  fieldsOfKind(kind)
    .flatMap((field) => columns.flatMap((column) => candidate(field, column) ?? []))
    .sort((one, other) => other.score - one.score)

function candidate(field: Field, { name, values }: Column): Candidate | undefined {
  const { form, names } = KNOWN[field]
  const key = squeezed(name).replace(IN_KRONOR, '')
  const place = names.indexOf(key)
  const isLike = names.some((known) => known.length >= 6 && key.includes(known)) && !/^(moms|vat)/.test(key)
  const naming = place >= 0 ? 'exact' : isLike ? 'like' : 'none'
  const share = form === 'any' || values.length === 0 ? undefined : values.filter(FITS[form]).length / values.length
  // Of two exact names the more usual one is preferred, by less than anything else weighs.
  const byName = { exact: 1 - place / 1000, like: 0.6, none: 0 }[naming]
  const byContent = share === undefined ? 0 : share >= FITTING ? 0.2 : share < CONTRARY ? -0.7 : 0
  if (naming !== 'none')
    return byName + byContent > 0.1
      ? { field, column: name, form, score: byName + byContent, naming, share }
      : undefined
  const tells = TELLING[field] && share !== undefined && share >= FITTING
  return tells ? { field, column: name, form, score: TELLING[field]!, naming, share } : undefined
}
/** 'Tak (tkr)' is a ceiling. */
const IN_KRONOR = /(?<=.)(tkr|ksek|tsek|mnkr|mkr|msek|kr|sek)$/
const FITTING = 0.8
const CONTRARY = 0.3

/** Fields that are known by what stands in them alone, and how much that weighs. */
const TELLING: Partial<Record<Field, number>> = {
  category: 0.5,
  supplierNumber: 0.45,
  extensions: 0.4,
  startsOn: 0.35,
  endsOn: 0.35,
  day: 0.35,
  amount: 0.3,
}

const FITS: Readonly<Record<Exclude<Form, 'any'>, (value: string) => boolean>> = {
  number: (value) => organisationNumber(value)?.length === 10 || /^[A-Z]{2}\d{6,12}$/.test(value),
  day: (value) => (dayIn(value, 'day-first') ?? dayIn(value, 'month-first')) !== undefined,
  amount: (value) =>
    amountIn(value) !== undefined && !/^\d{8,}$/.test(value) && dayIn(value, 'day-first') === undefined,
  months: (value) =>
    monthsIn(value) !== undefined ||
    extensionMonths(value).months !== undefined ||
    /\d\s*(\+|x|år|mån|y|m)/i.test(value),
  cpv: (value) => /^\d{8}/.test(value) && !refused(readCode(value.split(/[;,\n]/)[0]!.trim())),
  words: (value) => /\p{L}{2}/u.test(value),
}

/** Each field its best column that no surer field has. */
function assigned(candidates: readonly Candidate[]): Map<Field, Candidate> {
  const chosen = new Map<Field, Candidate>()
  const taken = new Set<string>()
  for (const one of candidates) {
    if (chosen.has(one.field) || taken.has(one.column)) continue
    chosen.set(one.field, one)
    taken.add(one.column)
  }
  return chosen
}

/** Two columns known only as days are start and end in the order that their days say. */
function inOrderOfDays(chosen: Map<Field, Candidate>, columns: readonly Column[]): Map<Field, Candidate> {
  const start = chosen.get('startsOn')
  const end = chosen.get('endsOn')
  if (start?.naming !== 'none' || end?.naming !== 'none') return chosen
  const first = (of: Candidate) => {
    const values = columns.find(({ name }) => name === of.column)!.values
    return dayIn(values[0] ?? '', 'day-first')?.on ?? ''
  }
  if (first(start) <= first(end)) return chosen
  return new Map([...chosen, ['startsOn', { ...end, field: 'startsOn' }], ['endsOn', { ...start, field: 'endsOn' }]])
}

function guessOf(
  field: Field,
  chosen: Candidate | undefined,
  candidates: readonly Candidate[],
  kind: MappingKind,
): FieldGuess {
  return {
    field,
    column: chosen?.column,
    confidence: chosen && confidenceOf(chosen),
    because: chosen ? reasonsOf(chosen) : [],
    alternatives: candidates
      .filter((one) => one.field === field && one.column !== chosen?.column)
      .map(({ column }) => column),
    isNeeded: NEEDED[kind].some((group) => group.includes(field)),
  }
}

const confidenceOf = ({ naming, share }: Candidate): Confidence => {
  const fits = share === undefined || share >= FITTING
  if (naming === 'exact') return fits ? 'strong' : 'possible'
  return naming === 'like' && fits ? 'likely' : 'possible'
}

function reasonsOf({ column, form, naming, share }: Candidate): Message[] {
  const reasons: Message[] = []
  if (naming !== 'none') reasons.push(say('purchasing.import.mapping.byName', { column, naming }))
  if (share === undefined || form === 'any') return reasons
  if (share >= FITTING) reasons.push(say('purchasing.import.mapping.byContent', { form }))
  else reasons.push(say('purchasing.import.mapping.againstContent', { form, share }))
  return reasons
}
