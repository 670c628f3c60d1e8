/** Every page there is, in both languages and schemes: axe, the policy, reflow, zoom, spaced text, and what it weighs. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { addressesOf } from '../addresses.js'
import { journeys, violations } from '../browser.js'

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** WCAG 2.2, 1.4.12: what a reader may set without losing anything. */
const SPACED = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }')
  document.adoptedStyleSheets = [sheet]
})()`
/** Words cut off by a box that hides what does not fit. */
const CUT = `[...document.querySelectorAll('main *, header *, footer *')].filter((one) => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(one)
  const hides = (of) => of === 'hidden' || of === 'clip'
  return clipPath === 'none' && one.clientWidth > 1 &&
    (hides(overflowX) && one.scrollWidth > one.clientWidth + 1 || hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
}).map((one) => one.outerHTML.slice(0, 120))`

async function look(page: Page, colorScheme: 'light' | 'dark', width: number): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 800 })
}

/** 640 pixels is what 200 % zoom leaves of an ordinary window. */
async function fits(page: Page, width: number, address: string): Promise<void> {
  await page.setViewportSize({ width, height: 512 })
  expect(await overflow(page), `${address}, ${width}`).toBeLessThanOrEqual(0)
  await page.evaluate(SPACED)
  expect(await overflow(page), `${address}, ${width}, spaced`).toBeLessThanOrEqual(0)
  expect(await page.evaluate(CUT), `${address}, ${width}, spaced`).toEqual([])
  await page.evaluate('void (document.adoptedStyleSheets = [])')
}

/** Counts the bytes that come over the wire, headers included, until told to begin anew. */
async function scales(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  return async (address: string) => {
    bytes = 0
    await page.goto(address)
    // What was told before the answer to this has been heard.
    await session.send('Network.enable')
    return bytes
  }
}

journeys('every page', (at) => {
  let everyones: Awaited<ReturnType<typeof addressesOf>>
  let operators: typeof everyones
  beforeAll(async () => {
    const { page } = await at().open(`/sv/operator?ticket=${at().ticket}`)
    everyones = await addressesOf(at(), page.request, '')
    operators = await addressesOf(at(), page.request, '/me')
    await page.close()
  })

  test('is found by following links from the front page or the answer to an idea', () => {
    expect([...everyones.unreachable, ...operators.unreachable]).toEqual([])
    for (const { pages } of [everyones, operators]) expect(pages.length).toBeGreaterThanOrEqual(8)
  })

  test(
    'a first visit weighs at most 100 kB with its letters, every page after it at most 15 kB',
    { timeout: 300_000 },
    async () => {
      const { base, browser } = at()
      const page = await browser.newPage()
      const weigh = await scales(page)
      const first = await weigh(`${base}/sv`)
      expect(first).toBeGreaterThan(20_000)
      expect(first).toBeLessThanOrEqual(100_000)
      const weights: Record<string, number> = {}
      for (const address of everyones.pages.filter((one) => one !== '' && one !== '/_look'))
        weights[address] = await weigh(`${base}/sv${address}`)
      console.log(`first visit ${first} bytes; heaviest next page ${Math.max(...Object.values(weights))} bytes`)
      for (const [address, bytes] of Object.entries(weights)) expect(bytes, address).toBeLessThanOrEqual(15_000)
      await page.close()
    },
  )

  /** Axe finds the same in both languages where only colours and widths count; in one scheme where only words do. */
  const LOOKS = { sv: ['all', 'light', 1280], en: ['ofWords', 'dark', 320] } as const
  describe.each(['sv', 'en'] as const)('in %s', { timeout: 300_000 }, (language) => {
    const [rules, colorScheme, width] = LOOKS[language]

    test('axe finds nothing, nothing breaks the policy, overflows or is cut off', async () => {
      const { page, complaints } = await at().open(`/${language}/nowhere`)
      for (const address of ['/nowhere', ...everyones.pages]) {
        await look(page, colorScheme, width)
        await page.goto(`${at().base}/${language}${address}`)
        expect.soft(await violations(page, rules), `${address}, ${colorScheme}`).toEqual([])
        expect(await page.title(), address).toMatch(/Fairlane/)
        if (language === 'sv') await inTheDark(page, address)
        for (const narrow of [640, 320]) await fits(page, narrow, address)
      }
      expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
      await page.close()
    })

    test("the operator's own pages too", async () => {
      const options = { colorScheme, viewport: { width, height: 800 } }
      const { page, complaints } = await at().open(`/${language}/operator?ticket=${at().ticket}`, options)
      for (const address of operators.pages) {
        await look(page, colorScheme, width)
        await page.goto(`${at().base}/${language}/me${address}`)
        expect(await page.locator('.strip-operator').count(), address).toBe(1)
        expect.soft(await violations(page, rules), address).toEqual([])
        if (language === 'sv') await inTheDark(page, address)
        expect(await overflow(page), address).toBeLessThanOrEqual(0)
      }
      expect(complaints).toEqual([])
      await page.close()
    })
  })
})

async function inTheDark(page: Page, address: string): Promise<void> {
  await look(page, 'dark', 320)
  expect.soft(await violations(page, 'ofLooks'), `${address}, dark`).toEqual([])
}
