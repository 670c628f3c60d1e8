/** HTTP of the main job. An idea's text is never stored, logged or put in an address: each step carries it in its form. */
import { divisions, isCode, readCode, type Code } from '../categories/index.js'
import { dayOfInstant, instantOf } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { known, spentUnder } from '../purchasing/index.js'
import { addresses, type Request } from '../web/http.js'
import { hrefIn } from '../web/index.js'
import { fitJson } from './json.js'
import { ConfirmPage, IdeaPage, StartPage, type FormError } from './pages.js'
import { ReportPage } from './report-page.js'
import { fit, suggest, type Idea } from './report.js'
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

async function ideaFrom(c: Request): Promise<{ idea: Idea; body: Record<string, unknown> }> {
  const body = await c.req.parseBody({ all: true })
  const text = (name: string, most: number) => (typeof body[name] === 'string' ? body[name].trim().slice(0, most) : '')
  return { idea: { title: text('title', 200), text: text('text', 4000) }, body }
}

fitAddresses.post('/fit', async (c) => {
  const { reader, db } = c.var
  const { idea } = await ideaFrom(c)
  if (idea.title.length < 3)
    return c.html(
      <IdeaPage reader={reader} idea={idea} errors={[{ field: 'title', message: say('fit.form.missingTitle') }]} />,
      422,
    )
  return c.html(<ConfirmPage reader={reader} idea={idea} suggested={await suggest(db, reader.reach, idea)} />)
})

fitAddresses.post('/fit/idea', async (c) => {
  const { idea } = await ideaFrom(c)
  return c.html(<IdeaPage reader={c.var.reader} idea={idea} />)
})

fitAddresses.post('/fit/report', async (c) => {
  const { reader, db, now } = c.var
  const { idea, body } = await ideaFrom(c)
  const { codes, errors } = codesFrom([body['category'], body['code']].flat())
  if (errors.length) {
    const suggested = await suggest(db, reader.reach, idea)
    return c.html(<ConfirmPage reader={reader} idea={idea} suggested={suggested} errors={errors} />, 422)
  }
  const found = await fit(db, reader.reach, idea, codes, dayOfInstant(instantOf(now)), reader.language, buyerIn(body))
  if (wantsJson(c, body)) {
    c.header('Content-Disposition', 'attachment; filename="fairlane-fit.json"')
    return c.json(fitJson(idea, found, reader.reach, reader.words))
  }
  return c.html(<ReportPage reader={reader} idea={idea} fit={found} all={body['all'] === '1'} />)
})

/** A program asks by its Accept header, a person by the button. */
const wantsJson = (c: Request, body: Record<string, unknown>): boolean =>
  body['format'] === 'json' || /^application\/json\b/.test(c.req.header('accept') ?? '')

/** Undefined for every buyer. */
const buyerIn = ({ buyer }: Record<string, unknown>): number | undefined =>
  typeof buyer === 'string' && /^\d{1,9}$/.test(buyer) ? Number(buyer) : undefined

/** Codes ticked and typed; several may stand in one field, with spaces between. */
export function codesFrom(values: readonly unknown[]): { codes: Code[]; errors: FormError[] } {
  const codes = new Set<Code>()
  const errors: FormError[] = []
  for (const value of values) {
    if (typeof value !== 'string' || !value.trim()) continue
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
