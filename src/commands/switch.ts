/** `fairlane switch FILE.yaml`: what a switch saves, from factors alone; nothing of the folder is read. */
import {
  betweenInWords,
  itemCalled,
  savingOf,
  switchIn,
  weightInWords,
  type ActivityFactor,
  type Range,
} from '../impact/index.js'
import { shareInWords } from '../kit/money.js'
import { refused } from '../kit/refuse.js'
import { say, type Words } from '../kit/words/index.js'
import type { Command } from './command.js'
import { Stop, stopOn } from './stop.js'
import { textOf } from './text-file.js'

export const switchCommand: Command = {
  name: 'switch',
  options: {},
  help: say('commands.help.switch'),
  run: async ({ words: [file, ...more] }, { output, words }) => {
    if (file === undefined || more.length) throw new Stop(say('commands.switch.oneFile'), 2)
    const asked = switchIn(textOf(file))
    if (refused(asked)) return stopOn(asked)
    const { from, to, quantity, share, years } = asked
    const saving = savingOf(asked)
    output.json({
      from: factorJson(from),
      to: factorJson(to),
      quantity,
      unit: from.unit,
      share,
      years,
      kgCo2eSaved: saving,
    })
    const told = (kg: number, range: Range | undefined) => ({
      median: weightInWords(Math.abs(kg), words),
      range: range
        ? betweenInWords(kg < 0 ? { low: -range.high, high: -range.low } : range, words)
        : words('impact.measure.noRange'),
    })
    const of = { quantity, unit: from.unit, share: shareInWords(share, words.language) }
    output.line(words('impact.switch.title', { from: called(from, words), to: called(to, words) }))
    output.line(words('impact.switch.of', of))
    output.line(words('impact.switch.equal', { unit: from.unit }))
    const way = saving.yearly < 0 ? 'more' : 'less'
    output.line(words('impact.switch.yearly', { way, ...told(saving.yearly, saving.yearlyRange) }))
    output.line(words('impact.switch.whole', { years, ...told(saving.whole, saving.wholeRange) }))
    output.line(words('impact.switch.planned'))
    output.line(words('impact.switch.source', { source: from.source.source }))
  },
}

const called = (factor: ActivityFactor, { language }: Words): string =>
  itemCalled(factor.id)?.called[language] ?? factor.name ?? factor.id

const factorJson = ({ id, database, version, value, year, region, source, credit }: ActivityFactor) => ({
  ...{ id, database, version, kgCo2e: value, year, region, source },
  ...(credit ? { credit } : {}),
})
