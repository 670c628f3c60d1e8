/** The thin line of the main job, on both databases: the sample goes in, ideas are asked about, the fit comes out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildSample } from '../samples/build.js'
import { code } from '../src/categories/index.js'
import { fit, suggest } from '../src/fit/index.js'
import { INSTALLATION } from '../src/kit/actor.js'
import { day } from '../src/kit/day.js'
import { sql, type Database } from '../src/kit/db/index.js'
import { testDatabases } from '../src/kit/db/testing.js'
import { refused } from '../src/kit/refuse.js'
import { ROOT } from '../src/kit/root.js'
import {
  contractsOf,
  holdersOf,
  importFile,
  known,
  publishImport,
  sourceOfBytes,
  sourceOfFile,
} from '../src/purchasing/index.js'

const TODAY = day('2026-11-23')
/** The sample city with the last year of its ledger; bin/sample.mjs reads it in whole. */
const built = buildSample()
const sample = {
  ...built,
  ledger: built.ledger
    .split('\n')
    .filter((line, at) => at === 0 || /2026-\d\d-\d\d/.test(line))
    .join('\n'),
}
const file = (name: string, text: string) => sourceOfBytes(name, new TextEncoder().encode(text))
const ask = async (db: Database, title: string, text: string) => {
  const idea = { title, text }
  const suggested = await suggest(db, 'published', idea)
  const codes = suggested.filter((one) => one.confidence !== 'possible').map((one) => one.code)
  return { codes, fit: await fit(db, 'published', idea, codes, TODAY, 'sv') }
}

/** The real award statistics come in two files; each database is given one. */
const NATIONAL = {
  embedded: { part: 1, rows: 11_594 },
  postgresql: { part: 2, rows: 11_593 },
}

describe.each(testDatabases())('on $name', ({ name, open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ db, close } = await open())
  })
  afterAll(() => close())

  test('what is imported is internal until an act publishes it, and sums to the file', async () => {
    const ids: string[] = []
    for (const [name, text] of Object.entries(sample)) {
      const report = await importFile(db, file(`${name}.csv`, text), INSTALLATION, { now: new Date() })
      if (refused(report)) throw new Error(report.because.key)
      expect(report.refused).toBe(name === 'register' ? 2 : 0)
      ids.push(report.id)
      const { rows } = await sql<{ total: number }>`
        select coalesce(sum(amount), 0)::bigint as total from purchasing.purchase where import = ${report.id}`.execute(
        db,
      )
      expect(rows[0]!.total).toBe(report.sums.reduce((total, sum) => total + sum.amount, 0))
    }
    expect(await known(db, 'published')).toMatchObject({ procurements: 0, purchases: 0, buyers: 0, suppliers: 0 })
    for (const id of ids) expect(refused(await publishImport(db, id, INSTALLATION, new Date()))).toBe(false)
    const shown = await known(db, 'published')
    expect(shown.procurements).toBeGreaterThan(50)
    const all = await known(db, 'internal')
    expect(shown.purchases).toBeLessThan(all.purchases)
  })

  test('a register that is not published tells outsiders no date and no holder, even of a published procurement', async () => {
    const [header, first] = sample.register.split('\n')
    const cells = first!.split(',')
    const row = ['HEMLIG-1', ...cells.slice(1)]
      .join(',')
      .replace('Lomsunds Kött & Chark AB', 'Hemlig Leverantör AB')
      .replace(',9924329106,', ',9955443322,')
    const report = await importFile(db, file('secret.csv', `${header}\n${row}\n`), INSTALLATION, { now: new Date() })
    if (refused(report)) throw new Error(report.because.key)
    expect(report.kept).toBe(1)
    const { rows } = await sql<{ procurement: number }>`
      select procurement from purchasing.contract_source where import = ${report.id}`.execute(db)
    const ids = rows.map((one) => one.procurement)
    const told = async (reach: 'published' | 'internal') =>
      JSON.stringify([await contractsOf(db, reach, ids), await holdersOf(db, reach, ids)])
    expect(await told('internal')).toContain('HEMLIG-1')
    expect(await told('internal')).toContain('Hemlig Leverantör AB')
    expect(await told('published')).not.toMatch(/hemlig/i)
  })

  test('the same file again is refused and changes nothing', async () => {
    const before = await known(db, 'internal')
    expect(await importFile(db, file('again.csv', sample.ledger), INSTALLATION, { now: new Date() })).toMatchObject({
      refused: true,
      status: 409,
    })
    expect(await known(db, 'internal')).toEqual(before)
  })

  test('no line on an account about persons is ever published', async () => {
    const { rows } = await sql<{ code: string }>`
      select distinct a.code from purchasing.spend_by_category s join purchasing.account a on a.id = s.account
      where s.reach = 'published' and a.code like '46%'`.execute(db)
    expect(rows).toEqual([])
  })

  test('a legume mince finds the food contracts and who supplies them', async () => {
    const { fit } = await ask(db, 'Färs av svenska baljväxter till förskolor', 'Ersätter köttfärs i förskolans kök.')
    expect(fit.openings.length).toBeGreaterThan(0)
    for (const one of fit.openings.slice(0, 5)) {
      expect(one.procurement.category).toMatch(/^15|^55/)
      expect(one.because.length).toBeGreaterThan(0)
      expect(one.holders.length).toBeGreaterThan(0)
    }
  })

  test('reused office furniture finds the furniture contracts', async () => {
    const { fit } = await ask(db, 'Reused office furniture', 'Desks and chairs, repaired and sold with a warranty.')
    expect(fit.openings[0]!.procurement.category).toMatch(/^39/)
  })

  test('what nobody here buys is no fit, and the nearest things are named as such', async () => {
    const found = await fit(db, 'published', { title: 'Satellit', text: '' }, [code('18600000')], TODAY, 'sv')
    expect(found.openings).toEqual([])
  })

  test('a file of another kind is refused with a sentence, and leaves nothing', async () => {
    expect(await importFile(db, file('x.csv', 'a,b\n1,2\n'), INSTALLATION, { now: new Date() })).toMatchObject({
      refused: true,
      status: 415,
    })
    expect(await importFile(db, file('y.csv', ''), INSTALLATION, { now: new Date() })).toMatchObject({ refused: true })
  })

  const { part, rows } = NATIONAL[name]
  const national = join(ROOT, `../shared/data/sweden/uhm_contracted_tenders_suppliers_national_2021_part${part}.csv`)
  test.skipIf(!existsSync(national))(
    'the real national awards: every row read, values never shared out, dates unknown',
    async () => {
      const report = await importFile(db, sourceOfFile(national), INSTALLATION, { now: new Date() })
      if (refused(report)) throw new Error(report.because.key)
      expect([report.refused, report.read]).toEqual([0, rows])
      await publishImport(db, report.id, INSTALLATION, new Date())
      const { fit } = await ask(db, 'Återbrukade kontorsmöbler', 'Skrivbord och stolar som reparerats.')
      expect(fit.openings.length).toBeGreaterThan(4)
      const real = fit.openings.filter((one) => one.procurement.file.includes('national'))
      expect(real.length).toBeGreaterThan(0)
      for (const one of real) expect(one.renewal).toEqual({ kind: 'unknown' })
    },
  )
})
