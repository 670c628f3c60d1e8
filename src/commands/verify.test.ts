/** `fairlane verify` as someone outside runs it: over HTTP, with a checkpoint kept from the time before. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Installation } from '../installation/index.js'
import { OPERATOR } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { databaseOn, inTransaction, openEmbedded, sql, type Database } from '../kit/db/index.js'
import { migrate } from '../kit/db/migrate.js'
import { refused } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { cosignerFrom } from '../record/cosignature.js'
import { append, askWitness, openRecord, recordFiles, type OpenRecord } from '../record/index.js'
import { COSIGNING, newSigningKey, signerFrom } from '../record/note.js'
import type { Context } from './command.js'
import { witnessCommand } from './recording-witness.js'
import { witnessing } from './recording-witnessing.js'
import { verifyCommand } from './verify.js'

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))
let db: Database
let record: OpenRecord
let server: ServerType
let folder: string
beforeAll(async () => {
  db = databaseOn(await openEmbedded({}))
  await migrate(db)
  folder = mkdtempSync(join(tmpdir(), 'fairlane-verify-'))
  const opened = await openRecord(db, { folder, name: 'town.example/record', otherwise: '', now: NOW })
  if (refused(opened)) throw new Error(opened.because.key)
  record = opened
  server = serve({ fetch: new Hono().route('/record', recordFiles(db)).fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
})
afterAll(async () => {
  server.close()
  await db.destroy()
  rmSync(folder, { recursive: true })
})

async function run(options: Record<string, string> = {}, address?: string): Promise<string[]> {
  const lines: string[] = []
  const output = {
    isJson: false,
    line: (text: string) => lines.push(text),
    json: () => undefined,
    progress: () => undefined,
  }
  const at = address ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await verifyCommand.run({ words: [at], options }, { output, words: wordsFor('en') } as unknown as Context)
  return lines
}
const add = async () => {
  await inTransaction(db, (tx) => append(tx, 'import', OPERATOR, { read: 1 }, NOW))
  await record.sign(NOW)
}

test('a record is confirmed, remembered, and confirmed to go on', async () => {
  const keep = join(folder, 'kept')
  await add()
  expect((await run({ keep }))[0]).toMatch(/^town\.example\/record: one entry stands as signed/)
  const first = readFileSync(keep, 'utf8')
  await add()
  expect(await run({ keep, key: record.vkey })).toEqual([
    expect.stringMatching(/: 2 entries stand as signed/),
    'It goes on from the checkpoint that was kept.',
  ])
  expect(readFileSync(keep, 'utf8')).not.toBe(first)
  // A witness that has not cosigned is not taken for one that has.
  const library = cosignerFrom(newSigningKey('library.example/record/witness', COSIGNING))!
  await expect(run({ witness: library.vkey })).rejects.toThrow('record.verify.notCosigned')
  await expect(run({ witness: record.vkey })).rejects.toThrow('record.witness.badKey')
  await askWitness(db, { vkey: library.vkey, address: 'https://library.example/record', own: '' }, OPERATOR, NOW)
  await record.sign(NOW)
  const cosign = (_: string, body: string) => {
    const text = body.slice(body.indexOf('\n\n') + 2, body.lastIndexOf('\n\n') + 1)
    return Promise.resolve({ status: 200, type: 'text/plain', text: library.cosign(text, NOW) })
  }
  await record.ask(cosign, NOW, 'due')
  expect((await run({ witness: library.vkey }))[1]).toMatch(/^Cosigned by library\.example\/record\/witness/)
  expect((await run())[1]).toContain('library.example/record/witness, not checked')
})

test('fairlane witness tells who cosigns and whose record is cosigned here, and takes nothing it does not know', async () => {
  const at = { db, folder } as Installation
  const { vkey } = signerFrom(newSigningKey('neighbour.example/record'))!
  const stands = await witnessing(at, { do: 'cosign', vkey })
  if (refused(stands)) throw new Error(stands.because.key)
  expect(stands.own).toMatchObject({
    record: record.vkey,
    witness: expect.stringMatching(/^town.example\/record\/witness\+/) as string,
  })
  expect(stands).toMatchObject({ witnesses: [{ size: 3, problem: null }], records: [{ vkey, size: 0, at: null }] })
  expect(await witnessing(at, { do: 'end', vkey })).toMatchObject({ records: [] })
  const wrong = witnessCommand.run({ words: ['ask', vkey], options: {} }, {} as Context)
  await expect(wrong).rejects.toThrow('commands.witness.use')
  await record.sign(NOW)
})

test('what does not fit ends the command with its sentence, and what was kept stays', async () => {
  const keep = join(folder, 'kept')
  const before = readFileSync(keep, 'utf8')
  await expect(run({ key: record.vkey.replace('town', 'city') })).rejects.toThrow('record.verify.badKey')
  await sql`update record.entry set bytes = bytes || '\\x20'::bytea where number = 0`.execute(db)
  await expect(run({ keep })).rejects.toThrow('record.verify.badTile')
  expect(readFileSync(keep, 'utf8')).toBe(before)
  await expect(run({}, 'http://127.0.0.1:9')).rejects.toThrow('commands.verify.away')
  await expect(run({}, 'town.example')).rejects.toThrow('record.verify.none')
})
