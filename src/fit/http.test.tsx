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
  expect(codesFrom(['', undefined]).errors).toMatchObject([{ field: 'category' }])
})
