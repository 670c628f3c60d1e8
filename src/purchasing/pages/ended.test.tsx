/** A buyer of whom only a register tells, with one contract that has ended and one that runs: 23 November 2026. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../kit/db/index.js'
import { testDatabases } from '../../kit/db/testing.js'
import { pagesOn, REGISTER } from '../testing.js'

const ENDED = `${REGISTER.split('\n')[0]}
B-1,9921091535,Provstad,UPP-8,Fönsterputs,90911300,kontrakt,Putsbolaget AB,9956406483,2024-09-01,2026-08-31,,6,,
B-2,9921091535,Provstad,UPP-9,Golvvård,90911200,kontrakt,Putsbolaget AB,9956406483,2024-09-01,2028-08-31,,6,,
`

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { get, post, hrefTo, addressesFor } = pagesOn(() => db)
  const BUYER = '/buyers/9921091535'

  beforeAll(async () => {
    ;({ db, close } = await open())
    const { to } = await post('internal', '/imports', { 'register.csv': ENDED })
    await post('internal', `${to.replace('/en/me', '')}/publication`)
  })
  afterAll(() => close())

  test('what has ended is never told as running', async () => {
    const supplier = await get('published', await hrefTo('published', '/suppliers', 'Putsbolaget AB'))
    expect(supplier.text).toContain('Procurements in which it holds or has held contracts 2')
    expect(supplier.text).toMatch(/Fönsterputs .*?Ended 31 August 2026/)
    expect(supplier.text).toMatch(/Golvvård .*?Ends 31 August 2028/)
    const ended = await get('published', await hrefTo('published', '/procurements', 'Fönsterputs'))
    expect(ended.text).toContain('The last contract ended 31 August 2026')
    expect(ended.text).toContain('Suppliers that hold or have held contracts Putsbolaget AB')
  })

  test('a buyer without a ledger leads to what it has procured', async () => {
    const { text } = await get('published', BUYER)
    expect(text.match(/Not known/g)).toHaveLength(1)
    expect(text).toMatch(/Procurements by category .* 2 /)
    const html = await (await addressesFor('published').request(BUYER)).text()
    expect(html).toContain('href="/en/procurements?buyer=9921091535&amp;division=90"')
    expect((await get('published', await hrefTo('published', BUYER, 'Golvvård'))).status).toBe(200)
  })

  test('facts that one line tells name it once', async () => {
    const { text } = await get('published', await hrefTo('published', '/procurements', 'Golvvård'))
    expect(text).toContain('All of it stands in register.csv, line 3 .')
    expect(text).not.toContain('Where two files differ')
  })

  test('no filter says that it is optional', async () => {
    expect((await get('published', '/procurements')).text).not.toContain('optional')
  })
})
