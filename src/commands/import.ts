/** `fairlane import FILE…`, `fairlane imports`, `fairlane publish ID…`. */
import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import { grouped } from '../kit/grouped.js'
import { refused, type Refusal } from '../kit/refuse.js'
import { isWordKey, say, type Message, type Words } from '../kit/words/index.js'
import { sourceOfFile, type Covering, type Report } from '../purchasing/index.js'
import type { Command, Context, Given } from './command.js'
import type { Performing } from './perform.js'
import { Stop, stopOn } from './stop.js'
import type { Tasks } from './tasks.js'

type Imported = Tasks['import']['answer']
type Problem = Report['problems'][number]

export const importCommand: Command = {
  name: 'import',
  options: {
    publish: { type: 'boolean' },
    covers: { type: 'string' },
    replaces: { type: 'boolean' },
    adds: { type: 'boolean' },
    undo: { type: 'string' },
  },
  help: say('commands.help.import'),
  run: async (given, context) => {
    const { undo } = given.options
    if (typeof undo === 'string') return context.with((performing) => undoOne(undo, performing, context))
    if (given.words.length === 0) throw new Stop(say('commands.import.noFile'), 2)
    const sizes = given.words.map(sizeOf)
    await context.with((performing) => importAll(given, sizes, performing, context), 'make')
  },
}

/** A file that is not there, or is a folder, stops the command before anything is read. */
function sizeOf(file: string): number {
  try {
    const found = statSync(file)
    if (found.isDirectory()) throw new Stop(say('commands.import.isFolder', { file }))
    accessSync(file, constants.R_OK)
    return found.size
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(say('commands.unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
}

async function undoOne(id: string, performing: Performing, { output, words }: Context): Promise<void> {
  const undone = await performing('undo', { id })
  if (refused(undone)) return stopOn(undone)
  output.json({ undone: { id, ...undone } })
  output.line(words('commands.import.undone', { file: undone.file }))
}

/** What the person says the file covers; undefined to let its lines tell. */
function coveringOf({ options: { covers, replaces, adds } }: Given): Covering | undefined {
  const overlap = adds ? 'adds' : replaces ? 'replaces' : 'judge'
  if (typeof covers !== 'string') return overlap === 'judge' ? undefined : { overlap }
  const [, first, last] = /^(\d{4}-(?:0[1-9]|1[0-2]))\.\.(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(covers) ?? []
  if (!first || !last || last < first) throw new Stop(say('commands.import.badCovers'), 2)
  return { overlap, period: { first, last } }
}

async function importAll(given: Given, sizes: number[], performing: Performing, context: Context): Promise<void> {
  const { output, words } = context
  const reports = []
  for (const [index, file] of given.words.entries()) {
    const publish = given.options['publish'] === true
    const input = { file: basename(file), size: sizes[index], publish, covering: coveringOf(given) }
    const report = await performing('import', input, sourceOfFile(file).read(), output.progress)
    if (refused(report)) {
      output.problem(words('commands.import.refused', { file, because: words.of(report.because) }))
      reports.push({ file, refused: inBoth(report, words) })
      process.exitCode = 1
      continue
    }
    reports.push(
      refused(report.published) ? { ...report, published: { refused: inBoth(report.published, words) } } : report,
    )
    const { format, read, kept, changed, unchanged, withdrawn, silent, refused: unread, problems } = report
    output.line(
      words('commands.import.done', {
        file,
        format: nameOf(format, words),
        read,
        kept,
        changed,
        unchanged,
        withdrawn,
        silent,
        refused: unread,
      }),
    )
    printProblems(problems, context)
    printPublished(report, context)
  }
  output.json({ imports: reports })
}

/** An import whose publishing is refused stays, and says why. */
function printPublished({ id, published }: Imported, { output, words }: Context): void {
  if (refused(published)) return output.line(`  ${words.of(published.because)}`)
  output.line(words('commands.import.next', { id, published: published ? 'yes' : 'no' }))
}

const KINDS_SHOWN = 5

/** The first of each kind, with how many more there are like it; the import's page and its CSV have them all. */
function printProblems(problems: readonly Problem[], { output, words }: Context): void {
  const kinds = grouped(problems, ({ because, place, severity }) => `${because.key} ${place.column ?? ''} ${severity}`)
  for (const [first, ...more] of [...kinds.values()].slice(0, KINDS_SHOWN))
    if (first)
      output.line(
        words('commands.import.problem', {
          line: first.place.line,
          because: words.of(first.because),
          more: more.length,
        }),
      )
}

const nameOf = (format: string, words: Words): string => {
  const key = `purchasing.format.${format}`
  return isWordKey(key) ? words.of({ key, args: {} } as Message) : format
}

export const importsCommand: Command = {
  name: 'imports',
  options: {},
  help: say('commands.help.imports'),
  run: (_, context) =>
    context.with(async (performing) => {
      const { output, words } = context
      const rows = await performing('imports', {})
      if (refused(rows)) return stopOn(rows)
      output.json({ imports: rows })
      if (rows.length === 0) output.line(words('commands.imports.none'))
      for (const { id, file, read, published_at } of rows)
        output.line(words('commands.imports.line', { id, file, read, published: published_at ? 'yes' : 'no' }))
    }),
}

export const publishCommand: Command = {
  name: 'publish',
  options: {},
  help: say('commands.help.publish'),
  run: async ({ words: ids }, context) => {
    if (ids.length === 0) throw new Stop(say('commands.publish.noImport'), 2)
    await context.with((performing) => publishAll(ids, performing, context))
  },
}

/** An import that cannot be published is told, and the others are published all the same. */
async function publishAll(ids: readonly string[], performing: Performing, { output, words }: Context): Promise<void> {
  const answers = []
  for (const id of ids) {
    const published = await performing('publish', { id })
    if (refused(published)) {
      output.problem(`${id}: ${words.of(published.because)}`)
      answers.push({ id, refused: inBoth(published, words) })
      process.exitCode = 1
      continue
    }
    answers.push({ id, ...published })
    const { procurements, purchases, kept } = published
    output.line(words('commands.publish.done', { procurements, purchases, kept }))
  }
  output.json({ published: answers })
}

/** For programs the key, for people the sentence. */
const inBoth = ({ because }: Refusal, words: Words) => ({ key: because.key, sentence: words.of(because) })
