/** What an operator relies on: backups that restore, old folders that open, and a socket that only the owner may use. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEmbedded, sql } from '../kit/db/index.js'
import { refused } from '../kit/refuse.js'
import { ROOT } from '../kit/root.js'
import {
  askServer,
  backUp,
  backupsIn,
  copyBackup,
  findBackup,
  listenIn,
  lockFolder,
  openInstallation,
  restoreBackup,
  type Installation,
} from './index.js'
import { socketOf } from './socket.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlane-data-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const where = () => ({ folder, databaseUrl: undefined, version: '9.9.9' })
const opened = async (): Promise<Installation> => {
  const found = await openInstallation(where())
  if (refused(found)) throw new Error(found.because.key)
  return found
}
const write = ({ db }: Installation, text: string) =>
  sql`insert into record.entry (number, at, act, actor, body, bytes)
      select count(*), now(), ${text}, 'operator', '{}', '' from record.entry`.execute(db)
const acts = async ({ db }: Installation) =>
  (await sql<{ act: string }>`select act from record.entry order by number`.execute(db)).rows.map((row) => row.act)

describe('a backup', () => {
  test('puts back what was there, and keeps what it replaces as a backup itself', async () => {
    const first = await opened()
    await write(first, 'kept')
    const made = await backUp(first.db, first, 'asked')
    if (refused(made)) throw new Error(made.because.key)
    await write(first, 'later')
    await first.close()
    const found = findBackup(folder, made.name)
    if (refused(found)) throw new Error('not found')
    await restoreBackup(where(), found.path)
    const second = await opened()
    expect(await acts(second)).toEqual(['kept'])
    await second.close()
    const replaced = backupsIn(folder).find((one) => one.reason === 'replaced')!
    await restoreBackup(where(), (findBackup(folder, replaced.name) as { path: string }).path)
    const third = await opened()
    expect(await acts(third)).toEqual(['kept', 'later'])
    await third.close()
  })

  test('is made while others read and write, and holds all that was written before it', async () => {
    const at = await opened()
    const writing = Promise.all(Array.from({ length: 20 }, (_, i) => write(at, `act ${i}`)))
    const made = await backUp(at.db, at, 'daily')
    await writing
    await at.close()
    expect(refused(made)).toBe(false)
    const found = findBackup(folder, backupsIn(folder)[0]!.name) as { path: string }
    await restoreBackup(where(), found.path)
    const restored = await opened()
    expect((await acts(restored)).every((act) => act.startsWith('act '))).toBe(true)
    await restored.close()
  })

  test('two made within a second are two', async () => {
    const at = await opened()
    const now = new Date()
    await backUp(at.db, at, 'asked', now)
    await backUp(at.db, at, 'asked', now)
    await at.close()
    expect(new Set(backupsIn(folder).map((one) => one.name)).size).toBe(2)
  })

  test('older ones go: seven daily ones are kept, however many were made', async () => {
    const at = await opened()
    for (let i = 1; i <= 9; i++) await backUp(at.db, at, 'daily', new Date(Date.UTC(2026, 0, i)))
    await backUp(at.db, at, 'asked', new Date(Date.UTC(2025, 0, 1)))
    await at.close()
    const names = backupsIn(folder).map((one) => one.name)
    expect(names).toHaveLength(8)
    expect(names.at(0)).toBe('2026-01-09T000000Z-daily')
    expect(names.at(-1)).toBe('2025-01-01T000000Z-asked')
  })

  test('one that was interrupted is not offered', async () => {
    const at = await opened()
    const made = await backUp(at.db, at, 'asked')
    await at.close()
    if (refused(made)) throw new Error(made.because.key)
    renameSync(join(folder, 'backups', made.name), join(folder, 'backups', `${made.name}.partial`))
    expect(backupsIn(folder)).toEqual([])
    expect(refused(findBackup(folder, made.name))).toBe(true)
    expect(refused(findBackup(folder, join(folder, 'backups', `${made.name}.partial`)))).toBe(true)
    const next = await opened()
    await backUp(next.db, next, 'asked')
    await next.close()
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('a copy elsewhere restores too', async () => {
    const at = await opened()
    await write(at, 'carried away')
    const made = await backUp(at.db, at, 'asked')
    await at.close()
    if (refused(made)) throw new Error(made.because.key)
    const elsewhere = mkdtempSync(join(tmpdir(), 'fairlane-elsewhere-'))
    const copy = await copyBackup(folder, made.name, elsewhere)
    rmSync(join(folder, 'database'), { recursive: true })
    rmSync(join(folder, 'backups'), { recursive: true })
    await restoreBackup(where(), (findBackup(folder, copy) as { path: string }).path)
    const restored = await opened()
    expect(await acts(restored)).toEqual(['carried away'])
    await restored.close()
    rmSync(elsewhere, { recursive: true })
  })

  test.each(['before the old one was set aside', 'after it was set aside'])(
    'a restore interrupted %s leaves one whole database',
    async (moment) => {
      const at = await opened()
      await write(at, 'old')
      await at.close()
      renameSync(join(folder, 'database'), join(folder, 'database.restoring'))
      if (moment.startsWith('before')) {
        const other = await openEmbedded({ folder: join(folder, 'database') })
        await other.close()
      }
      const found = await opened()
      expect(await acts(found)).toEqual(moment.startsWith('before') ? [] : ['old'])
      expect(existsSync(join(folder, 'database.restoring'))).toBe(false)
      await found.close()
    },
  )
})

describe('a folder', () => {
  test('in use, made by a newer version or not writable is refused, each with its own sentence', async () => {
    const first = await opened()
    expect(await openInstallation(where())).toMatchObject({ inUse: true, because: { key: 'installation.inUse' } })
    await sql`insert into fairlane.migration (name) values ('9999_from_the_future.sql')`.execute(first.db)
    await first.close()
    expect(await openInstallation(where())).toMatchObject({ because: { key: 'installation.newer' } })
    writeFileSync(join(folder, 'a file'), '')
    const under = { ...where(), folder: join(folder, 'a file', 'data') }
    expect(await openInstallation(under)).toMatchObject({ because: { key: 'installation.unwritable' } })
  })

  test('whose database is broken is refused, and nothing in it is touched', async () => {
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, 'database', 'PG_VERSION'), 'nonsense')
    expect(await openInstallation(where())).toMatchObject({ because: { key: 'installation.broken' } })
    expect(readFileSync(join(folder, 'database', 'PG_VERSION'), 'utf8')).toBe('nonsense')
  })

  test('left half made by a start that was killed is made anew', async () => {
    mkdirSync(join(folder, 'database.creating'))
    writeFileSync(join(folder, 'database.creating', 'PG_VERSION'), '')
    const at = await opened()
    expect(await acts(at)).toEqual([])
    await at.close()
    expect(existsSync(join(folder, 'database.creating'))).toBe(false)
  })

  test('PostgreSQL that does not answer is told without its password', async () => {
    const databaseUrl = 'postgresql://someone:secret@127.0.0.1:9/fairlane'
    const answer = await openInstallation({ ...where(), databaseUrl })
    expect(answer).toMatchObject({ because: { key: 'installation.unreachable' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
    const lock = await lockFolder(folder)
    expect('release' in lock).toBe(true)
    if ('release' in lock) lock.release()
  })

  const kept = join(ROOT, 'test/folders')
  test.each(readdirSync(kept))('of landed version %s opens, after a backup, with all its rows', async (name) => {
    const template = join(folder, 'kept')
    writeFileSync(`${template}.tar`, brotliDecompressSync(readFileSync(join(kept, name))))
    await (await openEmbedded({ folder: join(folder, 'database'), template })).close()
    const at = await opened()
    const { rows } = await sql<{ purchases: number }>`select count(*) as purchases from purchasing.purchase`.execute(
      at.db,
    )
    expect(rows[0]!.purchases).toBe(2016)
    const newest = readdirSync(join(ROOT, 'migrations'))
      .filter((one) => one.endsWith('.sql') && /^\d/.test(one))
      .sort()
      .at(-1)!
    expect(backupsIn(folder).map((one) => one.reason)).toEqual(newest.startsWith(name.slice(0, 4)) ? [] : ['migration'])
    await at.close()
  })
})

describe('the socket', () => {
  test('is its owner’s alone, carries work, progress and files, and tells when the work failed', async () => {
    const server = await listenIn(folder, async ({ task, input }, body, progress) => {
      if (task === 'fail') throw new Error('it broke')
      let bytes = 0
      for await (const chunk of body) bytes += chunk.length
      progress({ unit: 'bytes', done: bytes, total: bytes })
      return { task, input, bytes }
    })
    expect(statSync(socketOf(folder)).mode & 0o777).toBe(0o600)
    const heard: number[] = []
    const big = async function* () {
      for (let i = 0; i < 64; i++) yield new Uint8Array(65_536)
    }
    const call = { task: 'count', version: '1', input: { name: 'å' } }
    expect(await askServer(folder, call, big(), ({ done }) => heard.push(done))).toEqual({
      answer: { task: 'count', input: { name: 'å' }, bytes: 64 * 65_536 },
    })
    expect(heard).toEqual([64 * 65_536])
    await expect(askServer(folder, { ...call, task: 'fail' }, undefined, () => undefined)).rejects.toThrow('it broke')
    server.close()
    expect(await askServer(folder, call, undefined, () => undefined)).toBeUndefined()
  })

  test('a folder too deep for a socket has it among the temporary files, in a folder of its owner', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
    mkdirSync(deep, { recursive: true })
    const server = await listenIn(deep, () => Promise.resolve('here'))
    expect(await askServer(deep, { task: 'x', version: '1', input: {} }, undefined, () => undefined)).toEqual({
      answer: 'here',
    })
    expect(statSync(join(socketOf(deep), '..')).mode & 0o777).toBe(0o700)
    server.close()
  })
})
