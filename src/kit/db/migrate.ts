/** Plain SQL migrations, forward only, each in one transaction, remembered by name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.js'
import { sql, type Database } from './index.js'

export type Migrated = { readonly applied: readonly string[] } | { readonly newer: readonly string[] }

/**
 * Answers `newer` and changes nothing when the database knows migrations that this version does not. `before` runs when
 * there is something to migrate in a database that was used before.
 */
export async function migrate(
  db: Database,
  { folder = join(ROOT, 'migrations'), before }: { folder?: string; before?: () => Promise<unknown> } = {},
): Promise<Migrated> {
  const ours = readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
  const theirs = await appliedMigrations(db)
  const newer = theirs.filter((name) => !ours.includes(name))
  if (newer.length) return { newer }
  const applied = ours.filter((name) => !theirs.includes(name))
  if (applied.length && theirs.length) await before?.()
  for (const name of applied) await apply(db, name, readFileSync(join(folder, name), 'utf8'))
  return { applied }
}

/** By name, the oldest first. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  await sql`create schema if not exists fairlane`.execute(db)
  await sql`create table if not exists fairlane.migration (name text primary key, at timestamptz not null default now())`.execute(
    db,
  )
  const { rows } = await sql<{ name: string }>`select name from fairlane.migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

async function apply(db: Database, name: string, text: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // One statement at a time: the extended protocol takes no more.
    for (const statement of statements(text)) await sql.raw(statement).execute(tx)
    await sql`insert into fairlane.migration (name) values (${name})`.execute(tx)
  })
}

/** Our migrations hold no function bodies, so a semicolon at a line's end closes a statement. */
const statements = (text: string): string[] =>
  text
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((part) => part.trim())
    .filter(Boolean)
