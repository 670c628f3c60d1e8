/** The report of an import as JSON, sent while it is made, so that its length costs no memory. */
import { Readable } from 'node:stream'
import type { Message, Words } from '../../kit/words/index.js'
import { countsJson, problemJson, type Counted } from '../report-json.js'
import type { ProblemRow } from '../store/problems.js'

type Reported = Counted & { readonly id: string; readonly vat: string }

export function reportFile(words: Words, row: Reported, batches: AsyncIterable<readonly ProblemRow[]>): Response {
  const report = { id: row.id, ...countsJson(row), vat: row.vat }
  async function* bytes() {
    yield Buffer.from(`{"imports":[${JSON.stringify(report).slice(0, -1)},"problems":[`)
    let mark = ''
    for await (const rows of batches) {
      yield Buffer.from(mark + rows.map((one) => JSON.stringify(problemJson(found(one), words))).join(',\n'))
      mark = ',\n'
    }
    yield Buffer.from(']}]}\n')
  }
  return new Response(Readable.toWeb(Readable.from(bytes())) as ReadableStream, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}

const found = ({ line, place, severity, message, original }: ProblemRow) => ({
  place: { line, ...(place === null ? {} : { column: place }) },
  severity,
  because: JSON.parse(message) as Message,
  original,
})
