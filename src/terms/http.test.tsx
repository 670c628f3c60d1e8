import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { wordsFor, type Language } from '../kit/words/index.js'
import type { Carried } from '../web/http.js'
import { EMISSIONS, LENGTHS } from './asked.js'
import { termsWith } from './http.js'
import { INPUTS } from './rules/inputs.js'

const app = new Hono<Carried>()
app.use(async (c, next) => {
  const language: Language = c.req.header('accept-language') === 'sv' ? 'sv' : 'en'
  const path = c.req.path + new URL(c.req.url).search
  c.set('reader', { language, words: wordsFor(language), path, nav: [], footer: [], reach: 'published' })
  await next()
})
app.route('/', termsWith({ years: 4, sources: [{ source: 'LOU (2016:1145)', place: '7 kap. 2 §' }] }))

const get = (path: string, language: Language = 'en') => app.request(path, { headers: { 'accept-language': language } })
const CASE = 'investment=4000000&cashflow=1200000&rate=6.5'
/** Without what is folded, and without marks. */
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')

test('the first page asks three things and is not red', async () => {
  const answer = await get('/terms')
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect([...html.matchAll(/<input[^>]*name="(\w+)"[^>]* required/g)].map(([, name]) => name)).toEqual([
    'investment',
    'cashflow',
    'rate',
  ])
  expect(html).not.toContain('aria-invalid')
  expect(text(html)).toContain('3.5% to 10% is plausible. That is our assumption, without a source.')
})

test('what a link filled in is told, since the form has it folded', async () => {
  const html = await (await get('/terms?term=4')).text()
  expect(text(html)).toContain('Already filled in Length of the contract in years 4 years')
})

test('0.08 in a field of per cent is reckoned as it stands, and asked about', async () => {
  const html = await (await get('/terms?investment=4000000&cashflow=1200000&rate=0.08')).text()
  expect(text(html)).toContain('Return required, above inflation was read as 0.08%. Did you mean 8%?')
  expect(html).toContain('href="/en/terms?investment=4000000&amp;cashflow=1200000&amp;rate=8"')
  expect(text(html)).toContain('Return required, above inflation 0.08%')
  expect(await (await get(`/terms?${CASE}`)).text()).not.toContain('Did you mean')
  const json = await (await get('/terms.json?investment=4000000&cashflow=1200000&rate=0.08')).json()
  expect(json).toMatchObject({ case: { rate: 0.0008 }, doubts: [{ field: 'rate', read: 0.0008, meant: 0.08 }] })
})

test('a judgment that was not read is said to be unchecked where it is leant on', async () => {
  const said = text(await (await get(`/terms?${CASE}&callOffYears=6`)).text())
  expect(said).toContain('KamR Stockholm 2944-18 is not checked.')
  expect(text(await (await get(`/terms?${CASE}`)).text())).not.toContain('2944-18')
})

test('three inputs give payback, the lengths that are enough, and the ways that pay and are lawful', async () => {
  const said = text(await (await get(`/terms?${CASE}`)).text())
  expect(said).toContain('The investment is paid after 3.9 years')
  expect(said).toContain('The largest investment that 4 years can pay SEK 4.1 m')
  expect(said).toContain('Contracts of 4 years or longer are enough.')
  expect(said).toContain('This way both pays back and is allowed: Contract, 4+2+2 years.')
  expect(said).toContain('Find out first: probability of winning the next contract.')
  expect(said).toContain('Counted as nothing, since nobody stated them: probability of winning the next contract;')
  expect(said).not.toContain('3.87')
})

test('what never pays back is a sentence, with what would have to be true', async () => {
  const said = text(await (await get('/terms?investment=4000000&cashflow=200000&rate=6.5&term=4')).text())
  expect(said).toContain('It never pays back The investment never pays back, however long the contract is')
  expect(said).toContain('For 4 years to be enough, a year must leave over at least SEK 1.2 m.')
})

test('what cannot be read is told beside its field, and stays as it was written', async () => {
  const answer = await get('/terms?investment=much&rate=6.5')
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Investment before the first year: write a number')
  expect(html).toContain('value="much"')
})

test('a form sent with empty fields leads to an address to share', async () => {
  const answer = await get(`/terms?${CASE}&hazard=&reasons=unknown`)
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `/en/terms?${CASE}`])
})

test('the JSON has all digits, and names what it does not know', async () => {
  const json = (await (await get(`/terms.json?${CASE}`)).json()) as Record<string, unknown>
  expect(json).toMatchObject({
    paybackYears: 3.8776933593107183,
    probability: null,
    buyerCost: null,
    enough: [4, 5, 6, 7, 8],
    case: { rate: 0.065 },
  })
  const refused = await get('/terms.json?investment=4000000&rates=7')
  expect(refused.status).toBe(422)
  const { problems } = (await refused.json()) as { problems: { field: string }[] }
  expect(problems.map(({ field }) => field)).toEqual(['rates', 'cashflow', 'rate'])
})

test('the draft is the same case in both languages, with blanks for a person and no supplier’s name', async () => {
  const query = '?investment=6000000&cashflow=1200000&rate=6.5&longerYears=7'
  const [sv, en] = [await get(`/terms/reasons${query}`, 'sv'), await get(`/terms/reasons${query}`)]
  const [svenska, english] = [await sv.text(), await en.text()]
  for (const html of [svenska, english]) expect(html.match(/class="blank/g)).toHaveLength(13)
  expect(text(svenska)).toMatch(/investera omkring 6\s000\s000 kr/)
  expect(text(english)).toContain('and not from one company’s business case.')
  const none = await get(`/terms/reasons?${CASE}`)
  expect(text(await none.text())).toContain('The figures carry no reason for a longer framework agreement')
})

test('no page shows a number that is none, whatever is asked', async () => {
  const fields = Object.entries({ ...INPUTS, ...LENGTHS, ...EMISSIONS })
  const any = fc.record(
    Object.fromEntries(
      fields.map(([name, { least, most }]) => [
        name,
        fc.oneof(fc.constantFrom(least, most), fc.double({ min: least, max: Math.min(most, 1e6), noNaN: true })),
      ]),
    ),
    { requiredKeys: ['investment', 'cashflow', 'rate'] },
  )
  await fc.assert(
    fc.asyncProperty(any, async (numbers) => {
      const written = Object.entries(numbers as Record<string, number>).map(([name, value]): [string, string] => [
        name,
        String(name === 'horizon' ? Math.ceil(value) : Number(value.toFixed(2))),
      ])
      const html = await (await get(`/terms?${new URLSearchParams(written).toString()}`)).text()
      expect(html).not.toMatch(/NaN|Infinity|∞|undefined|>null</)
    }),
    { numRuns: 60 },
  )
})
