/**
 * How long imports take beside a plain COPY of the same rows, what memory they need, and how long a page waits meanwhile.
 *
 *   node bench/run.mjs import
 */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '../src/kit/actor.js'
import { copyRows, sql, type Database } from '../src/kit/db/index.js'
import { testDatabases } from '../src/kit/db/testing.js'
import { refused } from '../src/kit/refuse.js'
import { ROOT } from '../src/kit/root.js'
import { importFile, known, publishImport, sourceOfFile, type Source } from '../src/purchasing/index.js'

const LINES = Number(process.argv[2] ?? 200_000)
const HEAD =
  'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning'

function line(at: number): string {
  const supplier = at % 5000
  const date = `2025-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`
  const [account, text] = at % 3 ? ['6410', 'Kontorsmaterial'] : ['7410', 'Inhyrd personal']
  return `2120001355,Staden,V${Math.floor(at / 3)},Firman ${supplier} AB,5565${String(supplier).padStart(6, '0')},${account},${text},${at % 900}.50,${date},Enhet ${at % 60}`
}
const ledger: Source = {
  name: 'ledger.csv',
  read: async function* () {
    yield Buffer.from(`${HEAD}\n`)
    for (let from = 0; from < LINES; from += 1000)
      yield Buffer.from(Array.from({ length: 1000 }, (_, at) => `${line(from + at)}\n`).join(''))
  },
}

interface Measured {
  readonly seconds: number
  /** The longest a `select 1` waited meanwhile. */
  readonly waitedMs: number
  readonly rssMb: number
}

async function measured(db: Database, work: () => Promise<unknown>): Promise<Measured> {
  const pages = { going: true }
  let waitedMs = 0
  let rssMb = 0
  const asking = (async () => {
    while (pages.going) {
      const asked = performance.now()
      await sql`select 1`.execute(db)
      waitedMs = Math.max(waitedMs, performance.now() - asked)
      rssMb = Math.max(rssMb, process.memoryUsage.rss() / 1e6)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  pages.going = false
  await asking
  return { seconds, waitedMs, rssMb }
}

const shown = ({ seconds, waitedMs, rssMb }: Measured) =>
  `${seconds.toFixed(1)} s, a page waited at most ${waitedMs.toFixed(0)} ms, ${rssMb.toFixed(0)} MB resident`

async function imported(db: Database, source: Source): Promise<string> {
  const report = await importFile(db, source, OPERATOR, { now: new Date() })
  if (refused(report)) throw new Error(report.because.key)
  return report.id
}

async function plainCopy(db: Database): Promise<void> {
  await sql`create table public.plain (${sql.raw(HEAD.replaceAll(',', ' text, '))} text)`.execute(db)
  for (let from = 0; from < LINES; from += 2000)
    await copyRows(
      db,
      'public.plain',
      HEAD.split(','),
      Array.from({ length: 2000 }, (_, at) => line(from + at).split(',')),
    )
  await sql`drop table public.plain`.execute(db)
}

function expect(what: string, is: number, should: number): void {
  if (is !== should) throw new Error(`${what}: ${is}, not ${should}`)
}

async function ledgerOn(db: Database): Promise<void> {
  const plain = await measured(db, () => plainCopy(db))
  console.log(`  plain COPY of ${LINES} lines: ${shown(plain)}`)
  let id = ''
  const read = await measured(db, async () => (id = await imported(db, ledger)))
  expect('purchases kept', (await known(db, 'internal')).purchases, LINES)
  console.log(`  import of them: ${shown(read)}; ${(read.seconds / plain.seconds).toFixed(1)} times the plain COPY`)
  const act = await measured(db, () => publishImport(db, id, OPERATOR, new Date()))
  expect('purchases published', (await known(db, 'published')).purchases, LINES)
  console.log(`  publishing them: ${shown(act)}`)
}

async function awardsOn(db: Database): Promise<void> {
  const files = [1, 2].map((part) =>
    join(ROOT, `../shared/data/sweden/uhm_contracted_tenders_suppliers_national_2021_part${part}.csv`),
  )
  if (!files.every(existsSync)) {
    console.log('  national awards: skipped, the files are not here')
    return
  }
  const read = await measured(db, async () => {
    for (const file of files) await imported(db, sourceOfFile(file))
  })
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from purchasing.award`.execute(db)
  expect('awards', rows[0]!.lines, 23_187)
  console.log(`  import of 23187 national awards: ${shown(read)}`)
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model})`)
for (const { name, open } of testDatabases()) {
  console.log(name)
  const { db, close } = await open()
  await awardsOn(db)
  await ledgerOn(db)
  await close()
}
