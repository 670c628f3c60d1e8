/** The files that have been read in, and reading in more. */
import { refused, type Refusal } from '../../kit/refuse.js'
import { addresses, type Request } from '../../web/http.js'
import { hrefIn } from '../../web/index.js'
import { importFile } from '../import/pipeline.js'
import { ImportsPage, type NotRead } from '../pages/imports.js'
import * as store from '../store/imports.js'
import { filesSent } from '../upload.js'
import { operatorActs } from './request.js'

export const imports = addresses()

imports.get('/imports', async (c) => {
  const { reader, db } = c.var
  return c.html(<ImportsPage reader={reader} rows={await store.imports(db, reader.reach)} />)
})

imports.post('/imports', async (c) => {
  operatorActs(c)
  const files = await filesSent(c.req.parseBody({ all: true }))
  if (refused(files)) return notRead(c, [{ because: files.because }], 0, files.status)
  const { read, errors } = await importEach(c, files)
  if (errors.length) return notRead(c, errors, read.length, 422)
  const [only] = read
  return c.redirect(hrefIn(c.var.reader, read.length === 1 ? `/imports/${only}` : '/imports'), 303)
})

/** Each file is an import of its own; those that could be read stay read when another is refused. */
async function importEach(c: Request, files: readonly File[]): Promise<{ read: string[]; errors: NotRead[] }> {
  const { db, actor, now } = c.var
  const read: string[] = []
  const errors: NotRead[] = []
  for (const file of files) {
    const { name, size } = file
    const source = { name, size, read: () => file.stream() as AsyncIterable<Uint8Array> }
    const report = await importFile(db, source, actor, { now })
    if (refused(report)) errors.push({ file: name, because: report.because })
    else read.push(report.id)
  }
  return { read, errors }
}

/** The form again, with why nothing, or not everything, was read in. */
async function notRead(c: Request, errors: readonly NotRead[], read: number, status: Refusal['status']) {
  const { reader, db } = c.var
  const rows = await store.imports(db, 'internal')
  return c.html(<ImportsPage reader={reader} rows={rows} errors={errors} read={read} />, status)
}
