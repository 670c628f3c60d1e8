/**
 * Which column holds what, guessed from what the columns are called and what stands in a few rows. Every guess says how
 * sure it is and why; a person confirms it.
 */
import type { Confidence } from '../../../categories/index.js'
import { say, type Message } from '../../../kit/words/index.js'
import { amountFormOf } from '../amounts.js'
import { dateFormOf, dayIn } from '../dates.js'
import type { BuyerNamed, Head } from '../statement.js'
import { candidatesOf, columnsOf, FITTING, type Candidate, type Column } from './candidates.js'
import { headKey, squeezed, type Mapping } from './mapping.js'
import { fieldsOfKind, KNOWN, NEEDED, type Field, type Form, type MappingKind } from './names.js'

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
  /** A day and an amount that can be read in two ways and no other row settles: a person must be asked. */
  readonly undecided: { readonly day?: string; readonly amount?: string }
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
  const has = (field: Field) =>
    chosen.has(field) || (buyer !== undefined && (field === 'buyer' || field === 'buyerNumber'))
  const amount = chosen.get('amount')?.column
  const { days, decimal, currency, undecided } = formsOf([...chosen.values()], columns)
  return {
    mapping: {
      kind,
      headKey: headKey(head.columns),
      columns: Object.fromEntries([...chosen].map(([field, { column }]) => [field, column])),
      days,
      ...(decimal ? { decimal } : {}),
      currency,
      vat: amount === undefined ? 'unknown' : vatOf(amount),
      ...(buyer ? { buyer: { organisationNumber: buyer.organisationNumber, name: buyer.name } } : {}),
    },
    fields: fieldsOfKind(kind).map((field) => guessOf(field, chosen.get(field), candidates, kind)),
    missing: NEEDED[kind].filter((group) => !group.some(has)),
    undecided,
  }
}

/** How the chosen columns write days and amounts. Undecided, a day stands first, and three last digits are thousands. */
function formsOf(
  chosen: readonly Candidate[],
  columns: readonly Column[],
): Pick<Mapping, 'days' | 'decimal' | 'currency'> & Pick<Guess, 'undecided'> {
  const written = (form: Form) =>
    chosen.flatMap((one) => (one.form === form ? columns.find(({ name }) => name === one.column)!.values : []))
  const dates = dateFormOf(written('day'))
  const amounts = amountFormOf(written('amount'))
  const order = dates.order ?? (dates.undecided === undefined ? undefined : 'dmy')
  const decimal = amounts.decimal ?? (amounts.undecided === undefined ? undefined : otherSign(amounts.undecided))
  return {
    days: { ...(order ? { order } : {}), six: dates.six, isSerial: dates.isSerial },
    ...(decimal ? { decimal } : {}),
    currency: currencyIn([
      ...chosen.filter(({ form }) => form === 'amount').map(({ column }) => column),
      ...written('amount'),
    ]),
    undecided: {
      ...(dates.undecided === undefined ? {} : { day: dates.undecided }),
      ...(amounts.undecided === undefined ? {} : { amount: amounts.undecided }),
    },
  }
}

const CURRENCIES: readonly [RegExp, Mapping['currency']][] = [
  [/£|\bgbp\b/i, 'GBP'],
  [/€|\beur\b/i, 'EUR'],
  [/\bnok\b/i, 'NOK'],
  [/\bdkk\b/i, 'DKK'],
]
/** As a heading or an amount says; kronor where nothing is said. */
const currencyIn = (texts: readonly string[]): Mapping['currency'] =>
  CURRENCIES.find(([form]) => texts.some((text) => form.test(text)))?.[1] ?? 'SEK'

const otherSign = (amount: string): ',' | '.' => (amount.includes(',') ? '.' : ',')

/** Whether a column's name says that its amounts include VAT. */
export function vatOf(column: string): Mapping['vat'] {
  const name = squeezed(column)
  if (/exkl|exmoms|netto|^net|net(amount|value)|exclvat|exvat|excludingvat/.test(name)) return 'excluded'
  return /inkl|brutto|gross|inclvat|incvat|includingvat/.test(name) ? 'included' : 'unknown'
}

/** The kind whose own columns are there. */
function kindOf(columns: readonly Column[]): MappingKind {
  const weight = (kind: MappingKind) =>
    [...assigned(candidatesOf(columns, kind)).values()]
      .filter(({ field, naming }) => KNOWN[field].kinds.length === 1 && naming !== 'none')
      .reduce((sum, { score }) => sum + score, 0)
  return weight('ledger') > weight('contract-register') ? 'ledger' : 'contract-register'
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
    const { values } = columns.find(({ name }) => name === of.column)!
    return dayIn(values[0] ?? '', { order: 'dmy', ...dateFormOf(values) })?.on ?? ''
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
  if (share === undefined || form === 'any' || (form === 'words' && share >= FITTING)) return reasons
  if (share >= FITTING) reasons.push(say('purchasing.import.mapping.byContent', { form }))
  else reasons.push(say('purchasing.import.mapping.againstContent', { form, share }))
  return reasons
}
