/** Workbooks read as the tables a person sees in them. */
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { refused } from '../../../kit/refuse.js'
import { wordsFor } from '../../../kit/words/index.js'
import { numberShown } from './sheet.js'
import { bookOf, opened, rowOf, tableOf, zipOf } from './testing.js'
import { numberKind } from './workbook.js'

const HEADER = rowOf(1, 'namn', 'värde')
const valueOf = async (cell: string, formats: (number | string)[] = [], from1904 = false, shared: string[] = []) => {
  const book = bookOf({
    sheets: { A: `${HEADER}<row r="2"><c r="A2"><v>1</v></c>${cell}</row>` },
    formats,
    from1904,
    shared,
  })
  return (await tableOf(book)).cells[0]![1]
}

test.each<[name: string, cell: string, shown: string | undefined]>([
  ['a number', '<c r="B2"><v>1234.5</v></c>', '1234.5'],
  ['a number as computed', '<c r="B2"><v>1234.5500000000002</v></c>', '1234.55'],
  ['a small number', '<c r="B2"><v>1.2E-2</v></c>', '0.012' + '0'],
  [
    'a text of its own',
    '<c r="B2" t="inlineStr"><is><r><t>Å</t></r><r><t xml:space="preserve"> sa</t></r></is></c>',
    'Å sa',
  ],
  ['a shared text, without how it is said', '<c r="B2" t="s"><v>1</v></c>', 'Åsa & Co'],
  ['a formula’s saved value', '<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
  ['a formula’s saved text', '<c r="B2" t="str"><f>A1</f><v>namn</v></c>', 'namn'],
  ['a truth', '<c r="B2" t="b"><v>1</v></c>', 'true'],
  ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
  ['a day', '<c r="B2" s="1"><v>45352</v></c>', '2024-03-01'],
  ['a day by a code of its own', '<c r="B2" s="2"><v>45352</v></c>', '2024-03-01'],
  ['a day with its time', '<c r="B2" s="1"><v>45352.75</v></c>', '2024-03-01 18:00:00'],
  ['a time', '<c r="B2" s="3"><v>0.75</v></c>', '18:00:00'],
  ['an amount with a currency is no day', '<c r="B2" s="4"><v>45352</v></c>', '45352'],
  ['a day as written by others', '<c r="B2" t="d"><v>2024-03-01T00:00:00</v></c>', '2024-03-01'],
  ['a cell without a place', '<c><v>7</v></c>', '7'],
  ['an empty cell', '<c r="B2" s="1"/>', undefined],
])('%s', async (_, cell, shown) => {
  const formats = [0, 14, 'yyyy\\-mm\\-dd;@', 21, '#,##0.00\\ &quot;kr d&quot;;[Red]\\-#,##0']
  const shared = ['<t>x</t>', '<r><t>Åsa </t></r><r><t>&amp; Co</t></r><rPh><t>osa</t></rPh>']
  expect(await valueOf(cell, formats, false, shared)).toBe(shown)
})

test('days count from 1904 where the workbook says so', async () => {
  expect(await valueOf('<c r="B2" s="0"><v>43890</v></c>', [14], true)).toBe('2024-03-01')
})

test.each([
  [14, undefined, 'day'],
  [17, undefined, 'day'],
  [20, undefined, 'time'],
  [4, undefined, 'number'],
  [164, 'General', 'number'],
  [164, '[$-41D]d mmmm yyyy', 'day'],
  [164, 'mmm-yy', 'day'],
  [164, '[h]:mm', 'time'],
  [164, '_-* #,##0.00\\ "kr"_-;[Red]0', 'number'],
  [164, '0 "dagar"', 'number'],
  [164, '[$SEK]\\ #,##0', 'number'],
] as const)('format %s %s is of a %s', (id, code, kind) => {
  expect(numberKind(id, code)).toBe(kind)
})

test('three decimals are never taken for thousands', () => {
  expect(numberShown('1.234', 'number', false)).toBe('1.2340')
  expect(numberShown('1234567.25', 'number', false)).toBe('1234567.25')
  expect(numberShown('2120001355', 'number', false)).toBe('2120001355')
})

test('titles and group names above the header are passed over and told; lines are the sheet’s own', async () => {
  const rows = [
    rowOf(1, 'Leverantörsreskontra 2024'),
    rowOf(3, 'Leverantör', '', 'Belopp'),
    rowOf(4, 'namn', 'nummer', 'belopp'),
    rowOf(6, 'Firman', 5565817870, 12.5),
    rowOf(9, 'Åsa', 5565817871, 1),
  ]
  const { head, rows: read, notes } = await tableOf(bookOf({ sheets: { A: rows.join('') } }))
  expect(head.columns).toEqual(['namn', 'nummer', 'belopp'])
  expect(read.map(({ line, original }) => [line, original])).toEqual([
    [6, 'Firman\t5565817870\t12.5'],
    [9, 'Åsa\t5565817871\t1'],
  ])
  expect(read[1]!.values.get('belopp')).toBe('1')
  expect(notes).toMatchObject([{ key: 'purchasing.import.table.preamble', args: { rows: 2, line: 4 } }])
})

test('of many sheets the fullest that is shown is read, or the one that was chosen; the others are told', async () => {
  const sheets = {
    Om: rowOf(1, 'Om', 'filen'),
    Data: HEADER + rowOf(2, 'Å', 1),
    Gammalt: HEADER + Array.from({ length: 50 }, (_, at) => rowOf(at + 2, 'B', at)).join(''),
  }
  const book = bookOf({ sheets, hidden: ['Gammalt'] })
  const { sheet, notes, cells } = await tableOf(book)
  expect([sheet, cells]).toEqual(['Data', [['Å', '1']]])
  expect(notes.map((note) => wordsFor('en').of(note))).toEqual([
    'The sheet “Data” was read, as the fullest. One sheet was not read: Om.',
    'One hidden sheet was not read: Gammalt.',
  ])
  expect((await tableOf(book, { sheet: 'Gammalt' })).cells).toHaveLength(50)
})

test('formulas that were never computed are told once the sheet is read', async () => {
  const { notes } = await tableOf(
    bookOf({ sheets: { A: `${HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1</f></c></row>` } }),
  )
  expect(notes).toMatchObject([{ key: 'purchasing.import.open.unsaved', args: { cells: 1 } }])
})

test('a workbook in an archive, or packed once more, is a workbook', async () => {
  const book = bookOf({ sheets: { A: HEADER + rowOf(2, 'Å', 1) } })
  expect((await tableOf(gzipSync(book))).cells).toEqual([['Å', '1']])
  const answer = await opened(zipOf({ 'a.xlsx': book }))
  expect(refused(answer) ? answer : answer.kind).toBe('archive')
  if (!refused(answer)) await answer.close()
})

test('an empty workbook is refused', async () => {
  expect(await opened(bookOf({ sheets: { A: '' } }))).toMatchObject({
    because: { key: 'purchasing.import.table.empty' },
  })
})
