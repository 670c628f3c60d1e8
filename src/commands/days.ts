/** `fairlane days`: when a period ends, or the latest day to act, step by step. */
import { dayInWords, dayOf } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { before, reckon, type Period, type Reckoned } from '../law/index.js'
import type { Command, Context, Given } from './command.js'
import { Stop, stopOn } from './stop.js'

export const daysCommand: Command = {
  name: 'days',
  options: {
    from: { type: 'string' },
    days: { type: 'string' },
    months: { type: 'string' },
    working: { type: 'boolean' },
    backward: { type: 'boolean' },
  },
  help: say('commands.help.days'),
  run: async ({ words: more, options }, context) => {
    const from = dayOf(String(options['from'] ?? ''))
    const period = periodIn(options)
    if (!from || !period || more.length) throw new Stop(say('commands.days.use'), 2)
    const found = reckon(from, options['backward'] === true ? before(period) : period)
    if (refused(found)) return stopOn(found)
    context.output.json(jsonOf(found, context))
    print(found, context)
  },
}

/** One of days and months; working days are days. */
function periodIn({ days, months, working }: Given['options']): Period | undefined {
  const written = days ?? months
  if (typeof written !== 'string' || !/^\d+$/.test(written) || (days !== undefined && months !== undefined))
    return undefined
  if (months !== undefined) return working ? undefined : { length: Number(written), unit: 'months' }
  return { length: Number(written), unit: working ? 'workingDays' : 'days' }
}

const jsonOf = ({ from, period, lastDay, steps }: Reckoned, { words }: Context) => ({
  from,
  [period.unit === 'months' ? 'months' : 'days']: period.length,
  lastDay,
  steps: steps.map(({ day: date, rule, because }) => ({ date, rule, because: words.of(because) })),
})

function print({ period, lastDay, steps }: Reckoned, { words, output: { line } }: Context): void {
  const way = period.backward ? 'backward' : 'forward'
  line(words('commands.days.last', { way, day: dayInWords(lastDay, words.language) }))
  for (const { day, because, cites } of steps) {
    const places = cites.map(({ source, place }) => `${source} ${place}`).join(', ')
    line(words('commands.days.step', { day, because: words.of(because), places }))
  }
}
