/** Looking for anything, as everyone and as the operator meet it, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { LEDGER, pagesOn, REGISTER, textOf } from './testing.js'

const HEAD = REGISTER.split('\n')[0]!
const OPEN = `${REGISTER}A-4,9921091535,Provstad,UPP-4,Elbussar till kollektivtrafiken,,ramavtal,Fisk & Skaldjur AB,9956406483,2024-01-01,2027-12-31,12,6,,
A-5,9921091535,Provstad,UPP-5,Leverans av skolmåltider,55523100,ramavtal,Omsorg i Provstad AB,9956406475,2024-01-01,2027-12-31,12,6,,
A-6,9921091535,Provstad,UPP-6,Köksredskap,39220000,kontrakt,Möbelbolaget AB,9956406491,2024-01-01,2027-12-31,12,6,,
`
const HIDDEN = `${HEAD}
H-77,9921091535,Provstad,UPP-77,Elbussar i hemlighet,34144910,ramavtal,Dolda Bussar AB,9956406467,2024-01-01,2027-12-31,12,6,,
`
const HIDDEN_LEDGER = `${LEDGER.split('\n')[0]}
9923249917,Hemliga Hus AB,1,Dolda Bussar AB,9956406467,6999,Bussresor dolda,40.00,2024-01-01,Bussenheten
`

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const { get, post, addressesFor } = pagesOn(() => db)
  const read = async (files: Record<string, string>) => (await post('internal', '/imports', files)).to
  const published = async (name: string, file: string) =>
    post('internal', `${(await read({ [name]: file })).replace('/en/me', '')}/publication`)
  /** What a person reads, the marks left out. */
  const search = async (reach: 'internal' | 'published', q: string, more = '') => {
    const page = await addressesFor(reach).request(`/search?q=${encodeURIComponent(q)}${more}`)
    return textOf((await page.text()).replace(/<\/?mark>/g, ''))
  }
  const html = async (q: string) =>
    (await addressesFor('published').request(`/search?q=${encodeURIComponent(q)}`)).text()

  beforeAll(async () => {
    ;({ db, close } = await open())
    await published('ledger.csv', LEDGER)
    await published('register.csv', OPEN)
    await read({ 'hidden.csv': HIDDEN })
    await read({ 'hidden-ledger.csv': HIDDEN_LEDGER })
  })
  afterAll(() => close())

  test.each([
    ['a part of a compound', 'buss', 'Elbussar till kollektivtrafiken'],
    ['another form of the word', 'bussarna', 'Elbussar till kollektivtrafiken'],
    ['a compound by what it is about', 'skolmat', 'Leverans av skolmåltider'],
    ['English, by what it is about', 'school meals', 'Leverans av skolmåltider'],
    ['English for furniture', 'chairs', 'Stolar'],
    ['a misspelt word', 'köksredksap', 'Köksredskap'],
    ['without dots', 'koksredskap', 'Köksredskap'],
    ['a contract number', 'A-4', 'Elbussar till kollektivtrafiken'],
    ['two words, one of them the supplier', 'fisk elbussar', 'Elbussar till kollektivtrafiken'],
    ['a supplier’s number', '995640-6483', 'Fisk & Skaldjur AB'],
    ['a unit', 'kök', 'Units (1) Kök Provstad'],
    ['an account', 'livsmedel', '6412 Livsmedel Provstad'],
    ['a buyer', 'provstad', 'Buyers (1) Provstad'],
  ])('%s: %s', async (_, q, found) => {
    expect(await search('published', q)).toContain(found)
  })

  test('says why: the part that matched is marked, or what it is about', async () => {
    expect(await html('buss')).toContain('El<mark>buss</mark>ar till kollektivtrafiken')
    expect(await html('Färsk')).toContain('<mark>Färsk</mark> fisk')
    expect(await search('published', 'school meals')).toContain('It is about: School-meal services')
    expect(await search('published', 'köksredksap')).toContain('Nothing holds just these words')
  })

  test('each word must be met', async () => {
    expect(await search('published', 'elbussar stolar')).not.toContain('till kollektivtrafiken')
  })

  test('the way to all of a noun leads to just as many', async () => {
    const [, count] = /Contracts \((\d+)\)/.exec(await search('published', 'möbelbolaget'))!
    const page = await addressesFor('published').request('/search?q=m%C3%B6belbolaget&in=contracts')
    expect(count).toBe('2')
    expect((await page.text()).match(/<li><a class="ds-link" href="\/en\/contracts\//g)?.length).toBe(Number(count))
    expect((await get('published', '/search?q=m%C3%B6belbolaget&in=contracts&page=2')).status).toBe(404)
  })

  test('what is internal is never found from outside, however one asks', async () => {
    for (const q of [
      ...[
        'elbussar',
        'hemlighet',
        'H-77',
        'UPP-77',
        'dolda',
        'dolda bussar',
        'dlda busar',
        '995640-6467',
        'electric buses',
      ],
      ...['Hemliga Hus', '992324-9917', '9923249917', 'bussenheten', 'Bussresor', '6999', 'karin', 'lomberg', 'HVB'],
      ...['Socialtjänst', '%', '_', "'", '\\', 'buss%'],
    ])
      for (const noun of [
        '',
        ...['contracts', 'suppliers', 'buyers', 'units', 'accounts'].map((one) => `&in=${one}`),
      ]) {
        const text = (await search('published', q, noun)).replaceAll(q, '')
        expect([q, text]).toEqual([
          q,
          expect.not.stringMatching(/hemlighet|Dolda|Hemliga|Bussenheten|Bussresor|Lomberg|Placering HVB|Socialtjänst/),
        ])
      }
    const own = await search('internal', 'dolda')
    expect(own).toMatch(/Dolda Bussar AB/)
    expect(own).toMatch(/Elbussar i hemlighet/)
    expect(await search('internal', 'bussenheten')).toContain('Bussenheten Hemliga Hus AB')
  })

  test('says what to try where nothing is found, and asks where nothing is asked', async () => {
    expect(await search('published', 'xyzzyqvarg')).toMatch(
      /Nothing that is published answers “xyzzyqvarg”.*Leave out a word/,
    )
    expect(await search('published', '')).toContain('Write a word.')
    expect(await search('published', '!?')).toContain('Those words stand everywhere.')
    expect((await get('published', `/search?q=${'a'.repeat(5000)}&in=nothing&page=x`)).status).toBe(200)
  })
})
