/** `fairlane law`: what the installation's own people have entered and verified of the law. */
import { dayOfInstant, instantOf } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { keyOf, lawTable, verifiable } from '../law/index.js'
import type { Command, Context, Given } from './command.js'
import type { LawAsked, LawStanding } from './law-standing.js'
import { Stop, stopOn } from './stop.js'

export const lawCommand: Command = {
  name: 'law',
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    source: { type: 'string' },
    url: { type: 'string' },
    by: { type: 'string' },
    on: { type: 'string' },
  },
  help: say('commands.help.law'),
  run: (given, context) => {
    const asked = askedIn(given)
    return context.with(async (performing) => {
      const standing = await performing('law', asked)
      if (refused(standing)) return stopOn(standing)
      const [what, ...keys] = given.words
      if (what === 'verify' && keys.length === 0) return void showKeys(standing, context)
      context.output.json(standing)
      tell(standing, context)
    })
  },
}

function askedIn({ words: [what, ...rest], options }: Given): LawAsked {
  const text = (name: string): string => String(options[name] ?? '')
  const [first = '', second = '', ...more] = rest
  if (what === undefined || (what === 'verify' && rest.length === 0)) return { do: 'list' }
  if (what === 'verify')
    return {
      do: 'verify',
      verified: { keys: rest, by: text('by'), on: text('on') || dayOfInstant(instantOf(new Date())) },
    }
  if (what === 'withdraw' && rest.length) return { do: 'withdraw', what: rest }
  if (what !== 'enter' || second === '' || more.length) throw new Stop(say('commands.law.use'), 2)
  const [from, source, url, to] = [text('from'), text('source'), text('url'), text('to') || undefined]
  return { do: 'enter', number: { name: first, kronor: Number(second), from, to, source, url } }
}

function showKeys({ held }: LawStanding, { words, output }: Context): void {
  const keys = verifiable(lawTable(held.entered, held.verified))
  output.json(keys.map((cite) => ({ key: keyOf(cite), url: cite.url, verified: cite.verified ?? null })))
  for (const cite of keys) output.line(words('commands.law.key', { key: keyOf(cite), url: cite.url }))
}

function tell({ numbers, held }: LawStanding, { words, output: { line } }: Context): void {
  if (numbers.length === 0) line(words('commands.law.noNumbers'))
  for (const { to, by: _, at: __, ...number } of numbers)
    line(words('commands.law.number', { ...number, to: to ?? '' }))
  const verified = Object.entries(held.verified)
  if (verified.length === 0) line(words('commands.law.noneVerified'))
  for (const [key, { by, on }] of verified) line(words('commands.law.verified', { key, by, on }))
}
