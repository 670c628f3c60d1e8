/** How long the city's own contracts are, from an imported register. The questions to the database are purchasing's own. */
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { INSTALLATION } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { contractLengths, importFile, publishImport, sourceOfBytes } from '../purchasing/index.js'
import type { Carried } from '../web/http.js'
import { termsAddress } from './asked.js'
import { filledBy } from './contract-prefill.js'
import { termsWith } from './http.js'

const REGISTER = `avtalsnummer,kopare_id,kopare,upphandling,titel,cpv,typ,leverantor,leverantor_id,start,slut,forlangning_manader,uppsagning_manader,takbelopp,avropsberattigade
K-1,9921091535,Provstad,UPP-1,Kontorsmöbler,39130000,ramavtal,Möbelbolaget AB,9956406491,2024-01-01,2025-12-31,12+12,3,8000000,
K-2,9921091535,Provstad,UPP-2,Skolmöbler,39160000,ramavtal,Möbelbolaget AB,9956406491,2024-01-01,2028-12-31,,,,
K-3,9921091535,Provstad,UPP-3,Städning,90910000,kontrakt,Städbolaget AB,9956406483,2024-01-01,2025-06-30,,,,
K-4,9921091535,Provstad,UPP-4,Fisk,15220000,ramavtal,Fiskbolaget AB,9956406517,2024-01-01,,,,,
`

let db: Database
let close: () => Promise<void>
const app = new Hono<Carried>()
app.use(async (c, next) => {
  const path = c.req.path + new URL(c.req.url).search
  c.set('reader', { language: 'en', words: wordsFor('en'), path, nav: [], footer: [], reach: 'published' })
  c.set('db', db)
  await next()
})
app.route('/', termsWith({ years: 4, sources: [] }))
const textAt = async (path: string) =>
  (await (await app.request(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

beforeAll(async () => {
  ;({ db, close } = await testDatabases()[0]!.open())
})
afterAll(() => close())

test('before a register is read it says so', async () => {
  expect(await textAt('/terms/contracts')).toContain('There are no contracts here yet.')
})

test('each length and each category at the cap leads to just those contracts', async () => {
  const source = sourceOfBytes('register.csv', new TextEncoder().encode(REGISTER))
  const report = await importFile(db, source, INSTALLATION, { now: new Date() })
  if (refused(report)) throw new Error(report.because.key)
  expect(await textAt('/terms/contracts')).toContain('There are no contracts here yet.')
  await publishImport(db, report.id, INSTALLATION, new Date())
  const all = await textAt('/terms/contracts')
  expect(all).toContain('Framework agreements at or over the limit 2 of 2 whose length is known')
  expect(all).not.toContain('Kontorsmöbler')
  const listed = async (query: string) =>
    [...(await textAt(`/terms/contracts?${query}`)).matchAll(/Kontorsmöbler|Skolmöbler|Städning|Fisk\b/g)].map(
      ([title]) => title,
    )
  expect(await listed('length=4')).toEqual(['Kontorsmöbler'])
  expect(await listed('length=2')).toEqual(['Städning'])
  expect(await listed('length=unknown')).toEqual(['Fisk'])
  expect(await listed('division=39&cap=over')).toEqual(['Skolmöbler'])
})

test('a contract fills in what its register tells, says where that stands, and what was written otherwise', async () => {
  const [furniture] = (await contractLengths(db, 'published')).filter(({ number }) => number === 'K-1')
  const known = termsAddress(filledBy(furniture!), furniture!.address)
  expect(known).toBe(`/terms?term=2&ceiling=8000000&contract=${furniture!.address}`)
  const said = await textAt(known)
  expect(said).toContain('Kontorsmöbler (K-1): 2 years for sure, a ceiling of SEK 8 m (register.csv, row 2).')
  expect(said).toContain('Bids, quantities and costs are not in the register, so they are not filled in.')
  expect(said).not.toContain('Already filled in')
  const asked = `investment=4000000&cashflow=1200000&rate=6.5&contract=${furniture!.address}`
  const changed = await textAt(`/terms?${asked}&term=3&ceiling=8000000&yearlyValue=4000000`)
  expect(changed).toContain('The contract says 2 years.')
  expect(changed).toContain('from the contract K-1: register.csv, row 2')
  expect(changed).toContain('the ceiling is reached after 2 years')
  expect(await textAt(`/terms/reasons?${asked.replace('4000000', '6000000')}&longerYears=7`)).toContain(
    'The running contract Kontorsmöbler (K-1)',
  )
})

test('a contract that the reader may not see is told of by nothing', async () => {
  expect(await textAt('/terms?term=4&contract=of-nobody')).not.toContain('From the contract')
})
