import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { wordsFor } from '../kit/words/index.js'
import type { Carried } from '../web/http.js'
import { codesFrom, fitAddresses } from './http.js'

describe('with nothing imported', () => {
  let db: Database
  let close: () => Promise<void>
  const app = new Hono<Carried>()
  beforeAll(async () => {
    ;({ db, close } = await testDatabases()[0]!.open())
    app.use(async (c, next) => {
      const words = wordsFor('en')
      c.set('reader', { language: 'en', words, path: '/', nav: [], footer: [], reach: 'published' })
      c.set('db', db)
      c.set('now', new Date('2026-11-23T12:00:00Z'))
      await next()
    })
    app.route('/', fitAddresses)
  })
  afterAll(() => close())
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })

  test('the start page says what to do, and asks all the same', async () => {
    const html = await (await app.request('/')).text()
    expect(html).toContain('There are no procurements here yet.')
    expect(html).toContain('name="title"')
  })

  test('a title that is missing is asked for, and the text is kept', async () => {
    const answer = await post('/fit', { title: '', text: 'We wash cloth nappies.' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('We wash cloth nappies.')
  })

  test('the idea can be changed afterwards: it stands in the form as it was written', async () => {
    const html = await (await post('/fit/idea', { title: 'Cloth nappies', text: 'We wash them.' })).text()
    expect(html).toMatch(/<input[^>]*name="title"[^>]*value="Cloth nappies"/)
    expect(html).toMatch(/<textarea[^>]*>We wash them\.</)
  })

  test('no category chosen: the question again, with the sentence', async () => {
    const answer = await post('/fit/report', { title: 'Reused office furniture', text: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose at least one category.')
  })

  const LONG = 'a'.repeat(201)
  const LONGER = `${'b'.repeat(4000)} end`
  test.each([
    ['/fit', { title: LONG, text: 'Kept.' }, 'title', 'at most 200 characters, and has 201'],
    ['/fit', { title: 'Cloth nappies', text: LONGER }, 'text', 'at most 4,000 characters, and has 4,004'],
    ['/fit/report', { title: LONG, text: 'Kept.', code: '39130000' }, 'title', 'at most 200'],
    ['/fit/report', { title: 'Cloth nappies', text: LONGER, code: '39130000' }, 'text', 'at most 4,000'],
    ['/fit/report', { title: '', text: 'Kept.', code: '39130000' }, 'title', 'in at least three characters'],
    ['/fit/report', { text: 'Kept.', category: '39130000' }, 'title', 'in at least three characters'],
  ])('%s refuses, beside the field, and cuts nothing: %j', async (path, fields, field, sentence) => {
    const answer = await post(path, fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`))
    for (const [name, value] of Object.entries(fields))
      if (value) expect(html, name).toContain(name === 'category' ? 'name="code" value="39130000"' : value)
    const asked = await post(path, fields, { accept: 'application/json' })
    expect(asked.status).toBe(422)
    expect(await asked.json()).toEqual({ refused: { field, sentence: expect.stringContaining(sentence) as string } })
  })

  test('what may just be sent is taken: characters are counted as the page counts them', async () => {
    const answer = await post('/fit', { title: '🦄'.repeat(200), text: 'line\r\n'.repeat(800) })
    expect(answer.status).toBe(200)
  })

  test('a category that is none is refused to a program too, and what was ticked and typed is kept', async () => {
    const fields = { title: 'Reused office furniture', text: '', category: '39130000', code: 'chairs' }
    const asked = await post('/fit/report', { ...fields, format: 'json' })
    expect([asked.status, await asked.json()]).toEqual([
      422,
      { refused: { field: 'code', sentence: 'chairs is not a CPV code. A code has eight digits.' } },
    ])
    const html = await (await post('/fit/report', fields)).text()
    expect(html.match(/<input[^>]*checked[^>]*>/g)).toHaveLength(1)
    expect(html).toMatch(/<input[^>]*name="code"[^>]*value="chairs"/)
  })

  test('says first when no category is certain, and only then', async () => {
    const confirm = async (title: string) => (await post('/fit', { title, text: '' })).text()
    const unsure = await confirm('Digital visits for lonely older people')
    expect(unsure).toContain('None of the categories is certain. Tick those')
    expect(unsure).not.toMatch(/<input[^>]*checked/)
    const sure = await confirm('Reused office furniture')
    expect(sure).not.toContain('None of the categories is certain')
    expect(sure).toContain('Keep those your idea belongs to')
  })

  test('the report has arrived: the tab forgets the draft', async () => {
    const answer = await post('/fit/report', { title: 'Reused furniture', text: '', code: '39130000' })
    expect(await answer.text()).toContain('data-sent="idea"')
    expect(await (await post('/fit', { title: 'Reused furniture', text: '' })).text()).not.toContain('data-sent')
  })

  test('a number that cannot be read is asked for beside its field, and the others are kept', async () => {
    const fields = { title: 'Reused furniture', text: '', code: '39130000', value: '2 000 000', rate: 'much' }
    const answer = await post('/fit/report', fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/name="rate"[^>]*aria-invalid="true"[^>]*value="much"/)
    expect(html).toMatch(/name="value"[^>]*value="2 000 000"/)
    expect(html).toContain('Write per cent as a number from 0 to 100')
  })

  test('the numbers are carried on, from form to form', async () => {
    const html = await (await post('/fit/idea', { title: 'Reused furniture', text: '', rate: '6,5' })).text()
    expect(html).toContain('<input type="hidden" name="rate" value="6.5"/>')
  })

  test('no fit is an answer', async () => {
    const html = await (await post('/fit/report', { title: 'Reused furniture', text: '', code: '39130000' })).text()
    expect(html).toContain('No fit')
  })

  test.each([
    ['the button', { format: 'json' }, {}],
    ['a program', {}, { accept: 'application/json' }],
  ])('as JSON, for %s', async (_, fields, headers) => {
    const idea = { title: 'Reused furniture', text: 'Repaired.', code: '39130000' }
    const answer = await post('/fit/report', { ...idea, ...fields }, headers)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toMatchObject({
      idea: { title: 'Reused furniture', text: 'Repaired.' },
      language: 'en',
      reach: 'published',
      on: '2026-11-23',
      categories: [{ code: '39130000', label: 'Office furniture', relation: 'is' }],
      found: 0,
      openings: [],
      nearest: [],
    })
  })
})

test('codes ticked and typed are read together; what is no code is said so', () => {
  expect(codesFrom(['39130000', '50850000-8, 391'])).toEqual({
    codes: ['39130000', '50850000', '39100000'],
    errors: [],
  })
  expect(codesFrom(['furniture']).errors).toMatchObject([{ field: 'code', message: { key: 'fit.form.badCode' } }])
  expect(codesFrom(['', ' ']).errors).toMatchObject([{ field: 'category' }])
})
