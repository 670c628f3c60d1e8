/** `fairlane fit IDEA.yaml`: the fit report on the command line, on internal data too. */
import { labelOf } from '../categories/index.js'
import { fitJson, ideaIn, lawInWords, renewalInWords, type Fit, type IdeaFile, type Opening } from '../fit/index.js'
import { monthInWords } from '../kit/day.js'
import { moneyInWords, sek } from '../kit/money.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Command, Context } from './command.js'
import { Stop, stopOn } from './stop.js'
import { textOf } from './text-file.js'

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
      print(idea, found, context)
    })
  },
}

function ideaOf(file: string, { words }: Context): IdeaFile {
  const read = ideaIn(textOf(file))
  if ('idea' in read) return read.idea
  throw new Stop(say('commands.fit.notAnIdea', { file, because: words.of(read.problem) }))
}

function print({ title, numbers = {} }: IdeaFile, found: Fit, context: Context): void {
  const { words } = context
  const { line } = context.output
  const categories = found.categories.map((code) => `${labelOf(code, words.language)} (${code})`).join('; ')
  line(words('fit.report.title', { title }))
  line(words('fit.report.reach', { reach: 'internal' }))
  line(`${words('fit.report.categories')}: ${categories || words('kit.unknown')}`)
  if (found.openings.length === 0) line(`${words('fit.report.none')}. ${words('fit.report.nearest')}:`)
  for (const one of (found.openings.length ? found.openings : found.nearest).slice(0, SHOWN)) {
    printOpening(one, line, words)
    if (one.opening) printLaw(one, numbers, found, context)
  }
  printUnits(found, context)
}

function printOpening(one: Opening, line: Context['output']['line'], words: Context['words']): void {
  const { procurement, holders, bought, renewal } = one
  const fact = (label: string, value: string) => line(`    ${label}: ${value}`)
  line(`\n· ${procurement.title} (${procurement.buyerName})`)
  for (const because of one.because) line(`    ${words.of(because)}`)
  fact(words('fit.opening.renewal'), renewalInWords(renewal, words) ?? unknownInWords(words))
  fact(
    words('fit.opening.holders'),
    holders
      .slice(0, HOLDERS)
      .map(({ name }) => name ?? '–')
      .join(', ') || words('kit.unknown'),
  )
  fact(words('fit.opening.bought'), bought ? boughtInWords(bought, words) : words('fit.opening.boughtUnknown'))
  fact(words('fit.opening.source'), words('purchasing.procurement.place', procurement))
}

/** The lawful ways in, and where the numbers are said, when it pays back. */
function printLaw(one: Opening, numbers: NonNullable<IdeaFile['numbers']>, found: Fit, { output, words }: Context) {
  const { routes, payback } = lawInWords(one, numbers, found, words)
  output.line(`    ${words('fit.opening.routes')}: ${routes}`)
  if (payback) output.line(`    ${words('fit.opening.payback')}: ${payback}`)
}

const unknownInWords = (words: Context['words']): string =>
  `${words('web.unknown.word')}. ${words('web.unknown.known')} ${words('fit.renewal.unknownKnown')}`

const boughtInWords = ({ amount, from, to }: NonNullable<Opening['bought']>, words: Context['words']): string =>
  words('fit.opening.boughtText', {
    money: moneyInWords(sek(amount), words.language),
    from: monthInWords(from, words.language),
    to: monthInWords(to, words.language),
  })

/** Who buys in the categories, and on broader accounts that are no part of the sums; largest first. */
function printUnits({ spent, broader }: Fit, { output: { line }, words }: Context): void {
  const list = (title: string, rows: Fit['spent']) => {
    line(`\n${title}:`)
    for (const { unit, buyerName, account, amount } of rows.slice(0, SHOWN))
      line(`    ${moneyInWords(sek(amount), words.language)}  ${unit ? `${unit}, ` : ''}${buyerName}: ${account}`)
  }
  if (spent.length) list(words('fit.report.spent'), spent)
  else line(`\n${words('fit.report.spentNone')}`)
  if (broader.length) list(words('fit.report.spentBroader'), broader)
}
