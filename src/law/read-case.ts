/**
 * A case as the command line, an address and a form write it, and back. Amounts are kronor, days are ISO; what is absent is not
 * known. Described for those who write one in docs/method/law.md:
 *
 *   { "begunOn": "2026-11-24", "subject": "goods", "value": 300000,
 *     "answers": { "notSplit": "yes" }, "answeredBy": "The head of procurement" }
 */
import type { z } from 'zod'
import { readCode } from '../categories/index.js'
import type { Day } from '../kit/day.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say, type Message } from '../kit/words/index.js'
import { CaseFile, KINDS } from './case-file.js'
import { refuseCase, UNKNOWN_VALUE, type Answer, type Case, type RunningContract } from './rules/case.js'
import type { CityCalendar } from './rules/local/city.js'
import type { Value } from './rules/numbers/compare.js'
import { QUESTIONS, type Question } from './rules/questions.js'
import { valueOf, type ValuePart } from './rules/value.js'

/** `today` stands where no day is given. Refuses what is no case, naming the field as written: `answers.notSplit`. */
export function readCase(input: unknown, today: Day): Case | Refusal {
  const read = CaseFile.safeParse(input)
  if (!read.success) return refuse(problemOf(read.error.issues[0]!, input))
  const [value, category, answers] = [valueIn(read.data), categoryIn(read.data), answersIn(read.data)]
  if (refused(value)) return value
  if (refused(category)) return category
  if (refused(answers)) return answers
  const found: Case = { ...factsIn(read.data), ...daysIn(read.data, today), ...value, ...category, answers }
  return refuseCase(found) ?? found
}

/** What nobody says the beginning of begins today, or when it started; it can go on from today at the earliest. */
function daysIn(
  { begunOn: begun, startOn, neededBy }: CaseFile,
  today: Day,
): Pick<Case, 'begunOn' | 'startOn' | 'neededBy'> {
  const begunOn = begun ?? (startOn && startOn < today ? startOn : today)
  return { begunOn, startOn: startOn ?? (begunOn > today ? begunOn : today), ...(neededBy && { neededBy }) }
}

function factsIn({ subject = 'unsettled', electronic = true, ...read }: CaseFile) {
  const { recurs, frameworkYears, change, running, ownDays, city } = read
  return {
    subject,
    electronic,
    ...(recurs && { recurs }),
    ...(ownDays && { ownDays: said(ownDays) }),
    ...(frameworkYears !== undefined && { frameworkYears }),
    ...(change && { change: { ...change, earlier: change.earlier ?? 0 } }),
    ...(running && { running: said(running) }),
    ...(city && { city: said(city) }),
  }
}

/** Without the fields that nobody has filled. */
const said = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

function valueIn({ value, parts }: CaseFile): Pick<Case, 'value' | 'parts'> | Refusal {
  if (value && parts) return refuse(say('law.refusal.twoValues', { field: 'value' }))
  if (!parts) return { value: value ?? UNKNOWN_VALUE }
  const found = parts.map(({ part, value: { least, most }, name, by }): ValuePart => ({
    part,
    least,
    most,
    ...(name && { name }),
    ...(by && { by }),
  }))
  const valued = valueOf(found)
  return refused(valued) ? valued : { value: valued.value, parts: found }
}

function categoryIn({ category: written }: CaseFile): Pick<Case, 'category'> | Refusal {
  if (written === undefined) return {}
  const read = readCode(written)
  return refused(read)
    ? refuse(say('law.refusal.code', { field: 'category', written: written.slice(0, 60) }))
    : { category: read.code }
}

/** An answer without a name of its own was given by the one who answered them all. */
function answersIn({ answers = {}, answeredBy }: CaseFile): Case['answers'] | Refusal {
  const found: Partial<Record<Question, Answer>> = {}
  for (const question of QUESTIONS) {
    const answer = answers[question]
    if (!answer || answer.says === 'unknown') continue
    const by = answer.by ?? answeredBy
    if (!by) return refuse(say('law.refusal.nobody', { field: 'answeredBy' }))
    found[question] = { says: answer.says, by }
  }
  return found
}

