/**
 * Backups of the embedded database: a checkpoint, then its files copied while nothing writes, put on the disk, and only
 * then given their name. A folder in `backups/` without the word `partial` in it is therefore whole.
 */
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { instantOf, type Instant } from '../kit/day.js'
import { asBatch, engineOf, type Database } from '../kit/db/index.js'
import { appliedMigrations } from '../kit/db/migrate.js'
import { refuse, type Refusal } from '../kit/refuse.js'
import { say } from '../kit/words/index.js'
import { copyTree, sync } from '../kit/files.js'

export type Reason = 'daily' | 'asked' | 'migration' | 'replaced'
export interface Backup {
  readonly name: string
  readonly at: Instant
  readonly reason: Reason
  /** The version of Fairlane that made it. */
  readonly version: string
  readonly migrations: readonly string[]
  readonly bytes: number
}
export interface BackupPlace {
  readonly folder: string
  readonly version: string
}

export const DAILY_BACKUPS_KEPT = 7
/** How many of each kind are kept; the oldest go first. */
const KEPT: Record<Reason, number> = { daily: DAILY_BACKUPS_KEPT, asked: 7, migration: 3, replaced: 3 }

export const databaseIn = (folder: string): string => join(folder, 'database')
const backupsOf = (folder: string): string => join(folder, 'backups')

/** Refused on PostgreSQL, whose own tools do it better. */
export async function backUp(
  db: Database,
  place: BackupPlace,
  reason: Reason,
  now = new Date(),
): Promise<Backup | Refusal> {
  const engine = engineOf(db)
  if (!engine.still) return refuse(say('installation.backup.server'), 409)
  const migrations = await appliedMigrations(db)
  const still = engine.still
  return asBatch(() => still(() => copyAway(place, reason, migrations, now)))
}

async function copyAway(
  { folder, version }: BackupPlace,
  reason: Reason,
  migrations: readonly string[],
  now: Date,
): Promise<Backup> {
  const at = instantOf(now)
  const name = nameFor(folder, at, reason)
  const draft = join(backupsOf(folder), `${name}.partial`)
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const bytes = await copyTree(databaseIn(folder), join(draft, 'database'))
  const backup = { name, at, reason, version, migrations, bytes }
  await describe(draft, backup)
  await rename(draft, join(backupsOf(folder), name))
  await sync(backupsOf(folder))
  await dropOld(folder)
  return backup
}

/** `2026-11-23T120000Z-daily`; a second one within that second is `…-daily-2`. */
function nameFor(folder: string, at: Instant, reason: Reason): string {
  const name = `${at.replace(/:|\.\d+/g, '')}-${reason}`
  const isFree = (one: string) => !existsSync(join(backupsOf(folder), one))
  let number = 1
  const numbered = () => (number === 1 ? name : `${name}-${number}`)
  while (!isFree(numbered())) number++
  return numbered()
}

async function describe(place: string, backup: Backup): Promise<void> {
  await writeFile(join(place, 'backup.json'), JSON.stringify(backup, null, 2), { mode: 0o600 })
  await sync(join(place, 'backup.json'))
  await sync(place)
}

/** Whole backups, newest first. */
export function backupsIn(folder: string): Backup[] {
  if (!existsSync(backupsOf(folder))) return []
  return readdirSync(backupsOf(folder))
    .flatMap((name) => backupAt(join(backupsOf(folder), name)) ?? [])
    .sort((a, b) => b.at.localeCompare(a.at))
}

function backupAt(path: string): Backup | undefined {
  const file = join(path, 'backup.json')
  if (path.endsWith('.partial') || !existsSync(file) || !existsSync(join(path, 'database'))) return undefined
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Backup), name: basename(path) }
}

/** Half backups of a killed process go too. */
async function dropOld(folder: string): Promise<void> {
  const half = readdirSync(backupsOf(folder)).filter((name) => name.endsWith('.partial'))
  for (const name of half) await rm(join(backupsOf(folder), name), { recursive: true, force: true })
  const kept = new Map<Reason, number>()
  for (const { name, reason } of backupsIn(folder)) {
    const count = (kept.get(reason) ?? 0) + 1
    kept.set(reason, count)
    if (count > KEPT[reason]) await rm(join(backupsOf(folder), name), { recursive: true, force: true })
  }
}

/** A backup in the folder by its name, or one kept elsewhere by its path. */
export function findBackup(folder: string, written: string): { path: string; backup: Backup } | Refusal {
  const near = join(backupsOf(folder), basename(written))
  const path = isAbsolute(written) || written.includes('/') ? resolve(written) : near
  const backup = existsSync(path) && statSync(path).isDirectory() ? backupAt(path) : undefined
  return backup ? { path, backup } : refuse(say('installation.backup.missing', { name: written }), 404)
}

/** Copies a whole backup to a folder elsewhere, such as another disk. Answers where it lies. */
export async function copyBackup(folder: string, name: string, to: string): Promise<string> {
  const target = join(resolve(to), name)
  await mkdir(resolve(to), { recursive: true, mode: 0o700 })
  await copyTree(join(backupsOf(folder), name), `${target}.partial`)
  await rename(`${target}.partial`, target)
  await sync(resolve(to))
  return target
}

/**
 * Puts a backup in the database's place. What lay there becomes a backup itself ('replaced'). The folder must be locked
 * and its database closed. Interrupted at any moment, the next start has one of the two, whole.
 */
export async function restoreBackup(place: BackupPlace, path: string, now = new Date()): Promise<void> {
  const { folder } = place
  const draft = join(folder, 'database.copying')
  await copyTree(join(path, 'database'), draft)
  await rename(draft, restoring(folder))
  await setAside(place, now)
  finishRestore(folder)
  await sync(folder)
}
const restoring = (folder: string): string => join(folder, 'database.restoring')

async function setAside({ folder, version }: BackupPlace, now: Date): Promise<void> {
  if (!existsSync(databaseIn(folder))) return
  const at = instantOf(now)
  const name = nameFor(folder, at, 'replaced')
  const aside = join(backupsOf(folder), name)
  await mkdir(aside, { recursive: true, mode: 0o700 })
  await describe(aside, { name, at, reason: 'replaced', version, migrations: [], bytes: 0 })
  await rename(databaseIn(folder), join(aside, 'database'))
  await dropOld(folder)
}

/** Completes a restore that was interrupted after the old database had been set aside. */
export function finishRestore(folder: string): void {
  if (!existsSync(databaseIn(folder)) && existsSync(restoring(folder)))
    renameSync(restoring(folder), databaseIn(folder))
}
