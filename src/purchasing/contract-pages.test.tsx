/** What a person meets on the pages of contracts and renewals: 23 November 2026. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { fileOf, importsOn } from './import/testing.js'
import { judgePurchases } from './index.js'
import { pagesOn } from './testing.js'

const HEAD =
  'avtalsnummer,diarienummer,upphandling,kopare_id,kopare,titel,leverantor,leverantor_id,cpv,egen_kategori,start,slut,forlangning_manader,uppsagning_manader,takbelopp,typ,avropsberattigade,ansvarig'
const REGISTER = `${HEAD}
K-1,KS 7,UPP-1,9921091535,Provstad,Färsk fisk,Fisk & Skaldjur AB,9956406483,15220000,Mat,2024-01-01,2027-03-31,12+12,3,500000,ramavtal,Provstad;Provbolaget AB,Kostavdelningen
K-2,,UPP-2,9921091535,Provstad,=2+3 stolar,Möbelbolaget AB,9956406491,39110000,,2020-01-01,,,,,kontrakt,,
K-3,,UPP-3,9921091535,Provstad,Städning,"Lomberg, Karin",,90910000,,2024-01-01,2028-06-30,6,,100000,kontrakt,Provstad,
`
const LATER = `${HEAD}
K-1,KS 7,UPP-1,9921091535,Provstad,Färsk fisk,Fisk & Skaldjur AB,9956406483,15220000,Mat,2024-01-01,2027-03-31,12+12,3,500000,ramavtal,Provstad,Kostavdelningen
K-3,,UPP-3,9921091535,Provstad,Städning,"Lomberg, Karin",,90910000,,2024-01-01,2028-06-30,6,,100000,kontrakt,Provstad,
`

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { get, post, hrefTo } = pagesOn(() => db)
  beforeAll(async () => {
    ;({ db, close } = await open())
    const { to } = await post('internal', '/imports', { 'register.csv': REGISTER })
    await post('internal', `${to.replace('/en/me', '')}/publication`)
  })
  afterAll(() => close())

  test('the list begins with what has a date first, and says which date it is', async () => {
    const { text } = await get('published', '/contracts')
    expect(text).toContain('3 contracts')
    expect(text).toMatch(/Färsk fisk K-1 .*? 31 December 2026 Last day to give notice 31 March 2027 SEK 500 k/)
    expect(text.indexOf('Färsk fisk K-1')).toBeLessThan(text.indexOf('Städning K-3'))
    expect(text).not.toContain('Lomberg')
    expect((await get('published', '/contracts?q=fisk&page=2')).status).toBe(404)
    expect((await get('published', '/contracts?division=99')).text).toContain('No contracts')
  })

  test('a contract says each day of its renewal with why, and what is not known with what would make it so', async () => {
    const { text } = await get('published', await hrefTo('published', '/contracts', 'Färsk fisk'))
    expect(text).toMatch(/31 December 2026 Next Last day to give notice 3 months before 31 March 2027/)
    expect(text).toMatch(
      /31 March 2028 End if option 1 is used One month|31 March 2028 End if option 1 is used 12 months/,
    )
    expect(text).toContain('31 December 2027 Last day to use option 2')
    expect(text).toContain('31 March 2029 End if option 2 is used')
    expect(text).toMatch(
      /When the ceiling is reached Not known Becomes known when: all purchases under the contract are published/,
    )
    expect(text).toContain('May call off Provstad, Provbolaget AB')
    expect(text).toContain('register.csv, line 2')
  })

  test('who is responsible is for the buyer’s own people only', async () => {
    const path = await hrefTo('internal', '/contracts', 'Färsk fisk')
    expect((await get('internal', path)).text).toContain('Responsible Kostavdelningen')
    expect((await get('published', path)).text).not.toContain('Kostavdelningen')
    expect((await get('published', '/contracts?q=Kostavdelningen')).text).toContain('No contracts')
    expect((await get('internal', '/contracts?q=Kostavdelningen')).text).toContain('1 contract')
  })

  test('without an end nothing follows, and a contract without options has none', async () => {
    const { text } = await get('published', await hrefTo('published', '/contracts', '=2\\+3 stolar'))
    expect(text).toContain('When the contract runs out Not known')
    expect(text).toContain('The contract may run until further notice.')
    expect(text).not.toContain('Last day to give notice 3')
  })

  test('the file holds the same rows, and no cell that a spreadsheet would run', async () => {
    const { text, response } = await get('published', '/contracts.csv?order=title')
    expect(response.headers.get('content-disposition')).toContain('fairlane-contracts.csv')
    expect(text).toContain('"\'=2+3 stolar"')
    expect(text).toContain(
      '"2027-03-31","2029-03-31","2026-12-31","Last day to give notice","500000.00","Running","3 months before 31 March 2027',
    )
    expect(text.match(/K-\d/g)).toEqual(['K-2', 'K-1', 'K-3'])
  })

  test('this quarter’s decisions, each with its reason, and the quarters after', async () => {
    const { text } = await get('published', '/renewals')
    expect(text).toContain('Decisions to make in Oct–Dec 2026 One contract has a date left this quarter.')
    expect(text).toMatch(/Färsk fisk .*? 31 December 2026 Last day to give notice 3 months before 31 March 2027/)
    expect(text).toMatch(/April–June 2028 SEK 100 k one contract/)
    expect((await get('published', '/contracts?quarter=2026-4')).text).toContain('1 contract')
  })

  test('the calendar holds each day ahead, and no name that may not be shown', async () => {
    const { text, response } = await get('published', '/renewals.ics')
    expect(response.headers.get('content-type')).toContain('text/calendar')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(9)
    expect(text).toContain('DTSTART;VALUE=DATE:20261231')
    expect(text).not.toMatch(/Lomberg|Kostavdelningen/)
  })

  test('the ceiling’s day follows from what was bought, for those who see all of it', async () => {
    const line = (voucher: number, day: string) =>
      `9921091535,Provstad,${voucher},Fisk & Skaldjur AB,9956406483,6412,Livsmedel,60000,${day},K-1`
    const head = 'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,avtal'
    await importsOn(() => db).imported(fileOf('ledger.csv', head, line(1, '2024-01-15'), line(2, '2024-12-15')))
    await judgePurchases(db)
    const path = await hrefTo('internal', '/contracts', 'Färsk fisk')
    expect((await get('internal', path)).text).toMatch(
      /1 March 2028 The ceiling is reached at today’s pace SEK 120 k in 12 months since the contract began/,
    )
    expect((await get('published', path)).text).not.toContain('SEK 120 k')
  })

  test('a later register that leaves a contract out: its page stays and says so, for those who may see that register', async () => {
    const path = await hrefTo('internal', '/contracts', '=2\\+3 stolar')
    const { text } = await post('internal', '/imports', { 'later.csv': LATER })
    expect(text).toBeDefined()
    expect((await get('internal', path)).text).toMatch(/Left out of the register later\.csv/)
    expect((await get('published', path)).text).not.toContain('Left out')
    expect((await get('internal', '/contracts?state=withdrawn')).text).toContain('1 contract')
  })
})
