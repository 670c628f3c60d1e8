/** What 0001 held survives what came after: nothing public becomes hidden that may be seen, nothing hidden becomes public. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseOn, openEmbedded, sql } from '../kit/db/index.js'
import { migrate } from '../kit/db/migrate.js'
import { ROOT } from '../kit/root.js'
import { contractsOf, holdersOf, known, procurementsTitled, spentWith } from './index.js'
import { importAt } from './store/imports.js'
import { problemCounts } from './store/problems.js'

const OPEN = '00000000-0000-7000-8000-000000000001'
const CLOSED = '00000000-0000-7000-8000-000000000002'
const BEFORE = [
  `insert into purchasing.import (id, file, format, digest, started_at, actor, published_at) values
    ('${OPEN}', 'awards.csv', 'award-statistics', 'a', '2026-01-01', 'operator', '2026-01-02'),
    ('${CLOSED}', 'register.csv', 'contract-register', 'b', '2026-01-03', 'operator', null)`,
  `update purchasing.import set read = 6, kept = 2, unchanged = 1, refused = 1 where id = '${OPEN}'`,
  `insert into purchasing.problem (import, ordinal, line, severity, message, original) values
    ('${OPEN}', 0, 2, 'refused', '{"key":"purchasing.import.cut","args":{}}', ''),
    ('${OPEN}', 1, 3, 'note', '{"key":"purchasing.import.valueNotStated","args":{}}', ''),
    ('${OPEN}', 2, 4, 'note', '{"key":"purchasing.import.valueNotStated","args":{}}', ''),
    ('${OPEN}', 3, 5, 'note', '{"key":"purchasing.import.personal","args":{}}', '')`,
  `insert into purchasing.buyer (organisation_number, name, sector, visibility, import)
    values ('2120001355', 'Staden', 'municipality', 'published', '${OPEN}')`,
  `insert into purchasing.supplier (address, name, name_key, organisation_number, visibility, import) values
    ('firman', 'Firman AB', 'FIRMAN', '5565817870', 'published', '${OPEN}'),
    ('firman-2', 'FIRMAN SVERIGE AB', 'FIRMAN SVERIGE', '5565817870', 'published', '${OPEN}'),
    ('karin', 'Karin Lomberg', 'KARIN LOMBERG', null, 'published', '${OPEN}')`,
  `insert into purchasing.procurement (address, buyer, reference, title, category, visibility, import, line) values
    ('p1', 1, 'A1', 'Bord', '39100000', 'published', '${OPEN}', 2),
    ('p2', 1, 'A2', 'Stolar', '39110000', 'internal', '${CLOSED}', 2)`,
  `insert into purchasing.award (procurement, lot, supplier, import, line) values
    (1, '', 1, '${OPEN}', 2), (1, '', 2, '${OPEN}', 3), (1, '', 3, '${OPEN}', 4)`,
  `insert into purchasing.contract (procurement, number, supplier, import, line) values (1, 'C1', 2, '${CLOSED}', 3)`,
  `insert into purchasing.account (buyer, code, text, kind, category, confidence, because, publishable)
    values (1, '6410', 'Papper', 'purchase', null, 'unknown', '[]', true)`,
  `insert into purchasing.purchase (import, line, buyer, supplier, account, voucher, fingerprint, ordinal, amount,
      currency, booked_on, visibility)
    values ('${OPEN}', 2, 1, 2, 1, 'V1', 'f', 1, 5000, 'SEK', '2026-01-01', 'published')`,
]

test('a database of the version before is brought over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairlane-migrations-'))
  cpSync(join(ROOT, 'migrations/0001_foundation.sql'), join(folder, '0001_foundation.sql'))
  const db = databaseOn(await openEmbedded({ template: join(ROOT, 'dist/empty') }))
  try {
    await migrate(db, { folder })
    for (const statement of BEFORE) await sql.raw(statement).execute(db)
    await migrate(db)
    expect(await known(db, 'published')).toMatchObject({ procurements: 1, suppliers: 1, purchases: 1, amount: 5000 })
    expect(await known(db, 'internal')).toMatchObject({ procurements: 2, suppliers: 2 })
    const [row] = await procurementsTitled(db, 'published', ['Bord'], 2)
    expect(row).toMatchObject({ address: 'p1', category: '39100000', file: 'awards.csv', line: 2 })
    const holders = await holdersOf(db, 'published', [row!.id])
    expect(holders.map((one) => [one.name, one.withheld])).toEqual([
      ['Firman AB', null],
      [null, 'ours'],
    ])
    expect(await contractsOf(db, 'published', [row!.id])).toEqual([])
    expect(await contractsOf(db, 'internal', [row!.id])).toMatchObject([{ number: 'C1', supplierName: 'Firman AB' }])
    expect(await importAt(db, 'internal', OPEN)).toMatchObject({ silent: 2 })
    expect(await problemCounts(db, OPEN)).toEqual({ refused: 1, silent: 2, notes: 1 })
    expect(await spentWith(db, 'published', [1])).toMatchObject([{ supplier: 1, amount: 5000 }])
  } finally {
    await db.destroy()
    rmSync(folder, { recursive: true })
  }
})