function problemOf(issue: z.core.$ZodIssue, input: unknown): Message {
  if (issue.code === 'unrecognized_keys')
    return say('law.refusal.unknownField', { field: [...issue.path, issue.keys[0]].join('.') })
  const field = fieldOf(issue.path, input)
  if (field === '') return say('law.refusal.notACase')
  const kind = KINDS.find((one) => one === issue.message)
  return issue.code === 'invalid_value' && !kind
    ? say('law.refusal.choice', { field, choices: issue.values.join(', ') })
    : say('law.refusal.written', { field, kind: kind ?? 'other' })
}

/** As far as the input goes: a plain value has no `least`. */
function fieldOf(path: readonly PropertyKey[], input: unknown): string {
  const field: PropertyKey[] = []
  let at: unknown = input
  for (const key of path) {
    if (typeof at !== 'object' || at === null) break
    field.push(key)
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  return field.join('.')
}

/** The form that `readCase` reads: for a file, for an address, for comparing two cases. */
export function writeCase(c: Case): Record<string, unknown> {
  const { begunOn, startOn, neededBy, subject, category, recurs, electronic, ownDays, frameworkYears } = c
  return said({
    begunOn,
    startOn,
    neededBy,
    subject,
    category,
    ...valueOut(c),
    recurs,
    electronic,
    ...answersOut(c.answers),
    ownDays,
    frameworkYears,
    change: c.change && {
      contract: c.change.contract / 100,
      increase: c.change.increase / 100,
      earlier: c.change.earlier / 100,
    },
    running: c.running && runningOut(c.running),
    city: c.city && cityOut(c.city),
  })
}

function valueOut({ value, parts }: Case): Record<string, unknown> {
  if (parts)
    return { parts: parts.map(({ part, name, by, ...spread }) => said({ part, value: spreadOut(spread), name, by })) }
  return value.most === UNKNOWN_VALUE.most ? {} : { value: spreadOut(value) }
}

const spreadOut = ({ least, most }: Value) => (least === most ? least / 100 : { least: least / 100, most: most / 100 })

function answersOut(answers: Case['answers']): Record<string, unknown> {
  const given = Object.entries(answers)
  if (given.length === 0) return {}
  const [answeredBy] = given.map(([, { by }]) => by)
  return {
    answers: Object.fromEntries(
      given.map(([question, { says, by }]) => [question, by === answeredBy ? says : { says, by }]),
    ),
    answeredBy,
  }
}

const runningOut = ({ ceiling, used, ...days }: RunningContract) =>
  said({
    ...days,
    ceiling: ceiling === undefined ? undefined : ceiling / 100,
    used: used === undefined ? undefined : used / 100,
  })

const cityOut = ({ delegationBelow, ...rest }: CityCalendar) =>
  said({ ...rest, delegationBelow: delegationBelow === undefined ? undefined : delegationBelow / 100 })

/** One line a field, as a form and an address have them: `answers.notSplit=yes`, `parts.0.value=300000`. */
export function caseFields(c: Case): [name: string, value: string][] {
  const lines = (name: string, value: unknown): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => lines(`${name}.${key}`, one))
      : [[name, String(value)]]
  return Object.entries(writeCase(c)).flatMap(([name, value]) => lines(name, value))
}

/** What such lines say, for `readCase`; an empty one says nothing. */
export function fieldsToCase(fields: Iterable<readonly [name: string, value: string]>): unknown {
  const whole = Object.create(null) as Tree
  for (const [name, value] of fields) {
    if (value.trim() === '') continue
    const keys = name.split('.')
    let at = whole
    for (const key of keys.slice(0, -1))
      at = typeof at[key] === 'object' ? at[key] : (at[key] = Object.create(null) as Tree)
    at[keys.at(-1)!] = value.trim()
  }
  return lists(whole)
}

/** What is numbered is a list: `parts.0`, `parts.1`. */
function lists(tree: Tree): unknown {
  const read = Object.entries(tree).map(([key, one]) => [key, typeof one === 'object' ? lists(one) : one] as const)
  return read.length && read.every(([key]) => /^\d{1,3}$/.test(key))
    ? read.map(([, one]) => one)
    : Object.fromEntries(read)
}
interface Tree {
  [key: string]: string | Tree
}
