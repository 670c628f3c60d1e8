/** What the operator is told of a file: every row counted, nothing contradicted, and a sentence where it cannot be read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { LEDGER, pagesOn, textOf } from './testing.js'

const [HEAD = ''] = LEDGER.split('\n')
const VALUES = `Namn för köpare,Organisationsnummer för köpare,Upphandlings-ID,Upphandlingens titel,"Kontrakterat värde, Summa"
PROVSTAD,9921091535,V1,Bröd,100
PROVSTAD,9921091535,V2,Ost,
PROVSTAD,9921091535,V3,Smör,0
PROVSTAD,9921091535,V4,Mjölk,mycket
`

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { addressesFor, get, post } = pagesOn(() => db)
  beforeAll(async () => ({ db, close } = await open()))
  afterAll(() => close())

  const pageOf = async (name: string, text: string) => {
    const { to } = await post('internal', '/imports', { [name]: text })
    return (await get('internal', to.replace('/en/me', ''))).text
  }

  test('the rows of a file add up, and those that state nothing are told apart from those left out', async () => {
    const text = await pageOf('values.csv', VALUES)
    expect(text).toContain('Rows read 4 One new, 2 that state nothing, one that could not be read')
    expect(text).toContain('One remark is about a row that was left out. 2 rows state nothing.')
    expect(text).toMatch(/3 Kontrakterat värde, Summa States nothing/)
    expect((await get('internal', '/imports')).text).toMatch(
      /values\.csv Award statistics [^]*? 4 One new, 2 that state nothing, one that could not be read /,
    )
    expect(text).toContain('Everyone can read one procurement, but no names of suppliers.')
    expect(text).not.toContain('purchase stays internal')
  })

  test('where nothing becomes public one sentence says so, and there is no act', async () => {
    const kept = await pageOf('kept.csv', `${HEAD}\n${LEDGER.split('\n')[4]}\n`)
    expect(kept).toContain('Nothing in the file may become public, so there is nothing to publish.')
    expect(kept).toMatch(/This stays internal.*no organisation number/)
    expect(kept).not.toMatch(/Publish the file|This becomes public|Everyone can read/)
  })

  test('a ledger read again tells its months anew, and says what it changes and leaves out', async () => {
    const line = (voucher: number, amount: string) =>
      `9921091535,Provstad,R${voucher},Fisk & Skaldjur AB,9956406483,6412,Livsmedel,${amount},2023-05-01,Kök`
    const lines = [1, 2, 3, 4].map((voucher) => line(voucher, '10.00'))
    await pageOf('may.csv', [HEAD, ...lines].join('\n'))
    const again = [line(1, '10.00'), line(2, '10.00'), line(3, '12.50'), line(5, '7.00')]
    const text = await pageOf('may-corrected.csv', [HEAD, ...again].join('\n'))
    expect(text).toContain('Rows read 4 One new, one changed, 2 known before')
    expect(text).toContain('One earlier line is left out')
  })

  test('a file with a header only is refused, and leaves no import', async () => {
    const { status, text } = await post('internal', '/imports', { 'head.csv': `${HEAD}\n` })
    expect(status).toBe(422)
    expect(text).toContain('head.csv: The file has only a header. There are no rows to import.')
    expect((await get('internal', '/imports')).text).not.toContain('head.csv')
  })

  test.each([
    ['a form without its boundary', 'multipart/form-data', 400, 'The form did not arrive whole.'],
    ['a form cut off', 'multipart/form-data; boundary=a', 400, 'The form did not arrive whole.'],
    ['what is no form', 'application/json', 422, 'Choose at least one file.'],
    ['a form without a file', 'application/x-www-form-urlencoded', 422, 'Choose at least one file.'],
  ])('%s brings the form back with a sentence', async (_, type, status, sentence) => {
    const request = { method: 'POST', headers: { 'Content-Type': type }, body: '--a\r\nfile=x' }
    const response = await addressesFor('internal').request('/imports', request)
    const text = textOf(await response.text())
    expect(response.status).toBe(status)
    expect(text).toContain(`No file arrived ${sentence}`)
    expect(text).toContain('Nothing has changed.')
    expect(text).not.toMatch(/written|once it has been corrected/)
  })

  test('a sender who hangs up is no fault of ours; anything else is', async () => {
    const ending = (error: Error) => {
      const body = new ReadableStream({ pull: (controller) => controller.error(error) })
      const headers = { 'Content-Type': 'multipart/form-data; boundary=a' }
      return addressesFor('internal').request('/imports', {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      })
    }
    expect((await ending(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))).status).toBe(400)
    await expect(ending(new Error('a fault of ours'))).rejects.toThrow('a fault of ours')
  })
})
