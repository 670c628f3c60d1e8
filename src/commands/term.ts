/** `fairlane term CASE.json`: what a contract's length means to both sides. Needs no data folder. */
import { say, type Message, type Words } from '../kit/words/index.js'
import { answerJson, answerOf, readCase, unreadable, type TermCase } from '../terms/index.js'
import type { Command, Context } from './command.js'
import { Stop } from './stop.js'
import { textOf } from './text-file.js'

export const termCommand: Command = {
  name: 'term',
  options: {},
  help: say('commands.help.term'),
  run: (given, context) => {
    const [file, ...more] = given.words
    if (file === undefined || more.length) throw new Stop(say('commands.term.oneFile'), 2)
    const termCase = caseOf(file, textOf(file), context.words)
    const answer = answerOf(termCase)
    context.output.json(answerJson(answer, termCase, context.words))
    for (const [title, said] of [
      [undefined, answer.steps],
      ['commands.term.asked', answer.asked],
      ['commands.term.leftOut', answer.leftOut],
    ] as const)
      print(title ? context.words(title) : undefined, said, context)
    return Promise.resolve()
  },
}

function print(title: string | undefined, said: readonly Message[], { output: { line }, words }: Context): void {
  if (said.length === 0) return
  if (title) line(`\n${title}`)
  for (const one of said) line(`· ${words.of(one)}`)
}

/** All that is wrong is told at once, with the field and what to write. */
function caseOf(file: string, text: string, words: Words): TermCase {
  const written = jsonOf(file, text)
  const read = readCase(written)
  if (!unreadable(read)) return read
  const because = read.problems.map((one) => `\n  ${words.of(one.because)}`).join('')
  throw new Stop(say('commands.term.notACase', { file, because }))
}

function jsonOf(file: string, text: string): Readonly<Record<string, unknown>> {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    throw new Stop(say('commands.term.notJson', { file, reason: (error as SyntaxError).message }))
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Record<string, unknown>
  throw new Stop(say('commands.term.notAnObject', { file }))
}
