/** `fairlane serve`: opens the folder, listens, loads the sample city when there is nothing, backs up, stops gracefully. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { pino, type Logger } from 'pino'
import { publishSample } from '../../samples/publish.js'
import { sampleTemplate } from '../../samples/template.js'
import { makeApp } from '../app.js'
import {
  backUp,
  backupsIn,
  DAILY_BACKUPS_KEPT,
  listenIn,
  openInstallation,
  type Bytes,
  type Call,
  type Installation,
} from '../installation/index.js'
import type { Progress } from '../kit/progress.js'
import { refused } from '../kit/refuse.js'
import { ROOT } from '../kit/root.js'
import { say } from '../kit/words/index.js'
import { operatorKey } from '../people/index.js'
import {
  clearStaging,
  dropOldWaiting,
  imports,
  judgePurchases,
  sampleStands,
  showsSample,
} from '../purchasing/index.js'
import { setAssets } from '../web/index.js'
import type { Command, Context } from './command.js'
import { perform } from './perform.js'
import { beginRecord, cosigningAt, keepSigned } from './recording.js'
import { linkTo, type Serving, type TaskName } from './tasks.js'
import { Stop, stopOn } from './stop.js'

export const serve: Command = {
  name: 'serve',
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    empty: { type: 'boolean' },
    'record-name': { type: 'string' },
  },
  help: say('commands.help.serve'),
  run: async ({ options }, context) => {
    const port = portFrom(String(options['port'] ?? context.config.port))
    const host = String(options['host'] ?? context.config.host)
    const door = await openDoor(host, port)
    try {
      const recordName = options['record-name'] === undefined ? undefined : String(options['record-name'])
      await serveAt(door, { host, port, isEmpty: options['empty'] === true, recordName }, context)
    } catch (error) {
      door.close()
      throw error
    }
  },
}

interface Place {
  readonly host: string
  readonly port: number
  readonly isEmpty: boolean
  readonly recordName: string | undefined
}
type Fetch = Parameters<typeof listen>[0]['fetch']
interface Door {
  /** Until then everyone hears that it is starting. */
  readonly let: (fetch: Fetch) => void
  readonly close: () => void
}

function portFrom(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new Stop(say('commands.serve.badPort', { port: text }), 2)
}

/** Listens before anything else is done, so that a taken port is told at once. */
function openDoor(host: string, port: number): Promise<Door> {
  let answer: Fetch = ({ url }: Request) =>
    new URL(url).pathname === '/healthz' ? new Response('ok') : new Response('starting', { status: 503 })
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: (request, env) => answer(request, env), hostname: host, port }, () =>
      resolve({
        let: (fetch) => (answer = fetch),
        close: () => {
          server.close()
          if ('closeIdleConnections' in server) server.closeIdleConnections()
        },
      }),
    )
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      reject(new Stop(say('commands.serve.cannotListen', { code: code ?? message, host, port: String(port) }))),
    )
  })
}

async function serveAt(door: Door, place: Place, context: Context): Promise<void> {
  const { config, version } = context
  setAssets(JSON.parse(readFileSync(join(ROOT, 'dist/assets.json'), 'utf8')) as Record<string, string>)
  const template = place.isEmpty ? undefined : sampleTemplate()
  const installation = await openInstallation({
    folder: config.data,
    databaseUrl: config.databaseUrl,
    version,
    template,
  })
  if (refused(installation)) return stopOn(installation)
  try {
    await serveFrom(installation, door, place, context)
  } finally {
    await installation.close()
  }
}

/** Until it is told to stop. */
async function serveFrom(installation: Installation, door: Door, place: Place, context: Context): Promise<void> {
  const { config, words, output } = context
  await clearStaging(installation.db)
  await dropOldWaiting(installation.db, new Date())
  const bringsSample = !place.isEmpty && (await imports(installation.db)).length === 0
  const isSample = bringsSample || (await sampleStands(installation.db))
  const record = await beginRecord(installation, place.recordName, isSample)
  if (bringsSample) await loadSample(installation, context)
  const address = `http://localhost:${place.port}`
  const log = pino({ level: config.log }, pino.destination(2))
  const app = await appOn(installation, place, context, log)
  const socket = await listenIn(config.data, (call, body, progress) =>
    answerCall({ installation, address }, call, body, progress),
  )
  door.let(app.fetch)
  const stopBackups = backUpDaily(installation, log)
  const stopSigning = await keepSigned(record, log)
  // What a killed process left to be judged; pages are read meanwhile.
  judgePurchases(installation.db).catch((error: unknown) => log.error(error))
  output.line(words('commands.serve.promise', { database: installation.database, folder: config.data }))
  output.line(words('commands.serve.operator', { link: linkTo(address, config.data, new Date()) }))
  output.line(words('commands.serve.ready', { address }))
  output.json({ address, operator: linkTo(address, config.data, new Date()), data: config.data })
  await untilStopped()
  stopBackups()
  await stopSigning()
  socket.close()
  door.close()
}

async function appOn(installation: Installation, place: Place, { config, version }: Context, log: Logger) {
  await sampleStands(installation.db)
  const open = !['127.0.0.1', '::1', 'localhost'].includes(place.host)
  return makeApp({
    db: installation.db,
    log,
    key: operatorKey(config.data),
    open,
    names: config.names,
    clock: () => new Date(),
    cosign: cosigningAt(installation),
    installation: () => ({
      database: installation.database,
      version,
      // Read when a page asks.
      get lastBackup() {
        return backupsIn(config.data)[0]?.at
      },
      dailyBackupsKept: DAILY_BACKUPS_KEPT,
      get backups() {
        return backupsIn(config.data).length
      },
      contact: config.contact,
      get sample() {
        return showsSample(installation.db)
      },
    }),
  })
}

const answerCall = (at: Serving, call: Call, body: Bytes, progress: Progress) =>
  call.task === 'version'
    ? Promise.resolve(at.installation.version)
    : perform(at, call.task as TaskName, call.input as never, body, progress)

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

/** Looked after once an hour and soon after the start, never while the first page is waited for. */
function backUpDaily({ db, ...installation }: Installation, log: Logger): () => void {
  if (installation.database !== 'embedded') return () => undefined
  const backUpWhenDue = () => {
    const last = backupsIn(installation.folder)[0]
    if (last && Date.now() - Date.parse(last.at) < DAY) return
    backUp(db, installation, 'daily').catch((error: unknown) =>
      log.error({ error: String(error) }, 'the backup failed'),
    )
  }
  const soon = setTimeout(backUpWhenDue, MINUTE)
  const hourly = setInterval(backUpWhenDue, HOUR)
  return () => {
    clearTimeout(soon)
    clearInterval(hourly)
  }
}

async function loadSample({ db }: Installation, { output, words }: Context): Promise<void> {
  output.line(words('commands.serve.sample'))
  const answer = await publishSample(db, new Date())
  if (refused(answer)) stopOn(answer)
}

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
