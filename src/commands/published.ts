/** `fairlane imports`, `fairlane publish ID…`. */
import { refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import type { Command, Context } from './command.js'
import { inBoth } from './output.js'
import type { Performing } from './perform.js'
import { Stop, stopOn } from './stop.js'

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
