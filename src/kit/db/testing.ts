/**
 * Databases for tests: the embedded one in memory, and PostgreSQL in a throw-away cluster where its programs are found.
 * One database per test file, migrated once.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, chownSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseOn, openEmbedded, openServer, type Database } from './index.js'
import { migrate } from './migrate.js'

export interface TestDatabase {
  readonly name: 'embedded' | 'postgresql'
  readonly open: () => Promise<{ db: Database; close: () => Promise<void> }>
}

const embedded: TestDatabase = {
  name: 'embedded',
  open: async () => {
    const db = databaseOn(await openEmbedded({}))
    await migrate(db)
    return { db, close: () => db.destroy() }
  },
}

const programs = (): string | undefined => {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a))
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
}

/** initdb refuses root: as root the cluster runs as the account that Debian's package made. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function openCluster(bin: string): Promise<{ db: Database; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'fairlane-pg-'))
  const as = account()
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!)
  const options = { ...as, cwd: folder, stdio: 'ignore' as const }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'fairlane', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'],
    options,
  )
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'data'), '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'],
    options,
  )
  const url = `postgresql://fairlane@localhost/postgres?host=${encodeURIComponent(folder)}`
  const db = databaseOn(openServer(url))
  await untilReady(db)
  const close = async () => {
    await db.destroy()
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, close }
}

async function untilReady(db: Database): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await migrate(db)
      return
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}

/** Every database this machine can test on; says what is missing, and fails where CI requires it. */
export function testDatabases(): TestDatabase[] {
  const bin = programs()
  if (bin) return [embedded, { name: 'postgresql', open: () => openCluster(bin) }]
  if (process.env['FAIRLANE_TEST_REQUIRE']?.includes('postgresql'))
    throw new Error('PostgreSQL is required and not installed')
  console.log('skipped: tests on PostgreSQL (its programs were not found)')
  return [embedded]
}
