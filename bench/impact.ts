/**
 * How long the climate footprint takes: reckoned anew from the roll-ups of 1,000,000 purchases, beside reading the same sums
 * without reckoning; right again after a changed price row; and the pages, warm.
 *
 *   node bench/run.mjs impact [LINES] [embedded|postgresql]
 */
import { makeApp } from '../src/app.js'
import { reckoned, sayPrice } from '../src/impact/index.js'
import { OPERATOR } from '../src/kit/actor.js'
import { sql, type Database } from '../src/kit/db/index.js'
import { refused } from '../src/kit/refuse.js'
import { importFile, publishImport, sayVat } from '../src/purchasing/index.js'
import { ledger } from './city.js'
import { measuredDatabases } from './databases.js'
import { appOptions } from './serving.js'
import { expectEqual, MACHINE, median, milliseconds } from './measuring.js'

const LINES = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = 7
const PAGES = [
  '/en/climate',
  '/en/climate?by=people',
  '/en/climate?by=unit',
  '/en/climate?by=account',
  '/en/climate/figure?year=2025',
]

async function landed(db: Database): Promise<void> {
  const report = await importFile(db, ledger(LINES), OPERATOR, { now: new Date() })
  if (refused(report)) throw new Error(report.because.key)
  for (const done of [
    await publishImport(db, report.id, OPERATOR, new Date()),
    await sayVat(db, report.id, 'excluded', OPERATOR, new Date()),
  ])
    if (refused(done)) throw new Error(done.because.key)
}

const several = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await milliseconds(work))
  return median(times)
}

async function measured(db: Database): Promise<void> {
  const sums = await several(() =>
    sql`select buyer, extract(year from month) as year, currency, category, unit, account, sum(amount)
      from purchasing.spend_by_following where reach = 'published' group by 1, 2, 3, 4, 5, 6`.execute(db),
  )
  const anew = await several(() => reckoned(db, 'published'))
  console.log(`  the sums alone ${sums.toFixed(0)} ms; the footprint anew ${anew.toFixed(0)} ms`)
  const app = makeApp(appOptions(db))
  const page = async (path: string) => {
    const response = await app.request(path, { headers: { Host: 'localhost' } })
    expectEqual(path, response.status, 200)
    return response.text()
  }
  const row = { kind: 'index', currency: 'SEK', year: '2026', value: '420', source: 'A benchmark', url: '' } as const
  const changed = await milliseconds(async () => {
    await sayPrice(db, row, OPERATOR, new Date())
    for (const path of PAGES) await page(path)
  })
  console.log(`  after a changed price row all five pages are right in ${changed.toFixed(0)} ms`)
  for (const path of PAGES) console.log(`  ${path}: ${(await several(() => page(path))).toFixed(0)} ms`)
}

console.log(MACHINE)
for (const { name, open } of measuredDatabases(process.argv[3])) {
  const { db, close } = await open()
  await landed(db)
  const { rows } = await sql<{ n: number }>`select count(*) as n from purchasing.purchase`.execute(db)
  expectEqual('purchases', rows[0]!.n, LINES)
  console.log(`${name}: ${LINES} purchases`)
  await measured(db)
  await close()
}
