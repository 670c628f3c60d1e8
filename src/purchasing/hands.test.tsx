/** What an officer says by hand: whom a unit serves, and what became of rules. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { refused } from '../kit/refuse.js'
import { testDatabases } from '../kit/db/testing.js'
import { makeRule, withdrawRule } from './acts/correcting.js'
import { undoImport } from './acts.js'
import { fileOf, importsOn } from './import/testing.js'
import { buyerAt } from './store/buyers.js'
import { LEDGER, pagesOn, REGISTER, textOf } from './testing.js'
import { timeLeft } from './under-way.js'

const BUYER = '/buyers/9921091535'
const NOW = new Date('2026-11-23T09:00:00Z')

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  let ledger: string
  const { addressesFor, get, hrefTo } = pagesOn(() => db)
  const { imported, published } = importsOn(() => db)
  beforeAll(async () => {
    ;({ db, close } = await open())
    ledger = (await published(fileOf('ledger.csv', ...LEDGER.trim().split('\n')))).report.id
    await published(fileOf('register.csv', ...REGISTER.trim().split('\n')))
  })
  afterAll(() => close())

  const sent = async (
    path: string,
    fields: Record<string, string> = {},
    reach: 'internal' | 'published' = 'internal',
  ) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    const response = await addressesFor(reach).request(path, { method: 'POST', body })
    return { status: response.status, text: await response.text() }
  }
  const kitchen = () => hrefTo('internal', `${BUYER}/units`, 'Kök')
  const lines = async () => (await get('internal', `${BUYER}/purchases?served=older-in-homes`)).text

  test('whom a unit serves can be said with a reason, counts everywhere, and is taken back', async () => {
    const at = await kitchen()
    expect((await get('internal', at)).text).toContain('People served: Not known.')
    expect((await sent(`${at}/served`, { served: 'older-in-homes', reason: ' ' })).status).toBe(422)
    expect((await sent(`${at}/served`, { served: 'dogs', reason: 'Woof' })).status).toBe(422)
    expect(await sent(`${at}/served`, { served: 'older-in-homes', reason: 'x' }, 'published')).toMatchObject({
      status: 404,
    })

    const said = await sent(`${at}/served`, { served: 'older-in-homes', reason: 'Cooks for Lindens hemmet only' })
    expect(said.status).toBe(303)
    const inside = (await get('internal', at)).text
    expect(inside).toContain('People served: Older people in care homes.')
    expect(inside).toMatch(/Cooks for Lindens hemmet only .*2026.* Stands/)
    expect((await get('published', `${BUYER}?by=served`)).text).toMatch(/Older people in care homes SEK 900.00/)
    expect(await lines()).toContain('SEK 977.00')
    const outside = (await get('published', at)).text
    expect(outside).toContain('The buyer’s own people have said so.')
    expect(outside).not.toContain('Lindens')

    expect((await sent(`${at}/served/withdrawal`)).status).toBe(303)
    expect((await sent(`${at}/served/withdrawal`)).status).toBe(404)
    const after = (await get('internal', at)).text
    expect(after).toContain('People served: Not known.')
    expect(after).toContain('Cooks for Lindens hemmet only')
  })

  test('what was said holds when the file is taken back and comes again', async () => {
    await sent(`${await kitchen()}/served`, { served: 'school', reason: 'Cooks for the school' })
    expect(refused(await undoImport(db, ledger, OPERATOR, NOW))).toBe(false)
    await imported(fileOf('again.csv', ...LEDGER.trim().split('\n')))
    expect((await get('internal', await kitchen())).text).toContain('People served: School pupils.')
  })

  test('a rule that was withdrawn is still told, with who and when', async () => {
    const buyer = await buyerAt(db, 'internal', '9921091535')
    const made = await makeRule(db, { buyer: buyer!.id, account: '6412', category: '15000000' as never }, OPERATOR, NOW)
    if (refused(made)) throw new Error(made.because.key)
    expect((await get('internal', `${BUYER}/rules`)).text).not.toContain('Withdrawn rules')
    await withdrawRule(db, made.id, OPERATOR, NOW)
    const { text } = await get('internal', `${BUYER}/rules`)
    expect(text).toMatch(
      /Withdrawn rules .*6412 .*23 November 2026 at 10:00 by the one who runs this installation 23 November 2026 at 10:00 by the one/,
    )
  })

  test('a name joined to a supplier by guess is parted on its page and joined again; nobody else may', async () => {
    const own = LEDGER.trim().split('\n')[1]!.replace('9956406483', '').replace('2025-09', '2025-10')
    await imported(fileOf('unnumbered.csv', LEDGER.split('\n')[0]!, own))
    const at = await hrefTo('internal', '/suppliers', 'Fisk &amp; Skaldjur AB')
    expect((await get('internal', at)).text).toContain('joined by name, since one file gives no organisation number')
    expect((await get('published', at)).text).not.toContain('Joined by name')
    const name = { name: 'FISK SKALDJUR AB' }
    expect((await sent(`${at}/partings`, name, 'published')).status).toBe(404)
    expect((await sent(`${at}/partings`, { name: 'X' })).status).toBe(409)
    expect((await sent(`${at}/partings`, name)).status).toBe(303)
    const after = (await addressesFor('internal').request(at)).text()
    expect(textOf(await after)).toMatch(/said to be another than 995640-6483 .*2026.*Fisk & Skaldjur AB/)
    const csv = await (await addressesFor('internal').request(`${at}/sold.csv`)).text()
    expect(csv).toMatch(/"Provstad",2025,|"Provstad","2025",/)
    const [, withdrawal] = /action="\/en\/me(\/suppliers\/[^"]+\/withdrawal)"/.exec(await after)!
    expect((await sent(withdrawal!)).status).toBe(303)
    expect((await get('internal', at)).text).toContain('joined by name, since one file')
  })

  test('a supplier and a buyer lead to their contracts, and the list says whom it is narrowed to', async () => {
    const supplier = await hrefTo('internal', '/suppliers', 'Fisk &amp; Skaldjur AB')
    const contracts = await hrefTo('internal', supplier, 'Contracts')
    const { text } = await get('internal', contracts)
    expect(text).toContain('Chosen: Fisk & Skaldjur AB')
    expect(text).toContain('1 contract')
    expect(await hrefTo('internal', BUYER, 'Contracts')).toBe('/contracts?buyer=9921091535')
  })
})

test.each([
  [{ done: 0, total: 100 }, 3, { left: 'unknown' }],
  [{ done: 50, total: 0 }, 3, { left: 'unknown' }],
  [{ done: 50, total: 100 }, 30, { left: 'seconds' }],
  [{ done: 25, total: 100 }, 60, { left: 'minutes', minutes: 3 }],
  [{ done: 100, total: 100 }, 60, { left: 'landing' }],
] as const)('of %o after %i seconds', (read, seconds, left) => {
  expect(timeLeft(read, seconds)).toEqual(left)
})
