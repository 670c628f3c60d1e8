/** One cluster for a whole run of the tests: vitest calls this before the first file and its answer after the last. */
import { programs, startCluster } from './cluster.js'

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const bin = programs()
  if (!bin) return undefined
  const { folder, stop } = await startCluster(bin)
  process.env['FAIRLANE_TEST_CLUSTER'] = folder
  return stop
}
