/** What the server sends and refuses: foreign hosts and origins, forms that are too large. */
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { journeys } from '../browser.js'

journeys('the server', (at) => {
  test('an address with a slash at its end leads to the page; one with a NUL in it leads nowhere', async () => {
    const { base } = at()
    const slashed = await fetch(`${base}/sv/`, { redirect: 'manual' })
    expect([slashed.status, new URL(slashed.headers.get('location')!, base).pathname]).toEqual([301, '/sv'])
    for (const address of ['/sv/suppliers?q=%00', '/sv/suppliers/x%00', '/sv/buyers/%00'])
      expect((await fetch(base + address)).status, address).toBe(404)
  })

  test('one can go back from a procurement to the report that led there', async () => {
    const { page } = await at().open('/en')
    await page.fill('[name=title]:not([type=hidden])', 'Reused office furniture')
    await page.keyboard.press('Enter')
    await page
      .locator('form', { has: page.locator('[name=code]:not([type=hidden])') })
      .locator('button')
      .first()
      .click()
    const heading = await page.locator('h1').textContent()
    await page.locator('article h3 a').first().click()
    await page.waitForURL(/procurements/)
    await page.goBack()
    expect(await page.locator('h1').textContent()).toBe(heading)
    await page.close()
  })

  test('a foreign host, a foreign origin and an oversized form are refused', async () => {
    const { base } = at()
    expect(await statusFor(base, 'elsewhere.example')).toBe(421)
    const send = (headers: Record<string, string>, body = 'title=x') =>
      fetch(`${base}/sv/fit`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body,
      })
    expect((await send({ Origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await send({})).status).toBe(403)
    expect((await send({ Origin: base }, 'title='.padEnd(300_000, 'x'))).status).toBe(413)
    expect((await send({ Origin: base })).status).toBe(422)
  })
})

/** By hand: `fetch` does not let one lie about the host. */
const statusFor = (base: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${base}/sv`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject).end()
  })
