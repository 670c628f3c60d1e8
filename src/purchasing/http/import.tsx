/** One import: what its file told, the problems in it, and the act of publishing it. */
import { idOf } from '../../kit/id.js'
import { refused } from '../../kit/refuse.js'
import { entriesAbout } from '../../record/index.js'
import { addresses, NotFound, type Request } from '../../web/http.js'
import { hrefIn, RefusalPage } from '../../web/index.js'
import { publicationOf, publishImport, undoImport } from '../acts.js'
import { publicSums } from '../few.js'
import { differing, type Sum } from '../import/report.js'
import { csvFile } from '../pages/csv.js'
import { ImportPage } from '../pages/import.js'
import type { NextSteps } from '../pages/next-steps.js'
import { reportFile } from '../pages/report-file.js'
import { problemsCsv, problemsHead } from '../pages/problems.js'
import { inBatches } from '../store/batches.js'
import { buyerNames } from '../store/buyers.js'
import { anyContract, coverageOf, importAt, landedSums, replacedBy } from '../store/imports.js'
import { suppliersKept } from '../store/publication.js'
import { waitingFiles } from '../store/waiting.js'
import { notesOf, problemCounts, problemGroups, problemsAfter, type ProblemRow } from '../store/problems.js'
import { operatorActs } from './request.js'

export const oneImport = addresses()

async function importOf(c: Request) {
  const id = idOf(c.req.param('id') ?? '')
  const row = id && (await importAt(c.var.db, c.var.reader.reach, id))
  if (!row) throw new NotFound()
  return row
}

oneImport.get('/imports/:id', async (c) => {
  const { reader, db } = c.var
  // A pattern cannot end a name with what stands after it.
  if (c.req.param('id').endsWith(JSON_ENDING)) return asJson(c)
  const row = await importOf(c)
  const sums = JSON.parse(row.sums) as Sum[]
  const isOperator = reader.reach === 'internal'
  const { id } = row
  const names = await buyerNames(db, reader.reach, [...new Set(sums.map(({ buyer }) => buyer))])
  return c.html(
    <ImportPage
      reader={reader}
      row={row}
      sums={sums}
      publicSums={isOperator ? undefined : publicSums(sums, await suppliersKept(db, id))}
      buyers={names}
      next={isOperator && !row.undone_at ? await nextSteps(c, names) : undefined}
      {...(isOperator ? { problems: await problemsOf(c, id) } : {})}
      notes={isOperator ? await notesOf(db, id) : []}
      covered={await coverageOf(db, reader.reach, id)}
      replaced={await replacedBy(db, reader.reach, id)}
      differing={row.undone_at ? undefined : differing(sums, await landedSums(db, id))}
      entries={await entriesAbout(db, { import: id })}
      publication={isOperator && !row.published_at && !row.undone_at ? await publicationOf(db, id) : undefined}
      done={isOperator && row.published_at !== null && c.req.query('published') === 'now'}
    />,
  )
})

const MOST_NEXT = 5

async function nextSteps({ var: { db } }: Request, names: ReadonlyMap<string, string>): Promise<NextSteps> {
  return {
    waiting: (await waitingFiles(db)).slice(0, MOST_NEXT),
    buyers: [...names].slice(0, MOST_NEXT).map(([number, name]) => ({ number, name })),
    hasContracts: await anyContract(db),
  }
}

const JSON_ENDING = '.json'

/** The whole report for programs; in it are rows as they were written, so that it is the operator's alone. */
async function asJson(c: Request): Promise<Response> {
  const { reader, db } = c.var
  operatorActs(c)
  const id = idOf((c.req.param('id') ?? '').slice(0, -JSON_ENDING.length))
  const row = id && (await importAt(db, reader.reach, id))
  if (!row) throw new NotFound()
  const batches = inBatches<ProblemRow>((last, most) => problemsAfter(db, row.id, last?.ordinal ?? -1, most))
  return reportFile(reader.words, row, batches)
}

const MOST_GROUPS = 200

const problemsOf = async ({ var: { db } }: Request, id: string) => ({
  groups: await problemGroups(db, id, MOST_GROUPS),
  counts: await problemCounts(db, id),
})

oneImport.get('/imports/:id/problems.csv', async (c) => {
  const { reader, db } = c.var
  operatorActs(c)
  const { id } = await importOf(c)
  const batches = inBatches<ProblemRow>((last, most) => problemsAfter(db, id, last?.ordinal ?? -1, most))
  const name = `fairlane-problems-${id.slice(0, 8)}`
  return csvFile(name, problemsHead(reader), batches, (rows) => problemsCsv(reader, rows))
})

oneImport.post('/imports/:id/publication', async (c) => {
  const { reader, db, now } = c.var
  operatorActs(c)
  const { id } = await importOf(c)
  const published = await publishImport(db, id, c.var.actor, now)
  if (!refused(published)) return c.redirect(hrefIn(reader, `/imports/${id}?published=now`), 303)
  const next = [{ href: hrefIn(reader, `/imports/${id}`), label: reader.words('purchasing.publication.toImport') }]
  return c.html(<RefusalPage reader={reader} refusal={published} next={next} />, published.status)
})

oneImport.post('/imports/:id/undoing', async (c) => {
  const { reader, db, now } = c.var
  operatorActs(c)
  const { id } = await importOf(c)
  const undone = await undoImport(db, id, c.var.actor, now)
  if (!refused(undone)) return c.redirect(hrefIn(reader, `/imports/${id}`), 303)
  const next = [{ href: hrefIn(reader, `/imports/${id}`), label: reader.words('purchasing.publication.toImport') }]
  return c.html(<RefusalPage reader={reader} refusal={undone} next={next} />, undone.status)
})
