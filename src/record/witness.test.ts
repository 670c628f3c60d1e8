/** Two installations: one asks, the other cosigns only what continues all it has cosigned, whatever is put back. */
import { createPublicKey, verify as verifyBare } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { inTransaction, sql, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused } from '../kit/refuse.js'
import { append } from './acts.js'
import type { Send } from './acts/asking.js'
import { openRecord, type OpenRecord } from './acts/keeping.js'
import { askWitness, endWitnessing, openWitness, witnessRecord, type Witness } from './acts/witnessing.js'
import { cosignedAt, cosignerFrom, witnessFrom } from './cosignature.js'
import { checkpointText } from './checkpoint.js'
import { recordFiles } from './http/files.js'
import { leafHash } from './merkle.js'
import { COSIGNING, newSigningKey, signerFrom } from './note.js'
import { sha256 } from './sha256.js'
import * as store from './store.js'
import { emptyRecord } from './testing.js'
import { verifyRecord, type ReadPath } from './verifying.js'
import { askedText, parseAsked } from './witnessing.js'

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))
const SOON = instantOf(new Date('2026-11-23T10:30:00Z'))
const TOWN = 'town.example/record'

test('a cosignature is what the specification says, to the byte', () => {
  const cosigner = cosignerFrom(newSigningKey('library.example', COSIGNING))!
  const text = checkpointText({ origin: TOWN, size: 7, root: sha256() })
  const line = cosigner.cosign(text, NOW)
  const bytes = Buffer.from(/^— library\.example (\S+)\n$/.exec(line)![1]!, 'base64')
  const key = Buffer.from(cosigner.vkey.split('+').slice(2).join('+'), 'base64')
  expect(key[0]).toBe(4)
  const id = sha256(Buffer.from('library.example\n\x04'), key.subarray(1)).subarray(0, 4)
  expect([...bytes.subarray(0, 4)]).toEqual([...id])
  expect(bytes.readBigUInt64BE(4)).toBe(BigInt(Date.parse(NOW) / 1000))
  const said = `cosignature/v1\ntime ${Date.parse(NOW) / 1000}\n${text}`
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)])
  const known = createPublicKey({ key: der, format: 'der', type: 'spki' })
  expect(verifyBare(null, Buffer.from(said), known, bytes.subarray(12))).toBe(true)
  const note = `${text}\n${line}`
  expect(cosignedAt(note, witnessFrom(cosigner.vkey)!)).toBe(NOW)
  expect(cosignedAt(note.replace('\n7\n', '\n8\n'), witnessFrom(cosigner.vkey)!)).toBeUndefined()
  // A record's key is not a witness's, and the other way round.
  expect(signerFrom(newSigningKey('library.example', COSIGNING))).toBeUndefined()
  expect(witnessFrom(signerFrom(newSigningKey(TOWN))!.vkey)).toBeUndefined()
})

test('a request to cosign is read back as it was written, and nothing like it', () => {
  const note = signerFrom(newSigningKey(TOWN))!.sign(checkpointText({ origin: TOWN, size: 7, root: sha256() }))
  const written = askedText(3, [sha256(), leafHash(sha256())], note)
  expect(parseAsked(written)).toMatchObject({ old: 3, note, checkpoint: { origin: TOWN, size: 7 } })
  const bad = [
    written.replace('old 3', 'old 03'),
    written.replace('old', 'new'),
    written.replace('=\n', '\n'),
    written.replace('\n7\n', '\n7 \n'),
    askedText(
      3,
      Array.from({ length: 64 }, () => sha256()),
      note,
    ),
    '',
  ]
  for (const one of bad) expect(parseAsked(one)).toBeUndefined()
})

