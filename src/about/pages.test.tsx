import { describe, expect, test } from 'vitest'
import { instantOf } from '../kit/day.js'
import { LANGUAGES, wordsFor, type Language } from '../kit/words/index.js'
import type { Installation, Reader } from '../web/index.js'
import { contactHref } from './contact.js'
import { AboutPage, AccessibilityPage, footerOf, InstallationPage, PrivacyPage } from './pages.js'

const embedded: Installation = {
  database: 'embedded',
  version: '0.1.0',
  lastBackup: instantOf(new Date('2026-11-22T03:00:00Z')),
  backups: 2,
  dailyBackupsKept: 7,
  contact: 'tillganglighet@alvhamn.example',
  sample: true,
}
const reader = (language: Language): Reader => ({
  language,
  words: wordsFor(language),
  path: '/about',
  nav: [],
  footer: [],
  reach: 'published',
})
const html = async (page: unknown) => String(await page)

test.each([
  ['upphandling@alvhamn.example', 'mailto:upphandling@alvhamn.example'],
  ['https://alvhamn.example/kontakt', 'https://alvhamn.example/kontakt'],
  ['Kommunhuset, 0123-45 67 89', undefined],
  ['javascript:alert(1)', undefined],
])('the contact %s leads to %s', (written, href) => {
  expect(contactHref(written)).toBe(href)
})

describe.each(LANGUAGES)('in %s', (language) => {
  const props = { reader: reader(language), installation: embedded, signedAt: undefined, cosignedAt: undefined }

  test('the statement holds what the law asks for: status, date, method, contact, Digg', async () => {
    const page = await html(<AccessibilityPage {...props} />)
    expect(page).toMatch(/delvis förenlig|partially compliant/)
    expect(page).toMatch(/23 [Nn]ovember 2026/)
    expect(page).toMatch(/Självskattning|Self-assessment/)
    expect(page).toContain('href="mailto:tillganglighet@alvhamn.example"')
    expect(page).toContain('href="https://www.digg.se/tdosanmalan"')
  })

  test.each([AboutPage, AccessibilityPage, PrivacyPage, InstallationPage])(
    'an installation without a contact says so, and how one is stated: %s',
    async (Shown) => {
      const page = await html(<Shown {...props} installation={{ ...embedded, contact: undefined }} />)
      expect(page).toContain('FAIRLANE_CONTACT')
      expect(page).not.toContain('mailto:')
    },
  )

  test('each database promises its own, and no more', async () => {
    const own = await html(<InstallationPage {...props} />)
    expect(own).toMatch(/strömavbrott.*kan det senast sparade gå förlorat|power cut.*may be lost/)
    expect(own).toMatch(/22 [Nn]ovember 2026/)
    const server = await html(<InstallationPage {...props} installation={{ ...embedded, database: 'server' }} />)
    expect(server).not.toMatch(/gå förlorat|may be lost/)
    expect(server).toContain('pg_dump')
  })

  test('a backup that was never made is not claimed', async () => {
    const page = await html(<InstallationPage {...props} installation={{ ...embedded, lastBackup: undefined }} />)
    expect(page).toContain(wordsFor(language)('about.installation.noBackup'))
  })
})

test('whoever operates sees when the record was last signed and cosigned, and that it never was', async () => {
  const props = { reader: reader('en'), installation: embedded }
  const [signedAt, cosignedAt] = ['2026-11-23T09:25:00Z', '2026-11-21T09:25:00Z'].map((at) => instantOf(new Date(at)))
  const both = await html(<InstallationPage {...props} {...{ signedAt, cosignedAt }} />)
  expect(both).toMatch(/last signed.*23 November 2026.*outside witness.*21 November 2026/)
  const neither = await html(<InstallationPage {...props} signedAt={undefined} cosignedAt={undefined} />)
  expect(neither).toMatch(/last signed.*Not yet\..*Nobody outside has signed it\./)
})

test('the foot leads to each page in the reader’s language and area', () => {
  expect(footerOf({ ...reader('en'), reach: 'internal' }).map(({ href }) => href)).toEqual([
    '/en/me/about',
    '/en/me/about/accessibility',
    '/en/me/about/privacy',
    '/en/me/about/installation',
  ])
})
