/** The embedded database: PGlite in a worker thread, one connection lent in a fair order. */
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Channel, Engine, Rows } from './engine.js'
import { FairQueue } from './queue.js'

export interface Start {
  /** Where the database's files lie; in memory when absent. */
  readonly folder?: string | undefined
  /**
   * A database to begin from, far quicker than a fresh one: `NAME.tar` of a dump, and for a folder also `NAME/`, which is
   * copied. The build's own when absent.
   */
  readonly template?: string | undefined
}
export type Question = { readonly id: number } & (
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'copy'; readonly sql: string; readonly csv: string }
  | { readonly kind: 'dump' | 'close' }
)
export interface Answer {
  readonly id: number
  readonly value?: Rows | { readonly bytes: Uint8Array } | undefined
  readonly error?: {
    message: string
    code?: string | undefined
    detail?: string | undefined
    constraint?: string | undefined
  }
}
type Ask<Q = Question> = Q extends { id: number } ? Omit<Q, 'id'> : never

const workerFile = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('../../../dist/embedded-worker.js', import.meta.url)
    : new URL('./embedded-worker.js', import.meta.url)

export interface EmbeddedEngine extends Engine {
  /** The whole database as one tar archive: a template for quick new ones. */
  dump(): Promise<Uint8Array>
}

/** In the present shape, made by the build beside the worker. */
const BUILT = fileURLToPath(new URL('./template', workerFile()))

/** A folder that is not there yet is made under another name first, so that a start killed halfway leaves no half database. */
export async function openEmbedded({ folder, template = BUILT }: Start): Promise<EmbeddedEngine> {
  if (!folder) return startWorker({ template: tarOf(template) })
  if (!existsSync(folder)) {
    const draft = `${folder}.creating`
    rmSync(draft, { recursive: true, force: true })
    await makeFolder(draft, template)
    renameSync(draft, folder)
  }
  return startWorker({ folder })
}

async function makeFolder(folder: string, template: string): Promise<void> {
  if (existsSync(template)) cpSync(template, folder, { recursive: true })
  else await (await startWorker({ folder, template: tarOf(template) })).close()
}

const tarOf = (template: string): string | undefined => {
  const file = `${template}.tar`
  return existsSync(file) ? file : undefined
}

async function startWorker(start: Start): Promise<EmbeddedEngine> {
  const worker = new Worker(workerFile(), { workerData: start })
  const waiting = new Map<number, { resolve: (value: Answer['value']) => void; reject: (error: Error) => void }>()
  let last = 0
  const expect = (id: number) => new Promise<Answer['value']>((resolve, reject) => waiting.set(id, { resolve, reject }))
  const ask = (question: Ask) => {
    const id = ++last
    const answered = expect(id)
    worker.postMessage({ ...question, id })
    return answered
  }
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, value, error }: Answer) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (error) one?.reject(Object.assign(new Error(error.message), error))
    else one?.resolve(value)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The embedded database has stopped')))
  try {
    await expect(0)
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return engineOn(ask, () => worker.terminate())
}

function engineOn(ask: (question: Ask) => Promise<Answer['value']>, terminate: () => Promise<unknown>): EmbeddedEngine {
  const queue = new FairQueue()
  const channel: Channel = {
    query: async (sql, parameters) => (await ask({ kind: 'query', sql, parameters })) as Rows,
    copyIn: async (table, columns, csv) => {
      const sql = `copy ${table} (${columns.join(', ')}) from '/dev/blob' with (format csv)`
      return ((await ask({ kind: 'copy', sql, csv })) as Rows).affected
    },
  }
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    await queue.enter()
    try {
      return await work()
    } finally {
      queue.leave()
    }
  }
  return {
    kind: 'embedded',
    acquire: async () => {
      await queue.enter()
      return channel
    },
    release: () => queue.leave(),
    still: (work) =>
      alone(async () => {
        await channel.query('checkpoint', [])
        return work()
      }),
    dump: () => alone(async () => ((await ask({ kind: 'dump' })) as { bytes: Uint8Array }).bytes),
    close: async () => {
      await alone(async () => void (await ask({ kind: 'close' })))
      await terminate()
    },
  }
}
