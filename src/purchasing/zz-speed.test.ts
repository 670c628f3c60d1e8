import { sql } from '../kit/db/index.js'
import { contractsAsked } from './contract-asked.js'
import { day } from '../kit/day.js'
import { contractPairs, contractsFound, largestHolders, partiesOf, renewalQuarters, contractsAhead } from './store/contracts.js'
import { touchedContracts, refreshContracts, countContracts, earlierRegisters } from './store/contract-landing.js'
import { refreshProcurements } from './store/landing.js'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { fileOf, importsOn } from './import/testing.js'
import { pagesOn } from './testing.js'
const HEAD =
  'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,typ,cpv,start,slut,forlangning_manader,uppsagning_manader,takbelopp,avropsberattigade'
const rows = Array.from({ length: 20000 }, (_, i) => {
  const y = 2023 + (i % 7)
  return `AVT-${i},U-${i},21200013${String(55 - (i % 20)).padStart(2, '0')},Stad ${i % 20},Avtal om vara ${i} ${['stolar', 'bord', 'mat', 'el'][i % 4]},Firma ${i % 2500} AB,55658${String(17870 + (i % 2500)).padStart(5, '0')},ramavtal,${['39100000', '15000000', '72000000'][i % 3]},${y - 3}-01-01,${y}-0${1 + (i % 9)}-28,${i % 3 ? '12+12' : ''},${i % 5 ? 6 : ''},${i * 1000},Staden`
})
describe.each(testDatabases())('on $name', ({ name, open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  test('speed', { timeout: 300_000 }, async () => {
    const { imported, published } = importsOn(() => db)
    const t = performance.now()
    const { report } = await published(fileOf('r.csv', HEAD, ...rows))
    console.log(name, 'import+publish', Math.round(performance.now() - t), report.kept, report.refused)
    const t2 = performance.now()
    const again = await imported(fileOf('r2.csv', HEAD, ...rows.slice(0, 19000)))
    console.log(name, 'second import', Math.round(performance.now() - t2), again)
    const timed = async (label: string, f: () => Promise<unknown>) => {
      const ts: number[] = []
      for (let k = 0; k < 3; k++) { const s = performance.now(); await f(); ts.push(Math.round(performance.now() - s)) }
      console.log(name, label, ts.join(' '))
    }
    const asked = contractsAsked({})
    const T = day('2026-11-23')
    await timed('pairs', () => contractPairs(db, 'internal', T, asked))
    await timed('found', () => contractsFound(db, 'internal', T, asked, asked))
    await timed('found p100', () => contractsFound(db, 'internal', T, asked, {skip: 2500, most: 25}))
    await timed('holders', () => largestHolders(db, 'internal', 30))
    const f25 = await contractsFound(db, 'internal', T, asked, asked)
    await timed('parties', () => partiesOf(db, 'internal', f25.map((x) => x.id)))
    const f5 = await contractsFound(db, 'internal', T, asked, {skip: 0, most: 5000})
    await timed('parties5000', () => partiesOf(db, 'internal', f5.map((x) => x.id)))
    await timed('quarters', () => renewalQuarters(db, 'internal', T, day('2029-12-31'), 60))
    await timed('ahead', () => contractsAhead(db, 'internal', T, day('2026-12-31'), {skip: 0, most: 12}))
    await timed('touched', () => touchedContracts(db, again.id))
    const all = await touchedContracts(db, again.id)
    await timed('refresh', () => refreshContracts(db, all))
    await timed('count', () => countContracts(db, again.id))
    await timed('earlier', () => earlierRegisters(db, again.id))
    if (name !== 'embedded') {
      const q = sql.raw(`explain analyze select * from purchasing.contract_merged where contract = any('{${all.join()}}'::bigint[])`)
      const { rows } = await q.execute(db)
      console.log((rows as any[]).map((r) => r['QUERY PLAN'].slice(0, 160)).join('\n'))
    }
    await timed('refreshProcurements', () => refreshProcurements(db, again.id))
  })
})
