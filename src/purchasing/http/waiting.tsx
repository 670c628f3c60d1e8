/** A file that waits: how it would be read, what a person says of it, and reading it in. */
import { idOf } from '../../kit/id.js'
import { refuse, refused } from '../../kit/refuse.js'
import { say } from '../../kit/words/index.js'
import { addresses, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { keepMapping } from '../acts/mapping.js'
import { beginningOf, sourceOfWaiting, type Beginning } from '../acts/waiting.js'
import { describeMapping } from '../import/mapping/index.js'
import { WaitingPage } from '../pages/waiting/page.js'
import { deleteWaiting, onlyBuyer, waitingAt, type WaitingRow } from '../store/waiting.js'
import { judged, ownedForShow, saidIn, type Judged, type Said, type ToSay } from '../waiting.js'
import { answered } from './imports.js'
import { beginReading, monthIn, readIn, type Outcome } from './reading.js'
import { operatorActs } from './request.js'

export const waiting = addresses()

waiting.get('/imports/waiting/:id', async (c) => {
  const row = await waitingOf(c)
  if (!row) return gone(c)
  const beginning = await beginningOf(c.var.db, row)
  if (refused(beginning)) return refusal(c, beginning)
  const month = /^\d{4}-\d\d$/.exec(c.req.query('month') ?? '')?.[0]
  return c.html(await page(c, row, beginning, { month }))
})

waiting.post('/imports/waiting/:id', async (c) => {
  const { reader, db } = c.var
  const row = await waitingOf(c)
  if (!row) return gone(c)
  const form = await c.req.parseBody()
  if (form['act'] === 'drop') {
    await deleteWaiting(db, row.id)
    return c.redirect(hrefIn(reader, '/imports'), 303)
  }
  const beginning = await beginningOf(db, row)
  if (refused(beginning)) return refusal(c, beginning)
  const said = saidIn(form)
  const judgement = judged(beginning.columns, cellsOf(beginning), said)
  const toSay = form['asks'] === 'overlap' ? judgement.toSay.filter(({ field }) => field === 'from') : judgement.toSay
  const month = form['asks'] === 'overlap' ? monthSent(form['month']) : undefined
  if (form['act'] !== 'import') return c.html(await page(c, row, beginning, { said, month }))
  if (toSay.length) return c.html(await page(c, row, beginning, { said, month, toSay }), 422)
  return importing(c, row, beginning, said, judgement, month)
})

const monthSent = (given: unknown): string => (typeof given === 'string' ? given : '')

const cellsOf = ({ rows }: Beginning) => rows.map(({ cells }) => cells)

async function importing(
  c: Request,
  row: WaitingRow,
  beginning: Beginning,
  said: Said,
  { mapping, covering }: Judged,
  month: string | undefined,
): Promise<Response> {
  const { var: carried } = c
  const isMapped = month === undefined
  const work = async (progress: Parameters<typeof readIn>[3]): Promise<Outcome> => {
    const reading = { isWaiting: true, covering, ...(isMapped ? { mapping } : {}) }
    const outcome = await readIn(carried, [sourceOfWaiting(carried.db, row)], reading, progress)
    if (outcome.read.length === 0) return outcome
    if (isMapped) await keepMapping(carried.db, mapping, row.file, carried.actor, carried.now)
    await deleteWaiting(carried.db, row.id)
    return outcome
  }
  const { id, outcome } = await beginReading(c, [row.file], work)
  if (!outcome) return c.redirect(hrefIn(carried.reader, `/imports/under-way/${id}`), 303)
  const [error] = outcome.errors
  if (!error) return answered(c, outcome)
  const toSay = [{ field: monthIn(error.because) ? 'overlap' : 'kind', because: error.because }]
  return c.html(await page(c, row, beginning, { said, toSay, month }), 422)
}

interface Shown {
  readonly said?: Said
  readonly toSay?: readonly ToSay[]
  readonly month: string | undefined
}

async function page(c: Request, row: WaitingRow, beginning: Beginning, { said, toSay = [], month }: Shown) {
  const { columns } = beginning
  const cells = cellsOf(beginning)
  const judgement = judged(columns, cells, said)
  const asRead = month === undefined ? describeMapping(ownedForShow(judgement.mapping, row.file), columns, cells) : []
  const likely = await onlyBuyer(c.var.db)
  return (
    <WaitingPage
      reader={c.var.reader}
      {...{ row, columns, judgement, asRead, toSay, said, month }}
      onlyBuyer={likely}
    />
  )
}

async function waitingOf(c: Request): Promise<WaitingRow | undefined> {
  operatorActs(c)
  const id = idOf(c.req.param('id') ?? '')
  return id && waitingAt(c.var.db, id)
}

const gone = (c: Request) => refusal(c, refuse(say('purchasing.waiting.gone'), 404))

function refusal(c: Request, because: ReturnType<typeof refuse>) {
  const { reader } = c.var
  const next = [{ href: hrefIn(reader, '/imports'), label: reader.words('purchasing.underWay.list') }]
  return c.html(<RefusalPage reader={reader} refusal={because} next={next} />, because.status)
}
