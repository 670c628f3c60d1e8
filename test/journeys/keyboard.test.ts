/** By keyboard alone, and in forced colours: every stop has a name, stands in order and can be seen. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys } from '../browser.js'

interface Stop {
  readonly place: number
  readonly tag: string
  readonly outline: string
  readonly width: number
}
/** All that can take the focus, in the order of the page. */
const STOPS = `[...document.querySelectorAll('a[href]:not([tabindex="-1"]), button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter((one) => one.checkVisibility())`
/** Where the focus is: its place among them, and how it is drawn. */
const STOP = `(() => {
  const one = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  return { place: ${STOPS}.indexOf(one), tag: one.tagName, outline: outlineStyle, width: parseFloat(outlineWidth) }
})()`

const hasFocus = (page: Page, selector: string) =>
  page.evaluate<boolean>(`document.activeElement.matches('${selector}')`)

async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop>(STOP)
    if (stop.tag === 'BODY' || stop.place <= (stops.at(-1)?.place ?? -1)) return stops
    stops.push(stop)
  }
}

const CONTROLS = new Set(['button', 'link', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox', 'spinbutton'])

/** Controls that assistive technology would meet without a name. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const controls = nodes.filter(({ ignored, role }) => !ignored && CONTROLS.has(String(role?.value)))
  expect(controls.length).toBeGreaterThan(3)
  return controls.filter(({ name }) => !name?.value).map(({ role }) => String(role?.value))
}

journeys('by keyboard and in forced colours', (at) => {
  test.each(['none', 'active'] as const)(
    'every stop of the front page comes in order and is seen; forced colours: %s',
    async (forcedColors) => {
      const { page } = await at().open('/sv', { forcedColors })
      const all = await page.evaluate<number>(`${STOPS}.length`)
      const stops = await stopsOf(page)
      expect(stops.map(({ place }) => place)).toEqual(Array.from({ length: all }, (_, place) => place))
      for (const { outline, width, place } of stops) {
        expect(outline, `stop ${place}`).not.toBe('none')
        expect(width, `stop ${place}`).toBeGreaterThanOrEqual(2)
      }
      await page.close()
    },
  )

  test('the skip link comes first, shows itself, and leads past the menu', async () => {
    const { page } = await at().open('/sv')
    await page.keyboard.press('Tab')
    expect(await hasFocus(page, '.ds-skip-link')).toBe(true)
    const box = (await page.locator('.ds-skip-link').boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.height).toBeGreaterThan(24)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true)
    await page.close()
  })

  test('asks, confirms and reads with Enter and Space; every control has a name', async () => {
    const { page } = await at().open('/sv')
    expect(await nameless(page), 'front page').toEqual([])
    await page.locator('[name=title]:not([type=hidden])').focus()
    await page.keyboard.type('Återbrukade kontorsmöbler')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[name=category]')
    expect(await nameless(page), 'confirm').toEqual([])
    const choice = page.locator('[name=category]').first()
    const before = await choice.isChecked()
    await choice.focus()
    await page.keyboard.press('Space')
    expect(await choice.isChecked()).toBe(!before)
    await page.keyboard.press('Space')
    await page.locator('[name=code]:not([type=hidden])').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('main article h3')
    expect(await nameless(page), 'report').toEqual([])
    await page.close()
  })

  test('a refused form takes the focus to its errors, and each error to its field', async () => {
    const { page } = await at().open('/en')
    await page.locator('[name=title]:not([type=hidden])').focus()
    await page.keyboard.press('Enter')
    const summary = page.locator('[role=alert]')
    await summary.waitFor()
    await expect.poll(() => hasFocus(page, '[role=alert]')).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const title = '[name=title]:not([type=hidden])'
    expect(await hasFocus(page, title)).toBe(true)
    const field = page.locator(title)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = (await field.getAttribute('aria-describedby'))!.split(' ')
    const said = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()))
    expect(said.join(' ')).toContain(await summary.locator('a').first().textContent())
    await page.close()
  })

  test('a why opens and closes with Enter', async () => {
    const { page } = await at().open('/sv/_look')
    const why = page.locator('details.why').first()
    await why.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await why.getAttribute('open')).not.toBeNull()
    expect(await why.locator('.why-body').isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    expect(await why.getAttribute('open')).toBeNull()
    await page.close()
  })

  test('the density of tables and the colours are changed by keyboard and remembered on the next page', async () => {
    const { page } = await at().open('/sv/imports')
    const height = async () => (await page.locator('tbody tr').first().boundingBox())!.height
    const roomy = await height()
    await page.locator('[data-setting=density]').focus()
    await page.keyboard.press('ArrowDown')
    expect(await height()).toBeLessThan(roomy - 6)
    await page.locator('[data-setting=scheme]').selectOption('dark')
    await page.goto(`${at().base}/en/imports`)
    expect(await height()).toBeLessThan(roomy - 6)
    expect(await page.locator('html').getAttribute('data-color-scheme')).toBe('dark')
    await page.close()
  })

  test('in forced colours bars, tiles and times stand out from the ground, and their words too', async () => {
    const { page } = await at().open('/sv/_look', { forcedColors: 'active', viewport: { width: 1280, height: 900 } })
    const seen = await page.evaluate<[string, boolean][]>(`(() => {
      const ground = getComputedStyle(document.body).backgroundColor
      const marks = ['.bar', '.tile', '.time-contract', '.time-option', '.time-open', '.time-today', '.drawing text', '.range-firm']
      return marks.map((mark) => {
        const one = [...document.querySelectorAll(mark)].find((found) => found.getClientRects().length > 0)
        const { fill, stroke } = getComputedStyle(one)
        return [mark, fill !== ground && fill !== 'none' || stroke !== ground && stroke !== 'none']
      })
    })()`)
    expect(seen).toHaveLength(8)
    for (const [mark, stands] of seen) expect(stands, mark).toBe(true)
    await page.close()
  })
})
