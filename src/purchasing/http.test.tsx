/** The module's pages as everyone and as the operator meet them, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR, type Reach } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused } from '../kit/refuse.js'
import { say, wordsFor } from '../kit/words/index.js'
import { publishImport } from './acts.js'
import { problemsCsv } from './pages/problems.js'
import { LEDGER, pagesOn, REGISTER } from './testing.js'

const [HEAD = '', , , , PERSON = ''] = LEDGER.split('\n')

describe.each(testDatabases())('on $name', ({ open }) => {
  let db: Database
  let close: () => Promise<void>
  const at: Record<string, string> = {}
  const { addressesFor, get, post, hrefTo } = pagesOn(() => db)

  beforeAll(async () => {
    ;({ db, close } = await open())
  })
  afterAll(() => close())

  test('for everyone the acts do not exist', async () => {
    expect((await post('published', '/imports', { 'ledger.csv': LEDGER })).status).toBe(404)
    expect((await get('published', '/imports')).text).not.toContain('Files to import')
  })

  test('sending nothing, or what is no table, brings the form back with the reason at the field', async () => {
    const nothing = await post('internal', '/imports')
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Choose at least one file.')
    const poem = await post('internal', '/imports', { 'poem.csv': 'a,b\n1,2\n' })
    expect(poem.status).toBe(422)
    expect(poem.text).toContain('No format knows this file')
    expect(poem.html).toMatch(/<input[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*field-file-error/)
  })

  test('an import leads to its page: what was read, what was not, and what publishing would do', async () => {
    const { status, to } = await post('internal', '/imports', { 'ledger.csv': LEDGER })
    expect(status).toBe(303)
    expect(to).toMatch(/^\/en\/me\/imports\/[0-9a-f-]{36}$/)
    at['ledger'] = to.replace('/en/me', '')
    const { text } = await get('internal', at['ledger'])
    expect(text).toContain('Rows read 6')
    expect(text).toContain('Rows read 6 5 new, one that could not be read')
    expect(text).toContain('9921091535,Provstad,6,=HYPERLINK AB')
    expect(text).toMatch(/This becomes public.*Purchases 3 SEK 1,200.00.*This stays internal/)
    expect(text).toMatch(/The account concerns individual persons[^0-9]*1 SEK 5,000/)
    expect(text).toMatch(/no organisation number in the file[^0-9]*1 SEK 77/)
    expect(text).toContain('Lomberg, Karin')
    expect(text).toContain('by the operator. Entry 0 in the record.')
    expect((await get('published', at['ledger'])).status).toBe(404)
  })

  test('the problems are fetched as a table that no spreadsheet runs', async () => {
    const { status, response, text } = await get('internal', `${at['ledger']}/problems.csv`)
    expect(status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text).toContain('"7","belopp","Left out"')
    expect((await get('published', `${at['ledger']}/problems.csv`)).status).toBe(404)
    const reader = { language: 'en', words: wordsFor('en'), reach: 'internal', path: '', nav: [], footer: [] } as const
    const message = JSON.stringify(say('purchasing.import.valueNotStated'))
    const row = {
      import: '',
      ordinal: 0,
      line: 2,
      place: '=x',
      severity: 'note',
      message,
      original: '@SUM("a")',
    } as const
    expect(problemsCsv(reader, [row])).toMatch(/^"2","'=x","Kept",".*","'@SUM\(""a""\)"\r\n$/)
  })

  test('of two files the good one is read in and the other is named', async () => {
    const { status, text } = await post('internal', '/imports', { 'register.csv': REGISTER, 'poem.csv': 'a,b\n1,2\n' })
    expect(status).toBe(422)
    expect(text).toContain('poem.csv: No format knows this file')
    expect(text).toContain('Choose the file again once it has been corrected. Another file was imported')
    const list = await addressesFor('internal').request('/imports')
    at['register'] = /\/imports\/[0-9a-f-]{36}(?="[^>]*>register\.csv)/.exec(await list.text())?.[0] ?? ''
    expect(at['register']).not.toBe('')
  })

  test('a file that has been imported already is told so, with what to do next', async () => {
    const { status, text } = await post('internal', '/imports', { 'same.csv': REGISTER })
    expect(status).toBe(422)
    expect(text).toContain('same.csv has been imported before. Nothing was changed.')
    expect(text).toContain(
      'already in the list below, perhaps under another name. Open it there, or choose a newer one.',
    )
    expect(text).not.toContain('corrected')
  })

  test('nothing of it is public before the act; the act happens once', async () => {
    for (const path of ['/procurements', '/suppliers', '/buyers', '/imports'])
      expect((await get('published', path)).text).not.toMatch(/Provstad|fisk|ledger/i)
    for (const one of [at['ledger']!, at['register']!]) {
      expect((await post('published', `${one}/publication`)).status).toBe(404)
      const { status, to } = await post('internal', `${one}/publication`)
      expect([status, to]).toEqual([303, `/en/me${one}?published=now`])
      expect((await post('internal', `${one}/publication`)).status).toBe(409)
    }
    expect((await get('internal', `${at['ledger']}?published=now`)).text).toContain('ledger.csv is published')
  })

  test('the public page of an import shows figures and no row as it was written', async () => {
    const { status, text } = await get('published', at['ledger']!)
    expect(status).toBe(200)
    // With what is public beside it, the sum of the whole file would tell what two suppliers were paid.
    expect(text).toContain('Not shown: fewer than three suppliers are behind what stays internal')
    expect(text).not.toMatch(/6,277|5,077|HYPERLINK|Lomberg|Publish the file/)
  })

  const found = async (reach: Reach, query: string) => {
    const { text } = await get(reach, `/procurements?${query}`)
    return /(No|\d+) procurements?/.exec(text.split('Search').at(-1) ?? text)?.[0]
  }

  test('procurements are found by title, reference, buyer and supplier, and narrowed', async () => {
    expect(await found('published', 'q=FISK')).toBe('1 procurement')
    expect(await found('published', 'q=upp-2')).toBe('1 procurement')
    expect(await found('published', 'q=provstad')).toBe('2 procurements')
    expect(await found('published', 'q=m%C3%B6belbolaget')).toBe('1 procurement')
    expect(await found('published', 'q=100%25')).toBe('No procurements')
    expect(await found('published', 'division=39')).toBe('1 procurement')
    expect(await found('published', 'division=39&buyer=9921091535')).toBe('1 procurement')
    expect(await found('published', 'buyer=1')).toBe('No procurements')
    for (const path of ['/procurements', '/suppliers', '/buyers'])
      expect((await get('published', `${path}?page=2`)).status).toBe(404)
  })

  test('a person is found by name on the inside only', async () => {
    expect(await found('internal', 'q=lomberg')).toBe('1 procurement')
    expect(await found('published', 'q=lomberg')).toBe('No procurements')
    expect((await get('internal', '/suppliers?q=lomberg')).text).toContain('1 supplier')
    expect((await get('published', '/suppliers?q=lomberg')).text).toContain('No suppliers')
  })

  test('a procurement says when it ends, who holds it, who is not named, and where each fact was told', async () => {
    const { text } = await get('published', await hrefTo('published', '/procurements', 'Färsk fisk'))
    expect(text).toContain('The next contract ends 31 December 2027')
    expect(text).toContain('12 months, until 31 December 2028')
    expect(text).toContain('Give notice by')
    expect(text).toContain('30 June 2027')
    expect(text).toContain('Combined ceiling SEK 600 k')
    expect(text).toContain('Provstad, Provbolaget AB')
    expect(text).toContain('The name of one more supplier is not shown')
    expect(text).toContain('register.csv, line 2')
    expect(text).not.toContain('Lomberg')
    const undated = await get('published', await hrefTo('published', '/procurements', 'Stolar'))
    expect(undated.text).toMatch(/The next contract ends (Unknown|Not known)/)
  })

  test('a supplier shows what was bought of it, down to the accounts', async () => {
    at['supplier'] = await hrefTo('published', '/suppliers', 'Fisk &amp; Skaldjur AB')
    const { text } = await get('published', at['supplier'])
    expect(text).toContain('organisation number 995640-6483')
    expect(text).toContain('SEK 900')
    expect(text).toMatch(/January 2026 -SEK 100.50 1 account .*6412 Livsmedel -SEK 100.50 in one line/)
    expect(text).toMatch(/September 2025 SEK 1,000.50/)
    expect(text).toContain('ledger.csv')
  })

  test('a person has a page on the inside, marked so, and none outside', async () => {
    const person = await hrefTo('internal', '/suppliers', 'Lomberg, Karin')
    const inside = await get('internal', person)
    expect(inside.status).toBe(200)
    expect(inside.text).toContain('This page is internal. No one else sees it.')
    const outside = await get('published', person)
    expect([outside.status, outside.text]).toEqual([404, 'not found'])
  })

  test('a buyer’s sums add up: divisions, units and suppliers to the whole, and what is not shown is counted', async () => {
    const { text } = await get('published', '/buyers/9921091535')
    expect(text).toContain('SEK 1,200')
    expect(text).toContain('The files do not say whether VAT is included.')
    expect(text).toMatch(/ledger\.csv SEK 1,200.00 in 3 lines/)
    // The furniture company's contract says more than the food account that one of its invoices was booked on.
    expect(text).toMatch(/Food, beverages, tobacco and related products SEK 900.00/)
    expect(text).toMatch(/Furniture [^]*? SEK 300.00/)
    const units = (await get('published', '/buyers/9921091535?by=unit')).text
    expect(units).toMatch(/Kök SEK 900.00 2/)
    expect(units).toMatch(/No unit stated SEK 300.00 1/)
    const suppliers = (await get('published', '/buyers/9921091535?by=supplier')).text
    // Two suppliers are behind what may not be named: too few to be told of together.
    expect(suppliers).toContain('What fewer than three suppliers sold that may not be named is left out')
    expect(suppliers).not.toMatch(/Not shown: persons|5,077|6,277/)
    expect(suppliers).toMatch(/Sum SEK 1,200.00/)
    const inside = await get('internal', '/buyers/9921091535?by=supplier')
    expect(inside.text).toMatch(/Omsorg i Provstad AB SEK 5,000.00 1/)
    expect((await get('published', '/buyers/1')).status).toBe(404)
  })

  test('problems of one kind in one column are one row, with how many and where', async () => {
    const rows = ['many', 'some', 'many', 'none'].map((value, at) =>
      LEDGER.split('\n')[1]!.replace('1000.50', `${value}${at}`),
    )
    const { to } = await post('internal', '/imports', { 'bad.csv': `${LEDGER.split('\n')[0]}\n${rows.join('\n')}\n` })
    const path = to.replace('/en/me', '')
    const { text } = await get('internal', path)
    expect(text).toContain('4 of them, with 4 different values: first on lines 2, 3, 4.')
    expect(text.match(/which is not an amount/g)).toHaveLength(1)
    expect((await get('internal', `${path}/problems.csv`)).text.match(/which is not an amount/g)).toHaveLength(4)
  })

  test('addresses stand after the same is imported again, from a newer file', async () => {
    const procurement = await hrefTo('published', '/procurements', 'Färsk fisk')
    const newer = REGISTER.replace('2027-12-31,12', '2028-12-31,').replaceAll('FISK', 'Fisk')
    const { to } = await post('internal', '/imports', { 'newer.csv': newer })
    await post('internal', `${to.replace('/en/me', '')}/publication`)
    expect((await get('published', procurement)).text).toContain('31 December 2028')
    expect((await get('published', at['supplier']!)).status).toBe(200)
  })

  test('on English pages everything a source wrote carries its language', async () => {
    const procurement = await hrefTo('internal', '/procurements', 'Färsk fisk')
    const { to } = await post('internal', '/imports', { 'unpublished.csv': LEDGER.replaceAll('2026-01', '2026-02') })
    const person = await hrefTo('internal', '/suppliers', 'Lomberg, Karin')
    const lists = ['/procurements', '/suppliers', '/buyers', '/imports', '/buyers/9921091535/purchases']
    const ones = ['/buyers/9921091535', at['supplier']!, at['ledger']!, at['register']!, procurement]
    const inside = [person, to.replace('/en/me', '')]
    const seen = new Set<string>()
    for (const reach of ['published', 'internal'] as const)
      for (const path of [...lists, ...ones, ...(reach === 'internal' ? inside : [])]) {
        const found = written(await (await addressesFor(reach).request(path)).text())
        expect([path, found.filter(({ lang }) => lang !== 'sv')]).toEqual([path, []])
        for (const { words } of found) seen.add(words)
      }
    expect([...seen].sort()).toEqual([...SWEDISH].sort())
  })

  test('the sum stands beside purchases only: where none becomes public there is no column for it', async () => {
    const sums = async (name: string, file: string) => {
      const { to } = await post('internal', '/imports', { [name]: file })
      const html = await (await addressesFor('internal').request(to.replace('/en/me', ''))).text()
      const table = /This becomes public<\/caption>.*?<\/table>/s.exec(html)?.[0] ?? ''
      return [table.includes('>Number<'), table.includes('>Sum<')]
    }
    expect(await sums('procured.csv', REGISTER.replaceAll('UPP-', 'NY-'))).toEqual([true, false])
    expect(await sums('bought.csv', LEDGER.replaceAll('2025-09', '2025-10'))).toEqual([true, true])
  })

  test.each([
    ['may become public', `${HEAD}\n${PERSON.replace('2026-01-12', '2026-03-12')}\n`, /^Nothing in the file may/],
    ['is stated', SILENT, /^The file states nothing/],
  ])('a file in which nothing %s cannot be published, by the page or by the act', async (_, file, sentence) => {
    const { to } = await post('internal', '/imports', { 'nothing.csv': file })
    const path = to.replace('/en/me', '')
    const act = await publishImport(db, path.replace('/imports/', ''), OPERATOR, new Date())
    if (!refused(act)) throw new Error('It was published')
    const said = wordsFor('en').of(act.because)
    expect(said).toMatch(sentence)
    expect((await get('internal', path)).text).toContain(said)
    const page = await post('internal', `${path}/publication`)
    expect([act.status, page.status]).toEqual([409, 409])
    expect(page.text).toContain(said)
    expect((await get('published', path)).status).toBe(404)
  })
})

const SILENT = `Namn för köpare,Organisationsnummer för köpare,Upphandlings-ID,Upphandlingens titel,"Kontrakterat värde, Summa"
PROVSTAD,9921091535,UPP-9,Utan värde,
`

/** What the two files say, one of each kind: buyer, suppliers, person, accounts, units, titles, who may call off. */
const SWEDISH = [
  'Provstad',
  'Fisk &amp; Skaldjur AB',
  'Möbelbolaget AB',
  'Lomberg, Karin',
  'Omsorg i Provstad AB',
  'Livsmedel',
  'Placering HVB',
  'Kök',
  'Socialtjänst',
  'Färsk fisk',
  'Stolar',
  'Provbolaget AB',
]
const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img'])

/** The words of the files on a page, each with the language it stands in. */
function written(html: string): { words: string; lang: string }[] {
  const open: { name: string; lang: string }[] = []
  const found: { words: string; lang: string }[] = []
  for (const [, close, name = '', attributes = '', text = ''] of html.matchAll(/<(\/?)([a-z]\w*)([^>]*)>([^<]*)/g)) {
    if (close) open.length = open.findLastIndex((one) => one.name === name)
    else if (!VOID.has(name) && !attributes.endsWith('/'))
      open.push({ name, lang: / lang="(\w+)"/.exec(attributes)?.[1] ?? open.at(-1)?.lang ?? '' })
    for (const words of SWEDISH) if (text.includes(words)) found.push({ words, lang: open.at(-1)?.lang ?? '' })
  }
  return found
}
