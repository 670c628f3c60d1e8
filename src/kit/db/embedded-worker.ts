/** Runs in a worker thread: a query blocks its thread, and that must not be the one that answers pages. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { readFileSync } from 'node:fs'
import { PARSERS } from './types.js'
import type { Answer, Question, Start } from './embedded.js'

const port = parentPort!
const start = workerData as Start

async function open(): Promise<PGlite> {
  const template = start.template ? { loadDataDir: new Blob([readFileSync(start.template)]) } : {}
  const folder = start.folder ? { dataDir: start.folder } : {}
  const database = await PGlite.create({ ...folder, ...template, extensions: { pg_trgm }, parsers: { ...PARSERS } })
  await database.exec(`set timezone to 'UTC'; set jit to off; set work_mem to '64MB'`)
  return database
}

async function answer(database: PGlite, question: Question): Promise<Answer['value']> {
  switch (question.kind) {
    case 'query': {
      const found = await database.query<Record<string, unknown>>(question.sql, [...question.parameters])
      return { rows: found.rows, affected: found.affectedRows ?? 0 }
    }
    case 'copy': {
      const found = await database.query(question.sql, [], { blob: new Blob([question.csv]) })
      return { rows: [], affected: found.affectedRows ?? 0 }
    }
    case 'dump':
      // Old logs would be kept for later use: tens of megabytes of nothing, unpacked each time.
      await database.exec('set wal_recycle to off')
      await database.exec('checkpoint')
      return { bytes: new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer()) }
    case 'close':
      await database.close()
      return undefined
  }
}

const plain = (error: unknown): NonNullable<Answer['error']> => {
  const { message, code, detail, constraint } = error as Record<string, string | undefined>
  return { message: message ?? String(error), code, detail, constraint }
}

try {
  const database = await open()
  port.postMessage({ id: 0 } satisfies Answer)
  port.on('message', (question: Question) => {
    answer(database, question)
      .then((value) => port.postMessage({ id: question.id, value } satisfies Answer))
      .catch((error: unknown) => port.postMessage({ id: question.id, error: plain(error) } satisfies Answer))
  })
} catch (error) {
  port.postMessage({ id: 0, error: plain(error) } satisfies Answer)
}
