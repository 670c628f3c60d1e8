/** How a text table is taken apart: its encoding, its separator, its header, its quotes. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { tableOf } from '../open/testing.js'
import { BrokenTable, openTable } from '../table.js'
import { headerAt, separatorOf } from './layout.js'
import { Splitter } from './splitter.js'

describe('encoding', () => {
  const text = 'köpare;avgång\nÅsa Ström;på väg hem till Örby\nGöran Sjöö;1\n'
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
    ['macroman', iconv.encode(text, 'macroman')],
    ['cp850', iconv.encode(text, 'cp850')],
  ])('%s', async (encoding, bytes) => {
    const table = await tableOf(bytes)
    expect([table.encoding, table.head.columns, table.cells[0]]).toEqual([
      encoding,
      ['köpare', 'avgång'],
      ['Åsa Ström', 'på väg hem till Örby'],
    ])
  })
  test('signs of windows-1252 do not make it an older one', async () => {
    const table = await tableOf(iconv.encode('a;b\n€ 5…;Šárka\n', 'windows-1252'))
    expect([table.encoding, table.cells[0]]).toEqual(['windows-1252', ['€ 5…', 'Šárka']])
  })
  test('a character cut between two parts is whole', async () => {
    const bytes = Buffer.from(text)
    const parts = async function* () {
      for (const byte of bytes) yield Buffer.of(byte)
    }
    const table = await openTable(parts())
    if ('refused' in table) throw new Error('refused')
    const rows: string[] = []
    for await (const { cells } of table.rows) rows.push(cells.join(';'))
    expect(rows.join('\n')).toBe(text.split('\n').slice(1, 3).join('\n'))
  })
})

test.each([
  ['semicolons with decimal commas', 'a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n', ';'],
  ['commas with semicolons in a text', 'a,b,c\n1,2,x;y;z\n1,2,p;q;r\n1,2,3\n', ','],
  ['quoted commas', 'a;b\n"1,2,3,4";5\n', ';'],
  ['tabs', 'a\tb\n1,5\t2,5\n', '\t'],
  ['bars', 'a|b\n1,5|2\n', '|'],
  ['a title above', 'Inköp, mars, 2024\n\na;b;c\n1;2;3\n1;2;3\n', ';'],
  ['a quotation mark that stands for inches', 'a;b\nrör 5";2\nrör 6";2,5\n', ';'],
])('separator: %s', (_, text, separator) => expect(separatorOf(text)).toBe(separator))

test.each<[name: string, rows: string[][], at: number]>([
  [
    'the first row',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    0,
  ],
  [
    'below titles',
    [
      ['Inköp', '', ''],
      ['2024', '', ''],
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
    2,
  ],
  [
    'below groups',
    [
      ['Köpare', '', 'Belopp', ''],
      ['namn', 'id', 'netto', 'moms'],
      ['S', '1', '2', '3'],
    ],
    1,
  ],
  [
    'a header with an unnamed column',
    [
      ['a', '', 'c'],
      ['x', '12', '34'],
    ],
    0,
  ],
  [
    'rows that are longer than the header',
    [
      ['a', 'b'],
      ['1', '2', '3'],
      ['1', '2', '3'],
    ],
    0,
  ],
  ['a header alone', [['a', 'b', 'c']], 0],
  ['one column', [['a'], ['1']], 0],
])('header: %s', (_, rows, at) => expect(headerAt(rows)).toBe(at))

test('titles above the header are told, and lines are counted from the first', async () => {
  const { head, rows, notes } = await tableOf(
    'Inköp 2024;;;;\n\nFörvaltning;Alla;;;\nnamn;konto;dag;text;belopp\nÅ;1;1;1;2\nB;3;4;1;1\n',
  )
  expect([head.columns, rows[0]!.line]).toEqual([['namn', 'konto', 'dag', 'text', 'belopp'], 5])
  expect(notes).toMatchObject([{ args: { rows: 2, line: 4 } }])
})

test.each<[name: string, text: string, cells: string[][]]>([
  ['quotes', 'a,b\n"x, ""y""",2\n', [['x, "y"', '2']]],
  ['a quote inside a cell', 'a,b\n5" rör,2\n', [['5" rör', '2']]],
  ['a quote that closes nothing', 'a,b\n"x" y","z"\n', [['x" y', 'z']]],
  ['spaces before a quote', 'a,b\n1, "x,y" \n', [['1', 'x,y']]],
  [
    'line ends in quotes',
    'a,b\n"x\r\ny",2\r\n3,4\r\n',
    [
      ['x\r\ny', '2'],
      ['3', '4'],
    ],
  ],
  ['empty cells', 'a,b,c\n,"",\n1,,\n', [['1', '', '']]],
  [
    'old line ends',
    'a,b\r1,2\r3,4\r',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['no last line end', 'a,b\n1,2', [['1', '2']]],
])('cells: %s', async (_, text, cells) => expect((await tableOf(text)).cells).toEqual(cells))

test('a row cut inside quotes is a cut row; quotes that run on over lines refuse the file with the line they open on', async () => {
  const { rows } = await tableOf('a,b\n1,2\n3,"x')
  expect(rows.map(({ cells, cut }) => [...cells, cut ?? 'whole'])).toEqual([
    ['1', '2', 'whole'],
    ['3', 'x', true],
  ])
  await expect(tableOf(`a,b\n1,2\n"x,3\n${'4,5\n'.repeat(10)}`)).rejects.toMatchObject({ line: 3 })
  await expect(tableOf(`a,b\n1,2\n"x,3\n${'4,5\n'.repeat(400_000)}`)).rejects.toThrow(BrokenTable)
  await expect(tableOf(`a,b\n1,${'x'.repeat(1_100_000)}\n`)).rejects.toMatchObject({ line: 2 })
})

const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n', ' ', '€', '7'), maxLength: 6 })
test('what is written with quotes is read back, however the parts fall', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
      fc.nat(40),
      (rows, size) => {
        const text = Buffer.from(
          rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';') + '\n').join(''),
        )
        const splitter = new Splitter(';', '\n')
        const read: string[][] = []
        for (let at = 0; at < text.length; at += size + 1)
          read.push(...splitter.take(text.subarray(at, at + size + 1)).map(({ cells }) => [...cells]))
        expect([...read, ...splitter.last()]).toEqual(rows)
      },
    ),
  )
})
