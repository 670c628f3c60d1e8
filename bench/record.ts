/**
 * What the record costs: an append within an act, and verifying a whole record from what it serves.
 *
 *   node bench/run.mjs record
 */
import { OPERATOR } from '../src/kit/actor.js'
import { instantOf } from '../src/kit/day.js'
import { inTransaction, sql, type Database } from '../src/kit/db/index.js'
import { testDatabases } from '../src/kit/db/testing.js'
import { refused } from '../src/kit/refuse.js'
import { append } from '../src/record/acts.js'
import { newSigningKey, signerFrom } from '../src/record/note.js'
import { auditRecord } from '../src/record/testing.js'
import { servedOf } from '../src/record/testing/serving.js'
import { verifyRecord } from '../src/record/verifying.js'
import { expectEqual, MACHINE, median, milliseconds } from './measuring.js'

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))
const ACTS = 1000
const ENTRIES = 100_000

const act = (db: Database, isOnRecord: boolean) =>
  inTransaction(db, async (tx) => {
    await sql`select count(*) from record.disclosure`.execute(tx)
    if (isOnRecord) await append(tx, 'publish', OPERATOR, { purchases: 2016, kept: 12 }, NOW)
  })

/** Of this process with all its threads, in milliseconds: what a busy machine does not change. A server's own is not in it. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function manyActs(db: Database) {
  const kinds = [false, true].map((isOnRecord) => ({ isOnRecord, clock: [] as number[], processor: 0 }))
  for (let i = 0; i < ACTS; i++)
    for (const kind of kinds)
      kind.processor += await processorTime(async () => {
        kind.clock.push(await milliseconds(() => act(db, kind.isOnRecord)))
      })
  const [without, within] = kinds.map(({ clock, processor }) => ({ clock: median(clock), processor: processor / ACTS }))
  return { without: without!, within: within! }
}

console.log(MACHINE)
for (const { name, open } of testDatabases()) {
  const { db, close } = await open()
  const { without, within } = await manyActs(db)
  expectEqual('entries', await auditRecord(db), ACTS)
  const added = (by: 'clock' | 'processor'): string => (within[by] - without[by]).toFixed(2)
  console.log(
    `${name}: an append adds ${added('clock')} ms to an act of ${without.clock.toFixed(2)} ms by the clock (medians), ` +
      `${added('processor')} ms of our processor time`,
  )
  await close()
}

const entries = Array.from({ length: ENTRIES }, (_, at) =>
  new TextEncoder().encode(`fairlane-record/v1\n{"act":"import","body":{"read":${at}}}${' '.repeat(200)}`),
)
const signer = signerFrom(newSigningKey('bench.example/record'))!
const served = await servedOf(entries, signer)
let byClock = 0
const byProcessor = await processorTime(async () => {
  byClock = await milliseconds(async () => {
    const found = await verifyRecord((path) => Promise.resolve(served.get(path)))
    if (refused(found)) throw new Error(found.because.key)
    expectEqual('size', found.size, ENTRIES)
  })
})
const perSecond = (ms: number): string => Math.round((ENTRIES / ms) * 1000).toLocaleString('en')
console.log(
  `verified ${ENTRIES} entries of 250 bytes: ${perSecond(byProcessor)} a second of processor time, ${perSecond(byClock)} by the clock`,
)
