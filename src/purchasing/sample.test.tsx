/** Leaving the sample for one's own data: one step, and the two are never mixed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INSTALLATION, OPERATOR } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { importFile, leaveSample, publishImport, showsSample, sourceOfBytes } from './index.js'
import { LEDGER, pagesOn } from './testing.js'

const NOW = new Date('2026-11-23T09:00:00Z')
const OWN = LEDGER.replaceAll('9921091535,Provstad', '9921091543,Egenstad')

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { get, post } = pagesOn(() => db)
  beforeAll(async () => {
    ;({ db, close } = await open())
    const report = await importFile(db, sourceOfBytes('sample.csv', Buffer.from(LEDGER)), INSTALLATION, { now: NOW })
    if (!('id' in report)) throw new Error('The sample was not read in')
    await publishImport(db, report.id, INSTALLATION, NOW)
  })
  afterAll(() => close())

  test('an own file is refused while the sample stands, with the button that leaves it', async () => {
    const { status, text, html } = await post('internal', '/imports', { 'own.csv': OWN })
    expect(status).toBe(409)
    expect(text).toContain('The sample city is still here, and your own files are never mixed with it.')
    expect(html).toMatch(/action="\/en\/me\/imports\/sample\/removal"[^]*Remove the sample city/)
    expect(html).not.toContain('type="file"')
    expect((await get('internal', '/imports')).text).not.toContain('own.csv')
    expect((await get('published', '/imports')).text).not.toContain('Remove the sample city')
    expect((await post('published', '/imports/sample/removal')).status).toBe(404)
  })

  test('it is left in one step, and nothing of it counts afterwards', async () => {
    expect((await get('internal', '/buyers')).text).toContain('Provstad')
    const { status, to } = await post('internal', '/imports/sample/removal')
    expect([status, to]).toEqual([303, '/en/me/imports?sample=left'])
    const { text } = await get('internal', '/imports?sample=left')
    expect(text).toContain('The sample city is removed.')
    expect(text).toContain('Files to import')
    expect(showsSample(db)).toBe(false)
    expect((await get('internal', '/buyers/9921091535')).text).not.toContain('6412')
    const again = await leaveSample(db, OPERATOR, NOW)
    expect(again).toMatchObject({ because: { key: 'purchasing.sample.gone' }, status: 409 })
  })

  test('then own files are read in, and theirs are the only sums', async () => {
    const { to } = await post('internal', '/imports', { 'own.csv': OWN })
    expect(to).toMatch(/^\/en\/me\/imports\/[0-9a-f-]{36}$/)
    expect((await get('internal', to.replace('/en/me', ''))).text).toContain('Egenstad')
  })
})
