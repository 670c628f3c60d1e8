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
import { checkpointText } from '../src/record/checkpoint.js'
import { leafHash, rootOf } from '../src/record/merkle.js'
import { newSigningKey, signerFrom } from '../src/record/note.js'
import { auditRecord } from '../src/record/testing.js'
import { bundleOf, foldedTo, parseTilePath, treeIn, WIDTH } from '../src/record/tiles.js'
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

console.log(MACHINE)
for (const { name, open } of testDatabases()) {
  const { db, close } = await open()
  const [without, within]: [number[], number[]] = [[], []]
  for (let i = 0; i < ACTS; i++) {
    without.push(await milliseconds(() => act(db, false)))
    within.push(await milliseconds(() => act(db, true)))
  }
  expectEqual('entries', await auditRecord(db), ACTS)
  const added = median(within) - median(without)
  console.log(`${name}: an append adds ${added.toFixed(2)} ms to an act of ${median(without).toFixed(2)} ms (medians)`)
  await close()
}

const entry = (at: number) =>
  new TextEncoder().encode(`fairlane-record/v1\n{"act":"import","body":{"read":${at}}}${' '.repeat(200)}`)
const bundles: Uint8Array[] = []
const levels: Uint8Array[][] = [[], [], []]
for (let from = 0; from < ENTRIES; from += WIDTH) {
  const entries = Array.from({ length: Math.min(WIDTH, ENTRIES - from) }, (_, i) => entry(from + i))
  bundles.push(bundleOf(entries))
  levels[0]!.push(Buffer.concat(entries.map(leafHash)))
}
for (const level of [1, 2]) {
  const full = levels[level - 1]!.filter(({ length }) => length === 8192).map((tile) => foldedTo(tile, WIDTH))
  for (let at = 0; at < full.length; at += WIDTH) levels[level]!.push(Buffer.concat(full.slice(at, at + WIDTH)))
}
const signer = signerFrom(newSigningKey('bench.example/record'))!
const tree = treeIn(
  ({ level, index, width }) => Promise.resolve(levels[level]![index]!.subarray(0, width * 32)),
  ENTRIES,
)
const note = signer.sign(checkpointText({ origin: signer.name, size: ENTRIES, root: await rootOf(tree, ENTRIES) }))
// Processor time, so that a busy machine says the same.
const before = process.cpuUsage()
const taken = await milliseconds(async () => {
  const found = await verifyRecord(async (path) => {
    if (path === 'key') return new TextEncoder().encode(signer.vkey)
    if (path === 'checkpoint') return new TextEncoder().encode(note)
    const { level, index } = parseTilePath(path)!
    return level === 'entries' ? bundles[index] : levels[level]![index]
  })
  if (refused(found)) throw new Error(found.because.key)
  expectEqual('size', found.size, ENTRIES)
})
const { user, system } = process.cpuUsage(before)
const perSecond = (ms: number): string => Math.round((ENTRIES / ms) * 1000).toLocaleString('en')
console.log(
  `verified ${ENTRIES} entries of 250 bytes: ${perSecond((user + system) / 1000)} a second of processor time, ${perSecond(taken)} by the clock`,
)
