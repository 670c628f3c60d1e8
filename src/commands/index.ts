/** The command line: finds the command, its options and the reader's language, and turns failure into an exit code. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { configFrom, type Config } from '../config.js'
import { ROOT } from '../kit/root.js'
import { isLanguage, say, wordsFor, type Language, type Message } from '../kit/words/index.js'
import { backupCommand, backupsCommand, linkCommand, restoreCommand } from './backup.js'
import type { Command, Context, Given } from './command.js'
import { daysCommand } from './days.js'
import { fitCommand } from './fit.js'
import { impactCommand } from './impact.js'
import { importCommand } from './import.js'
import { lawCommand } from './law.js'
import { outputOf } from './output.js'
import { withFolder } from './perform.js'
import { importsCommand, publishCommand } from './published.js'
import { witnessCommand } from './recording-witness.js'
import { routesCommand } from './routes.js'
import { serve } from './serve.js'
import { Stop } from './stop.js'
import { switchCommand } from './switch.js'
import { termCommand } from './term.js'
import { verifyCommand } from './verify.js'

const COMMANDS: readonly Command[] = [
  serve,
  importCommand,
  importsCommand,
  publishCommand,
  fitCommand,
  impactCommand,
  switchCommand,
  routesCommand,
  daysCommand,
  lawCommand,
  termCommand,
  verifyCommand,
  witnessCommand,
  linkCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
]
const SHARED: Command['options'] = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
}

/** Sets the exit code: 0 done, even with problems reported; 1 could not; 2 wrong use. */
export async function runCommandLine(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  // A reader that has seen enough, such as `head`, hangs up; that is no failure.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => void (code === 'EPIPE' && process.exit()))
  let words = wordsFor(languageOf(undefined, environment))
  try {
    const [name, ...rest] = argv
    const command = COMMANDS.find((one) => one.name === name)
    const given = parse(command, command ? rest : [...argv])
    words = wordsFor(languageOf(given.options['language'], environment))
    if (!command && given.words[0] !== undefined) throw new Stop(say('commands.noSuch', { name: given.words[0] }), 2)
    if (!command || given.options['help'])
      process.stdout.write(`${words.of(command?.help ?? say('commands.help.all'))}\n`)
    else await command.run(given, contextOf(given, environment, words))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${words.of(error.because)}\n`)
    if (argv.includes('--json'))
      process.stdout.write(
        `${JSON.stringify({ error: { key: error.because.key, sentence: words.of(error.because) } }, null, 2)}\n`,
      )
    if (error.code === 2) process.stderr.write(`${words('commands.help.hint')}\n`)
    process.exitCode = error.code
  }
}

function parse(command: Command | undefined, argv: readonly string[]): Given {
  try {
    const options = { ...SHARED, ...command?.options }
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    return { words: positionals, options: values as Given['options'] }
  } catch (error) {
    throw new Stop(wrongUse(error as NodeJS.ErrnoException), 2)
  }
}

function wrongUse({ code, message }: NodeJS.ErrnoException): Message {
  const option = /'(-[^' ]+)/.exec(message)?.[1] ?? message
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? say('commands.unknownOption', { option })
    : say('commands.optionValue', { option })
}

/** The one asked for, or that of the terminal; English when it is neither of ours. */
function languageOf(written: unknown, environment: NodeJS.ProcessEnv): Language {
  if (typeof written === 'string') {
    if (isLanguage(written)) return written
    throw new Stop(say('commands.badLanguage', { language: written }), 2)
  }
  const terminal = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return terminal.startsWith('sv') ? 'sv' : 'en'
}

function contextOf(given: Given, environment: NodeJS.ProcessEnv, words: Context['words']): Context {
  const read = configFrom(environment)
  if ('unknown' in read) throw new Stop(say('commands.unknownSetting', { name: read.unknown }), 2)
  const config: Config = { ...read, data: resolve(String(given.options['data'] ?? read.data)) }
  const version = versionHere()
  return {
    config,
    version,
    words,
    output: outputOf(given.options['json'] === true, words),
    with: (work, missing) => {
      if (missing !== 'make' && !existsSync(config.data))
        throw new Stop(say('commands.noFolder', { folder: config.data }))
      return withFolder(config, version, work)
    },
  }
}

const versionHere = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version
