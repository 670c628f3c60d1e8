/** Every page there is, in both languages and schemes: axe, the policy, reflow, zoom, spaced text. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
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

journeys('every page', (at) => {
  let addresses: readonly string[]
  let unreachable: readonly string[]
  beforeAll(async () => {
    const page = await at().browser.newPage()
    ;({ pages: addresses, unreachable } = await addressesOf(at(), page.request, ''))
    await page.close()
  })

  test('is found by following links from the front page or the answer to an idea', () => {
    expect(unreachable).toEqual([])
    expect(addresses.length).toBeGreaterThanOrEqual(8)
  })

  /** Each language in each scheme at each width, in two passes of each page. */
  const LOOKS = { light: { sv: 1280, en: 320 }, dark: { sv: 320, en: 1280 } } as const
  test.each(['sv', 'en'] as const)(
    'in %s: axe finds nothing in light or dark, nothing breaks the policy',
    async (language) => {
      const { page, complaints } = await at().open(`/${language}/nowhere`)
      for (const address of ['/nowhere', ...addresses]) {
        await page.goto(`${at().base}/${language}${address}`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width: LOOKS[colorScheme][language], height: 800 })
          expect(await violations(page), `${address}, ${colorScheme}`).toEqual([])
        }
        expect(await page.title(), address).toMatch(/Fairlane/)
      }
      expect(complaints.filter((one) => !one.includes('404'))).toEqual([])
      await page.close()
    },
  )

  test.each(['sv', 'en'])('in %s: nothing overflows or is cut off, at 320 pixels, zoomed, spaced', async (language) => {
    const { page } = await at().open(`/${language}`)
    for (const address of ['/nowhere', ...addresses])
      for (const [name, width] of [
        ['200 % zoom', 640],
        ['320 pixels', 320],
      ] as const) {
        await page.setViewportSize({ width, height: 512 })
        await page.goto(`${at().base}/${language}${address}`)
        expect(await overflow(page), `${address}, ${name}`).toBeLessThanOrEqual(0)
        await page.evaluate(SPACED)
        expect(await overflow(page), `${address}, ${name}, spaced`).toBeLessThanOrEqual(0)
        expect(await page.evaluate(CUT), `${address}, ${name}, spaced`).toEqual([])
      }
    await page.close()
  })

  test.each([
    ['sv', 'light', 1280],
    ['en', 'dark', 320],
  ] as const)("the operator's own pages too: in %s, %s, at %i pixels", async (language, colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 800 } }
    const { page, complaints } = await at().open(`/${language}/operator?ticket=${at().ticket}`, options)
    const { pages, unreachable } = await addressesOf(at(), page.request, '/me')
    expect(unreachable).toEqual([])
    for (const address of pages) {
      await page.goto(`${at().base}/${language}/me${address}`)
      expect(await page.locator('.strip-operator').count(), address).toBe(1)
      expect(await violations(page), address).toEqual([])
      expect(await overflow(page), address).toBeLessThanOrEqual(0)
    }
    expect(complaints).toEqual([])
    await page.close()
  })
})