describe.each(testDatabases())('on $name', ({ open }) => {
  let [town, library]: Database[] = []
  const closing: (() => Promise<void>)[] = []
  let folder: string
  let record: OpenRecord
  let witness: Witness
  let isDown = false
  beforeAll(async () => {
    for (const set of [(db: Database) => (town = db), (db: Database) => (library = db)]) {
      const { db, close } = await open()
      set(db)
      closing.push(close)
    }
  })
  afterAll(() => Promise.all(closing.map((close) => close())))

  const at = (name: string) => join(folder, name)
  const opened = async (db: Database, where: string, name: string): Promise<OpenRecord> => {
    const found = await openRecord(db, { folder: where, name, otherwise: '', now: NOW })
    if (refused(found)) throw new Error(found.because.key)
    return found
  }
  const witnessOf = async (db: Database, where: string): Promise<Witness> => {
    const found = await openWitness(db, where)
    if (refused(found)) throw new Error(found.because.key)
    return found
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairlane-witness-'))
    isDown = false
    for (const [db, name] of [
      [town!, 'town'],
      [library!, 'library'],
    ] as const) {
      await emptyRecord(db)
      mkdirSync(at(name))
    }
    record = await opened(town!, at('town'), TOWN)
    await opened(library!, at('library'), 'library.example/record')
    witness = await witnessOf(library!, at('library'))
    return () => rmSync(folder, { recursive: true })
  })
  const add = async (count = 1) => {
    await inTransaction(town!, async (tx) => {
      for (let i = 0; i < count; i++) await append(tx, 'import', OPERATOR, { read: i }, NOW)
    })
    await record.sign(NOW)
  }
  const post = (body: string) =>
    recordFiles(library!, (text) => witness.cosign(text, NOW)).request('/add-checkpoint', { method: 'POST', body })
  const send: Send = async (address, body) => {
    expect(address).toBe('https://library.example/record/add-checkpoint')
    if (isDown) return undefined
    const answer = await post(body)
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
  }
  const agree = async () => {
    const address = 'https://library.example/record/'
    expect(await askWitness(town!, { vkey: witness.vkey, address, own: '' }, OPERATOR, NOW)).toBeUndefined()
    expect(await witnessRecord(library!, record.vkey, OPERATOR, NOW)).toBeUndefined()
    await record.sign(NOW)
  }
  const served: ReadPath = async (path) => {
    const answer = await recordFiles(town!).request(`/record/${path}`)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  }
  const since = async (old: number) => new TextDecoder().decode(await served(`since/${old}`))
  const known = async () => (await store.allWitnessed(library!))[0]?.size

  test('a record is cosigned as it grows; the checkpoint shows it and anyone can check', async () => {
    await agree()
    await add(3)
    expect(await record.ask(send, NOW, 'due')).toEqual([])
    const asked = { vkey: record.vkey, witnesses: [witness.vkey] }
    expect(await verifyRecord(served, asked)).toMatchObject({
      size: 4,
      cosigned: [{ name: 'library.example/record/witness', at: NOW }],
    })
    expect(await verifyRecord(served)).toMatchObject({ others: ['library.example/record/witness'] })
    // What comes after is not cosigned until the witness has seen it.
    await add(300)
    expect(await verifyRecord(served, asked)).toMatchObject({ because: { key: 'record.verify.notCosigned' } })
    await record.ask(send, NOW, 'due')
    expect(await verifyRecord(served, asked)).toMatchObject({ size: 304 })
    expect(await known()).toBe(304)
    expect(await endWitnessing(town!, witness.vkey, OPERATOR, NOW)).toBeUndefined()
    expect(await verifyRecord(served, asked)).toMatchObject({ because: { key: 'record.verify.notCosigned' } })
  })

  test('a witness that is down or knows nobody here delays nothing, says so, and is asked again', async () => {
    await agree()
    isDown = true
    await add()
    expect(await record.ask(send, NOW, 'due')).toMatchObject([{ problem: 'away' }])
    // Not again at once.
    expect(await record.ask(send, NOW, 'due')).toEqual([])
    isDown = false
    await endWitnessing(library!, record.vkey, OPERATOR, NOW)
    expect(await record.ask(send, SOON, 'due')).toMatchObject([{ problem: 'unknown' }])
    await witnessRecord(library!, record.vkey, OPERATOR, NOW)
    expect(await record.ask(send, NOW, 'all')).toEqual([])
    expect((await store.witnesses(town!))[0]).toMatchObject({ problem: null, size: 2 })
  })

  test('an old copy of the whole folder is found out, and its other history is not cosigned', async () => {
    await agree()
    await add(2)
    cpSync(at('town'), at('old'), { recursive: true })
    const old = await store.entriesFrom(town!, 0, 99)
    await add(5)
    await record.ask(send, NOW, 'due')
    // Database, key and journal are all as they were.
    await emptyRecord(town!)
    await inTransaction(town!, async (tx) => {
      for (const { number: _, returned_at: __, ...row } of old) await store.insertEntry(tx, row)
    })
    record = await opened(town!, at('old'), TOWN)
    await askWitness(town!, { vkey: witness.vkey, address: 'https://library.example/record', own: '' }, OPERATOR, NOW)
    await record.sign(NOW)
    expect(await record.ask(send, NOW, 'all')).toMatchObject([{ problem: 'behind' }])
    expect((await store.witnesses(town!))[0]).toMatchObject({ known_size: 8, line: null })
    await add(20)
    expect(await record.ask(send, SOON, 'due')).toMatchObject([{ problem: 'refused' }])
    expect(await known()).toBe(8)
  })

  test('a witness whose database or file is put back remembers by the other', async () => {
    await agree()
    await add(2)
    await record.ask(send, NOW, 'due')
    const early = await since(0)
    await sql`update record.witnessed set size = 0, root = null, cosigned_at = null`.execute(library!)
    expect([(await post(early)).status, await (await post(early)).text()]).toEqual([409, '3\n'])
    await record.ask(send, SOON, 'all')
    rmSync(at('library/witnessed'), { recursive: true })
    expect(await (await post(early)).text()).toBe('3\n')
  })

  test('of two requests at once that fork from one size, one is cosigned', async () => {
    await agree()
    const key = signerFrom(newSigningKey('other.example/record'))!
    await witnessRecord(library!, key.vkey, OPERATOR, NOW)
    const note = (leaf: string) =>
      key.sign(checkpointText({ origin: key.name, size: 1, root: leafHash(new TextEncoder().encode(leaf)) }))
    const answers = await Promise.all(['a', 'b'].map(async (leaf) => (await post(askedText(0, [], note(leaf)))).status))
    expect(answers.sort()).toEqual([200, 409])
  })

  test('every other request is answered as the specification says', async () => {
    await agree()
    await add(6)
    const status = async (body: string) => (await post(body)).status
    const good = await since(0)
    expect(await status(good.replace(TOWN, 'city.example/record'))).toBe(404)
    const other = signerFrom(newSigningKey(TOWN))!
    expect(await status(askedText(0, [], other.sign(checkpointText({ origin: TOWN, size: 7, root: sha256() }))))).toBe(
      403,
    )
    expect(await status(good.replace('old 0', 'old 8'))).toBe(400)
    expect(await status('old 0\n')).toBe(400)
    expect(await status(good.replace('old 0\n', `old 0\n${'A'.repeat(43)}=\n`))).toBe(422)
    const conflict = await post(await since(3))
    expect([conflict.status, conflict.headers.get('content-type'), await conflict.text()]).toEqual([
      409,
      'text/x.tlog.size',
      '0\n',
    ])
    expect(await status(good)).toBe(200)
    await add(3)
    expect(await status((await since(7)).replace(/\n[^\n]+\n/, `\n${'A'.repeat(43)}=\n`))).toBe(422)
    expect(await status(await since(7))).toBe(200)
    // The same once more: a new time, no new size.
    expect(await status(await since(10))).toBe(200)
    expect(await status('x'.repeat(20_000))).toBe(413)
  })

  test('what is no witness, no address, our own or known by another key is refused', async () => {
    await agree()
    const because = async (answer: ReturnType<typeof witnessRecord>) => (await answer)?.because.key
    const ask = (vkey: string, address = 'https://a.example', own = '') =>
      because(askWitness(town!, { vkey, address, own }, OPERATOR, NOW))
    expect(await ask(record.vkey)).toBe('record.witness.badKey')
    expect(await ask(witness.vkey, 'library')).toBe('record.witness.badAddress')
    expect(await ask(witness.vkey, 'file:///etc')).toBe('record.witness.badAddress')
    expect(await ask(witness.vkey, 'https://a.example', witness.vkey)).toBe('record.witness.itself')
    expect(await ask(witness.vkey)).toBe('record.witness.asked')
    const cosign = (vkey: string) => because(witnessRecord(library!, vkey, OPERATOR, NOW))
    expect(await cosign(record.vkey)).toBe('record.witness.cosigned')
    expect(await cosign(signerFrom(newSigningKey(TOWN))!.vkey)).toBe('record.witness.otherKey')
    expect(await because(witnessRecord(town!, record.vkey, OPERATOR, NOW))).toBe('record.witness.itself')
    expect(await because(endWitnessing(town!, 'nobody', OPERATOR, NOW))).toBe('record.witness.none')
    writeFileSync(at('library/witness.key'), 'broken')
    expect(await openWitness(library!, at('library'))).toMatchObject({ because: { key: 'record.witness.keyBroken' } })
  })
})
