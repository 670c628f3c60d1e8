/** The files that have been read in, and reading in more. */
import { refused, type Refusal } from '../../kit/refuse.js'
import { addresses, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { leaveSample, sampleStands } from '../acts/sample.js'
import type { Source } from '../import/source.js'
import { ImportsPage, type NotRead } from '../pages/imports.js'
import { UnderWayPage } from '../pages/under-way.js'
import * as store from '../store/imports.js'
import { waitingFiles } from '../store/waiting.js'
import { underWay } from '../under-way.js'
import { filesSent } from '../upload.js'
import { beginReading, readIn, readingAt, type Outcome } from './reading.js'
import { operatorActs } from './request.js'

export const imports = addresses()

imports.get('/imports', async (c) => c.html(await importsPage(c)))

imports.post('/imports', async (c) => {
  operatorActs(c)
  const files = await filesSent(c.req.parseBody({ all: true }))
  if (refused(files)) return c.html(await importsPage(c, [{ because: files.because }]), files.status)
  const names = files.map(({ name }) => name)
  const { id, outcome } = await beginReading(c, names, (progress) => readIn(c.var, files.map(sourceOf), {}, progress))
  return outcome ? answered(c, outcome) : c.redirect(hrefIn(c.var.reader, `/imports/under-way/${id}`), 303)
})

const sourceOf = (file: File): Source => ({
  name: file.name,
  size: file.size,
  read: () => file.stream() as AsyncIterable<Uint8Array>,
})

imports.get('/imports/under-way/:id', async (c) => {
  const { reader } = c.var
  operatorActs(c)
  const one = readingAt(c.req.param('id'))
  if (one?.isDone) return answered(c, await one.done)
  if (one) c.header('Refresh', String(RELOAD_SECONDS))
  return c.html(<UnderWayPage reader={reader} one={one} now={performance.now()} />, one ? 200 : 404)
})
const RELOAD_SECONDS = 2

imports.post('/imports/sample/removal', async (c) => {
  const { reader, db, actor, now } = c.var
  operatorActs(c)
  const left = await leaveSample(db, actor, now)
  if (!refused(left)) return c.redirect(hrefIn(reader, '/imports?sample=left'), 303)
  const next = [{ href: hrefIn(reader, '/imports'), label: reader.words('purchasing.underWay.list') }]
  return c.html(<RefusalPage reader={reader} refusal={left} next={next} />, left.status)
})

/** To the one thing that came of it; to the list where there are several. */
export async function answered(c: Request, { read, waiting, errors }: Outcome): Promise<Response> {
  const { reader } = c.var
  if (errors.length) return c.html(await importsPage(c, errors, read.length), statusOf(errors))
  const [asked] = waiting
  if (asked) {
    const month = asked.month ? `?month=${asked.month}` : ''
    return c.redirect(hrefIn(reader, `/imports/waiting/${asked.id}${month}`), 303)
  }
  return c.redirect(hrefIn(reader, read.length === 1 ? `/imports/${read[0]}` : '/imports'), 303)
}

const statusOf = (errors: readonly NotRead[]): Refusal['status'] =>
  errors.some(({ because }) => because.key === 'purchasing.sample.stands') ? 409 : 422

/** With why nothing, or not everything, was read in. */
async function importsPage(c: Request, errors: readonly NotRead[] = [], read = 0) {
  const { reader, db } = c.var
  const isOperator = reader.reach === 'internal'
  return (
    <ImportsPage
      reader={reader}
      rows={await store.imports(db, reader.reach)}
      errors={errors}
      read={read}
      waiting={isOperator ? await waitingFiles(db) : []}
      underWay={isOperator ? underWay() : []}
      hasSample={isOperator && (await sampleStands(db))}
      sampleLeft={isOperator && c.req.query('sample') === 'left'}
    />
  )
}
