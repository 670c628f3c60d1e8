/** `fairlane routes CASE.json`: every lawful way to buy in a case, with reasons and dates. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dayInWords, dayOfInstant, instantOf, type Day } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import {
  meetingsIn,
  planJson,
  planOf,
  readCase,
  routesFor,
  RULES,
  rulesVersion,
  type Answered,
  type Case,
  type Cited,
  type LawHeld,
  type Plan,
  type Reason,
} from '../law/index.js'
import type { Command, Context, Given } from './command.js'
import { Stop, stopOn } from './stop.js'
import { textOf } from './text-file.js'

export const routesCommand: Command = {
  name: 'routes',
  options: { meetings: { type: 'string' } },
  help: say('commands.help.routes'),
  run: async ({ words: [file, ...more], options }, context) => {
    if (file === undefined || more.length) throw new Stop(say('commands.routes.oneFile'), 2)
    const asked = withMeetings(caseOf(file, context), options['meetings'], context)
    if (options['data'] === undefined && !isInstallation(context.config.data))
      return void answer(asked, { entered: [], verified: {} }, context)
    await context.with(async (performing) => {
      const standing = await performing('law', { do: 'list' })
      if (refused(standing)) return stopOn(standing)
      answer(asked, standing.held, context)
    })
  },
}

/** A folder that happens to be called so is left alone. */
const isInstallation = (folder: string): boolean => existsSync(join(folder, 'record.key'))

function caseOf(file: string, { words }: Context): Case {
  const read = readCase(jsonIn(file), dayOfInstant(instantOf(new Date())))
  if (!refused(read)) return read
  throw new Stop(say('commands.routes.notACase', { file, because: words.of(read.because) }))
}

/** A committee's calendar takes the place of the meetings in the case. */
function withMeetings(asked: Case, calendar: Given['options'][string], { words }: Context): Case {
  if (typeof calendar !== 'string') return asked
  const meetings = meetingsIn(textOf(calendar))
  if (!refused(meetings)) return { ...asked, city: { ...asked.city, meetings } }
  throw new Stop(say('commands.routes.notACase', { file: calendar, because: words.of(meetings.because) }))
}

function jsonIn(file: string): unknown {
  const text = textOf(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Stop(say('commands.routes.notJson', { file, reason: (error as Error).message }))
  }
}

function answer(asked: Case, held: LawHeld, context: Context): void {
  const whole = { ...asked, ...held }
  const answers = routesFor(whole)
  if (refused(answers)) return stopOn(answers)
  const plan = planOf(whole, answers, undefined, hasContract(whole) ? 'contract' : 'nothing')
  context.output.json(planJson(plan, rulesVersion(held.entered), context.words))
  print(plan, held, context)
}

/** Whether anything was said of a contract that exists. */
const hasContract = ({ running, change, answers }: Case): boolean =>
  running !== undefined || change !== undefined || answers.contractCovers !== undefined

/** What may be taken in full, the quickest first; of what is unknown only what to find out; of what is not lawful only why. */
function print(plan: Plan, { entered }: LawHeld, context: Context): void {
  const { words, output } = context
  const { lead, shown, unlawful, further } = plan
  output.line(words('commands.routes.ground', { on: RULES.on, version: rulesVersion(entered) }))
  if (lead) printRoute(lead, plan, context)
  else output.line(words('commands.routes.none'))
  for (const one of shown.filter((other) => other !== lead)) printRoute(one, plan, context)
  if (unlawful.length) output.line(`\n${words('commands.routes.unlawful')}`)
  for (const one of unlawful) {
    output.line(`  ${words(`law.route.${one.route}`)}`)
    for (const reason of one.turns.slice(0, 1)) output.line(`  ${reasonIn(reason, words)}`)
  }
  const names = further.map(({ route }) => words(`law.route.${route}`)).join(', ')
  if (names) output.line(`\n${words('commands.routes.further', { names })}`)
}

function printRoute(answered: Answered, plan: Plan, { words, output: { line } }: Context): void {
  const { route, verdict, because, earliest, risks, unverified } = answered
  const name = words(`law.route.${route}`)
  line(`\n${words('commands.routes.route', { name, verdict: words(`law.verdict.${verdict}`) })}`)
  for (const text of datesIn(answered, words)) line(text)
  const begin = plan.begin.find((one) => one.answered === answered)
  if (begin && plan.case.neededBy && earliest.firstDay)
    line(beginIn(begin.earliest, plan.case.neededBy, plan.case.startOn, words))
  if (verdict === 'unknown') return void printOpen(because, line, words)
  for (const { name: step, from, to } of earliest.steps)
    line(words('commands.routes.step', { from, to, name: words(`law.stage.${step}`) }))
  for (const reason of because) printReason(reason, line, words, '')
  for (const risk of risks)
    line(words('commands.routes.risk', { because: words.of(risk.because), places: placesOf(risk.cites) }))
  if (verdict === 'unverified') line(words('commands.routes.unverified', { count: unverified.length }))
}

function printOpen(because: readonly Reason[], line: (text: string) => void, words: Words): void {
  for (const reason of because.filter(({ holds }) => holds === 'unknown')) {
    line(reasonIn(reason, words))
    for (const one of (reason.anyOf ?? []).filter(({ holds }) => holds === 'unknown')) line(`  ${reasonIn(one, words)}`)
  }
}

type Words = Context['words']

function* datesIn({ earliest, likely }: Answered, words: Words): Generator<string> {
  const inWords = (on: Day) => dayInWords(on, words.language)
  const times = (names: readonly string[]) =>
    names.map((name) => words(`law.stage.${name as (typeof earliest.missing)[number]}`)).join(', ')
  if (earliest.firstDay)
    yield words('commands.routes.first', {
      earliest: inWords(earliest.firstDay),
      likely: likely.firstDay ? inWords(likely.firstDay) : 'none',
    })
  else yield words('commands.routes.noFirst', { missing: times(earliest.missing) })
  if (earliest.firstDay && likely.missing.length)
    yield words('commands.routes.missing', { missing: times(likely.missing) })
}

function beginIn(startBy: Day | undefined, neededBy: Day, startOn: Day, words: Words): string {
  const day = dayInWords(neededBy, words.language)
  return startBy && startBy >= startOn
    ? words('commands.routes.begin', { day, start: dayInWords(startBy, words.language) })
    : words('commands.routes.late', { day })
}

/** Of alternatives those that hold. */
function printReason(reason: Reason, line: (text: string) => void, words: Words, indent: string): void {
  line(`${indent}${reasonIn(reason, words)}`)
  for (const part of [...(reason.anyOf ?? []).filter(({ holds }) => holds === reason.holds), ...(reason.allOf ?? [])])
    printReason(part, line, words, `${indent}  `)
}

function reasonIn({ holds, because, by = 'none', findOut, cites, allOf }: Reason, words: Words): string {
  const told = findOut && findOut.key !== 'law.judge' && holds === 'unknown' ? words.of(findOut) : 'none'
  const places = (allOf ? '' : placesOf(cites)) || 'none'
  return words('commands.routes.reason', { holds, because: words.of(because), by, findOut: told, places })
}

const placesOf = (cites: readonly Cited[]): string =>
  [...new Set(cites.map(({ source, place }) => `${source} ${place}`))].join(', ')
