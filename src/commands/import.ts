/** `fairlane import PATH…`: files, folders, archives and standard input; `fairlane import --undo ID`. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { parseMapping, sourcesAt, type Covering, type Mapping, type Source } from '../purchasing/index.js'
import type { Command, Context, Given } from './command.js'
import { importedJson, printImported, printPassedOver } from './imported.js'
import type { Performing } from './perform.js'
import { sentFiles } from './sent-files.js'
import { Stop, stopOn } from './stop.js'
import type { Imported, Importing } from './tasks.js'

export const importCommand: Command = {
  name: 'import',
  options: {
    publish: { type: 'boolean' },
    mapping: { type: 'string' },
    buyer: { type: 'string' },
    vat: { type: 'string' },
    covers: { type: 'string' },
    replaces: { type: 'boolean' },
    adds: { type: 'boolean' },
    undo: { type: 'string' },
    'leave-sample': { type: 'boolean' },
  },
  help: say('commands.help.import'),
  run: async (given, context) => {
    const { undo } = given.options
    if (typeof undo === 'string') return context.with((performing) => undoOne(undo, performing, context))
    if (given.words.length === 0) throw new Stop(say('commands.import.noFile'), 2)
    const input = inputFrom(given)
    await context.with((performing) => importAll(given, input, performing, context), 'make')
  },
}

async function undoOne(id: string, performing: Performing, { output, words }: Context): Promise<void> {
  const undone = await performing('undo', { id })
  if (refused(undone)) return stopOn(undone)
  output.json({ undone: { id, ...undone } })
  output.line(words('commands.import.undone', { file: undone.file }))
}

/** Wrong use stops the command before anything is read. */
function inputFrom(given: Given): Importing {
  const { options } = given
  return {
    publish: options['publish'] === true,
    leaveSample: options['leave-sample'] === true,
    covering: coveringOf(given),
    mapping: mappingOf(given),
    buyer: buyerOf(options['buyer']),
    vat: vatOf(options['vat']),
  }
}

/** What the person says the file covers; undefined to let its lines tell. */
function coveringOf({ options: { covers, replaces, adds } }: Given): Covering | undefined {
  if (replaces && adds) throw new Stop(say('commands.import.both'), 2)
  const overlap = adds ? 'adds' : replaces ? 'replaces' : 'judge'
  if (typeof covers !== 'string') return overlap === 'judge' ? undefined : { overlap }
  const [, first, last] = /^(\d{4}-(?:0[1-9]|1[0-2]))\.\.(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(covers) ?? []
  if (!first || !last || last < first) throw new Stop(say('commands.import.badCovers'), 2)
  return { overlap, period: { first, last } }
}

/** Undefined where the file is not there yet: then a guess is written to it. */
function mappingOf({ options: { mapping: file } }: Given): Mapping | undefined {
  if (typeof file !== 'string' || !existsSync(file)) return undefined
  const read = parseMapping(jsonIn(file))
  if (refused(read)) throw new Stop(read.because)
  return read
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Stop(say('commands.import.notJson', { file }))
    throw new Stop(say('commands.unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
}

function vatOf(written: unknown): Importing['vat'] {
  if (written === undefined || written === 'included' || written === 'excluded') return written
  throw new Stop(say('commands.import.badVat'), 2)
}

/** '2120001355 Göteborgs kommun'. */
function buyerOf(written: unknown) {
  if (typeof written !== 'string') return undefined
  const [, number = '', name] = /^\s*([\d-]{6,13})\s+(\S.*?)\s*$/.exec(written) ?? []
  const digits = number.replace('-', '')
  if (!name || !/^\d{6,12}$/.test(digits)) throw new Stop(say('commands.import.badBuyer'), 2)
  return { organisationNumber: digits, name }
}

async function importAll(given: Given, input: Importing, performing: Performing, context: Context): Promise<void> {
  const answers: object[] = []
  let { leaveSample } = input
  for (const path of given.words) {
    const { sources, passedOver } = filesAt(path, context)
    printPassedOver(passedOver, context)
    answers.push(...passedOver.map((one) => importedJson.passedOver(one, context.words)))
    if (sources.length === 0) continue
    const asked = { ...input, leaveSample, folder: isFolder(path) ? basename(resolve(path)) : undefined }
    leaveSample = false
    const answer = await performing('import', asked, sentFiles(sources), context.output.progress)
    if (refused(answer)) return stopOn(answer)
    for (const one of answer.imports) {
      printImported(one, context)
      writeGuess(one, given, context)
      answers.push(importedJson.imported(one, context.words))
    }
  }
  context.output.json({ imports: answers })
}

function filesAt(path: string, { words }: Context) {
  const name = words('purchasing.import.open.standardInput')
  return sourcesAt([path], { name, read: () => process.stdin as AsyncIterable<Uint8Array> } satisfies Source)
}

const isFolder = (path: string): boolean =>
  path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)

/** To the file that --mapping names, when it is not there yet; without one, how to confirm is told. */
function writeGuess({ file: name, answer }: Imported, { options }: Given, { output, words }: Context): void {
  const { mapping: file } = options
  if (!('guess' in answer) || output.isJson) return
  if (typeof file !== 'string') return void output.problem(words('commands.import.confirm', { file: name }))
  if (existsSync(file)) return void output.problem(words('commands.import.otherColumns', { file }))
  writeFileSync(file, `${JSON.stringify(answer.guess.mapping, null, 2)}\n`)
  output.problem(words('commands.import.guessWritten', { file }))
}
