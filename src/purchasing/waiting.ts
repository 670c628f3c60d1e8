/** What a person has said of a waiting file, joined with what was guessed of it: the mapping, and what is still to be said. */
import { say, type Message } from '../kit/words/index.js'
import type { Overlap } from './overlap.js'
import { amountFormOf } from './import/amounts.js'
import { dateFormOf } from './import/dates.js'
import { organisationNumber } from './import/fields.js'
import { fieldsOfKind, guessMapping, headKey, type Field, type Guess, type Mapping } from './import/mapping/index.js'
import { FIELDS, KINDS, KNOWN, NEEDED, type Form } from './import/mapping/names.js'
import type { Covering } from './overlap.js'

/** As the form sends them; empty where nothing is said. */
export interface Said {
  readonly kind: string
  /** The kind that the columns were chosen for. */
  readonly kindBefore: string
  readonly columns: Readonly<Partial<Record<Field, string>>>
  readonly order: string
  readonly decimal: string
  readonly currency: string
  readonly vat: string
  readonly buyerNumber: string
  readonly buyerName: string
  readonly overlap: string
  readonly from: string
  readonly to: string
}

export interface ToSay {
  readonly field: string
  readonly because: Message
}
export interface Judged {
  readonly guess: Guess
  readonly mapping: Mapping
  /** How a day and an amount are written that can be read in two ways. */
  readonly undecided: Guess['undecided']
  readonly covering: Covering | undefined
  /** What must be said before the file can be read in. */
  readonly toSay: readonly ToSay[]
}

type Rows = readonly (readonly string[])[]
const CURRENCIES = ['SEK', 'EUR', 'GBP', 'NOK', 'DKK'] as const
export { CURRENCIES, KINDS }

/** Without `said`, all of it is guessed. */
export function judged(columns: readonly string[], rows: Rows, said?: Said): Judged {
  const guess = guessMapping({ columns }, rows, { ...given('kind', oneOf(KINDS, said?.kind)) })
  const isForKind = said !== undefined && said.kindBefore === guess.mapping.kind
  const { mapping, undecided } = isForKind ? confirmed(guess, columns, rows, said) : guess
  const whole = said ? { ...mapping, ...wholeFile(said, mapping) } : mapping
  const covering = said && coveringOf(said)
  return {
    guess,
    mapping: whole,
    undecided,
    covering: covering === 'wrong' ? undefined : covering,
    toSay: [
      ...missingIn(whole),
      ...(undecided.day && !said?.order ? [{ field: 'order', because: say('purchasing.waiting.sayOrder') }] : []),
      ...(undecided.amount && !said?.decimal
        ? [{ field: 'decimal', because: say('purchasing.waiting.sayDecimal') }]
        : []),
      ...(said ? buyerWrong(said) : []),
      ...(covering === 'wrong' ? [{ field: 'from', because: say('purchasing.waiting.badMonths') }] : []),
    ],
  }
}

const oneOf = <T extends string>(all: readonly T[], said: string | undefined): T | undefined =>
  all.find((one) => one === said)
const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

/** The columns as a person chose them, and how these write days and amounts. */
function confirmed(guess: Guess, columns: readonly string[], rows: Rows, said: Said) {
  const { kind } = guess.mapping
  const chosen = fieldsOfKind(kind).flatMap((field): [Field, string][] => {
    const column = columns.find((one) => one.trim() === said.columns[field])?.trim()
    return column ? [[field, column]] : []
  })
  const written = (form: Form) =>
    chosen.flatMap(([field, column]) => (KNOWN[field].form === form ? valuesOf(columns, rows, column) : []))
  const dates = dateFormOf(written('day'))
  const amounts = amountFormOf(written('amount'))
  const order =
    dates.order ?? oneOf(['dmy', 'mdy', 'ymd'] as const, said.order) ?? (dates.undecided ? 'dmy' : undefined)
  const decimal = amounts.decimal ?? oneOf([',', '.'] as const, said.decimal)
  const mapping: Mapping = {
    kind,
    headKey: headKey(columns),
    columns: Object.fromEntries(chosen),
    days: { ...given('order', order), six: dates.six, isSerial: dates.isSerial },
    ...given('decimal', decimal),
    currency: guess.mapping.currency,
    vat: guess.mapping.vat,
  }
  const undecided = { ...given('day', dates.undecided), ...given('amount', amounts.undecided) }
  return { mapping, undecided }
}

