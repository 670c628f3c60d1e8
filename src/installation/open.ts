/** An installation: one data folder, locked, with its database opened and brought to this version's shape. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOn, openEmbedded, openServer, ping, type Database, type Engine } from '../kit/db/index.js'
import { migrate } from '../kit/db/migrate.js'
import { refuse, refused, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { backUp, databaseIn, finishRestore } from './backup.js'
import { takeLock, type Lock } from './lock.js'

export interface Where {
  readonly folder: string
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl: string | undefined
  /** Of this program; written into backups. */
  readonly version: string
  /** A dumped database that a folder without one begins with. */
  readonly template?: string | undefined
}
export interface Installation extends Where {
  readonly database: Engine['kind']
  readonly db: Database
  readonly close: () => Promise<void>
}
export interface InUse extends Refusal {
  readonly inUse: true
}

/** Refused, with the folder as it was: not writable, in use, made by a newer version, or a database that does not open. */
export async function openInstallation(where: Where): Promise<Installation | Refusal | InUse> {
  const lock = await lockFolder(where.folder)
  if (refused(lock)) return lock
  try {
    const opened = await openLocked(where, lock)
    if (refused(opened)) lock.release()
    return opened
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A process that was just killed may take a moment to go, the longer the more memory it had. */
const PATIENCE_MILLISECONDS = [100, 200, 400, 800]

/** Makes the folder when it is not there. */
export async function lockFolder(folder: string): Promise<Lock | Refusal | InUse> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    let lock = takeLock(folder)
    for (const milliseconds of PATIENCE_MILLISECONDS) {
      if ('release' in lock) return lock
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      lock = takeLock(folder)
    }
    if ('release' in lock) return lock
    return { ...refuse(say('installation.inUse', { folder, process: String(lock.heldBy) }), 409), inUse: true }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    return refuse(say('installation.unwritable', { folder, reason }), 403)
  }
}

async function openLocked(where: Where, lock: Lock): Promise<Installation | Refusal> {
  const engine = await openEngine(where)
  if (refused(engine)) return engine
  const db = databaseOn(engine)
  const close = async () => {
    await db.destroy()
    lock.release()
  }
  const migrated = await migrate(db, { before: () => backUp(db, where, 'migration') })
  if ('newer' in migrated) {
    await db.destroy()
    return refuse(say('installation.newer', { folder: where.folder }), 409)
  }
  return { ...where, database: engine.kind, db, close }
}

async function openEngine({ folder, databaseUrl, template }: Where): Promise<Engine | Refusal> {
  if (databaseUrl) return openPostgresql(databaseUrl)
  finishRestore(folder)
  rmSync(join(folder, 'database.copying'), { recursive: true, force: true })
  if (existsSync(databaseIn(folder))) rmSync(join(folder, 'database.restoring'), { recursive: true, force: true })
  try {
    return await openEmbedded({ folder: databaseIn(folder), template })
  } catch (error) {
    return refuse(say('installation.broken', { folder, reason: (error as Error).message }), 409)
  }
}

async function openPostgresql(url: string): Promise<Engine | Refusal> {
  const engine = openServer(url)
  try {
    await ping(databaseOn(engine))
    return engine
  } catch (error) {
    await engine.close()
    return refuse(say('installation.unreachable', { place: placeOf(url), reason: reasonOf(error) }), 409)
  }
}

/** Without the password. */
function placeOf(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url)
    return `${searchParams.get('host') ?? host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return message || code || String(error)
}
