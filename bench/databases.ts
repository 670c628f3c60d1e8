/** The databases that are measured: the embedded one in a folder, as it runs, and PostgreSQL where its programs are found. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseOn, openEmbedded } from '../src/kit/db/index.js'
import { migrate } from '../src/kit/db/migrate.js'
import { testDatabases, type TestDatabase } from '../src/kit/db/testing.js'

const inFolder: TestDatabase['open'] = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairlane-bench-'))
  const db = databaseOn(await openEmbedded({ folder: join(folder, 'database') }))
  await migrate(db)
  const close = async () => {
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, close }
}

/** Both, or the one of this name. */
export const measuredDatabases = (name: string | undefined): TestDatabase[] =>
  testDatabases()
    .map((one) => (one.name === 'embedded' ? { ...one, open: inFolder } : one))
    .filter((one) => name === undefined || one.name === name)
