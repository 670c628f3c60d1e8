/** What `fairlane import` says of each file: its report, its problems, or the columns as they were guessed. */
import { grouped } from '../kit/grouped.js'
import { refused } from '../kit/refuse.js'
import { isWordKey, type Message, type Words } from '../kit/words/index.js'
import { refusedJson, reportJson, type Guess, type Report } from '../purchasing/index.js'
import type { Context } from './command.js'
import { inBoth } from './output.js'
import type { Imported, Unread } from './tasks.js'

interface PassedOver {
  readonly name: string
  readonly because: Message
}
type Read = Exclude<Imported['answer'], Unread>

export const importedJson = {
  passedOver: ({ name, because }: PassedOver, words: Words) => refusedJson(name, because, words),
  imported({ file, answer }: Imported, words: Words) {
    if (!isRead(answer)) {
      const { guess } = answer
      return { ...refusedJson(file, answer.because, words), ...(guess ? { mapping: guess.mapping } : {}) }
    }
    const { published, vatSaid } = answer
    return {
      ...reportJson(answer, words),
      sums: answer.sums,
      ...(refused(vatSaid) ? { vatRefused: inBoth(vatSaid, words) } : {}),
      ...(published ? { published: refused(published) ? { refused: inBoth(published, words) } : published } : {}),
    }
  },
}

const isRead = (answer: Imported['answer']): answer is Read => !refused(answer)

/** What a person did not mean is told; a name that is not there fails the command. */
export function printPassedOver(passedOver: readonly PassedOver[], { output, words }: Context): void {
  for (const { name, because } of passedOver) {
    output.problem(words('commands.import.refused', { file: name, because: words.of(because) }))
    if (because.key !== 'purchasing.import.open.hiddenFile') process.exitCode = 1
  }
}

export function printImported({ file, answer }: Imported, context: Context): void {
  const { output, words } = context
  if (isRead(answer)) return void printReport(file, answer, context)
  process.exitCode = 1
  output.problem(words('commands.import.refused', { file, because: words.of(answer.because) }))
  const { key } = answer.because
  if (key === 'purchasing.sample.stands') output.problem(words('commands.import.sample'))
  if (key === 'purchasing.import.overlap') output.problem(words('commands.import.overlap'))
  if (answer.guess && !output.isJson) printGuess(answer.guess, context)
}

function printReport(file: string, answer: Read, context: Context): void {
  const { output, words } = context
  const { id, format, read, kept, changed, unchanged, withdrawn, silent, refused: unread, published } = answer
  const counts = { read, kept, changed, unchanged, withdrawn, silent, refused: unread }
  output.line(words('commands.import.done', { file, format: nameOf(format, words), ...counts }))
  printProblems(answer, context)
  printVat(answer, context)
  // An import whose publishing is refused stays, and says why.
  if (refused(published)) return void output.line(`  ${words.of(published.because)}`)
  output.line(words('commands.import.next', { id, published: published ? 'yes' : 'no' }))
}

/** What was said of VAT, or that nobody knows and how to say it. */
function printVat({ vat, vatSaid, sums }: Read, { output, words }: Context): void {
  if (refused(vatSaid)) output.line(`  ${words.of(vatSaid.because)}`)
  else if (vatSaid || (vat === 'unknown' && sums.length > 0)) output.line(words('commands.import.vat', { vat }))
}

const KINDS_SHOWN = 5

/** The first of each kind, with how many more there are like it; the import's page and its CSV have them all. */
function printProblems({ format, problems }: Report, { output, words }: Context): void {
  const kinds = grouped(problems, ({ because, place, severity }) => `${because.key} ${place.column ?? ''} ${severity}`)
  for (const [first, ...more] of [...kinds.values()].slice(0, KINDS_SHOWN))
    if (first)
      output.line(
        words('commands.import.problem', {
          within: format === 'peppol-invoice' && first.place.column ? `${first.place.column}, ` : '',
          line: first.place.line,
          because: words.of(first.because),
          more: more.length,
        }),
      )
  if (kinds.size > KINDS_SHOWN) output.line(words('commands.import.moreKinds', { count: kinds.size - KINDS_SHOWN }))
}

function nameOf(format: string, words: Words): string {
  const key = `purchasing.format.${format}`
  return isWordKey(key) ? words.of({ key, args: {} }) : format
}

/** Field by field with its reason, and how to confirm it. */
function printGuess({ mapping, fields, missing, undecided }: Guess, { output, words }: Context): void {
  const nameOfField = (field: (typeof fields)[number]['field']) => words(`purchasing.import.mapping.field.${field}`)
  const kind = words(`purchasing.import.mapping.kind.${mapping.kind}`)
  output.problem(words('commands.import.guess', { kind }))
  for (const { field, column, because } of fields)
    if (column !== undefined)
      output.problem(`    ${nameOfField(field)} ← ${column}   ${because.map((one) => words.of(one)).join(' ')}`)
  const or = words('commands.import.or')
  for (const group of missing)
    output.problem(words('commands.import.missing', { field: group.map(nameOfField).join(or) }))
  if (missing.some((group) => group.includes('buyer'))) output.problem(words('commands.import.missingBuyer'))
  for (const example of Object.values(undecided)) output.problem(words('commands.import.undecided', { example }))
}
