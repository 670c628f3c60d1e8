import { expect, test } from 'vitest'
import { say, wordsFor } from '../../kit/words/index.js'
import type { KnownContract } from '../../purchasing/index.js'
import type { Reader } from '../../web/index.js'
import type { FootprintFound } from '../acts/footprint.js'
import { KNOWN_SWITCHES } from '../rules/leverage.js'
import { savingOf } from '../rules/switch.js'
import { ContractClimate } from './contract-section.js'

const reader: Reader = { language: 'en', words: wordsFor('en'), path: '/', nav: [], footer: [], reach: 'published' }
const found: FootprintFound = {
  year: 2025,
  sum: { kgCo2e: 12_000, sigma: 0.3, mean: 12_552, parts: [] } as never,
  covered: 0.8,
  inQuantities: 0.6,
  restsOnQuantities: true,
  asked: [say('impact.asked.category')],
}
const [from, to] = [...KNOWN_SWITCHES.values()][0]!
const switches = [{ from, to, quantity: 1000, saving: savingOf({ from, to, quantity: 1000, share: 1, years: 1 }) }]

async function shown(footprint: FootprintFound | undefined, known = switches, state = 'running') {
  const contract = { address: 'a-1', state } as unknown as KnownContract
  const saving = { switches: known, inQuantities: known.length > 0 }
  const html = String(await (<ContractClimate {...{ reader, contract, footprint, saving }} />))
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

test('the figure with its range, what it rests on and leaves out, and what a switch would save', async () => {
  const { html, text } = await shown(found)
  expect(html).toContain('href="/en/climate/figure?year=2025&amp;of=a-1&amp;by=contract"')
  expect(text).toMatch(/12 t , likely 6\.7–22 t/)
  expect(text).toContain('80% of the money is covered, 60% is known in quantities.')
  expect(text).toContain('The line has no category.')
  expect(text).toMatch(/less a year with .* replaced by .*\./)
  expect(text).not.toContain('Category average')
})

test('under half in quantities it says nothing about the supplier', async () => {
  const { text } = await shown({ ...found, restsOnQuantities: false }, [])
  expect(text).toContain('Category average: says nothing about this supplier.')
  expect(text).not.toContain('less a year')
})

test('what cannot be reckoned is not known; nothing bought is one sentence; a withdrawn contract has no section', async () => {
  expect((await shown({ ...found, sum: undefined }, [])).text).toContain('Not known')
  expect((await shown(undefined, [])).text).toContain('No purchases under the contract are known')
  expect((await shown(found, switches, 'withdrawn')).text).toBe('')
})
