/** The operator reads in a file, sees what publishing would do, and publishes; without script, as everyone may browse. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journeys, violations } from '../browser.js'

const LEDGER = `kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum
9921091535,Älvhamns stad,P-1,Provfisk AB,9956406483,6412,Livsmedel,1000.50,2026-09-01
9921091535,Älvhamns stad,P-2,"Lomberg, Karin",,6412,Livsmedel,77.00,2026-09-02
9921091535,Älvhamns stad,P-3,Provfisk AB,9956406483,6412,Livsmedel,många,2026-09-03
`
const text = (page: Page) => page.locator('main').innerText()

journeys('the operator', (at) => {
  const send = async (page: Page, name: string, body: string) => {
    await page.getByLabel('Filer att läsa in').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(body) })
    await page.getByRole('button', { name: 'Läs in' }).click()
  }

  test('opens the sums of a fit report down to the lines of the ledger', async () => {
    const { page } = await at().open('/sv', { javaScriptEnabled: false })
    const form = { title: 'Färs av svenska baljväxter', category: '15000000' }
    const answer = await page.request.post(`${at().base}/sv/fit/report`, { form, headers: { Origin: at().base } })
    await page.setContent(await answer.text())
    const sums: { href: string; sum: string | null }[] = []
    for (const link of await page.locator('a[href*="/purchases?"]').all())
      sums.push({ href: (await link.getAttribute('href')) ?? '', sum: await link.textContent() })
    expect(sums.some(({ href }) => href.includes('account='))).toBe(true)
    expect(sums.some(({ href }) => href.includes('supplier='))).toBe(true)
    for (const { href, sum } of sums) {
      await page.goto(at().base + href)
      expect([href, await page.locator('.figure-value').first().innerText()]).toEqual([href, sum])
    }
    await page.close()
  })

  test('leaves the sample city before the first own file, in one step', async () => {
    const { page } = await at().open(`/sv/operator?ticket=${at().ticket}`, { javaScriptEnabled: false })
    await page.goto(`${at().base}/sv/me/imports`)
    expect(await page.getByLabel('Filer att läsa in').count()).toBe(0)
    await page.getByRole('button', { name: 'Ta bort den påhittade staden' }).click()
    expect(await text(page)).toContain('Den påhittade staden är borta')
    await page.goto(`${at().base}/sv/buyers`)
    expect(await page.locator('main tbody tr').count()).toBe(0)
    await page.close()
  })

  test('reads in, previews and publishes a file, and everyone sees what may be seen', async () => {
    const { page } = await at().open(`/sv/operator?ticket=${at().ticket}`, { javaScriptEnabled: false })
    await page.goto(`${at().base}/sv/me/imports`)
    await send(page, 'september.csv', LEDGER)
    const preview = page.url()
    expect(await page.locator('h1').innerText()).toBe('september.csv')
    expect(await text(page)).toMatch(/Det här blir offentligt[^]*Inköp\s+1\s+1\s000,50\skr/)
    expect(await text(page)).toContain('9921091535,Älvhamns stad,P-3,Provfisk AB')

    const visitor = await at().open(preview.slice(at().base.length).replace('/me/', '/'))
    expect(await visitor.page.locator('h1').innerText()).toBe('Sidan finns inte')

    await page.getByRole('button', { name: 'Publicera' }).click()
    expect(await text(page)).toContain('september.csv är publicerad')
    expect(await page.getByRole('button', { name: 'Publicera' }).count()).toBe(0)

    await visitor.page.reload()
    expect(await visitor.page.locator('h1').innerText()).toBe('september.csv')
    expect(await text(visitor.page)).not.toMatch(/P-3|Lomberg/)
    await visitor.page.goto(`${at().base}/sv/suppliers?q=provfisk`)
    await visitor.page.getByRole('link', { name: 'Provfisk AB' }).click()
    expect(await text(visitor.page)).toContain('1 000,50'.replace(' ', '\u00a0'))
    await page.close()
    await visitor.page.close()
  })

  test('is told at the field why a file could not be read, and the page stays accessible', async () => {
    const { page } = await at().open(`/sv/operator?ticket=${at().ticket}`)
    await page.goto(`${at().base}/sv/me/imports`)
    await send(page, 'dikt.csv', 'rad,ord\n1,hav\n')
    const field = page.getByLabel('Filer att läsa in')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const error = page.locator(`#${(await field.getAttribute('aria-describedby'))?.split(' ').at(-1)}`)
    expect(await error.innerText()).toContain('Inget format känner igen filen')
    const summary = page.getByRole('alert')
    expect(await page.locator('[role=alert]:focus').count()).toBe(1)
    expect(await summary.innerText()).toMatch(/En fil lästes inte in\s+dikt\.csv: Inget format[^]*Välj filen igen/)
    await summary.getByRole('link').click()
    expect(await page.locator('input[type=file]:focus').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  test('is told in a sentence, and given no button, where nothing of a file becomes public', async () => {
    const { page } = await at().open(`/sv/operator?ticket=${at().ticket}`, { javaScriptEnabled: false })
    await page.goto(`${at().base}/sv/me/imports`)
    await page.getByRole('button', { name: 'Läs in' }).click()
    expect(await text(page)).toMatch(/Ingen fil kom fram\s+Välj minst en fil\.\s+Inget har ändrats\./)
    const [head, , person, unread] = LEDGER.replaceAll('P-', 'Q-').split('\n')
    await send(page, 'rubrik.csv', `${head}\n`)
    expect(await text(page)).toContain('rubrik.csv: Filen har bara en rubrikrad.')
    expect(await page.getByRole('link', { name: 'rubrik.csv', exact: true }).count()).toBe(0)
    await send(page, 'internt.csv', `${head}\n${person}\n${unread}\n`)
    expect(await text(page)).toMatch(/Lästa rader\s+2\s+En ny, en som inte kunde läsas/)
    expect(await text(page)).toContain('Inget i filen får bli offentligt, så det finns inget att publicera.')
    expect(await page.getByRole('button', { name: 'Publicera' }).count()).toBe(0)
    expect(await text(page)).not.toContain('Det här blir offentligt')
    await page.close()
  })
})
