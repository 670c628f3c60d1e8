/** What everyone relies on: what is appended stands, is served and verifies, on both databases, also by several at once. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { inTransaction, sql, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refuse, refused } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { append, redact } from './acts.js'
import { openRecord, type OpenRecord } from './acts/keeping.js'
import { fromBase64 } from './base64.js'
import { commitmentTo } from './commitment.js'
import { entryBytes, parseEntry } from './entry.js'
import { recordFiles } from './http/files.js'
import { isConsistent, leafHash, rootFromInclusion } from './merkle.js'
import { parseCheckpoint, splitNote } from './checkpoint.js'
import { parseReceipt } from './proof.js'
import * as store from './store.js'
import { auditRecord, emptyRecord } from './testing.js'
import { verifyRecord, type ReadPath } from './verifying.js'

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))
const add = (db: Database, body: object, disclosed?: Record<string, string>) =>
  inTransaction(db, (tx) => append(tx, 'import', OPERATOR, body, NOW, disclosed))

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  let folder: string
  beforeAll(async () => ({ db, close } = await open()))
  // The last test's entries are no acts.
  afterAll(async () => {
    await emptyRecord(db)
    await close()
  })
  beforeEach(async () => {
    await emptyRecord(db)
    folder = mkdtempSync(join(tmpdir(), 'fairlane-record-'))
    return () => rmSync(folder, { recursive: true })
  })
  const opened = async (): Promise<OpenRecord> => {
    const record = await openRecord(db, { folder, name: 'town.example/record', otherwise: '', now: NOW })
    if (refused(record)) throw new Error(record.because.key)
    return record
  }
  const get = (path: string) => recordFiles(db).request(`/record/${path}`)
  const read: ReadPath = async (path) => {
    const answer = await get(path)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  }

  test('numbers have no gaps when many append at once and some of their acts are undone', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        inTransaction(db, async (tx) => {
          const number = await append(tx, 'import', OPERATOR, { read: i }, NOW)
          return i % 4 ? number : refuse(say('record.redact.missing'))
        }),
      ),
    )
    const stands = numbers.filter((one) => typeof one === 'number').sort((a, b) => a - b)
    expect(stands).toEqual(Array.from({ length: 30 }, (_, i) => i))
    expect(await auditRecord(db)).toBe(30)
  })

  test('what is signed is verified from outside, across the edges of a tile', async () => {
    const record = await opened()
    let note: string | undefined
    for (const size of [1, 255, 256, 257, 520]) {
      while ((await store.treeSize(db)) < size) await add(db, { read: size })
      expect(await record.sign(NOW)).toBeUndefined()
      const found = await verifyRecord(read, { vkey: record.vkey, earlier: note })
      if (refused(found)) throw new Error(found.because.key)
      expect(found).toMatchObject({ origin: 'town.example/record', size })
      note = found.note
    }
    expect(await auditRecord(db)).toBe(520)
  })

  test('a stranger’s program gets each thing with its kind, and for how long it may be kept', async () => {
    const record = await opened()
    for (let i = 0; i < 257; i++) await add(db, { read: i })
    await record.sign(NOW)
    const kept = async (path: string) => {
      const { status, headers } = await get(path)
      return [status, headers.get('content-type'), /immutable/.test(headers.get('cache-control') ?? '')]
    }
    expect(await kept('checkpoint')).toEqual([200, 'text/plain; charset=utf-8', false])
    expect(await kept('key')).toEqual([200, 'text/plain; charset=utf-8', false])
    expect(await kept('tile/0/000')).toEqual([200, 'application/octet-stream', true])
    expect(await kept('tile/0/000.p/7')).toEqual([200, 'application/octet-stream', true])
    expect(await kept('tile/1/000.p/1')).toEqual([200, 'application/octet-stream', true])
    expect(await kept('tile/entries/001.p/1')).toEqual([200, 'application/octet-stream', true])
    expect((await (await get('tile/0/000')).arrayBuffer()).byteLength).toBe(8192)
    await add(db, { read: 258 })
    for (const path of [
      'tile/0/001',
      'tile/0/001.p/2',
      'tile/entries/001.p/2',
      'tile/1/000',
      'entries/257',
      'tile/2/000.p/1',
    ])
      expect((await get(path)).status).toBe(404)
  })

  test('a receipt proves its entry without asking us again', async () => {
    const record = await opened()
    for (let i = 0; i < 9; i++) await add(db, { read: i })
    await record.sign(NOW)
    const entry = new Uint8Array(await (await get('entries/6')).arrayBuffer())
    const receipt = parseReceipt(await (await get('entries/6.tlog-proof')).text())!
    const checkpoint = parseCheckpoint(splitNote(receipt.checkpoint)!.text)!
    expect(parseEntry(entry)?.body).toEqual({ read: 6 })
    expect(rootFromInclusion(leafHash(entry), 6, checkpoint.size, receipt.proof)).toEqual(checkpoint.root)
  })

  test('a witness that knows an earlier record is shown that this one continues it', async () => {
    const record = await opened()
    const roots = []
    for (const size of [0, 3, 256, 300]) {
      while ((await store.treeSize(db)) < size) await add(db, { read: size })
      await record.sign(NOW)
      roots.push({ size, root: (await store.signedCheckpoint(db))!.root })
    }
    const now = roots.at(-1)!
    for (const earlier of roots) {
      const [old, ...rest] = (await (await get(`since/${earlier.size}`)).text()).split('\n')
      const proof = rest.slice(0, rest.indexOf('')).map((line) => fromBase64(line, 32)!)
      expect(old).toBe(`old ${earlier.size}`)
      expect(isConsistent(earlier.size, earlier.root, now.size, now.root, proof)).toBe(true)
      expect(rest.slice(rest.indexOf('') + 1).join('\n')).toBe((await store.signedCheckpoint(db))!.note)
    }
    expect((await get('since/301')).status).toBe(404)
  })

  test('an entry changed in the database is found', async () => {
    for (let i = 0; i < 5; i++) await add(db, { read: i })
    await sql`update record.entry set bytes = bytes || '\\x20'::bytea where number = 3`.execute(db)
    await expect(auditRecord(db)).rejects.toThrow('record.verify.badTile')
  })

  test('a record that was begun anew behind our back is not the one we kept', async () => {
    const record = await opened()
    for (let i = 0; i < 5; i++) await add(db, { read: i })
    await record.sign(NOW)
    const earlier = new TextDecoder().decode(await read('checkpoint'))
    const other = await verifyRecord(read, { earlier })
    expect(refused(other)).toBe(false)
    // The same key signs another history: what nobody with the program alone can do.
    await emptyRecord(db)
    writeFileSync(join(folder, 'record.journal'), '')
    for (let i = 9; i > 0; i--) await add(db, { read: i })
    await opened()
    expect(await verifyRecord(read, { earlier })).toMatchObject({ because: { key: 'record.verify.forked' } })
  })

  test('a text is told by a commitment, checked by its salt, and gone when it is erased', async () => {
    const number = await add(db, { question: '0193' }, { text: 'Varför köper ni plast?' })
    const [row, [open]] = [await store.entryAt(db, number), await store.disclosuresOf(db, number)]
    const committed = parseEntry(row!.bytes)!.committed!
    expect(new TextDecoder().decode(row!.bytes)).not.toContain('plast')
    expect(commitmentTo(open!.text, open!.salt)).toBe(committed['text'])
    expect(commitmentTo('Varför köper ni papp?', open!.salt)).not.toBe(committed['text'])
    const again = await add(db, { question: '0193' }, { text: 'Varför köper ni plast?' })
    expect(parseEntry((await store.entryAt(db, again))!.bytes)!.committed).not.toEqual(committed)
    const erasing = { of: number, field: 'text', ground: 'gdpr-17' } as const
    expect(await redact(db, erasing, OPERATOR, NOW)).toEqual({ number: again + 1 })
    expect(await store.disclosuresOf(db, number)).toEqual([])
    expect((await store.redactionsOf(db, number)).map((one) => one.number)).toEqual([again + 1])
    expect(await redact(db, erasing, OPERATOR, NOW)).toMatchObject({ refused: true, status: 404 })
    expect(await auditRecord(db)).toBe(again + 2)
  })

  test('a body too long for an entry names its lists by length and digest, and the whole stays readable', async () => {
    const sums = Array.from({ length: 4000 }, (_, i) => ({ buyer: '2120000000', month: '2026-01', amount: i }))
    const number = await add(db, { read: 4000, sums })
    const row = (await store.entryAt(db, number))!
    expect(parseEntry(row.bytes)!.body).toMatchObject({ read: 4000, sums: { count: 4000 } })
    expect((JSON.parse(row.body) as { sums: unknown }).sums).toEqual(sums)
    const most = 65_535 - entryBytes({ act: 'import', actor: 'operator', at: NOW, body: { text: '' } }).length
    await add(db, { text: 'x'.repeat(most) })
    await expect(add(db, { text: 'x'.repeat(most + 1) })).rejects.toThrow('too large')
    expect(await auditRecord(db)).toBe(2)
  })

  test('entries of any bytes are put in the tree, and nothing at all is an entry too', async () => {
    const plain = { act: 'import', actor: 'operator', at: NOW, body: '{}' }
    for (const bytes of [new Uint8Array(0), new Uint8Array(randomBytes(65_535))])
      await inTransaction(db, (tx) => store.insertEntry(tx, { ...plain, bytes }))
    const tooLong = inTransaction(db, (tx) => store.insertEntry(tx, { ...plain, bytes: new Uint8Array(65_536) }))
    await expect(tooLong).rejects.toThrow()
    const record = await opened()
    expect(await verifyRecord(read, { vkey: record.vkey })).toMatchObject({ size: 2 })
  })
})
