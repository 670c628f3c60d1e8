/** One line of a ledger, correcting what it is, and the rules that are made of that. For the operator: nobody else may. */
import { describeRule, isCode, ruleFor, searchCategories, type Code } from '../../categories/index.js'
import { idOf } from '../../kit/id.js'
import { refused, type Refusal } from '../../kit/refuse.js'
import { say, type Message } from '../../kit/words/index.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { correctLine, makeRule, withdrawRule, type Meant } from '../acts/correcting.js'
import { NOT_A_PURCHASE, ruleOf } from '../own-rules.js'
import { apartLines, apartSums } from '../store/apart.js'
import { rulesOf } from '../store/judging.js'
import { askedOfList } from '../asked.js'
import { ApartPage } from '../pages/judged/apart.js'
import { APPLIES, Done, type Applies } from '../pages/judged/correcting.js'
import { LinePage } from '../pages/judged/line.js'
import { RulesPage } from '../pages/judged/rules.js'
import { lineAddress } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import { correctionOf, ruleFits, rulesShown } from '../store/correcting.js'
import { invoiceBehind } from '../store/invoice.js'
import { lineAt, type LineRow } from '../store/line.js'
import { buyerOf } from './buyers.js'
import { beforeTheEnd, operatorActs } from './request.js'

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
  const told = { reader, buyer, line: row, invoice, apart: await apartBecause(c, row) }
  if (reader.reach === 'published') return <LinePage {...told} />
  const words = (wrong?.words ?? c.req.query('q') ?? '').trim().slice(0, LONGEST)
  return (
    <LinePage
      {...told}
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

/** Why the line is counted in no sum; undefined where it is counted. */
async function apartBecause({ var: { db } }: Request, row: LineRow): Promise<readonly Message[] | undefined> {
  if (row.noPurchase !== null) return JSON.parse(row.noPurchase) as Message[]
  if (!row.isApart) return undefined
  if (row.corrected === NOT_A_PURCHASE) return [say('categories.purchase.correctionNone')]
  const rules = (await rulesOf(db, row.buyer)).flatMap((one) => ruleOf(one) ?? [])
  const supplier = row.supplier === null ? undefined : { id: String(row.supplier) }
  const rule = ruleFor(rules, { account: { code: row.accountCode }, supplier })
  return [rule?.category === NOT_A_PURCHASE ? describeRule(rule) : say('purchasing.judged.apart.invoice')]
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
  if (!isMeant(category)) return c.html(await linePage(c, { words: said('q'), category, applies }), 422)
  if (applies === 'line') {
    const corrected = await correctLine(db, row, category, actor, now)
    return refused(corrected)
      ? refusal(c, corrected, toLine(c, buyer, row))
      : did(c, buyer, row, 'corrected', corrected.lines)
  }
  const made = await makeRule(db, { buyer: buyer.id, category, ...ruled(row, applies) }, actor, now)
  if (refused(made)) return refusal(c, made, toLine(c, buyer, row))
  return did(c, buyer, row, 'ruled', await linesRuled(c, buyer, made.id))
})

async function linesRuled({ var: { db } }: Request, buyer: BuyerRow, rule: string): Promise<number> {
  const fits = (await ruleFits(db, buyer.id)).filter((one) => one.rule === rule)
  return fits.reduce((sum, { lines }) => sum + lines, 0)
}

const isMeant = (written: string): written is Meant => written === NOT_A_PURCHASE || isCode(written)

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

line.get('/buyers/:number/set-apart', async (c) => {
  const { reader, db } = c.var
  const buyer = await buyerOf(c)
  const asked = askedOfList(c.req.query())
  const lines = await apartLines(db, reader.reach, buyer.id, asked)
  beforeTheEnd(asked, lines)
  const sums = await apartSums(db, reader.reach, buyer.id)
  return c.html(<ApartPage reader={reader} buyer={buyer} page={asked.page} sums={sums} lines={lines} />)
})

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
