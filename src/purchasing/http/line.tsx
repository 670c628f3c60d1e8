/** One line of a ledger, correcting what it is, and the rules that are made of that. For the operator: nobody else may. */
import { isCode, searchCategories, type Code } from '../../categories/index.js'
import { idOf } from '../../kit/id.js'
import { refused, type Refusal } from '../../kit/refuse.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { correctLine, makeRule, withdrawRule } from '../acts/correcting.js'
import { APPLIES, Done, type Applies } from '../pages/judged/correcting.js'
import { LinePage } from '../pages/judged/line.js'
import { RulesPage } from '../pages/judged/rules.js'
import { lineAddress } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import { correctionOf, ruleFits, rulesShown } from '../store/correcting.js'
import { invoiceBehind } from '../store/invoice.js'
import { lineAt, type LineRow } from '../store/line.js'
import { buyerOf } from './buyers.js'
import { operatorActs } from './request.js'

export const line = addresses()

const LINE = '/buyers/:number/purchases/:import/:ordinal'

line.get(LINE, async (c) => c.html(await linePage(c)))

async function lineOf(c: Request): Promise<{ buyer: BuyerRow; row: LineRow }> {
  const buyer = await buyerOf(c)
  const id = idOf(c.req.param('import') ?? '')
  const ordinal = /^\d{1,9}$/.exec(c.req.param('ordinal') ?? '')?.[0]
  const row = id && ordinal && (await lineAt(c.var.db, c.var.reader.reach, buyer.id, { id, ordinal: Number(ordinal) }))
  if (!row) throw new NotFound()
  return { buyer, row }
}

interface Wrong {
  readonly words: string
  readonly category: string
  readonly applies: Applies
}

async function linePage(c: Request, wrong?: Wrong) {
  const { reader, db } = c.var
  const { buyer, row } = await lineOf(c)
  const invoice = await invoiceBehind(db, reader.reach, row)
  if (reader.reach === 'published') return <LinePage reader={reader} buyer={buyer} line={row} invoice={invoice} />
  const words = (wrong?.words ?? c.req.query('q') ?? '').trim().slice(0, LONGEST)
  return (
    <LinePage
      reader={reader}
      buyer={buyer}
      line={row}
      invoice={invoice}
      correcting={{
        words,
        found: words ? candidates(c, words) : [],
        chosen: wrong,
        isWrong: wrong !== undefined,
        standing: await correctionOf(db, row),
        done: doneIn(c, buyer),
      }}
    />
  )
}

const LONGEST = 100
const MOST_CANDIDATES = 12
const candidates = ({ var: { reader } }: Request, words: string): Code[] =>
  searchCategories(words, reader.language)
    .slice(0, MOST_CANDIDATES)
    .map(({ category }) => category.code)

/** What the act before this page did, as its address says. */
function doneIn(c: Request, buyer: BuyerRow) {
  const did = c.req.query('did')
  const lines = /^\d{1,9}$/.exec(c.req.query('lines') ?? '')?.[0]
  if ((did !== 'corrected' && did !== 'taken' && did !== 'ruled') || !lines) return undefined
  return <Done reader={c.var.reader} buyer={buyer} did={did} lines={Number(lines)} />
}

line.post(`${LINE}/correction`, async (c) => {
  const { db, actor, now } = c.var
  operatorActs(c)
  const { buyer, row } = await lineOf(c)
  const body = await c.req.parseBody()
  const said = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
  const category = said('category')
  const applies = APPLIES.find((one) => one === said('applies')) ?? 'line'
  if (!isCode(category)) return c.html(await linePage(c, { words: said('q'), category, applies }), 422)
  if (applies === 'line') {
    const corrected = await correctLine(db, row, category, actor, now)
    return refused(corrected)
      ? refusal(c, corrected, toLine(c, buyer, row))
      : did(c, buyer, row, 'corrected', corrected.lines)
  }
  const made = await makeRule(db, { buyer: buyer.id, category, ...ruled(row, applies) }, actor, now)
  if (refused(made)) return refusal(c, made, toLine(c, buyer, row))
  const fits = (await ruleFits(db, buyer.id)).filter(({ rule }) => rule === made.id)
  return did(
    c,
    buyer,
    row,
    'ruled',
    fits.reduce((sum, { lines }) => sum + lines, 0),
  )
})

const ruled = ({ supplier, accountCode }: LineRow, applies: Exclude<Applies, 'line'>) => ({
  ...(applies === 'account' ? {} : { supplier: supplier ?? undefined }),
  ...(applies === 'supplier' ? {} : { account: accountCode }),
})

line.post(`${LINE}/correction/withdrawal`, async (c) => {
  const { db, actor, now } = c.var
  operatorActs(c)
  const { buyer, row } = await lineOf(c)
  const taken = await correctLine(db, row, null, actor, now)
  return refused(taken) ? refusal(c, taken, toLine(c, buyer, row)) : did(c, buyer, row, 'taken', taken.lines)
})

const did = (c: Request, buyer: BuyerRow, row: LineRow, what: 'corrected' | 'taken' | 'ruled', lines: number) =>
  c.redirect(`${hrefIn(c.var.reader, lineAddress(buyer.number, row))}?did=${what}&lines=${lines}`, 303)

const toLine = ({ var: { reader } }: Request, buyer: BuyerRow, row: LineRow) => ({
  href: hrefIn(reader, lineAddress(buyer.number, row)),
  label: reader.words('purchasing.judged.correct.back'),
})

const refusal = (c: Request, because: Refusal, next: { href: string; label: string }) =>
  c.html(<RefusalPage reader={c.var.reader} refusal={because} next={[next]} />, because.status)

line.get('/buyers/:number/rules', async (c) => {
  const { reader, db } = c.var
  operatorActs(c)
  const buyer = await buyerOf(c)
  return c.html(
    <RulesPage
      reader={reader}
      buyer={buyer}
      rules={await rulesShown(db, buyer.id)}
      fits={await ruleFits(db, buyer.id)}
      isWithdrawn={c.req.query('did') === 'withdrawn'}
    />,
  )
})

line.post('/buyers/:number/rules/:id/withdrawal', async (c) => {
  const { reader, db, actor, now } = c.var
  operatorActs(c)
  const buyer = await buyerOf(c)
  const rules = hrefIn(reader, `/buyers/${buyer.number}/rules`)
  const id = idOf(c.req.param('id'))
  if (!id) throw new NotFound()
  const withdrawn = await withdrawRule(db, id, actor, now)
  if (!refused(withdrawn)) return c.redirect(`${rules}?did=withdrawn`, 303)
  return refusal(c, withdrawn, { href: rules, label: reader.words('purchasing.judged.rules.back') })
})
