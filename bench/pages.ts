/**
 * How long pages take with 1,000,000 purchases and 20,000 contracts, beside one point select; and how many contract pages
 * a second are made from the database, and how many conditional requests answered, for one reader and for eight at once.
 *
 *   node bench/run.mjs pages [LINES] [embedded|postgresql]
 */
import { makeApp } from '../src/app.js'
import { OPERATOR } from '../src/kit/actor.js'
import { sql, type Database } from '../src/kit/db/index.js'
import { refused } from '../src/kit/refuse.js'
import { importFile, publishImport, type Source } from '../src/purchasing/index.js'
import { ledger, register } from './city.js'
import { measuredDatabases } from './databases.js'
import { appOptions } from './serving.js'
import { expectEqual, MACHINE, median, milliseconds } from './measuring.js'

const LINES = Number(process.argv[2] ?? 1_000_000)
const CONTRACTS = 20_000
const ROUNDS = 7
const BUYER = '/en/buyers/2120001355'

const PAGES = [
  ...['/en', '/en/contracts', '/en/contracts?q=nummer', '/en/contracts?state=running&sort=ceiling', '/en/renewals'],
  ...['/en/suppliers', '/en/buyers', '/en/imports', '/en/procurements', '/en/search?q=firman', '/en/search?q=livsmedl'],
  ...[BUYER, `${BUYER}/units`, `${BUYER}/purchases`, `${BUYER}/purchases?division=15`],
  ...[
    `${BUYER}/purchases?account=6421+Livsmedel`,
    `${BUYER}/purchases?year=2025`,
    `${BUYER}/purchases?following=beside`,
  ],
]

async function landed(db: Database, source: Source): Promise<void> {
  const report = await importFile(db, source, OPERATOR, { now: new Date() })
  if (refused(report)) throw new Error(report.because.key)
  const published = await publishImport(db, report.id, OPERATOR, new Date())
  if (refused(published)) throw new Error(published.because.key)
}

interface Pace {
  readonly perSecond: number
  /** Of this process's processor, for each. */
  readonly processorMs: number
}

async function paceOf(work: () => Promise<unknown>, readers: number, seconds = 5): Promise<Pace> {
  const end = performance.now() + seconds * 1000
  const before = process.cpuUsage()
  let done = 0
  const reading = async () => {
    for (; performance.now() < end; done++) await work()
  }
  await Promise.all(Array.from({ length: readers }, reading))
  const { user, system } = process.cpuUsage(before)
  return { perSecond: done / seconds, processorMs: (user + system) / 1000 / done }
}

const told = ({ perSecond, processorMs }: Pace): string =>
  `${perSecond.toFixed(0)}/s (${processorMs.toFixed(2)} ms of processor here)`

async function pagesOn(db: Database): Promise<void> {
  const app = makeApp(appOptions(db))
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers: { Host: 'localhost', ...headers } })
    return { status: response.status, tag: response.headers.get('etag') ?? '', html: await response.text() }
  }
  const point = median(
    await Promise.all(Array.from({ length: 50 }, () => milliseconds(() => sql`select 1`.execute(db)))),
  )
  console.log(`  one point select: ${point.toFixed(2)} ms`)
  for (const path of PAGES) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++)
      times.push(await milliseconds(async () => expectEqual(path, (await page(path)).status, 200)))
    console.log(`  ${path}: ${median(times).toFixed(0)} ms, the first ${times[0]!.toFixed(0)} ms`)
  }
  const list = await page('/en/contracts')
  const contract = /href="(\/en\/contracts\/[a-z0-9-]+)"/.exec(list.html)?.[1]
  if (!contract) throw new Error('the list of contracts leads to none')
  const { tag } = await page(contract)
  const made = async () => expectEqual('contract', (await page(contract)).status, 200)
  const kept = async () => expectEqual('kept', (await page(contract, { 'If-None-Match': tag })).status, 304)
  for (const readers of [1, 8]) {
    console.log(`  a contract's page, ${readers} at a time: ${told(await paceOf(made, readers))}`)
    console.log(`  a conditional request for it, likewise: ${told(await paceOf(kept, readers))}`)
  }
}

console.log(MACHINE)
for (const { name, open } of measuredDatabases(process.argv[3])) {
  const { db, close } = await open()
  await landed(db, register(CONTRACTS))
  await landed(db, ledger(LINES))
  const { rows } = await sql<{ n: number }>`select count(*) as n from purchasing.purchase`.execute(db)
  expectEqual('purchases', rows[0]!.n, LINES)
  console.log(`${name}: ${LINES} purchases, ${CONTRACTS} contracts`)
  await pagesOn(db)
  await close()
}
