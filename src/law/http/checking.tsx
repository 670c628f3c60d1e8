/** The operator's own: entering an amount that is missing, verifying a number or a place, and taking either back. */
import { dayOfInstant, instantOf } from '../../kit/day.js'
import { refused, type Refusal } from '../../kit/refuse.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn } from '../../web/index.js'
import { AMOUNT_NAMES, enterNumber, lawHeld, verifyLaw, withdrawNumber, withdrawVerification } from '../acts.js'
import { CheckingPage } from '../pages/checking.js'
import { lawTable, verifiable } from '../rules/table.js'
import { enteredNumbers } from '../store.js'

export const checking = addresses()

const PLACE = '/routes/checking'

checking.get(PLACE, async (c) => {
  operatorActs(c)
  return c.html(await page(c, {}))
})

checking.post(`${PLACE}/numbers`, async (c) => {
  operatorActs(c)
  const fields = await fieldsOf(c)
  const { name = '', kronor = '', from = '', to, source = '', url = '' } = fields
  const written = { name, kronor: Number(kronor.replace(/\s/g, '') || NaN), from, to, source, url }
  return done(c, fields, await enterNumber(c.var.db, written, c.var.actor, c.var.now))
})

checking.post(`${PLACE}/numbers/:id/withdrawal`, async (c) => {
  operatorActs(c)
  return done(c, {}, await withdrawNumber(c.var.db, c.req.param('id'), c.var.actor, c.var.now))
})

checking.post(`${PLACE}/verifications`, async (c) => {
  operatorActs(c)
  const [fields, keys] = [await fieldsOf(c), await keysOf(c)]
  const { by = '', on = '' } = fields
  return done(c, fields, await verifyLaw(c.var.db, { keys, by, on }, c.var.actor, c.var.now))
})

checking.post(`${PLACE}/verifications/withdrawal`, async (c) => {
  operatorActs(c)
  return done(c, {}, await withdrawVerification(c.var.db, await keysOf(c), c.var.actor, c.var.now))
})

/** For everyone else there is nothing to act on. */
function operatorActs(c: Request): void {
  if (c.var.reader.reach !== 'internal') throw new NotFound()
}

type Fields = Readonly<Record<string, string>>

/** Single values; a list of keys is read on its own. */
async function fieldsOf(c: Request): Promise<Fields> {
  const body = Object.entries(await c.req.parseBody())
  return Object.fromEntries(body.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])))
}

async function keysOf(c: Request): Promise<string[]> {
  const { keys } = await c.req.parseBody({ all: true })
  return [keys].flat().filter((key) => typeof key === 'string')
}

async function done(c: Request, fields: Fields, answer: object | Refusal) {
  if (!refused(answer)) return c.redirect(hrefIn(c.var.reader, PLACE), 303)
  const { words } = c.var.reader
  const field = String(answer.because.args['field'] ?? 'keys')
  const label = words('law.page.checking.field', { field })
  const message = words.of({ ...answer.because, args: { ...answer.because.args, field: label } })
  return c.html(await page(c, fields, { field, message }), answer.status)
}

async function page(c: Request, fields: Fields, error?: { field: string; message: string }) {
  const { reader, db, now } = c.var
  const { entered, verified } = await lawHeld(db)
  return (
    <CheckingPage
      reader={reader}
      today={dayOfInstant(instantOf(now))}
      fields={fields}
      error={error}
      entered={await enteredNumbers(db)}
      names={AMOUNT_NAMES}
      places={verifiable(lawTable(entered, verified))}
    />
  )
}
