/** HTTP of the law: the planner, whose address is the case; the rules for a lawyer; the counting of days. Nothing is stored. */
import { dayInWords, dayOf, dayOfInstant, instantOf, type Day } from '../kit/day.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { addresses, NotFound, type Request } from '../web/http.js'
import { hrefIn, type Reader } from '../web/index.js'
import { addressOf, askedIn, fieldsIn, formFieldOf, type Asked, type Fields } from './asked.js'
import { wholeExample } from './examples.js'
import { lawHeld } from './acts.js'
import { checking } from './http/checking.js'
import { Answer } from './pages/answer.js'
import { DaysPage, UNITS } from './pages/days.js'
import type { FormError } from './pages/form-else.js'
import { routeCalendar } from './pages/plan-calendar.js'
import { PlannerPage } from './pages/planner.js'
import { RulesPage } from './pages/rules.js'
import { planJson } from './plan-json.js'
import { planOf, type Plan } from './plan.js'
import { routesFor } from './rules/answer.js'
import { reckon, untilSetHour, type Reckoned } from './rules/days/reckon.js'
import { lawTable } from './rules/table.js'
import { readKept, rulesVersion, writeKept } from './rules/version.js'

export const lawAddresses = addresses()
lawAddresses.route('/', checking)

const today = (c: Request): Day => dayOfInstant(instantOf(c.var.now))
const searchOf = (c: Request): URLSearchParams => new URL(c.req.url).searchParams

/** A form's answer is led on to the address to share: it pins the first day, who judged what, the rules and what they answered. */
lawAddresses.get('/routes', async (c) => {
  const { reader } = c.var
  const search = searchOf(c)
  const fields = fieldsIn(search)
  const found = await answered(c, fields)
  if (!found) return c.html(<PlannerPage reader={reader} fields={fields} today={today(c)} />)
  if (refused(found)) return refusal(c, fields, found)
  if (!search.has('rules')) return c.redirect(hrefIn(reader, `/routes?${lasting(found)}`), 303)
  return c.html(page(c, found, search))
})

interface Found {
  readonly asked: Asked
  readonly plan: Plan
  readonly rules: string
}

/** By what the installation has entered and verified. Undefined when nothing is asked. */
async function answered(c: Request, fields: Fields): Promise<Found | Refusal | undefined> {
  const asked = askedIn(without(fields, LASTING), today(c))
  if (!asked || refused(asked)) return asked
  const held = await lawHeld(c.var.db)
  const whole = { ...asked.case, ...held }
  const answers = routesFor(whole)
  if (refused(answers)) return answers
  return { asked, plan: planOf(whole, answers, asked.way, asked.has), rules: rulesVersion(held.entered) }
}

/** What an address keeps of the answer it was made with. */
const LASTING = ['rules', 'kept']
const without = (fields: Fields, names: readonly string[]): Fields =>
  new Map([...fields].filter(([name]) => !names.includes(name)))

const lasting = ({ asked, plan, rules }: Found): string =>
  addressOf(asked.fields, { rules, kept: writeKept(plan.shown) })

function page(c: Request, { asked, plan, rules: now }: Found, search: URLSearchParams) {
  const { reader } = c.var
  const kept = readKept(search.get('kept') ?? '')
  const rules = { now, then: search.get('rules') ?? undefined, kept }
  const answer = <Answer reader={reader} asked={asked} plan={plan} today={today(c)} rules={rules} />
  return <PlannerPage reader={reader} fields={asked.fields} today={today(c)} answer={answer} />
}

function refusal(c: Request, fields: Fields, { because }: Refusal) {
  const error = errorOf(c.var.reader, because)
  return c.html(<PlannerPage reader={c.var.reader} fields={fields} today={today(c)} error={error} />, 422)
}

/** In the form's own words: the field as it is labelled, days as they are read. */
function errorOf({ words, language }: Reader, because: Refusal['because']): FormError {
  const field = formFieldOf(String(because.args['field']))
  const first = dayOf(String(because.args['first']))
  const args = { ...because.args, ...(first && { first: dayInWords(first, language) }) }
  const isWritten = because.key === 'law.refusal.written' || because.key === 'law.refusal.choice'
  const label = words('law.page.field', { field: field.replaceAll('.', '_') })
  return { field, message: words.of({ ...because, args: isWritten ? { ...args, field: label } : args }) }
}

lawAddresses.get('/routes/example', async (c) => {
  const found = await answered(c, new Map(Object.entries(wholeExample(today(c)))))
  if (!found || refused(found)) throw new NotFound()
  return c.html(page(c, found, new URLSearchParams()))
})

lawAddresses.get('/routes.json', async (c) => {
  const found = await answered(c, fieldsIn(searchOf(c)))
  const { words } = c.var.reader
  if (!found || refused(found)) {
    const because = found?.because ?? say('law.refusal.notACase')
    return c.json({ refused: { field: because.args['field'] ?? null, sentence: words.of(because) } }, 422)
  }
  return c.json(planJson(found.plan, found.rules, words))
})

lawAddresses.get('/routes.ics', async (c) => {
  const { reader, now } = c.var
  const found = await answered(c, fieldsIn(searchOf(c)))
  if (!found || refused(found) || !found.plan.lead) throw new NotFound()
  const { origin } = new URL(c.req.url)
  const url = `${origin}${hrefIn(reader, `/routes?${lasting(found)}`)}`
  return new Response(routeCalendar(reader, found.plan.lead, url, instantOf(now)), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.plan.lead.route}.ics"`,
    },
  })
})

lawAddresses.get('/routes/rules', async (c) => {
  const { entered, verified } = await lawHeld(c.var.db)
  const rules = rulesVersion(entered)
  return c.html(<RulesPage reader={c.var.reader} table={lawTable(entered, verified)} rules={rules} />)
})

lawAddresses.get('/routes/days', (c) => {
  const { reader } = c.var
  const fields = new Map([...searchOf(c)].map(([name, value]) => [name, value.trim()]))
  const props = { reader, fields, today: today(c) }
  if (!fields.has('length')) return c.html(<DaysPage {...props} />)
  const found = reckonedIn(fields)
  if (!refused(found)) return c.html(<DaysPage {...props} reckoned={found} />)
  const { message, field } = errorOf(reader, found.because)
  return c.html(<DaysPage {...props} error={{ message, field: field === 'from' ? 'from' : 'length' }} />, 422)
})

function reckonedIn(fields: Fields): Reckoned | Refusal {
  const from = dayOf(fields.get('from') ?? '')
  if (!from) return refuse(say('law.refusal.written', { field: 'from', kind: 'day' }))
  const unit = UNITS.find((one) => one === fields.get('unit')) ?? 'days'
  const period = { length: Number(fields.get('length') || NaN), unit }
  if (fields.get('way') === 'setHour') return untilSetHour(from, period)
  return reckon(from, fields.get('way') === 'backward' ? { ...period, backward: true } : period)
}
