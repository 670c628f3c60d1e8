/** The planner as an officer meets it: three questions answered on the page, refusals that keep what was written, files to take along. */
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { wordsFor } from '../kit/words/index.js'
import { NotFound, type Carried } from '../web/http.js'
import { lawAddresses } from './http.js'

/** Words as they are read, without what is folded differently by the markup. */
const textOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

describe('the planner', () => {
  let db: Database
  let close: () => Promise<void>
  const app = (reach: 'published' | 'internal') =>
    new Hono<Carried>()
      .use(async (c, next) => {
        c.set('reader', { language: 'en', words: wordsFor('en'), path: '/routes', nav: [], footer: [], reach })
        c.set('db', db)
        c.set('actor', OPERATOR)
        c.set('now', new Date('2026-11-24T09:00:00Z'))
        await next()
      })
      .route('/', lawAddresses)
      .onError((error, c) => c.text(error.message, error instanceof NotFound ? 404 : 500))
  beforeAll(async () => {
    ;({ db, close } = await testDatabases()[0]!.open())
  })
  afterAll(() => close())

  const get = (path: string) => app('published').request(path)
  /** As a browser: led on to the address that is shared. */
  async function answer(fields: Record<string, string>) {
    const asked = await get(`/routes?${new URLSearchParams(fields).toString()}`)
    expect(asked.status).toBe(303)
    const address = asked.headers.get('location')!.replace('/en', '')
    const html = await (await get(address)).text()
    return { address, html, text: textOf(html), title: /<h2>([^<]*)<\/h2>/.exec(html)![1] }
  }

  test('asks little, says what is left out, and links to cases to begin from', async () => {
    const text = textOf(await (await get('/routes')).text())
    expect(text).toContain('What is to be bought?')
    expect(text).toContain('A meal service or catering is one.')
    expect(text).toContain('May a pilot of a meal service for SEK 300,000 start directly?')
  })

  const pilot = { 'value.least': '300 000', recurs: 'once', has: 'nothing' }

  test('a pilot is not called lawful before it is said what follows if it works', async () => {
    const undecided = await answer({ ...pilot, subject: 'annexService', trial: 'undecided' })
    expect(undecided.title).toBe('Direct award: unknown until its questions are answered.')
    expect(undecided.text).toMatch(/Is what follows if it works counted in the value.*Answer it in the form/)
    const apart = await answer({ ...pilot, subject: 'annexService', trial: 'apart' })
    expect(apart.text).toContain('Direct award: not lawful.')
    const { title, text } = await answer({
      ...{ ...pilot, subject: 'annexService', trial: 'counted' },
      ...{ 'answers.notSplit': 'yes', answeredBy: 'head' },
    })
    expect(title).toBe('Quickest: Direct award. Lawful, but unverified.')
    expect(text).toContain('Judged by: Head of procurement')
    expect(text).toContain('Contract at the earliest 24 November 2026')
  })

  test('food and a meal service of the same value stand under different limits, and part where the limit does', async () => {
    const ask = (subject: string, value: string) =>
      answer({ ...pilot, 'value.least': value, subject, trial: 'counted', 'answers.notSplit': 'yes' })
    expect((await ask('goods', '300000')).text).toContain('The limit for direct award is SEK 700,000.')
    expect((await ask('annexService', '300000')).text).toContain(
      'The threshold for services of annex 2 is EUR 750,000.',
    )
    expect((await ask('annexService', '900000')).title).toContain('Quickest: Direct award.')
    const food = await ask('goods', '900000')
    expect(food.title).toBe('Direct award: not lawful.')
    expect(food.text).toContain('Quickest: Open procedure. Lawful, but unverified.')
  })

  test('through the running food contract: asked question by question, and the file names who judged', async () => {
    const asked = { subject: 'goods', 'value.least': '300000', has: 'contract', way: 'throughSupplier' }
    const open = await answer(asked)
    expect(open.title).toBe('Through a present supplier: unknown until its questions are answered.')
    for (const one of ['contractCovers', 'clauseAllows', 'natureKept', 'priceGiven', 'ceilingLeft'])
      expect(open.html.match(new RegExp(`id="${one}-yes"`, 'g')), one).toHaveLength(1)
    const yes = ['contractCovers', 'clauseAllows', 'natureKept', 'priceGiven', 'ceilingLeft']
    const said = Object.fromEntries(yes.map((one) => [`answers.${one}`, 'yes']))
    const { title, text, address } = await answer({ ...asked, ...said, answeredBy: 'lawyer' })
    expect(title).toBe('Through a present supplier: lawful, but unverified.')
    expect(text).toContain('2014/24/EU art. 72(1)(a)')
    expect(text).toContain('Yes, judged by: Lawyer')
    const { rules: _, kept: __, ...shared } = Object.fromEntries(new URL(address, 'http://x').searchParams)
    const later = await answer({ ...shared, answeredBy: 'unit' })
    const taken = await get(`/routes?${new URLSearchParams(shared).toString()}&answers.clauseAllows=unknown`)
    expect(taken.headers.get('location')).not.toContain('clauseAllows')
    const carried = later.html.match(/type="hidden" form="plan" name="answers\.clauseAllows" value="yes\.lawyer"/g)
    expect(carried).toHaveLength(1)
    expect(later.text).toContain('Yes, judged by: Lawyer')
  })

  test('an innovation partnership in use by August: what is sent when, and when to begin at the latest', async () => {
    const { title, text, html, address } = await answer({
      ...{ subject: 'service', 'value.least': '12000000', neededBy: '2027-08-18', way: 'innovationPartnership' },
      ...{ 'answers.notOnMarket': 'yes', 'answers.developAndBuy': 'yes', has: 'nothing', trial: 'none' },
      ...{ 'ownDays.finalTenders': '45', 'ownDays.selection': '10', 'ownDays.negotiation': '20' },
      ...{ 'ownDays.evaluation': '10', 'ownDays.decision': '5' },
    })
    expect(title).toBe('Innovation partnership: lawful, but unverified.')
    expect(text).toMatch(/Contract notice, 24 November 2026.*Award decision to all tenderers/)
    expect(text).toMatch(
      /In use by 18 August 2027: begin by when\?.*Innovation partnership Lawful, unverified \d+ \w+ 2027/,
    )
    expect(html).toContain('court review, beside the dates')
    expect(text).toContain('Likely 4 May 2027')
    const { rules: _, kept: __, ...shared } = Object.fromEntries(new URL(address, 'http://x').searchParams)
    const met = await answer({ ...shared, meetings: '2027-04-20, 2027-05-25' })
    expect(met.text).toMatch(/Days on which the committee meets 20 April 2027, 25 May 2027/)
    expect(met.text).not.toContain('Likely 4 May 2027')
    const late = await answer({ subject: 'goods', 'value.least': '12000000', neededBy: '2026-12-10' })
    expect(late.text).toMatch(/Too late: \d+ days are missing/)
    const file = await get(address.replace('/routes?', '/routes.ics?'))
    expect(file.headers.get('content-type')).toContain('text/calendar')
    const calendar = await file.text()
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(calendar).toMatch(/DTSTART;VALUE=DATE:20261124[\s\S]*Contract\r?\n? ?\s?notice/)
  })

  test.each([
    ['a negative value', { subject: 'goods', 'value.least': '-5' }, 'value.least', 'The value” must be kronor'],
    [
      'a day that is none',
      { subject: 'goods', startOn: '2026-02-30' },
      'startOn',
      'The day it can begin” must be a day',
    ],
    ['1875', { subject: 'goods', begunOn: '1875-01-01' }, 'begunOn', 'must be 1 January 2017 or later'],
    ['needed before it can begin', { subject: 'goods', neededBy: '2026-11-01' }, 'neededBy', 'cannot be before'],
    ['a category that is none', { subject: 'goods', category: '99999999' }, 'category', 'is no CPV code'],
    [
      'a meeting on no day',
      { subject: 'goods', meetings: '2027-01-20 soon' },
      'meetings',
      'The committee’s days” must be',
    ],
    ['a route that is none', { subject: 'goods', way: 'shortcut' }, 'way', 'The route” must be one of these'],
  ])('%s is refused at its field, and what was written is kept', async (_, fields, field, sentence) => {
    const query = new URLSearchParams({ ...fields, 'value.most': '987654' }).toString()
    const refused = await get(`/routes?${query}`)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(textOf(html)).toContain(sentence)
    expect(html).toContain(`href="#field-${field.replace('.', '-')}"`)
    expect(html).toContain('value="987654"')
    const json = await get(`/routes.json?${query}`)
    expect(json.status).toBe(422)
  })

  test('a shared address keeps what it answered when the rules have changed', async () => {
    const { address } = await answer({ subject: 'goods', 'value.least': '300000' })
    const search = new URL(address, 'http://x').searchParams
    search.set('rules', '2025-01-01.00000000')
    search.set('kept', 'open.lawful.2026-12-31.')
    const text = textOf(await (await get(`/routes?${search.toString()}`)).text())
    expect(text).toContain('This was first answered by the rules of 1 January 2025')
    expect(text).toContain('Open procedure: then lawful, earliest 31 December 2026.')
  })

  test('programs get the case as it can be asked again, with reasons and places', async () => {
    const query = new URLSearchParams({ subject: 'goods', 'value.least': '300000', startOn: '2026-11-24' })
    const json = (await (await get(`/routes.json?${query.toString()}`)).json()) as {
      case: object
      routes: { route: string; earliest: { firstDay: string } }[]
    }
    expect(json.case).toMatchObject({ subject: 'goods', value: 300_000 })
    expect(json.routes.find(({ route }) => route === 'open')?.earliest.firstDay).toMatch(/^2027-01-/)
  })

  test('days are counted step by step, or refused at the field', async () => {
    const html = await (await get('/routes/days?from=2026-11-24&length=30&unit=days&way=on')).text()
    expect(textOf(html)).toMatch(/The last day 28 December 2026.*and moves to the next day/)
    const refused = await get('/routes/days?from=2026-11-24&length=0&unit=days')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#field-length"')
  })

  test('only the operator enters an amount; it then stands with its source among the rules', async () => {
    const body = new URLSearchParams({
      ...{ name: 'light', kronor: '8 000 000', from: '2026-01-01', to: '2027-12-31' },
      ...{ source: 'Official notice', url: 'https://example.org/notice' },
    })
    const post = (reach: 'published' | 'internal', fields: URLSearchParams) =>
      app(reach).request('/routes/checking/numbers', { method: 'POST', body: fields })
    expect((await post('published', body)).status).toBe(404)
    const wrong = await post('internal', new URLSearchParams({ ...Object.fromEntries(body), kronor: 'a few' }))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toMatch(/href="#field-kronor"[\s\S]*Official notice/)
    expect((await post('internal', body)).status).toBe(303)
    expect(textOf(await (await get('/routes/rules')).text())).toMatch(/SEK 8,000,000.*Official notice/)
  })
})
