/**
 * How often the division that the buyer chose is among our suggestions, on titles of real awards (Sweden 2021,
 * Upphandlingsmyndigheten, CC0). Buyers choose unevenly (maintenance of lifts stands under 45 and 50), so 100 % is not
 * to be had. Every sixth distinct title, counted from the first; other sixths were read to find missing concepts.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { divisionOf, type Code } from './cpv.js'
import { suggestCategories } from './suggest.js'
import { readCode } from './written.js'
import { refused } from '../kit/refuse.js'

const folder = join(import.meta.dirname, '../../../shared/data/sweden')
const files = [1, 2].map((part) => join(folder, `uhm_contracted_tenders_suppliers_national_2021_part${part}.csv`))

test('award titles of 2021', (context) => {
  if (!files.every((file) => existsSync(file))) {
    console.log('Skipped: the award titles of 2021 are not on this machine.')
    return context.skip()
  }
  const sample = [...titles()].filter((_, at) => at % 6 === 0)
  const results = sample.map(([title, code]) => {
    const found = suggestCategories({ title, text: '' })
    const place = found.findIndex((one) => divisionOf(one.code) === divisionOf(code))
    return { place, confidence: found[0]?.confidence }
  })
  const share = (right: (one: (typeof results)[number]) => boolean, among = results) =>
    among.filter(right).length / among.length
  const first = share(({ place }) => place === 0)
  const five = share(({ place }) => place >= 0 && place < 5)
  const percent = (part: number) => `${Math.round(part * 100)} %`
  const rightWhen = (confidence: string) => {
    const among = results.filter((one) => one.confidence === confidence)
    return `${confidence} ${percent(share(({ place }) => place === 0, among))} of ${among.length}`
  }
  console.log(
    `${sample.length} titles: division first ${percent(first)}, among five ${percent(five)}, ` +
      `no suggestion ${percent(share(({ confidence }) => confidence === undefined))}; first is right when ` +
      ['strong', 'likely', 'possible'].map(rightWhen).join(', '),
  )
  expect(first).toBeGreaterThan(0.49)
  expect(five).toBeGreaterThan(0.67)
})

function titles(): Map<string, Code> {
  const found = new Map<string, Code>()
  for (const file of files)
    for (const row of parse<Record<string, string>>(readFileSync(file, 'utf8'), { columns: true, bom: true })) {
      const title = row['Upphandlingens titel'] ?? ''
      const read = readCode(row['Huvudsaklig CPV-kod'] ?? '')
      if (title && !refused(read) && !found.has(title)) found.set(title, read.code)
    }
  return found
}
