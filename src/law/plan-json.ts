/** The answer for programs: the case as it can be asked again, and each route with its reasons, steps and places in the law. */
import type { Words } from '../kit/words/index.js'
import type { Plan } from './plan.js'
import { writeCase } from './read-case.js'
import type { Answered } from './rules/answer.js'
import type { Calendar } from './rules/calendar.js'
import type { Cited } from './rules/cites.js'
import type { Reason } from './rules/reason.js'
import type { Note } from './rules/routes/route.js'

export const planJson = (plan: Plan, rules: string, words: Words) => ({
  rules,
  language: words.language,
  case: writeCase(plan.case),
  lead: plan.lead?.route ?? null,
  routes: plan.answers.map((answered) => routeJson(answered, words)),
  begin: plan.begin.map(({ answered, earliest, likely }) => ({
    route: answered.route,
    startBy: earliest ?? null,
    likelyStartBy: likely ?? null,
  })),
})

const routeJson = (answered: Answered, words: Words) => ({
  route: answered.route,
  name: words(`law.route.${answered.route}`),
  verdict: answered.verdict,
  earliest: calendarJson(answered.earliest, words),
  likely: calendarJson(answered.likely, words),
  afterwards: answered.afterwards ? { name: answered.afterwards.name, by: answered.afterwards.reckoned.lastDay } : null,
  because: answered.because.map((reason) => reasonJson(reason, words)),
  turns: answered.turns.map(({ because }) => words.of(because)),
  bounds: answered.bounds.map((note) => noteJson(note, words)),
  quicker: answered.quicker.map((note) => noteJson(note, words)),
  risks: answered.risks.map((note) => noteJson(note, words)),
  cites: answered.cites.map(citeJson),
})

const calendarJson = ({ firstDay, missing, steps }: Calendar, words: Words) => ({
  firstDay: firstDay ?? null,
  missing,
  steps: steps.map(({ kind, name, from, to, reckoned, cites }) => ({
    ...{ kind, name, from, to },
    days: reckoned.steps.map((step) => ({ day: step.day, rule: step.rule, because: words.of(step.because) })),
    cites: cites.map(citeJson),
  })),
})

interface ReasonJson {
  readonly [name: string]: string | ReasonJson[] | ReturnType<typeof citeJson>[] | undefined
}
const reasonJson = ({ holds, because, by, findOut, cites, anyOf, allOf }: Reason, words: Words): ReasonJson => ({
  holds,
  because: words.of(because),
  by,
  findOut: findOut && words.of(findOut),
  cites: cites.map(citeJson),
  anyOf: anyOf?.map((reason) => reasonJson(reason, words)),
  allOf: allOf?.map((reason) => reasonJson(reason, words)),
})

const noteJson = ({ because, cites }: Note, words: Words) => ({
  because: words.of(because),
  cites: cites.map(citeJson),
})

const citeJson = ({ source, place, url, mark, verified }: Cited) => ({
  ...{ source, place, url, mark },
  verified: verified ? `${verified.by}, ${verified.on}` : undefined,
})
