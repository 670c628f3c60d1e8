import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { day } from '../kit/day.js'
import { wordsFor } from '../kit/words/index.js'
import type { Carried } from '../web/http.js'
import { categoriesWith } from './http.js'
import type { ProcuredRow } from './pages.js'

const rows: ProcuredRow[] = [
  { title: 'Skolmöbler', href: '/en/procurements/skolmobler', buyer: 'Älvhamns stad', on: day('2025-01-24') },
  { title: 'Hyllor', href: '/en/procurements/hyllor', buyer: 'Älvhamns stad', on: null },
]
const asked: string[] = []
const app = new Hono<Carried>()
app.use(async (c, next) => {
  const words = wordsFor('en')
  c.set('reader', { language: 'en', words, path: '/categories', nav: [], footer: [], reach: 'published' })
  await next()
})
app.route(
  '/',
  categoriesWith((_, __, digits) => Promise.resolve(asked.push(digits) ? rows : [])),
)
const page = async (path: string) => (await app.request(path)).text()

describe('the tree', () => {
  test('shows all 45 divisions, each once', async () => {
    const links = (await page('/categories')).match(/href="\/en\/categories\/\d{2}000000"/g) ?? []
    expect(new Set(links).size).toBe(45)
    expect(links).toHaveLength(45)
  })
  test('is searched by word, with the reason, and by the beginning of a code', async () => {
    expect(await page('/categories?q=furniture')).toMatch(/categories\/39100000[\s\S]*“furniture”/)
    expect(await page('/categories?q=3916')).toContain('/en/categories/39161000')
  })
  test('nothing found says what to try', async () => {
    expect(await page('/categories?q=blorf')).toContain('more everyday word')
  })
})

describe('one category', () => {
  test('stands in its place, with what is procured in it or any part of it', async () => {
    const html = await page('/categories/39160000')
    expect(html).toContain('/en/categories/39100000')
    expect(html).toContain('/en/categories/39161000')
    expect(html).toContain('href="/en/procurements/skolmobler"')
    expect(html).toContain('24 January 2025')
    expect(asked.at(-1)).toBe('3916')
  })
  test('a code with its check digit leads there', async () => {
    const answer = await app.request('/categories/39160000-1')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/categories/39160000'])
  })
})
