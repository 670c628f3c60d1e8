/** Workbooks as our own reader, which reads what any spreadsheet writes, opens them. */
import { expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { tableOf } from '../import/open/testing.js'
import { xlsxBytes, type XlsxRow } from './xlsx.js'

async function workbook(head: readonly string[], rows: readonly XlsxRow[], most?: number): Promise<Buffer> {
  const batches = async function* () {
    for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3)
  }
  const parts: Uint8Array[] = []
  for await (const part of xlsxBytes(head, batches(), (row: XlsxRow) => row, most)) parts.push(part)
  return Buffer.concat(parts)
}

test('opens with the same rows: texts, numbers, days, amounts and what is empty', async () => {
  const rows: XlsxRow[] = [
    ['Fisk & Skaldjur AB <Å>', 12, { day: day('2026-01-10') }, { hundredths: -10050 }],
    ['  two  spaces ', 0, { day: day('1999-12-31') }, { hundredths: 123456789012 }],
    [null, 3, { day: day('2024-02-29') }, { hundredths: 5 }],
    ['a\u0000b\ud800c', 4, null, null],
  ]
  const { head, cells } = await tableOf(await workbook(['Text', 'Number', 'Day', 'Amount'], rows))
  expect(head.columns).toEqual(['Text', 'Number', 'Day', 'Amount'])
  expect(cells.map((row) => [...row].map((cell) => cell.trim()))).toEqual([
    ['Fisk & Skaldjur AB <Å>', '12', '2026-01-10', '-100.5'],
    ['two  spaces', '0', '1999-12-31', '1234567890.12'],
    ['', '3', '2024-02-29', '0.05'],
    ['abc', '4'],
  ])
})

test('holds no text that a spreadsheet would take for a formula', async () => {
  const hostile = ['=1+1', '+46', '-cmd', '@SUM(A1)', '\t=1', '-12,5 kg']
  const { cells } = await tableOf(
    await workbook(
      ['Name', 'n'],
      hostile.map((text) => [text, 1]),
    ),
  )
  for (const [text] of cells) expect(text).toMatch(/^'/)
})

test('goes on in the next sheet where one is full', async () => {
  const rows = Array.from({ length: 7 }, (_, at): XlsxRow => [`row ${at}`, at])
  const bytes = await workbook(['Name', 'n'], rows, 4)
  const { cells } = await tableOf(bytes, { sheet: '3' })
  expect(cells.map(([name]) => name)).toEqual(['row 6'])
  const first = await tableOf(bytes, { sheet: '1' })
  expect(first.cells.map(([name]) => name)).toEqual(['row 0', 'row 1', 'row 2'])
})

test('has its head where there are no rows', async () => {
  const bytes = await workbook(['Name', 'n'], [])
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.includes('[Content_Types].xml')).toBe(true)
})
