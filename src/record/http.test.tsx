/** The record's pages as they are asked for: erasing a text, contracts beside what stands today, and who watches. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATOR, type Reach } from '../kit/actor.js'
import { instantOf } from '../kit/day.js'
import { inTransaction, type Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { NotFound, type Carried } from '../web/http.js'
import { setAssets } from '../web/index.js'
import { append } from './acts.js'
import { openRecord, type OpenRecord } from './acts/keeping.js'
import { askWitness, witnessRecord } from './acts/witnessing.js'
import { cosignerFrom } from './cosignature.js'
import { recordWith } from './http.js'
import { COSIGNING, newSigningKey, signerFrom } from './note.js'
import { sha256 } from './sha256.js'

const NOW = new Date('2026-11-23T10:25:00Z')
let db: Database
let close: () => Promise<void>
let record: OpenRecord
const folder = mkdtempSync(join(tmpdir(), 'fairlane-record-'))
beforeAll(async () => {
  ;({ db, close } = await testDatabases()[0]!.open())
  setAssets({ 'record.js': 'record.js' })
  const opened = await openRecord(db, { folder, name: 'town.example/record', otherwise: '', now: instantOf(NOW) })
  if (refused(opened)) throw new Error(opened.because.key)
  record = opened
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await close()
})

const TODAY = [{ contract: 'same', title: 'Färsk fisk', text: '{"title":"Färsk fisk"}' }]
const digest = Buffer.from(sha256(new TextEncoder().encode(TODAY[0]!.text))).toString('hex')

function pagesFor(reach: Reach) {
  const app = new Hono<Carried>()
  app.use(async (c, next) => {
    const path = new URL(c.req.url).pathname
    c.set('reader', { language: 'en', words: wordsFor('en'), reach, path, nav: [], footer: [] })
    c.set('db', db)
    c.set('now', NOW)
    if (reach === 'internal') c.set('actor', OPERATOR)
    await next()
  })
  app.route(
    '/',
    recordWith({
      pageOf: () => Promise.resolve(undefined),
      contractsToday: (_, asked) => Promise.resolve(TODAY.filter(({ contract }) => asked.includes(contract))),
    }),
  )
  app.onError((error, c) => {
    if (error instanceof NotFound) return c.text('not found', 404)
    throw error
  })
  return app
}
const page = async (reach: Reach, path: string) => (await pagesFor(reach).request(path)).text()
const add = (act: string, body: object, disclosed?: Record<string, string>) =>
  inTransaction(db, (tx) => append(tx, act, OPERATOR, body, instantOf(NOW), disclosed))

test('the operator erases a text by the form on its page; nobody else can, and it stays said that it went', async () => {
  const number = await add('import', { read: 1 }, { text: 'Vem bor på Storgatan 1?' })
  const form = /<form[^>]*erasure/
  expect(await page('published', `/record/${number}`)).toContain('Storgatan')
  expect(await page('published', `/record/${number}`)).not.toMatch(form)
  expect(await page('internal', `/record/${number}`)).toMatch(form)
  const erase = (reach: Reach, ground: string) =>
    pagesFor(reach).request(`/record/${number}/erasure`, {
      method: 'POST',
      body: new URLSearchParams({ field: 'text', ground }),
    })
  expect((await erase('published', 'gdpr-17')).status).toBe(404)
  expect((await erase('internal', 'because')).status).toBe(404)
  expect(await page('published', `/record/${number}`)).toContain('Storgatan')
  const done = await erase('internal', 'court')
  expect([done.status, done.headers.get('location')]).toEqual([303, `/en/me/record/${number}`])
  const left = await page('published', `/record/${number}`)
  expect(left).not.toContain('Storgatan')
  expect(left).toContain('A text has been erased')
  expect(left).toContain('decision by a court or an authority')
  expect(left).toContain(`href="/en/record/${number + 1}"`)
  expect(await page('published', `/record/${number + 1}`)).toContain('A text that an entry rested on was erased')
  const again = await erase('internal', 'court')
  expect([again.status, (await again.text()).includes('has been erased already')]).toEqual([404, true])
})

test('contracts are told with what is public of them today', async () => {
  const [same, other] = [
    { contract: 'same', sha256: digest },
    { contract: 'same', sha256: '00' },
  ]
  const number = await add('tell-contracts', { published: [same], changed: [other], gone: ['old'] })
  const html = await page('published', `/record/${number}`)
  expect(html).toContain('href="/en/contracts/same"')
  for (const said of ['Became public', 'The same as then', 'Something else than then', 'No longer public', 'Nothing'])
    expect(html).toContain(said)
  expect(html).toContain('<code>old</code>')
  expect(html).toContain(
    '3 contracts. What is public today about one of them is the same as then. One has changed since',
  )
  expect(html.indexOf('Something else than then')).toBeLessThan(html.indexOf('The same as then'))
})

test('the page says who watches the record, how far, and what went wrong', async () => {
  await record.sign(instantOf(NOW))
  expect(await page('published', '/record')).toContain('Nobody outside watches this record')
  const library = cosignerFrom(newSigningKey('library.example/record/witness', COSIGNING))!
  const address = 'https://library.example/record'
  await askWitness(db, { vkey: library.vkey, address, own: '' }, OPERATOR, instantOf(NOW))
  const neighbour = signerFrom(newSigningKey('neighbour.example/record'))!
  await witnessRecord(db, neighbour.vkey, OPERATOR, instantOf(NOW))
  await record.sign(instantOf(NOW))
  const cosigning = (_: string, body: string) => {
    const text = body.slice(body.indexOf('\n\n') + 2, body.lastIndexOf('\n\n') + 1)
    return Promise.resolve({ status: 200, type: 'text/plain', text: library.cosign(text, instantOf(NOW)) })
  }
  expect(await record.ask(cosigning, instantOf(NOW), 'due')).toEqual([])
  const watched = await page('published', '/record')
  for (const said of [
    'library.example/record/witness',
    'all entries',
    'In order',
    'neighbour.example/record',
    'nothing yet',
  ])
    expect(watched).toContain(said)
  const longer = () => Promise.resolve({ status: 409, type: 'text/x.tlog.size', text: '900\n' })
  expect(await record.ask(longer, instantOf(NOW), 'all')).toMatchObject([{ problem: 'behind' }])
  expect(await page('published', '/record')).toContain('It knows a longer record, of 900 entries.')
  const forged = () =>
    Promise.resolve({ status: 200, type: 'text/plain', text: library.cosign('other\n1\n', instantOf(NOW)) })
  expect(await record.ask(forged, instantOf(NOW), 'all')).toMatchObject([{ problem: 'strange' }])
})
