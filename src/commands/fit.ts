/** `fairlane fit IDEA.yaml`: the fit report on the command line, on internal data too. */
import { readFileSync } from 'node:fs'
import { labelOf } from '../categories/index.js'
import { fitJson, ideaIn, type Fit, type IdeaFile, type Opening } from '../fit/index.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Command, Context } from './command.js'
import { Stop, stopOn } from './stop.js'

const SHOWN = 5
const HOLDERS = 6

export const fitCommand: Command = {
  name: 'fit',
  options: {},
  help: say('commands.help.fit'),
  run: async (given, context) => {
    const [file, ...more] = given.words
    if (file === undefined || more.length) throw new Stop(say('commands.fit.oneFile'), 2)
    const idea = ideaOf(file, context)
    await context.with(async (performing) => {
      const found = await performing('fit', { idea, language: context.words.language })
      if (refused(found)) return stopOn(found)
      context.output.json(fitJson(idea, found, 'internal', context.words))
      print(idea.title, found, context)
    })
  },
}

function ideaOf(file: string, { words }: Context): IdeaFile {
  const read = ideaIn(textOf(file))
  if ('idea' in read) return read.idea
  throw new Stop(say('commands.fit.notAnIdea', { file, because: words.of(read.problem) }))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Stop(say('commands.unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
}

function print(title: string, found: Fit, { output: { line }, words }: Context): void {
  const categories = found.categories.map((code) => `${labelOf(code, words.language)} (${code})`).join('; ')
  line(words('fit.report.title', { title }))
  line(words('fit.report.reach', { reach: 'internal' }))
  line(`${words('fit.report.categories')}: ${categories || words('kit.unknown')}`)
  if (found.openings.length === 0) line(`${words('fit.report.none')}. ${words('fit.report.nearest')}:`)
  for (const one of (found.openings.length ? found.openings : found.nearest).slice(0, SHOWN))
    printOpening(one, line, words)
}

function printOpening(one: Opening, line: Context['output']['line'], words: Context['words']): void {
  const holders = one.holders.map((holder) => holder.name ?? '–').slice(0, HOLDERS)
  line(`\n· ${one.procurement.title} (${one.procurement.buyerName})`)
  for (const because of one.because) line(`    ${words.of(because)}`)
  line(`    ${words('fit.opening.holders')}: ${holders.join(', ')}`)
}
