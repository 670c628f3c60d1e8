/** `fairlane impact`: what the buying does to the climate, on internal data too. */
import { isWay } from '../impact/index.js'
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Command } from './command.js'
import { Stop, stopOn } from './stop.js'

export const impactCommand: Command = {
  name: 'impact',
  options: { by: { type: 'string' }, year: { type: 'string' }, buyer: { type: 'string' } },
  help: say('commands.help.impact'),
  run: async ({ options, words: more }, context) => {
    const by = String(options['by'] ?? 'category')
    const year = options['year'] === undefined ? undefined : Number(options['year'])
    if (more.length || !isWay(by) || (year !== undefined && !/^(19|20)\d\d$/.test(String(year))))
      throw new Stop(say('commands.impact.asked'), 2)
    const buyer = options['buyer'] === undefined ? undefined : String(options['buyer'])
    await context.with(async (performing) => {
      const found = await performing('impact', { by, year, buyer, language: context.words.language })
      if (refused(found)) return stopOn(found)
      context.output.json(found.json)
      for (const line of found.lines) context.output.line(line)
    })
  },
}
