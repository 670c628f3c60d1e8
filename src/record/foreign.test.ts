/** A program that is not ours confirms a record, and finds what was changed: Go's sumdb (`testing/verify.go`). */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { databaseOn, inTransaction, openEmbedded, sql, type Database } from '../kit/db/index.js'
import { migrate } from '../kit/db/migrate.js'
import { refused } from '../kit/refuse.js'
import { append } from './acts.js'
import { openRecord } from './acts/keeping.js'
import { recordFiles } from './http/files.js'

/** Debian's golang-go and golang-golang-x-mod-dev. */
const PACKAGES = '/usr/share/gocode'
const isHere = existsSync('/usr/bin/go') && existsSync(join(PACKAGES, 'src/golang.org/x/mod/sumdb'))
if (!isHere && process.env['FAIRLANE_TEST_REQUIRE']?.includes('golang'))
  throw new Error('Go and its x/mod packages are required and not installed')
if (!isHere)
  console.log('skipped: the record is not verified by Go (golang-go and golang-golang-x-mod-dev were not found)')

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))
let db: Database
let folder: string
beforeAll(async () => {
  db = databaseOn(await openEmbedded({}))
  await migrate(db)
  folder = mkdtempSync(join(tmpdir(), 'fairlane-go-'))
})
afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

test.runIf(isHere)('Go confirms a record of 600 entries, and none in which one byte was changed', async () => {
  for (let from = 0; from < 600; from += 100)
    await inTransaction(db, async (tx) => {
      for (let i = 0; i < 100; i++) await append(tx, 'import', OPERATOR, { read: from + i }, NOW)
    })
  const record = await openRecord(db, { folder, name: 'town.example/record', otherwise: '', now: NOW })
  if (refused(record)) throw new Error(record.because.key)
  const server = serve({ fetch: new Hono().route('/record', recordFiles(db)).fetch, port: 0, hostname: '127.0.0.1' })
  const { port } = await new Promise<AddressInfo>((resolve) =>
    server.once('listening', () => resolve(server.address() as AddressInfo)),
  )
  const verify = (vkey: string) =>
    promisify(execFile)(
      'go',
      ['run', join(import.meta.dirname, 'testing/verify.go'), `http://127.0.0.1:${port}`, vkey],
      {
        env: { ...process.env, GO111MODULE: 'off', GOPATH: PACKAGES, GOCACHE: join(folder, 'cache') },
      },
    )
  expect((await verify(record.vkey)).stdout.trim()).toBe('600')
  await expect(verify(record.vkey.replace('town', 'city'))).rejects.toThrow()
  await sql`update record.entry set bytes = overlay(bytes placing '\\x7e'::bytea from 40) where number = 300`.execute(
    db,
  )
  await expect(verify(record.vkey)).rejects.toThrow('entry 300')
  server.close()
})
