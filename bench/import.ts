/**
 * How long imports take beside merely parsing the same file and a plain COPY of its lines, what memory they need, and how
 * long pages take meanwhile.
 *
 *   node bench/run.mjs import [LINES] [embedded|postgresql]
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeApp } from '../src/app.js'
import { OPERATOR } from '../src/kit/actor.js'
import { copyRows, sql, type Database } from '../src/kit/db/index.js'
import { refused } from '../src/kit/refuse.js'
import { ROOT } from '../src/kit/root.js'
import { importFile, known, publishImport, sourceOfFile, type Source } from '../src/purchasing/index.js'
import { supplierLedger } from '../src/purchasing/import/formats/supplier-ledger.js'
import { openTable } from '../src/purchasing/import/table.js'
import { ledger, register } from './city.js'
import { measuredDatabases } from './databases.js'
import { appOptions } from './serving.js'
import { expectEqual, MACHINE, meanwhile, median, milliseconds, type Meanwhile } from './measuring.js'

const LINES = Number(process.argv[2] ?? 1_000_000)

const rate = (seconds: number): string => `${Math.round(LINES / seconds / 1000)}k lines/s`
const pagesIn = ({ pages }: Meanwhile): string =>
  `${pages.length} pages meanwhile, half of them within ${median(pages).toFixed(0)} ms, the slowest ${Math.max(...pages).toFixed(0)} ms`

async function imported(db: Database, source: Source): Promise<string> {
  const report = await importFile(db, source, OPERATOR, { now: new Date() })
  if (refused(report)) throw new Error(report.because.key)
  return report.id
}

async function parsing(): Promise<number> {
  let statements = 0
  const ms = await milliseconds(async () => {
    const table = await openTable(ledger(LINES).read())
    if (refused(table)) throw new Error(table.because.key)
    const read = supplierLedger.reader(table.head)
    for await (const batch of table.batches) for (const row of batch) statements += read(row).length
  })
  expectEqual('statements parsed', statements, LINES)
  return ms / 1000
}

async function plainCopy(db: Database): Promise<number> {
  const columns = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
  await sql`create table public.plain (${sql.raw(columns.map((name) => `${name} text`).join(', '))})`.execute(db)
  const ms = await milliseconds(async () => {
    for await (const bytes of ledger(LINES).read()) {
      const rows = Buffer.from(bytes).toString().trim().split('\n')
      await copyRows(
        db,
        'public.plain',
        columns,
        rows.map((row) => row.split(';').slice(0, columns.length)),
      )
    }
  })
  await sql`drop table public.plain`.execute(db)
  return ms / 1000
}

async function ledgerOn(db: Database): Promise<void> {
  const parsed = await parsing()
  console.log(`  merely parsing ${LINES} lines: ${parsed.toFixed(1)} s, ${rate(parsed)}`)
  const plain = await plainCopy(db)
  console.log(`  plain COPY of their first ten columns: ${plain.toFixed(1)} s, ${rate(plain)}`)
  await imported(db, register(400))
  const app = makeApp(appOptions(db))
  const page = async () =>
    expectEqual('page', (await app.request('/en/contracts', { headers: { Host: 'localhost' } })).status, 200)
  let id = ''
  const read = await meanwhile(async () => (id = await imported(db, ledger(LINES))), page)
  const ratios = `${(read.seconds / parsed).toFixed(1)} times the parsing, ${(read.seconds / plain).toFixed(1)} times the COPY`
  console.log(`  import, judged and committed: ${read.seconds.toFixed(1)} s, ${rate(read.seconds)}, ${ratios}`)
  console.log(
    `    ${read.processorSeconds.toFixed(1)} s of processor here; ${read.aboveMb.toFixed(0)} MB above idle; ${pagesIn(read)}`,
  )
  const { rows } = await sql<{ n: number }>`select count(*) as n from purchasing.purchase where import = ${id}`.execute(
    db,
  )
  expectEqual('lines', rows[0]!.n, LINES)
  const act = await meanwhile(() => publishImport(db, id, OPERATOR, new Date()), page)
  console.log(`  publishing: ${act.seconds.toFixed(1)} s; ${pagesIn(act)}`)
  expectEqual('something is public', (await known(db, 'published')).purchases > 0, true)
}

async function awardsOn(db: Database): Promise<void> {
  const files = [1, 2].map((part) =>
    join(ROOT, `../shared/data/sweden/uhm_contracted_tenders_suppliers_national_2021_part${part}.csv`),
  )
  if (!files.every(existsSync)) return void console.log('  national awards: skipped, the files are not here')
  const ms = await milliseconds(async () => {
    for (const file of files) await imported(db, sourceOfFile(file))
  })
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from purchasing.award`.execute(db)
  expectEqual('awards', rows[0]!.lines, 23_187)
  console.log(`  import of 23187 national awards: ${(ms / 1000).toFixed(1)} s`)
}

console.log(MACHINE)
for (const { name, open } of measuredDatabases(process.argv[3])) {
  console.log(name)
  const { db, close } = await open()
  await ledgerOn(db)
  await awardsOn(db)
  await close()
}
