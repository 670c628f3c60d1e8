/**
 * Databases for tests and benchmarks: the embedded one in memory, and PostgreSQL where its programs are found, in the
 * run's cluster or one of its own. One database per test file, in the present shape.
 */
import { databaseOn, openEmbedded, type Database } from './index.js'
import { migrate } from './migrate.js'
import { databaseIn, programs, startCluster } from './testing/cluster.js'

export interface TestDatabase {
  readonly name: 'embedded' | 'postgresql'
  readonly open: () => Promise<{ db: Database; close: () => Promise<void> }>
}

type Audit = (db: Database) => Promise<unknown>
const audits = new Set<Audit>()
/** Asks every test database before it is closed: a module promises something of whatever was done to it. */
export const auditEach = (audit: Audit): unknown => audits.add(audit)

async function closed(db: Database): Promise<void> {
  try {
    for (const audit of audits) await audit(db)
  } finally {
    await db.destroy()
  }
}

const embedded: TestDatabase = {
  name: 'embedded',
  open: async () => {
    const db = databaseOn(await openEmbedded({}))
    await migrate(db)
    return { db, close: () => closed(db) }
  },
}

async function openServed(bin: string): Promise<{ db: Database; close: () => Promise<void> }> {
  const running = process.env['FAIRLANE_TEST_CLUSTER']
  const own = running ? undefined : await startCluster(bin)
  const db = await databaseIn(running ?? own!.folder)
  const close = async () => {
    try {
      await closed(db)
    } finally {
      await own?.stop()
    }
  }
  return { db, close }
}

/** Every database this machine can test on; says what is missing, and fails where CI requires it. */
export function testDatabases(): TestDatabase[] {
  const bin = programs()
  if (bin) return [embedded, { name: 'postgresql', open: () => openServed(bin) }]
  if (process.env['FAIRLANE_TEST_REQUIRE']?.includes('postgresql'))
    throw new Error('PostgreSQL is required and not installed')
  console.log('skipped: tests on PostgreSQL (its programs were not found)')
  return [embedded]
}
