/**
 * What an address asks of the planner. It holds a whole case in the fields of `caseFields`, without a name or a free word: whoever
 * judged something is named by office. `answers.notSplit=yes.lawyer` says that a lawyer judged it.
 */
import type { Day } from '../kit/day.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { fieldsToCase, readCase } from './read-case.js'
import type { Case } from './rules/case.js'
import { ROUTES, type RouteId } from './rules/routes/route.js'

export const OFFICES = ['officer', 'lawyer', 'head', 'unit', 'committee', 'register'] as const
export type Office = (typeof OFFICES)[number]
/** What is meant to follow a pilot. apart: it goes on, and is neither in the value nor competed. */
export const TRIALS = ['none', 'ends', 'counted', 'competed', 'apart', 'undecided'] as const
export const HOLDINGS = ['nothing', 'contract', 'framework', 'undecided'] as const
export type Holding = (typeof HOLDINGS)[number]

/** Written values by field name: trimmed, none empty, every answer with its office. */
export type Fields = ReadonlyMap<string, string>

export interface Asked {
  readonly fields: Fields
  readonly case: Case
  /** The route that is asked about; the others stand beside it. */
  readonly way?: RouteId
  readonly has?: Holding
}

/** Undefined when nothing is asked; a refusal names a field of `fieldsIn`. */
export function askedIn(fields: Fields, today: Day): Asked | Refusal | undefined {
  if (![...fields.keys()].some((name) => /^(subject|value|parts|answers)(\.|$)/.test(name))) return undefined
  const wrong = CHOICES.find(([name, choices]) => !choices.includes(fields.get(name) ?? choices[0]!))
  if (wrong) return refuse(say('law.refusal.choice', { field: wrong[0], choices: wrong[1].join(', ') }))
  const read = readCase(fieldsToCase(caseLines(fields)), today)
  if (refused(read)) return read
  const [way, has] = [fields.get('way') as RouteId | undefined, fields.get('has') as Holding | undefined]
  const dated = new Map([...fields, ['startOn', read.startOn]])
  return { fields: dated, case: read, ...(way && { way }), ...(has && { has }) }
}

const CHOICES: readonly (readonly [name: string, choices: readonly string[]])[] = [
  ['way', ROUTES],
  ['has', HOLDINGS],
  ['trial', TRIALS],
]

/** An answer given now is given by the office that the form names; one from before keeps its own. A source is no person: a register. */
export function fieldsIn(search: URLSearchParams): Fields {
  const found = new Map<string, string>()
  for (const [name, written] of search) {
    const value = written.trim()
    if (value === '' || /^answers\.\w+\.by$/.test(name)) continue
    if (name === 'answeredBy') found.set(name, officeIn(value))
    else if (name.startsWith('city.meetings.')) found.set('meetings', `${found.get('meetings') ?? ''} ${value}`.trim())
    else if (!name.startsWith('answers.')) found.set(name === 'value' ? 'value.least' : name, value)
    else if (/^(yes|no)$/.test(value)) found.set(nameOf(name), `${value}.${officeFor(nameOf(name), search)}`)
    else if (value !== 'unknown') found.set(name, value)
    else found.delete(name)
  }
  return found.has('value.least') ? new Map([...found].filter(([name]) => !name.startsWith('parts.'))) : found
}

const nameOf = (name: string): string => name.replace(/\.says$/, '')
const officeFor = (name: string, search: URLSearchParams): Office =>
  officeIn((search.get(`${name}.by`) ?? search.get('answeredBy') ?? OFFICES[0]).trim())
const officeIn = (written: string): Office => OFFICES.find((office) => office === written) ?? 'register'

/** The fields that are the planner's own, and what they say of the case, come last: an answer of its own goes before. */
function* caseLines(fields: Fields): Generator<readonly [string, string]> {
  const by = fields.get('answeredBy') ?? OFFICES[0]
  for (const [name, value] of fields) {
    if (name.startsWith('answers.')) yield* answerLines(name, value)
    else if (name === 'meetings') yield* value.split(/[\s,;]+/).map((day, at) => [`city.meetings.${at}`, day] as const)
    else if (!OWN.includes(name)) yield [name, value]
  }
  yield* valueLines(fields, by)
  yield* impliedLines(fields, by)
}

const OWN = ['way', 'has', 'trial', 'rules', 'similar', 'answeredBy', 'value.least', 'value.most']

function* answerLines(name: string, value: string): Generator<readonly [string, string]> {
  const [says = '', by = ''] = value.split('.')
  yield [`${name}.says`, says]
  yield [`${name}.by`, officeIn(by)]
}

/** A value that is certain is said once. Similar contracts are a part of their own, for which the office stands. */
function* valueLines(fields: Fields, by: string): Generator<readonly [string, string]> {
  const least = fields.get('value.least')
  const most = fields.get('value.most') ?? least
  const similar = fields.get('similar')
  if (least === undefined || most === undefined) return
  const at = similar === undefined ? 'value' : 'parts.0.value'
  yield* least === most ? [[at, least] as const] : [[`${at}.least`, least] as const, [`${at}.most`, most] as const]
  if (similar === undefined) return
  yield ['parts.0.part', 'contract']
  yield ['parts.1.part', 'similar']
  yield ['parts.1.value', similar]
  yield ['parts.1.by', by]
}

/** What the form asks in plainer words than the law: what follows a pilot, what the city has, what similar contracts come to. */
function* impliedLines(fields: Fields, by: string): Generator<readonly [string, string]> {
  const implied: Record<string, 'yes' | 'no' | undefined> = {
    continuationSettled: SETTLED[fields.get('trial') ?? ''],
    contractCovers: fields.get('has') === 'nothing' ? 'no' : undefined,
    similarCounted: fields.has('similar') ? 'yes' : undefined,
  }
  for (const [question, says] of Object.entries(implied))
    if (says && !fields.has(`answers.${question}`)) yield* answerLines(`answers.${question}`, `${says}.${by}`)
}
const SETTLED: Readonly<Record<string, 'yes' | 'no'>> = {
  none: 'yes',
  ends: 'yes',
  counted: 'yes',
  competed: 'yes',
  apart: 'no',
}

/** The question whose answer a field of the form gives. */
export const ANSWERED_BY_FIELD: Readonly<Record<string, string>> = {
  continuationSettled: 'trial',
}

/** The field of the form that a refusal is about: `parts.1.value` is written as `similar`. */
export const formFieldOf = (field: string): string =>
  ({
    value: 'value.least',
    'parts.0.value': 'value.least',
    'parts.0.value.least': 'value.least',
    'parts.0.value.most': 'value.most',
    'parts.1.value': 'similar',
    change: 'change.increase',
  })[field] ?? field.replace(/^city\.meetings\.\d+$/, 'meetings').replace(/^(answers\.\w+)\.(says|by)$/, '$1')

/** The same address each time the same is asked. */
export function addressOf(fields: Fields, more: Readonly<Record<string, string | undefined>> = {}): string {
  const all = new Map([...fields, ...Object.entries(more)])
  const lines = [...all].filter((line): line is [string, string] => line[1] !== undefined)
  return new URLSearchParams(lines.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))).toString()
}
const ORDER = [
  'subject',
  'value',
  'value.least',
  'value.most',
  'recurs',
  'similar',
  'trial',
  'has',
  'startOn',
  'neededBy',
]
const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : name === 'rules' ? 99 : 50)
