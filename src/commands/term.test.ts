import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../kit/root.js'
import { wordsFor } from '../kit/words/index.js'
import type { Context } from './command.js'
import { termCommand } from './term.js'

/** A command that asks for a folder would throw: a case needs none. */
async function said(...words: string[]): Promise<{ lines: string[]; json: Record<string, unknown> }> {
  const lines: string[] = []
  let json: Record<string, unknown> = {}
  const output = {
    line: (text: string) => lines.push(text),
    json: (answer: Record<string, unknown>) => (json = answer),
  }
  await termCommand.run({ words, options: {} }, { words: wordsFor('en'), output } as unknown as Context)
  return { lines, json }
}
const sample = (name: string) => join(ROOT, 'samples/cases', name)

test('a supplier’s case: all digits, and null for what nobody stated', async () => {
  const { json, lines } = await said(sample('reference.json'))
  expect(json['paybackYears']).toBeCloseTo(3.8776933593107183, 12)
  expect(json['breakEvenInvestment']).toBeCloseTo(4110958.321941844, 6)
  expect(json['npv']).toBeCloseTo(110958.32194184419, 6)
  expect(json['buyerCost']).toBeNull()
  expect(json['probability']).toBeCloseTo(0.5026132440903767, 12)
  expect(json['prizeEquivalent']).toBeCloseTo(3195542.829351605, 4)
  expect(lines.join('\n')).toContain('The investment is paid after 3.9 years')
})

test('a case with a buyer: what each length costs', async () => {
  const { json } = await said(sample('with-buyer.json'))
  const costs = json['buyerCost'] as { term: number; presentValue: number }[]
  expect(costs.map(({ term }) => term)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(costs[3]!.presentValue).toBeCloseTo(75073855.32868509, 5)
  expect(json['probability']).toBeNull()
})

test.each([
  ['no file', [], 2],
  ['two files', ['a.json', 'b.json'], 2],
  ['a file that is not there', ['/nowhere.json'], 1],
  ['a file that is no JSON', [join(ROOT, 'README.md')], 1],
  ['JSON that is no case', [join(ROOT, 'package.json')], 1],
])('%s ends with a sentence and a code', async (_, words, code) => {
  // Either way of failing is told: thrown at once, or while it runs.
  await expect((async () => said(...words))()).rejects.toMatchObject({ code })
})
