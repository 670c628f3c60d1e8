import { expect, test } from 'vitest'
import { wordsFor } from '../../kit/words/index.js'
import type { Reader } from '../../web/index.js'
import { Largest } from './largest.js'

const reader: Reader = { language: 'en', words: wordsFor('en'), reach: 'published', path: '', nav: [], footer: [] }

async function shown(count: number) {
  const rows = Array.from({ length: count }, (_, at) => `row ${at + 1}`)
  const columns = [
    { label: 'Name', cell: (row: string) => row },
    { label: 'Sum', cell: () => '1' },
  ]
  const html = String(await (<Largest reader={reader} caption="Units" columns={columns} rows={rows} sum={['99']} />))
  const [open = '', hidden = ''] = html.split('<details')
  return { open, hidden, rowsIn: (part: string) => part.match(/row \d+/g) ?? [] }
}

test('of a long table the eight largest stand openly with the sum of all, the others behind a summary', async () => {
  const { open, hidden, rowsIn } = await shown(27)
  expect(rowsIn(open)).toHaveLength(8)
  expect(rowsIn(open + hidden)).toEqual(Array.from({ length: 27 }, (_, at) => `row ${at + 1}`))
  expect(open).toMatch(/Sum of all 27.*99/)
  expect(hidden).toContain('<summary>Show all 27</summary>')
})

test('two rows more than that are not worth a step', async () => {
  const { open, hidden, rowsIn } = await shown(10)
  expect([rowsIn(open).length, hidden]).toEqual([10, ''])
  expect((await shown(11)).hidden).not.toBe('')
})
