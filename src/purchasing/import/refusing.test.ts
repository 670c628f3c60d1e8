/** What an import refuses, leaving nothing behind, and that it accounts for every row; on both databases. */
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../kit/actor.js'
import { type Database } from '../../kit/db/index.js'
import { testDatabases } from '../../kit/db/testing.js'
import { importFile, sourceOfFile, sourceOfFiles, type Source } from '../index.js'
import { importAt } from '../store/imports.js'
import { problemCounts } from '../store/problems.js'
import { award, AWARDS, contract, FACTS, fileOf, importsOn, LEDGER, posting, REGISTER, STAGED } from './testing.js'

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { empty, rowsIn, imported } = importsOn(() => db)
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  beforeEach(() => empty())

  test('an import that is killed halfway shows nothing, and leaves no staging', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => posting(at, 'Firman AB', '5565817870'))
    let staged = 0
    const broken: Source = {
      name: 'broken.csv',
      read: async function* () {
        yield Buffer.from(`${LEDGER}\n${lines.join('\n')}\n`)
        for (let patience = 1000; patience > 0 && staged === 0; patience--) {
          await setTimeout(5)
          staged = await rowsIn(['purchase'])
        }
        throw new Error('the disk went away')
      },
    }
    expect(await importFile(db, broken, OPERATOR, { now: new Date() })).toMatchObject({
      refused: true,
      because: { key: 'purchasing.import.unreadable', args: { file: 'broken.csv', kind: 'file' } },
    })
    expect(staged).toBeGreaterThan(0)
    expect(await rowsIn([...FACTS, ...STAGED])).toBe(0)
  })

  test('a folder in place of a file is refused by name; a fault of ours is thrown', async () => {
    const folder = sourceOfFile(import.meta.dirname)
    expect(await importFile(db, folder, OPERATOR, { now: new Date() })).toMatchObject({
      because: { key: 'purchasing.import.unreadable', args: { kind: 'folder' } },
    })
    const file = fileOf('l.csv', LEDGER, posting(1, 'Firman AB', '5565817870'))
    const progress = () => {
      throw new Error('a fault of ours')
    }
    await expect(importFile(db, file, OPERATOR, { now: new Date(), progress })).rejects.toThrow('a fault of ours')
    expect(await rowsIn([...FACTS, ...STAGED])).toBe(0)
  })

  test('XML that is no invoice is no import, alone or with others of its kind', async () => {
    const notice = fileOf('notice.xml', '<?xml version="1.0"?>', '<ContractNotice><ID>1</ID></ContractNotice>')
    const both = async function* () {
      yield* [notice, { ...notice, name: 'other.xml' }]
    }
    for (const source of [notice, sourceOfFiles('notices', both())])
      expect(await importFile(db, source, OPERATOR, { now: new Date() })).toMatchObject({
        refused: true,
        because: { args: { root: 'ContractNotice' } },
      })
    expect(await rowsIn([...FACTS, ...STAGED])).toBe(0)
  })

  test('a quotation mark that is never closed refuses the file with its line, and leaves nothing', async () => {
    const odd = posting(2, '"Firman AB', '5565817870')
    const file = fileOf('l.csv', LEDGER, posting(1, 'Firman AB', '5565817870'), odd, posting(3, 'A AB', '5565817870'))
    expect(await importFile(db, file, OPERATOR, { now: new Date() })).toMatchObject({
      because: { key: 'purchasing.import.table.broken' },
    })
    expect(await rowsIn([...FACTS, ...STAGED])).toBe(0)
  })

  test('a header without rows is refused, and leaves no import', async () => {
    for (const head of [LEDGER, AWARDS, REGISTER])
      expect(await importFile(db, fileOf('head.csv', head, ''), OPERATOR, { now: new Date() })).toMatchObject({
        status: 422,
        because: { key: 'purchasing.import.table.noRows' },
      })
    expect(await rowsIn([...FACTS, ...STAGED])).toBe(0)
  })

  test('the same bytes again are refused whatever the file is called, and leave nothing', async () => {
    const lines = [LEDGER, posting(1, 'Firman AB', '5565817870')] as const
    await imported(fileOf('one.csv', ...lines))
    const before = await rowsIn(FACTS)
    expect(await importFile(db, fileOf('two.csv', ...lines), OPERATOR, { now: new Date() })).toMatchObject({
      refused: true,
      status: 409,
    })
    expect([await rowsIn(FACTS), await rowsIn(STAGED)]).toEqual([before, 0])
  })

  test('every row of a file is counted once, whatever the format', async () => {
    const values = AWARDS.replace('Namn för leverantör', '"Kontrakterat värde, Summa"')
    const files = [
      fileOf('l.csv', LEDGER, ...[1, 1, 2].map((at) => posting(at, 'Firman AB', '5565817870')), posting(3, '', '')),
      fileOf(
        'a.csv',
        AWARDS,
        ...Array<string>(2).fill(award('A1', 'Bröd', 'x', 'Firman AB')),
        award('A2', '', '', 'B'),
      ),
      fileOf(
        'v.csv',
        values,
        award('A1', 'Bröd', '', '100'),
        award('A2', 'Bord', 'x', ''),
        award('A3', 'Ost', '', 'y'),
      ),
      fileOf('r.csv', REGISTER, contract('C1', 'A1', 'Firman AB,', '2027-12-31'), contract('C2', 'A1', 'A,', 'snart')),
    ]
    const counted = []
    for (const file of files) {
      const { id, read, kept, unchanged, silent, refused: unread } = await imported(file)
      counted.push([read, kept, unchanged, silent, unread])
      const row = await importAt(db, 'internal', id)
      expect(row).toMatchObject({ read, kept, unchanged, silent, refused: unread })
      const problems = await problemCounts(db, id)
      expect([problems.silent, problems.refused]).toEqual([silent, unread])
    }
    expect(counted).toEqual([
      [4, 3, 0, 0, 1],
      [3, 2, 0, 0, 1],
      [3, 1, 0, 1, 1],
      [2, 1, 0, 0, 1],
    ])
  })
})
