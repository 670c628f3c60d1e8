/** docs/method/law-cases.md, line by line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { refused } from '../../kit/refuse.js'
import { ROOT } from '../../kit/root.js'
import { routesFor, type Answered } from './answer.js'
import { RECURS, type Answer, type Case, type OwnTime, type Subject } from './case.js'
import type { Question } from './questions.js'
import { lawTable, verifiable } from './table.js'
import { keyOf } from './verified.js'
import type { Reason } from './reason.js'

const LINES = readFileSync(join(ROOT, 'docs/method/law-cases.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d{4}-/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const camel = (words: string): string => words.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
const list = (cell: string): string[] => (cell ? cell.split(', ').map(camel) : [])
const ore = (kronor: string): number => Number(kronor.replaceAll(',', '')) * 100

const recursOf = (also: string) => {
  const recurs = RECURS.find((one) => one === also)
  return recurs ? { recurs } : {}
}

/** As if a lawyer had verified all that is not marked weak. */
const BY = { by: 'Stadsjuristen', on: day('2026-11-20') }
const VERIFIED = Object.fromEntries(
  verifiable(lawTable())
    .filter(({ mark }) => mark !== 'weak')
    .map((cite) => [keyOf(cite), BY]),
)

function caseOf([begun = '', what = '', kronor = '', yes = '', no = '', also = '']: string[]): Case {
  const [least = '', most = least] = kronor.split('–')
  const answers: Partial<Record<Question, Answer>> = {}
  for (const question of list(yes)) answers[question as Question] = { says: 'yes', by: 'Upphandlare' }
  for (const question of list(no)) answers[question as Question] = { says: 'no', by: 'Upphandlare' }
  return {
    begunOn: day(begun),
    startOn: day(/start (\S+)/.exec(also)?.[1] ?? begun),
    subject: camel(what) as Subject,
    value: { least: ore(least), most: ore(most) },
    electronic: also !== 'on paper',
    answers,
    ...(also !== 'nobody verified' && { verified: VERIFIED }),
    ...recursOf(also),
    ...alsoOf(also),
  }
}

function alsoOf(also: string): Pick<Case, 'ownDays' | 'frameworkYears' | 'change' | 'running'> {
  const years = /^years (\S+)/.exec(also)?.[1]
  const change = /^contract (\S+) increase (\S+) earlier (\S+)/.exec(also)
  const running = /^ends (\S+?)(?: or (\S+))? ceiling (\S+) used (\S+)/.exec(also)
  const own = [...also.matchAll(/((?:[a-z]+ (?:time|tenders))|evaluation) (\d+)/g)]
  return {
    ...(years && { frameworkYears: Number(years) }),
    ...(change && { change: { contract: ore(change[1]!), increase: ore(change[2]!), earlier: ore(change[3]!) } }),
    ...(running && {
      running: {
        to: day(running[1]!),
        ...(running[2] && { extendableTo: day(running[2]) }),
        ceiling: ore(running[3]!),
        used: ore(running[4]!),
      },
    }),
    ownDays: Object.fromEntries(own.map(([, name, days]) => [camel(name!) as OwnTime, Number(days)])),
  }
}

function answerOf(c: Case, route: string): Answered {
  const found = routesFor(c)
  if (refused(found)) throw new Error(found.because.key)
  return found.find((answered) => answered.route === route)!
}

const places = (reasons: readonly Reason[]): string[] =>
  reasons.flatMap(({ cites, anyOf = [], allOf = [] }) => [
    ...cites.map(({ place }) => place),
    ...places(anyOf),
    ...places(allOf),
  ])

test('there are at least eighty', () => expect(LINES.length).toBeGreaterThanOrEqual(80))

test.each(LINES.map((cells) => [cells.join(' | '), cells] as const))('%s', (_, cells) => {
  const [route = '', verdict = '', firstDay = '', restsOn = ''] = cells.slice(6)
  const answered = answerOf(caseOf(cells), camel(route))
  expect([answered.verdict, answered.earliest.firstDay ?? '–']).toEqual([verdict, firstDay])
  expect([...places(answered.because), ...answered.cites.map(({ place }) => place)]).toContain(restsOn)
})
