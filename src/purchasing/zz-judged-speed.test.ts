import { sourceOfBytes } from './index.js'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { sql, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { fileOf, importsOn } from './import/testing.js'
import { linesOf, sumOfLines } from './store/lines.js'
import { boughtByAccount, boughtBySupplier, boughtByUnit, boughtByCurrency } from './store/overview.js'
import { boughtBeside, followingOf, boughtUnderContract } from './store/following.js'
import { buyerAt, buyersFound } from './store/buyers.js'
import { suppliersFound } from './store/suppliers.js'
import type { Selected } from './selection.js'
const HEAD = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning'
const A = ['6412,Livsmedel','6411,Förbrukningsinventarier','6811,Datakommunikation','6431,Möbler','6521,Böcker','7411,IT-tjänster','6211,El','6061,Städning']
const luhn = (n: string) => { let s = 0; for (let i = 0; i < 9; i++) { let d = Number(n[i]) * (i % 2 ? 1 : 2); if (d > 9) d -= 9; s += d } return n + ((10 - (s % 10)) % 10) }
const org = (i: number) => luhn('5567' + String(10000 + i))
let seed = 1
const r = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n) }
const rows = Array.from({ length: 300_000 }, (_, i) => {
  const s = Math.floor((r(1000) / 1000) ** 3 * 2500)
  const y = 2023 + r(3), m = String(1 + r(12)).padStart(2, '0')
  return `9921091535,Provstad,${i},Firma ${s} AB,${org(s)},${A[(s + (r(10) < 2 ? 1 : 0)) % 8]},${100 + r(9000)}.00,${y}-${m}-1${r(9)},Enhet ${r(60)}`
})
const REG = 'avtalsnummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,cpv,start,slut,avropsberattigade'
const cpv = ['15000000','39000000','64000000','39100000','22100000','72000000','09300000','90900000']
const reg = Array.from({ length: 400 }, (_, i) => `A-${i},U-${i},9921091535,Provstad,Avtal ${i},Firma ${i * 5} AB,${org(i * 5)},${cpv[(i * 5) % 8]},2023-0${1 + (i % 9)}-01,2026-12-31,Provstad`)
describe.each(testDatabases().filter(({ name }) => name === (process.env.ONLY ?? 'embedded')))('on $name', ({ name, open }) => {
  let db: Database
  let close: () => Promise<void>
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())
  test('speed', { timeout: 400_000 }, async () => {
    const { imported } = importsOn(() => db)
    let t = performance.now()
    await imported(fileOf('reg.csv', REG, ...reg))
    console.log('register', Math.round(performance.now() - t)); t = performance.now()
    await imported(sourceOfBytes('l.csv', Buffer.from([HEAD, ...rows, ''].join('\n'))))
    console.log(name, 'import+judge', Math.round(performance.now() - t))
    if (name !== 'embedded') await sql`analyze`.execute(db)
    const { rows: n } = await sql`select following, count(*) as n, sum(lines) as lines from purchasing.spend_by_category where reach='internal' group by 1`.execute(db)
    console.log(n)
    const timed = async (label: string, f: () => Promise<unknown>) => {
      const ts: number[] = []
      let v: any
      for (let k = 0; k < 3; k++) { const s = performance.now(); v = await f(); ts.push(Math.round(performance.now() - s)) }
      console.log(name, label.padEnd(40), ts.join(' '), Array.isArray(v) ? v.length : JSON.stringify(v)?.slice(0, 60))
    }
    const b = (await buyerAt(db, 'internal', '9921091535'))!
    const span = { currency: 'SEK' as const }
    const sel = (of: Partial<Selected>): Selected => ({ currency: 'SEK', ...of })
    const contract = (await sql<{ address: string; n: number }>`select h.address, sum(s.lines)::int as n from purchasing.spend_by_category s join purchasing.contract h on h.id=s.contract where reach='internal' group by 1 order by 2`.execute(db)).rows
    const [few, many] = [contract[0]!, contract.at(-1)!]
    console.log(few, many)
    const cases: [string, Partial<Selected>][] = [['all', {}], ['division 15', { division: '15' }], ['division 39', { division: '39' }], ['none', { division: 'none' }], ['beside', { following: 'beside' }], ['unclear', { following: 'unclear' }], ['under', { following: 'under' }], ['few', { contract: few.address }], ['many', { contract: many.address }], ['beside supplier', { following: 'beside', supplier: 'firma-3-ab' }], ['unit+division', { unit: 'Enhet 3', division: '15' }], ['year+following', { following: 'beside', year: '2024' }], ['units', {units: ['Enhet 1','Enhet 2']}]]
    for (const reach of ['internal'] as const)
    for (const [label, of] of cases) {
      await timed('lines ' + label, () => linesOf(db, reach, b.id, sel(of), { skip: 0, most: 25 }))
      await timed('sum ' + label, () => sumOfLines(db, reach, b.id, sel(of)))
    }
    await timed('lines under p100', () => linesOf(db, 'internal', b.id, sel({ following: 'under' }), { skip: 2500, most: 25 }))
    await timed('buyerAt', () => buyerAt(db, 'internal', '9921091535'))
    await timed('buyers', () => buyersFound(db, 'internal', { words: '', skip: 0, most: 25 }))
    await timed('suppliers', () => suppliersFound(db, 'internal', { words: '', skip: 0, most: 25 }))
    await timed('currency', () => boughtByCurrency(db, 'internal', b.id, undefined))
    await timed('account', () => boughtByAccount(db, 'internal', b.id, span))
    await timed('unit', () => boughtByUnit(db, 'internal', b.id, span))
    await timed('supplier', () => boughtBySupplier(db, 'internal', b.id, span, 20))
    await timed('following', () => followingOf(db, 'internal', b.id, span))
    await timed('beside', () => boughtBeside(db, 'internal', b.id, span, 20))
    const { rows: [h] } = await sql<{ id: number }>`select id from purchasing.contract where address = ${many.address}`.execute(db)
    await timed('under contract', () => boughtUnderContract(db, 'internal', h!.id))
  })
})
