/** What a whole run of the tests shares: vitest calls this before the first file, and its answer after the last. */
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { programs, startCluster } from './cluster.js'

export default async function setup(): Promise<() => Promise<void>> {
  const leave = moveToMemory()
  // A run within a run, of what `bin/new` made, has the outer one's.
  const bin = process.env['FAIRLANE_TEST_CLUSTER'] ? undefined : programs()
  const cluster = bin ? await startCluster(bin) : undefined
  if (cluster) process.env['FAIRLANE_TEST_CLUSTER'] = cluster.folder
  return async () => {
    await cluster?.stop()
    leave()
  }
}

const MEMORY = '/dev/shm'
const ENOUGH = 4e9

/** Hundreds of databases are made and thrown away: in memory, where the machine has room, they wait for no disk. */
function moveToMemory(): () => void {
  if (tmpdir().startsWith(MEMORY) || freeIn(MEMORY) < ENOUGH) return () => undefined
  const folder = mkdtempSync(`${MEMORY}/fairlane-`)
  // PostgreSQL's own account passes through it, as through any folder for temporary files.
  chmodSync(folder, 0o711)
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}
