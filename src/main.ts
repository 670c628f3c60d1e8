/** The command line: `fairlane serve | import FILE… | fit IDEA.yaml`. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serve as listen } from '@hono/node-server'
import { pino } from 'pino'
import { buildSample } from '../samples/build.js'
import { makeApp } from './app.js'
import { labelOf } from './categories/index.js'
import { configFrom, type Config } from './config.js'
import { fit, ideaIn, suggest } from './fit/index.js'
import { codesFrom } from './fit/http.js'
import { INSTALLATION, OPERATOR } from './kit/actor.js'
import { dayOfInstant, instantOf } from './kit/day.js'
import { databaseOn, openEmbedded, openServer, type Database } from './kit/db/index.js'
import { migrate } from './kit/db/migrate.js'
import { refused } from './kit/refuse.js'
import { ROOT } from './kit/root.js'
import { wordsFor, type Language } from './kit/words/index.js'
import { importFile, imports, publishImport } from './purchasing/index.js'
import { setAssets } from './web/index.js'

const HELP = `fairlane: where a new idea fits in what a city buys

  fairlane serve [--port 3000] [--empty]   serve the pages (npm start does this)
  fairlane import FILE… [--publish]        read ledgers, award statistics, contract registers
  fairlane fit IDEA.yaml                   the fit of an idea, on internal data too

  every command: --data DIR (where the data lies), --json, --help
  exit: 0 done, even with problems reported · 1 could not · 2 wrong use
`
const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  empty: { type: 'boolean' },
  publish: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

class Stop extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2 = 1,
  ) {
    super(message)
  }
}
const language: Language = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('sv') ? 'sv' : 'en'
const words = wordsFor(language)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

export async function main(argv: string[]): Promise<void> {
  try {
    await run(argv)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.code
  }
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${HELP}`, 2)
  }
}

async function run(argv: string[]): Promise<void> {
  const { values, positionals } = parsed(argv)
  const [command, ...rest] = positionals
  if (values.help || !command) return print(HELP)
  const config = configFrom(process.env)
  if ('unknown' in config)
    throw new Stop(
      `${config.unknown} is not a setting of Fairlane. Take it out of the environment, or spell it as config.ts does.`,
      2,
    )
  const settings: Config = {
    ...config,
    data: resolve(values.data ?? config.data),
    port: portFrom(values.port) ?? config.port,
  }
  if (command === 'serve') return serve(settings, values.empty === true)
  if (command === 'import') return withDatabase(settings, (db) => importFiles(db, rest, values))
  if (command === 'fit') return withDatabase(settings, (db) => printFit(db, rest, values.json === true))
  throw new Stop(`There is no command '${command}'.\n\n${HELP}`, 2)
}

function portFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`'${text}' is not a port. Give a number from 1 to 65535.`, 2)
  return port
}

/** One process at a time: the embedded database takes no lock of its own. A lock left by a killed process is taken over. */
function lock(folder: string): () => void {
  const file = join(folder, 'lock')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeLock(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'EEXIST')
      throw new Stop(`The data folder ${folder} cannot be written (${code}). Choose another with --data DIR.`)
    const holder = Number(readFileSync(file, 'utf8'))
    if (holder !== process.pid && alive(holder))
      throw new Stop(
        `Another Fairlane (process ${holder}) is using ${folder}. Stop it first, or choose another folder with --data DIR.`,
      )
    rmSync(file)
    writeLock(file)
  }
  return () => rmSync(file, { force: true })
}
function writeLock(file: string): void {
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, String(process.pid))
  closeSync(handle)
}
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function open(config: Config): Promise<{ db: Database; close: () => Promise<void> }> {
  const unlock = lock(config.data)
  const db = databaseOn(
    config.databaseUrl ? openServer(config.databaseUrl) : await openEmbedded({ folder: join(config.data, 'database') }),
  )
  const close = async () => {
    await db.destroy()
    unlock()
  }
  const migrated = await migrate(db)
  if ('newer' in migrated) {
    await close()
    throw new Stop(
      `The data in ${config.data} was made by a newer Fairlane. Update this one, or choose another folder with --data DIR.`,
    )
  }
  return { db, close }
}