const valuesOf = (columns: readonly string[], rows: Rows, column: string): string[] => {
  const place = columns.findIndex((one) => one.trim() === column)
  return rows.map((cells) => (cells[place] ?? '').trim()).filter((value) => value !== '')
}

function wholeFile(said: Said, { columns }: Mapping): Partial<Mapping> {
  const organisation = organisationNumber(said.buyerNumber)
  const name = said.buyerName.trim()
  const currency = oneOf(CURRENCIES, said.currency)
  return {
    ...given('currency', currency),
    ...given('vat', oneOf(['included', 'excluded', 'unknown'] as const, said.vat)),
    ...given('buyer', organisation && name ? { organisationNumber: organisation, name } : undefined),
    // English councils have no organisation number.
    ...given('buyersByName', (currency === 'GBP' && columns.buyer && !columns.buyerNumber) || undefined),
  }
}

function missingIn({ kind, columns, buyer, buyersByName }: Mapping): ToSay[] {
  const isTold = (field: Field) =>
    columns[field] !== undefined || (isOfBuyer(field) && (buyer !== undefined || (buyersByName ?? false)))
  return NEEDED[kind].flatMap((group) => {
    const [field] = group
    if (!field || group.some(isTold)) return []
    if (isOfBuyer(field))
      return field === 'buyer' ? [{ field: 'buyerNumber', because: say('purchasing.waiting.sayBuyer') }] : []
    return [{ field: `column.${field}`, because: say('purchasing.waiting.sayColumn', { field }) }]
  })
}
/** No other field can stand in for it; the buyer can be told for the whole file. */
export const isNeededAlone = (kind: Mapping['kind'], field: Field): boolean =>
  !isOfBuyer(field) && NEEDED[kind].some((group) => group.length === 1 && group[0] === field)

/** To show the rows by before anyone has said whose they are: they are not refused for that alone. */
export const ownedForShow = (mapping: Mapping, name: string): Mapping =>
  mapping.buyer ? mapping : { ...mapping, buyer: { organisationNumber: NOBODY, name } }
const NOBODY = '0000000000'

const isOfBuyer = (field: Field): boolean => field === 'buyer' || field === 'buyerNumber'

/** A number without a name, a name without a number, or a number that is none. */
function buyerWrong({ buyerNumber, buyerName }: Said): ToSay[] {
  const number = buyerNumber.trim()
  if (number && !organisationNumber(number))
    return [{ field: 'buyerNumber', because: say('purchasing.waiting.badNumber', { number: number.slice(0, 40) }) }]
  if (number && !buyerName.trim()) return [{ field: 'buyerName', because: say('purchasing.waiting.sayBuyerName') }]
  if (!number && buyerName.trim()) return [{ field: 'buyerNumber', because: say('purchasing.waiting.sayBuyerNumber') }]
  return []
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/
/** The whole file's months, both or none, in order. */
function coveringOf({ overlap, from, to }: Said): Covering | 'wrong' | undefined {
  const said: Overlap = oneOf(['replaces', 'adds'] as const, overlap) ?? 'judge'
  if (!from && !to) return said === 'judge' ? undefined : { overlap: said }
  if (!MONTH.test(from) || !MONTH.test(to) || to < from) return 'wrong'
  return { overlap: said, period: { first: from, last: to } }
}

/** The form's answers, by its own names. */
export function saidIn(form: Readonly<Record<string, unknown>>): Said {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return {
    ...{ kind: text('kind'), kindBefore: text('kindBefore'), order: text('order'), decimal: text('decimal') },
    ...{ currency: text('currency'), vat: text('vat'), overlap: text('overlap'), from: text('from'), to: text('to') },
    ...{ buyerNumber: text('buyerNumber'), buyerName: text('buyerName') },
    columns: Object.fromEntries(FIELDS.map((field) => [field, text(`column.${field}`)])),
  }
}
