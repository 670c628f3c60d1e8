/** `fairlane witness`: who is asked to cosign this record, and whose records this installation cosigns. */
import { instantInWords, type Instant } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Command, Context } from './command.js'
import type { WitnessAsked, Witnessing } from './recording-witnessing.js'
import { Stop, stopOn } from './stop.js'

export const witnessCommand: Command = {
  name: 'witness',
  options: {},
  help: say('commands.help.witness'),
  run: async ({ words: given }, context) => {
    const asked = askedIn(given)
    await context.with(async (performing) => {
      const answer = await performing('witness', asked)
      if (refused(answer)) return stopOn(answer)
      context.output.json(answer)
      tell(answer, context)
    })
  },
}

function askedIn([what, vkey, address, ...more]: readonly string[]): WitnessAsked {
  if (what === undefined) return { do: 'list' }
  if (more.length === 0 && vkey !== undefined) {
    if (what === 'ask' && address !== undefined) return { do: what, vkey, address }
    if ((what === 'cosign' || what === 'end') && address === undefined) return { do: what, vkey }
  }
  throw new Stop(say('commands.witness.use'), 2)
}

function tell({ own, witnesses: asked, records }: Witnessing, { output, words }: Context): void {
  const at = (instant: Instant | null) => (instant ? instantInWords(instant, words.language) : '')
  output.line(words('commands.witness.own', { witness: own.witness, record: own.record }))
  if (asked.length === 0) output.line(words('commands.witness.noneAsked'))
  for (const { vkey, address, size, at: when, problem, known } of asked) {
    output.line(words('commands.witness.asked', { vkey, address, size, of: own.size, at: at(when) }))
    if (problem) output.line(`  ${words('record.witness.problem', { problem, known: known ?? 0 })}`)
  }
  for (const { vkey, size, at: when } of records)
    output.line(words('commands.witness.cosigned', { vkey, size, at: at(when) }))
}
