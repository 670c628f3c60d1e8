import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Reach } from '../kit/actor.js'
import type { Carried } from './http.js'
import { unchanged } from './unchanged.js'

function pages(reach: Reach, data: { state: string; day: string }) {
  let made = 0
  const app = new Hono<Carried>()
  app.use(async (c, next) => {
    c.set('reader', { reach } as Carried['Variables']['reader'])
    c.set('installation', { version: '1.0' } as Carried['Variables']['installation'])
    c.set('now', new Date(`${data.day}T12:00:00Z`))
    await next()
  })
  app.use(unchanged(() => Promise.resolve(data.state)))
  app.get('/', (c) => c.text(`page ${++made}`))
  app.get('/none', (c) => c.text('none', 404))
  app.post('/', (c) => c.text('done'))
  const get = async (path = '/', tag?: string) => {
    const response = await app.request(path, tag ? { headers: { 'If-None-Match': tag } } : {})
    return { status: response.status, tag: response.headers.get('etag') ?? '', text: await response.text() }
  }
  return { get, act: () => app.request('/', { method: 'POST' }), made: () => made }
}
const data = () => ({ state: 'a', day: '2026-11-23' })

test('what a reader has already is answered without making the page', async () => {
  const { get, made } = pages('published', data())
  const first = await get()
  expect(first).toMatchObject({ status: 200, text: 'page 1' })
  expect(await get('/', first.tag)).toEqual({ status: 304, tag: first.tag, text: '' })
  expect(made()).toBe(1)
})

test('after an act here, and on another day, the page is made anew', async () => {
  const now = data()
  const { get, act } = pages('published', now)
  const first = await get()
  now.state = 'b'
  await act()
  const second = await get('/', first.tag)
  expect(second).toMatchObject({ status: 200, text: 'page 2' })
  now.day = '2026-11-24'
  expect(await get('/', second.tag)).toMatchObject({ status: 200, text: 'page 3' })
})

test('a page that is not there, and the operator’s own pages, carry no mark', async () => {
  expect((await pages('published', data()).get('/none')).tag).toBe('')
  const internal = pages('internal', data())
  expect((await internal.get()).tag).toBe('')
})
