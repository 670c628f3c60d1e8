/** A citizen checks an entry in their own browser, on plain http, and sees when it does not fit. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instantOf } from '../../src/kit/day.js'
import { refused } from '../../src/kit/refuse.js'
import { openRecord } from '../../src/record/index.js'
import { journeys, violations } from '../browser.js'

const NOW = instantOf(new Date('2026-11-23T10:25:00Z'))

journeys('the public record', (at) => {
  test('is read, checked in the browser, and found out when one character is another', async () => {
    const { db, open } = at()
    const folder = mkdtempSync(join(tmpdir(), 'fairlane-record-'))
    const record = await openRecord(db, { folder, name: 'town.example/record', otherwise: '', now: NOW })
    if (refused(record)) throw new Error(record.because.key)
    const { page, complaints } = await open('/en/record')
    expect(await violations(page)).toEqual([])
    await page.getByRole('row', { name: 'An import was made public' }).first().getByRole('link').click()
    expect(await page.locator('h1').textContent()).toMatch(/^Entry \d+$/)
    expect(await page.locator('main').textContent()).toContain('does not prove that what was said is right')
    expect(await violations(page)).toEqual([])
    const check = page.getByRole('button', { name: 'Check in this browser' })
    await check.click()
    await page.getByText('It fits. From the text').waitFor()
    await page.evaluate(`document.querySelector('#bytes').textContent += ' '`)
    await check.click()
    await page.getByText('It does not fit. The text on this page').waitFor()
    await page.goto(`${at().base}/en/record`)
    await page.getByRole('row', { name: 'Contracts became public' }).first().getByRole('link').click()
    await page.getByText('The same as then').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
    rmSync(folder, { recursive: true })
  })
})
