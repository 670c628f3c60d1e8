/** HTTP of the main job. An idea's text is never stored, logged or put in an address: each step carries it in its form. */
import { divisions, isCode, readCode, type Code } from '../categories/index.js'
import { dayOfInstant, instantOf } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { known, spentUnder } from '../purchasing/index.js'
import { addresses, type Request } from '../web/http.js'
import { hrefIn } from '../web/index.js'
import { fitJson } from './json.js'
import type { FormError } from './form-error.js'
import { wrongIn, type Idea } from './idea.js'
import { NUMBERS, numbersIn, type WrittenNumbers } from './numbers.js'
import { ConfirmPage } from './confirm-page.js'
import { IdeaPage, StartPage } from './pages.js'
import { ReportPage } from './report-page.js'
import { fit, suggest } from './report.js'
import { examples } from './examples.js'

export const fitAddresses = addresses()

fitAddresses.get('/', async (c) => {
  const { reader, db } = c.var
  const spent = await spentUnder(db, reader.reach, DIVISIONS)
  const ideas = examples(reader.language)
  return c.html(<StartPage reader={reader} known={await known(db, reader.reach)} spent={spent} examples={ideas} />)
})
const DIVISIONS = divisions().map(({ code }) => code.slice(0, 2))

fitAddresses.get('/fit', (c) => c.redirect(hrefIn(c.var.reader, '/'), 303))
fitAddresses.get('/fit/idea', (c) => c.redirect(hrefIn(c.var.reader, '/'), 303))
fitAddresses.get('/fit/report', (c) => c.redirect(hrefIn(c.var.reader, '/'), 303))

type Body = Record<string, string | File | (string | File)[]>

interface Given {
  readonly idea: Idea
  readonly body: Body
  /** The numbers as typed, and what is wrong with them. */
  readonly written: WrittenNumbers
  readonly unread: readonly FormError[]
}

async function ideaFrom(c: Request): Promise<Given> {
  const body: Body = await c.req.parseBody({ all: true })
  const first = (name: string) => textsIn(body[name])[0] ?? ''
  const written = Object.fromEntries(NUMBERS.map((name) => [name, first(name).slice(0, LONGEST_NUMBER)]))
  const { numbers, errors } = numbersIn(written)
  return { idea: { title: first('title'), text: first('text'), numbers }, body, written, unread: errors }
}
const LONGEST_NUMBER = 40

const textsIn = (given: Body[string] | undefined): string[] =>
  [given].flat().flatMap((one) => (typeof one === 'string' ? [one.trim()] : []))

const codesIn = (body: Body): string[] => [...textsIn(body['category']), ...textsIn(body['code'])]

fitAddresses.post('/fit', async (c) => {
  const { reader, db } = c.var
  const { idea, body } = await ideaFrom(c)
  const errors = wrongIn(idea)
  const codes = codesIn(body).join(' ')
  if (errors.length)
    return refusal(c, body, errors, <IdeaPage reader={reader} idea={idea} codes={codes} errors={errors} />)
  const suggested = await suggest(db, reader.reach, idea)
  return c.html(<ConfirmPage reader={reader} idea={idea} suggested={suggested} typed={codes} />)
})

fitAddresses.post('/fit/idea', async (c) => {
  const { idea } = await ideaFrom(c)
  return c.html(<IdeaPage reader={c.var.reader} idea={idea} />)
})

fitAddresses.post('/fit/report', async (c) => {
  const { reader, db, now } = c.var
  const { idea, body, written, unread } = await ideaFrom(c)
  const wrong = wrongIn(idea)
  if (wrong.length) {
    const codes = codesIn(body).join(' ')
    return refusal(c, body, wrong, <IdeaPage reader={reader} idea={idea} codes={codes} errors={wrong} />)
  }
  const { codes, errors } = codesFrom(codesIn(body))
  const suggested = await suggest(db, reader.reach, idea)
  const amiss = [...errors, ...unread]
  if (amiss.length) {
    const given = { ticked: textsIn(body['category']), typed: textsIn(body['code']).join(' '), written }
    const page = <ConfirmPage reader={reader} idea={idea} suggested={suggested} {...given} errors={amiss} />
    return refusal(c, body, amiss, page)
  }
  const page = numberIn(body['page'])
  const found = await fit(db, reader.reach, {
    ...{ idea, categories: codes, suggested, page, language: reader.language },
    today: dayOfInstant(instantOf(now)),
    buyer: numberIn(body['buyer']),
  })
  if (wantsJson(c, body)) {
    c.header('Content-Disposition', 'attachment; filename="fairlane-fit.json"')
    return c.json(fitJson(idea, found, reader.reach, reader.words))
  }
  return c.html(<ReportPage reader={reader} idea={idea} fit={found} whole={page !== undefined} />)
})

/** The page with its errors, or for a program the first of them. */
function refusal(c: Request, body: Body, errors: readonly FormError[], page: string | Promise<string>) {
  if (!wantsJson(c, body)) return c.html(page, 422)
  const { field, message } = errors[0]!
  return c.json({ refused: { field, sentence: c.var.reader.words.of(message) } }, 422)
}

/** A program asks by its Accept header, a person by the button. */
const wantsJson = (c: Request, body: Body): boolean =>
  body['format'] === 'json' || /^application\/json\b/.test(c.req.header('accept') ?? '')

/** Undefined where none is given: every buyer, the first five openings. */
const numberIn = (given: Body[string] | undefined): number | undefined =>
  typeof given === 'string' && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined

/** Codes ticked and typed; several may stand in one field, with spaces between. */
export function codesFrom(values: readonly string[]): { codes: Code[]; errors: FormError[] } {
  const codes = new Set<Code>()
  const errors: FormError[] = []
  for (const value of values) {
    if (!value.trim()) continue
    for (const part of value.trim().split(/[\s,;]+/)) {
      const read = isCode(part) ? { code: part } : readCode(part)
      if (refused(read)) errors.push({ field: 'code', message: say('fit.form.badCode', { code: part.slice(0, 40) }) })
      else codes.add(read.code)
    }
  }
  if (codes.size === 0 && errors.length === 0)
    errors.push({ field: 'category', message: say('fit.form.missingCategory') })
  return { codes: [...codes], errors }
}
