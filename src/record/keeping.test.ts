/** Never forked, never stuck: whatever is killed or restored, the record goes on as it was signed or says why not. */
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { inTransaction, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused, type Refusal } from '../kit/refuse.js'
import { append, redact } from './acts.js'
import { openRecord, type OpenRecord } from './acts/keeping.js'
import { fileOf } from './http/files.js'
import * as store from './store.js'
import { auditRecord, emptyRecord } from './testing.js'
import { verifyRecord } from './verifying.js'

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))
const NAME = 'town.example/record'

/** A database's record, as a backup holds it. */
interface Backup {
  readonly entries: Awaited<ReturnType<typeof store.entriesFrom>>
  readonly signed: Awaited<ReturnType<typeof store.signedCheckpoint>>
}
const backedUp = async (db: Database): Promise<Backup> => ({
  entries: await store.entriesFrom(db, 0, 10_000),
  signed: await store.signedCheckpoint(db),
})
const restore = async (db: Database, { entries, signed }: Backup) => {
  await emptyRecord(db)
  await inTransaction(db, async (tx) => {
    for (const { number: _, returned_at, ...row } of entries)
      await store.insertEntry(tx, { ...row, ...(returned_at ? { returned_at } : {}) })
    if (signed) await store.keepCheckpoint(tx, signed)
  })
}

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  let folder: string
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  beforeEach(async () => {
    await emptyRecord(db)
    folder = mkdtempSync(join(tmpdir(), 'fairlane-record-'))
    return () => rmSync(folder, { recursive: true })
  })
  const at = (name: string) => join(folder, name)
  const start = (name?: string, where = folder) => openRecord(db, { folder: where, name, otherwise: NAME, now: NOW })
  const opened = async (name?: string): Promise<OpenRecord> => {
    const record = await start(name)
    if (refused(record)) throw new Error(record.because.key)
    return record
  }
  let said = 0
  const add = (count = 1) =>
    inTransaction(db, async (tx) => {
      for (let i = 0; i < count; i++) await append(tx, 'import', OPERATOR, { read: said++ }, NOW)
    })
  const note = async () => (await store.signedCheckpoint(db))!.note
  const verified = async (vkey: string, earlier?: string) => {
    const signed = (await store.signedCheckpoint(db))!
    const answer = await verifyRecord(async (path) => (await fileOf(db, path, signed))?.bytes, { vkey, earlier })
    if (refused(answer)) throw new Error(answer.because.key)
    return answer.size
  }
  const why = (answer: OpenRecord | Refusal | undefined) => (refused(answer) ? answer.because.key : answer)

  test('the key and the journal are their owner’s alone; the name is for life', async () => {
    const first = await opened('fairlane.town.example/record')
    expect(first.name).toBe('fairlane.town.example/record')
    for (const file of ['record.key', 'record.journal']) expect(statSync(at(file)).mode & 0o777).toBe(0o600)
    expect((await opened()).vkey).toBe(first.vkey)
    expect(why(await start('other.example/record'))).toBe('record.named')
    rmSync(at('record.key'))
    rmSync(at('record.journal'))
    expect(why(await start('https://two words'))).toBe('record.badName')
  })

  test('entries from before the record had a key are signed with the rest', async () => {
    await add(3)
    const record = await opened()
    expect(await verified(record.vkey)).toBe(3)
  })

  test('a database restored from an older backup gets its entries back, byte for byte, and says so', async () => {
    const record = await opened()
    await add(3)
    await record.sign(NOW)
    const older = await backedUp(db)
    await add(260)
    await record.sign(NOW)
    const [earlier, whole] = [await note(), await backedUp(db)]
    await restore(db, older)
    const again = await opened()
    expect(again.returned).toBe(260)
    const now = await backedUp(db)
    expect(now.entries.map(({ bytes }) => bytes)).toEqual(whole.entries.map(({ bytes }) => bytes))
    expect(now.entries.map(({ act, body }) => [act, JSON.parse(body) as unknown])).toEqual(
      whole.entries.map(({ act, body }) => [act, JSON.parse(body) as unknown]),
    )
    expect(now.entries.map((row) => row.returned_at !== null)).toEqual(whole.entries.map((_, i) => i >= 3))
    await add()
    await again.sign(NOW)
    expect(await verified(again.vkey, earlier)).toBe(264)
  })

  test('a text that was erased stays erased when an older database brings it back', async () => {
    const record = await opened()
    const say = (tx: Database) => append(tx, 'ask', OPERATOR, {}, NOW, { text: 'Vem bor på Storgatan 1?' })
    const number = await inTransaction(db, say)
    await record.sign(NOW)
    const [older, [text]] = [await backedUp(db), await store.disclosuresOf(db, number)]
    await redact(db, { of: number, field: 'text', ground: 'gdpr-17' }, OPERATOR, NOW)
    await record.sign(NOW)
    await restore(db, older)
    await store.insertDisclosure(db, text!)
    await opened()
    expect(await store.disclosuresOf(db, number)).toEqual([])
    expect(await store.redactionsOf(db, number)).toHaveLength(1)
  })

  test('a database restored while the server runs is made whole by the next signature', async () => {
    const record = await opened()
    const older = await backedUp(db)
    await add(2)
    await record.sign(NOW)
    const earlier = await note()
    await restore(db, older)
    expect(await record.sign(NOW)).toBeUndefined()
    expect(await verified(record.vkey, earlier)).toBe(2)
  })

  test('a restored database to which something else was appended is refused, and nothing is signed', async () => {
    const record = await opened()
    const older = await backedUp(db)
    await add(3)
    await record.sign(NOW)
    await restore(db, older)
    await add(5)
    const before = await backedUp(db)
    expect(why(await start())).toBe('record.differs')
    expect(await record.sign(NOW)).toMatchObject({ because: { key: 'record.differs' } })
    expect(await backedUp(db)).toEqual(before)
  })

  test('entries that were on the disk but not yet signed come back too', async () => {
    const record = await opened()
    await add(2)
    await record.sign(NOW)
    const older = await backedUp(db)
    await add(2)
    await record.sign(NOW)
    // Killed between the entries and the checkpoint, with a line half written.
    const lines = readFileSync(at('record.journal'), 'utf8').split('\n')
    writeFileSync(at('record.journal'), `${lines.slice(0, -2).join('\n')}\ncheckpoint 4 qIN`)
    await restore(db, older)
    const again = await opened()
    expect(again.returned).toBe(2)
    expect(await verified(again.vkey)).toBe(4)
  })

  test('without its key or its journal a record that has begun is refused, and a new one begins only when asked for', async () => {
    const record = await opened()
    await add(2)
    await record.sign(NOW)
    renameSync(at('record.journal'), at('kept.journal'))
    expect(why(await start())).toBe('record.journalGone')
    renameSync(at('record.key'), at('kept.key'))
    expect(why(await start())).toBe('record.keyGone')
    copyFileSync(at('kept.journal'), at('record.journal'))
    expect(why(await start('new.example/record'))).toBe('record.keyGone')
    rmSync(at('record.journal'))
    const other = await opened('new.example/record')
    expect(await verified(other.vkey)).toBe(2)
    copyFileSync(at('kept.key'), at('record.key'))
    copyFileSync(at('kept.journal'), at('record.journal'))
    expect(why(await start())).toBe('record.otherKey')
  })

  test('a journal that someone wrote in is not read past', async () => {
    await add(2)
    await opened()
    appendFileSync(at('record.journal'), 'entry 7 AA==\n')
    await expect(start()).rejects.toThrow('at “entry 7”')
  })

  test('the start reads the end of the journal, and its beginning only when the database is behind', async () => {
    const record = await opened()
    await add(40)
    await record.sign(NOW)
    const whole = readFileSync(at('record.journal'))
    // A byte in the middle of an entry long signed: nothing needs it today.
    const broken = Buffer.from(whole)
    broken[whole.indexOf('entry 17 ') + 12] = 0x21
    writeFileSync(at('record.journal'), broken)
    expect((await opened()).returned).toBe(0)
    await emptyRecord(db)
    await expect(start()).rejects.toThrow('at “entry 17')
    writeFileSync(at('record.journal'), whole)
    expect((await opened()).returned).toBe(40)
  })

  test('of two processes that sign the same record one loses, and the record is one', async () => {
    const one = await opened()
    const elsewhere = mkdtempSync(join(tmpdir(), 'fairlane-copy-'))
    for (const file of ['record.key', 'record.journal']) copyFileSync(at(file), join(elsewhere, file))
    const other = await start(undefined, elsewhere)
    if (refused(other)) throw new Error(other.because.key)
    await add(3)
    const answers = await Promise.all([one.sign(NOW), other.sign(NOW)])
    expect(answers.map((answer) => answer?.because.key).sort()).toEqual(['record.twoSigners', undefined])
    expect(await verified(one.vkey)).toBe(3)
    // A copy that is started later catches up with what the same key has signed.
    const later = await start(undefined, elsewhere)
    expect(refused(later)).toBe(false)
    rmSync(elsewhere, { recursive: true })
  })

  test('whatever is appended, signed, killed and restored, every checkpoint ever signed is continued by the last', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.constantFrom(...(['sign', 'restart', 'back up', 'restore and restart', 'tear'] as const)).map((name) => ({
        do: name,
        count: 0,
      })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        await emptyRecord(db)
        for (const file of ['record.key', 'record.journal']) rmSync(at(file), { force: true })
        let record = await opened()
        const notes = [await note()]
        let backup = await backedUp(db)
        for (const { do: what, count } of steps) {
          if (what === 'append') await add(count)
          if (what === 'sign') expect(await record.sign(NOW)).toBeUndefined()
          if (what === 'back up') backup = await backedUp(db)
          if (what === 'restore and restart') await restore(db, backup)
          if (what === 'tear') appendFileSync(at('record.journal'), 'entry 12 ZmFpc')
          if (['restart', 'restore and restart', 'tear'].includes(what)) record = await opened()
          notes.push(await note())
        }
        await record.sign(NOW)
        for (const earlier of new Set(notes)) await verified(record.vkey, earlier)
        await auditRecord(db)
      }),
      { numRuns: 12 },
    )
  })
})
