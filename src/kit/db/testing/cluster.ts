/** A throw-away PostgreSQL cluster, where its programs are found, with a database in the present shape to copy from. */
import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseOn, openServer, sql, type Database } from '../index.js'
import { migrate } from '../migrate.js'

export interface Cluster {
  readonly folder: string
  readonly stop: () => Promise<void>
}

const SHAPED = 'fairlane'
const open = (cluster: string, database: string): Database =>
  databaseOn(openServer(`postgresql://fairlane@localhost/${database}?host=${encodeURIComponent(cluster)}`))

/** Where PostgreSQL's own programs lie, the newest first; undefined without any. */
export function programs(): string | undefined {
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

export async function startCluster(bin: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'fairlane-pg-'))
  const as = account()
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!)
  const options = { ...as, cwd: folder, stdio: 'ignore' as const }
  const data = join(folder, 'data')
  const made = ['-D', data, '-U', 'fairlane', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync']
  execFileSync(join(bin, 'initdb'), made, options)
  const settings = ['listen_addresses=', 'fsync=off'].flatMap((one) => ['-c', one])
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, ...settings], options)
  await makeShaped(folder)
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, stop }
}

async function makeShaped(folder: string): Promise<void> {
  const first = open(folder, 'postgres')
  await untilReady(() => sql`create database ${sql.id(SHAPED)}`.execute(first))
  await first.destroy()
  const shaped = open(folder, SHAPED)
  await migrate(shaped)
  await shaped.destroy()
}

async function untilReady(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      await work()
      return
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}

/** A database of its own, in the present shape of whoever asks: what `bin/new` made in a test has a migration more. */
export async function databaseIn(cluster: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const first = open(cluster, 'postgres')
  await sql`create database ${sql.id(name)} template ${sql.id(SHAPED)}`.execute(first)
  await first.destroy()
  const db = open(cluster, name)
  await migrate(db)
  return db
}