async function withDatabase(config: Config, work: (db: Database) => Promise<void>): Promise<void> {
  const { db, close } = await open(config)
  try {
    await work(db)
  } finally {
    await close()
  }
}

async function serve(config: Config, empty: boolean): Promise<void> {
  setAssets(JSON.parse(readFileSync(join(ROOT, 'dist/assets.json'), 'utf8')) as Record<string, string>)
  const { db, close } = await open(config)
  if (!empty && (await imports(db)).length === 0) await loadSample(db)
  const sample = (await imports(db)).some((row) => row.actor === 'installation')
  const app = makeApp({ db, log: pino(), sample })
  const server = listen({ fetch: app.fetch, port: config.port, hostname: '127.0.0.1' }, () =>
    print(`Fairlane is ready at http://localhost:${config.port}`),
  )
  const stop = () => server.close(() => void close().then(() => process.exit(process.exitCode ?? 0)))
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken by another program. Choose another with --port.\n`
        : `${error.message}\n`,
    )
    process.exitCode = 1
    void close().then(() => process.exit(1))
  })
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function loadSample(db: Database): Promise<void> {
  print('Loading the sample city …')
  const { awards, register, ledger } = buildSample()
  for (const [name, text] of Object.entries({ awards, register, ledger })) {
    const report = await importFile(db, `${name}.csv`, new TextEncoder().encode(text), INSTALLATION)
    if (refused(report)) throw new Error(words.of(report.because))
    await publishImport(db, report.id, INSTALLATION)
  }
}

async function importFiles(
  db: Database,
  files: string[],
  options: { json?: boolean | undefined; publish?: boolean | undefined },
): Promise<void> {
  if (files.length === 0) throw new Stop(`Name the files to import.\n\n${HELP}`, 2)
  const reports = []
  for (const file of files) {
    const report = await importFile(db, file.split('/').at(-1)!, bytesOf(file), OPERATOR)
    if (refused(report)) {
      process.stderr.write(`${file}: ${words.of(report.because)}\n`)
      process.exitCode = 1
      continue
    }
    if (options.publish) await publishImport(db, report.id, OPERATOR)
    reports.push(report)
    if (!options.json)
      print(
        `${file}: ${report.format}; ${report.read} read, ${report.kept} new, ${report.unchanged} known before, ${report.refused} refused`,
      )
  }
  if (options.json) print(JSON.stringify({ imports: reports }, null, 2))
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Stop(`${file} could not be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

async function printFit(db: Database, files: string[], json: boolean): Promise<void> {
  if (files.length !== 1) throw new Stop(`Name one idea file.\n\n${HELP}`, 2)
  const read = ideaIn(new TextDecoder().decode(bytesOf(files[0]!)))
  if ('problem' in read) throw new Stop(`${files[0]} is not an idea: ${read.problem}`)
  const { idea } = read
  const given = idea.categories.length ? codesFrom(idea.categories) : undefined
  if (given?.errors.length) throw new Stop(given.errors.map((one) => words.of(one.message)).join(' '))
  const suggested = await suggest(db, 'internal', idea)
  const codes = given?.codes ?? suggested.filter((one) => one.confidence !== 'possible').map((one) => one.code)
  const found = await fit(db, 'internal', idea, codes, dayOfInstant(instantOf(new Date())), language)
  if (json) return print(JSON.stringify(found, null, 2))
  print(`${idea.title}\n${words('fit.report.reach', { reach: 'internal' })}`)
  print(
    `${words('fit.report.categories')}: ${codes.map((code) => `${labelOf(code, language)} (${code})`).join('; ') || words('kit.unknown')}`,
  )
  if (found.openings.length === 0) print(`${words('fit.report.none')}. ${words('fit.report.nearest')}:`)
  for (const one of (found.openings.length ? found.openings : found.nearest).slice(0, 5)) {
    print(`\n· ${one.procurement.title} (${one.procurement.buyerName})`)
    for (const because of one.because) print(`    ${words.of(because)}`)
    print(
      `    ${words('fit.opening.holders')}: ${one.holders
        .map((holder) => holder.name ?? '–')
        .slice(0, 6)
        .join(', ')}`,
    )
  }
}
