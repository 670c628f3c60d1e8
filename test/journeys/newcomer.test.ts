/** A newcomer asks about an idea, confirms its categories and reads the fit: in both languages, with and without script. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys, violations } from '../browser.js'

/** The idea's own field; forms that carry it along hold a hidden one of the same name. */
const TITLE = '[name=title]:not([type=hidden])'
const send = (page: Page, field: string) => {
  const form = page.locator('form', { has: page.locator(`${field}:not([type=hidden])`) })
  return Promise.all([page.waitForEvent('load'), form.locator('button[type=submit]').click()])
}

journeys('a newcomer', (at) => {
  const IDEAS = [
    ['sv', 'Färs av svenska baljväxter till förskolor', /livsmedel|kött|färs/i],
    ['en', 'Reused office furniture', /möbler|furniture/i],
  ] as const
  test.each(IDEAS.flatMap((idea) => [true, false].map((script) => [...idea, script] as const)))(
    'in %s asks about %s and reads %s; script: %s',
    async (language, title, expected, javaScriptEnabled) => {
      const { page, complaints } = await at().open(`/${language}`, { javaScriptEnabled })
      await page.fill(TITLE, title)
      await send(page, '[name=title]')
      if (javaScriptEnabled) expect(await violations(page), 'confirm').toEqual([])
      await send(page, '[name=code]')
      if (javaScriptEnabled) expect(await violations(page), 'report').toEqual([])
      const first = page.locator('main article h3 a').first()
      expect(await first.textContent()).toMatch(expected)
      expect(decodeURIComponent(page.url())).not.toContain(title.split(' ')[0])
      await first.click()
      expect(await page.locator('h1').textContent()).toMatch(expected)
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  test('a report is read in the other language without being asked for again', async () => {
    const { page } = await at().open('/sv')
    await page.fill(TITLE, 'Återbrukade kontorsmöbler')
    await send(page, '[name=title]')
    await send(page, '[name=code]')
    await page.locator('.top-language button').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('h1').textContent()).toContain('Återbrukade kontorsmöbler')
    await page.close()
  })

  test('a half-written idea survives a reload, and can be taken away', async () => {
    const { page } = await at().open('/sv')
    await page.fill(TITLE, 'Elcykelpool för hemtjänsten')
    await page.fill('[name=text]:not([type=hidden])', 'Ersätter korta bilresor.')
    await expect.poll(() => page.evaluate("sessionStorage.getItem('fairlane.kept.idea')")).toContain('bilresor')
    await page.reload()
    expect(await page.inputValue(TITLE)).toBe('Elcykelpool för hemtjänsten')
    expect(await page.inputValue('[name=text]:not([type=hidden])')).toBe('Ersätter korta bilresor.')
    await page.locator('.kept button').click()
    expect(await page.inputValue(TITLE)).toBe('')
    await page.reload()
    expect(await page.inputValue(TITLE)).toBe('')
    await page.close()
  })

  test('once the report has come, the next idea begins with an empty form', async () => {
    const { page } = await at().open('/sv')
    await page.fill(TITLE, 'Återbrukade kontorsmöbler')
    await page.fill('[name=text]:not([type=hidden])', 'Renoveras i vår verkstad.')
    await send(page, '[name=title]')
    expect(await page.evaluate("sessionStorage.getItem('fairlane.kept.idea')")).toContain('verkstad')
    await send(page, '[name=code]')
    expect(await page.evaluate("sessionStorage.getItem('fairlane.kept.idea')")).toBeNull()
    await page.goto(new URL('/sv', page.url()).href)
    expect(await page.inputValue(TITLE)).toBe('')
    expect(await page.inputValue('[name=text]:not([type=hidden])')).toBe('')
    await page.close()
  })
})
