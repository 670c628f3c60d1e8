/** What a file is found to be, and what of it is refused; the files are made here. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { refused } from '../../../kit/refuse.js'
import { BrokenSource, type Source } from '../source.js'
import { LIMITS, openSource, readXml } from './index.js'
import { bookOf, opened, reason, rowOf, tableOf, zipOf } from './testing.js'

const CSV = 'namn;belopp\nÅsa AB;1,50\n'
const INVOICE =
  '<?xml version="1.0"?><u:Invoice xmlns:u="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><u:ID>1</u:ID></u:Invoice>'

test.each([
  ['a PDF', '%PDF-1.7', 'pdf'],
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'oldOffice'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'image'],
  ['JSON', '{ "rows": [] }', 'json'],
  ['a list in JSON', '[{"a":1}]', 'json'],
  ['a web page', '\n<!DOCTYPE html><p>', 'html'],
  ['a table that is a web page', '<table><tr><td>1</td></tr></table>', 'html'],
  ['another archive', Buffer.from('377abcaf271c', 'hex'), 'otherArchive'],
  ['OpenDocument', zipOf({ mimetype: 'a', 'content.xml': '<a/>' }), 'openDocument'],
  ['a binary workbook', zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.bin': '' }), 'binaryWorkbook'],
  ['a document', zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '' }), 'document'],
])('%s is refused by what it is', async (_, bytes, kind) => {
  expect(await opened(bytes)).toMatchObject({
    status: 415,
    because: { key: 'purchasing.import.open.foreign', args: { kind } },
  })
})

test('empty, and empty when unpacked', async () => {
  expect(await reason('')).toBe('table.empty')
  expect(await reason(gzipSync(''))).toBe('table.empty')
  expect(await reason(zipOf({}))).toBe('open.emptyArchive')
  expect(await reason(zipOf({ '__MACOSX/a': 'x', '.DS_Store': 'x' }))).toBe('open.emptyArchive')
})

test('a table is the same packed and plain', async () => {
  for (const bytes of [CSV, gzipSync(CSV), gzipSync(gzipSync(CSV)), gzipSync(iconv.encode(CSV, 'windows-1252'))]) {
    const { head, cells, separator } = await tableOf(bytes)
    expect([head.columns, cells, separator]).toEqual([['namn', 'belopp'], [['Åsa AB', '1,50']], ';'])
  }
})

test('an invoice is known by its root, in any encoding, and read by its tags', async () => {
  for (const bytes of [INVOICE, iconv.encode(INVOICE, 'utf-16le', { addBOM: true }), gzipSync(INVOICE)]) {
    const answer = await opened(bytes)
    if (refused(answer) || answer.kind !== 'xml') throw new Error('not XML')
    expect(answer.root).toEqual({
      name: 'Invoice',
      namespace: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
    })
    const tags: string[] = []
    await readXml(answer.bytes, { open: (name) => void tags.push(name) }, LIMITS)
    expect(tags).toEqual(['u:Invoice', 'u:ID'])
  }
})

test('an archive gives its files, each opened by what it is; names are labels and never paths', async () => {
  const bytes = zipOf({ 'år/a.csv': CSV, '../../etc/b.xml': INVOICE, 'c.gz': gzipSync(CSV), '.hidden': 'x', 'd/': '' })
  const answer = await opened(bytes)
  if (refused(answer) || answer.kind !== 'archive') throw new Error('not an archive')
  const found: string[] = []
  for await (const entry of answer.entries) {
    const inside = await openSource(entry)
    found.push(`${entry.name} ${refused(inside) ? inside.because.key : inside.kind}`)
    if (!refused(inside)) await inside.close()
  }
  expect([answer.size, found]).toEqual([3, ['år/a.csv table', 'etc/b.xml xml', 'c.gz table']])
})

test('nothing of an archive is left on the disk, read or refused', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('fairlane-unpacking-'))
  const before = left()
  const answer = await opened(zipOf({ 'a.csv': CSV }))
  expect(left().filter((name) => !before.includes(name))).toEqual([])
  if (!refused(answer)) await answer.close()
  await reason('PK\x03\x04 and nothing more')
  expect(left().filter((name) => !before.includes(name))).toEqual([])
})

describe('limits, each with its sentence', () => {
  const wide = `a,b\n${'1,2\n'.repeat(1_000_000)}`
  test('size, when unpacked', async () => {
    expect(await reason(wide, { bytes: 100_000 })).toBe('open.tooLarge')
    expect(await reason(gzipSync(wide), { bytes: 100_000, ratio: 1e9 })).toBe('open.tooLarge')
    expect(await reason(zipOf({ a: wide }), { bytes: 100_000, ratio: 1e9 })).toBe('open.tooLarge')
  })
  test('a bomb is stopped while it grows, an ordinary table is not', async () => {
    const bomb = Buffer.alloc(12_000_000, 'a,b\n')
    expect(await reason(gzipSync(bomb, { level: 9 }))).toBe('open.ratio')
    expect(await reason(zipOf({ a: bomb }))).toBe('open.ratio')
    expect(await reason(gzipSync(`a,b\n${randomBytes(1_000_000).toString('hex')},1\n`.slice(0, 900_000)))).toBe('read')
  })
  test('an archive that says less than it holds', async () => {
    const bytes = zipOf({ a: Buffer.alloc(5_000_000) })
    bytes.writeUInt32LE(1000, bytes.lastIndexOf('PK\x01\x02') + 24)
    expect(await reason(bytes)).toBe('open.damaged')
  })
  test('files whose bytes are the same bytes', async () => {
    const one = zipOf({ a: randomBytes(1000) })
    const at = one.lastIndexOf('PK\x01\x02')
    const [local, entry, end] = [one.subarray(0, at), one.subarray(at, -22), Buffer.from(one.subarray(-22))]
    end.writeUInt16LE(20, 8)
    end.writeUInt16LE(20, 10)
    end.writeUInt32LE(entry.length * 20, 12)
    expect(await reason(Buffer.concat([local, ...Array<Buffer>(20).fill(entry), end]))).toBe('open.damaged')
  })
  test('packed in packed', async () => {
    const twice = gzipSync(gzipSync(CSV))
    expect(await reason(gzipSync(twice))).toBe('open.depth')
    expect(await reason(gzipSync(gzipSync(zipOf({ a: CSV }))))).toBe('open.depth')
    const answer = await openSource({
      name: 'a',
      depth: 2,
      read: () => [bookOf({ sheets: { A: rowOf(1, 'a', 'b') } })] as never,
    })
    expect(refused(answer)).toBe(false)
    if (!refused(answer)) await answer.close()
  })
  test('files in an archive, sheets in a workbook', async () => {
    expect(await reason(zipOf({ a: '', b: '', c: '' }), { entries: 2 })).toBe('open.entries')
    expect(await reason(bookOf({ sheets: { A: '', B: '', C: '' } }), { sheets: 2 })).toBe('open.sheets')
  })
  test('columns and cells', async () => {
    const names = Array.from({ length: 501 }, (_, at) => `k${at}`)
    expect(await reason(`${names.join(';')}\n1;2\n`)).toBe('table.columns')
    expect(await reason(bookOf({ sheets: { A: rowOf(1, 'a', 'b') + rowOf(2, 'x'.repeat(50)) } }), { cell: 40 })).toBe(
      'open.cell',
    )
    const far = '<row r="2"><c r="ZZ2"><v>1</v></c></row>'
    expect(await reason(bookOf({ sheets: { A: rowOf(1, 'a', 'b') + far } }))).toBe('open.column')
  })
  test('shared texts are held in memory, up to a limit', async () => {
    const book = bookOf({ sheets: { A: rowOf(1, 'a', 'b') }, shared: [`<t>${'x'.repeat(500)}</t>`] })
    expect(await reason(book, { sharedBytes: 400 })).toBe('open.tooLarge')
  })
  test('what is locked, or packed in an unknown way', async () => {
    expect(await reason(zipOf({ a: CSV }, { flags: 0x801 }))).toBe('open.locked')
    expect(await reason(zipOf({ a: CSV }, { method: 14 }))).toBe('open.packing')
  })
})

describe('hostile XML', () => {
  const read = async (text: string) => {
    const limits = { ...LIMITS, xmlRun: 100_000 }
    const bytes = async function* () {
      for (let at = 0; at < text.length; at += 50_000) yield Buffer.from(text.slice(at, at + 50_000))
    }
    return readXml(bytes(), {}, limits).then(
      () => 'read',
      (error: unknown) => (error as Error).message,
    )
  }
  const laughs = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>'
  test.each([
    ['entities that multiply', laughs, 'doctype'],
    ['a file from elsewhere', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['an entity of nobody', '<a>&x;</a>', 'damaged'],
    ['too deep', '<a>'.repeat(101), 'xmlDepth'],
    ['never a tag', `<a>${'x'.repeat(200_000)}</a>`, 'damaged'],
    ['not closed', '<a><b></b>', 'damaged'],
  ])('%s', async (_, text, key) => {
    expect(await read(text)).toBe(`purchasing.import.open.${key}`)
  })
  test('is refused at the door where the first bytes show it, in workbooks too', async () => {
    expect(await reason(laughs)).toBe('open.doctype')
    expect(await reason('<?xml version="1.0"?>')).toBe('open.damaged')
    expect(await reason(zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': laughs }))).toBe('open.doctype')
  })
})

describe('files cut off', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => `${at};${randomBytes(20).toString('hex')}`)
  const table = `a;b\n${rows.join('\n')}\n`
  const book = bookOf({ sheets: { A: rows.map((row, at) => rowOf(at + 1, ...row.split(';'))).join('') } })
  test.each([
    ['gzip', gzipSync(table)],
    ['zip', zipOf({ 'a.csv': table })],
    ['xlsx', book],
  ])('%s at any tenth', async (_, whole) => {
    expect(await reason(whole)).toBe('read')
    for (let tenth = 1; tenth < 10; tenth++)
      expect(await reason(whole.subarray(0, (whole.length * tenth) / 10))).toBe('open.damaged')
  })
  test('and bytes that changed on the way', async () => {
    const packed = gzipSync(table)
    packed.writeUInt32LE(0, packed.length >> 1)
    expect(await reason(packed)).toBe('open.damaged')
  })
})

test('a source that fails is told apart from a file that is at fault and from a fault of ours', async () => {
  const source: Source = {
    name: 'a',
    read: async function* () {
      yield gzipSync(CSV).subarray(0, 20)
      throw new Error('the disk went away')
    },
  }
  await expect(openSource(source)).rejects.toThrow(BrokenSource)
  const watch = () => {
    throw new Error('a fault of ours')
  }
  await expect(opened(CSV, { watch })).rejects.toThrow('a fault of ours')
})

test('whoever watches sees every byte as it is packed', async () => {
  const packed = gzipSync(CSV)
  const seen: Uint8Array[] = []
  await tableOf(packed, { watch: (bytes) => void seen.push(bytes) })
  expect(Buffer.concat(seen)).toEqual(packed)
})

const PEPPOL = join(import.meta.dirname, '../../../../../shared/data/peppol')
test.skipIf(!existsSync(PEPPOL))('real invoices are known by their root (skipped where absent)', async () => {
  for (const name of readdirSync(PEPPOL).filter((file) => file.endsWith('.xml'))) {
    const answer = await opened(readFileSync(join(PEPPOL, name)))
    if (refused(answer) || answer.kind !== 'xml') throw new Error(name)
    expect(answer.root.name).toMatch(/^(Invoice|CreditNote|Order)$/)
  }
})
