import { expect, test } from 'vitest'
import { day } from '../../kit/day.js'
import { wordsFor } from '../../kit/words/index.js'
import type { KnownContract } from '../../purchasing/index.js'
import type { Reader } from '../../web/index.js'
import { ContractLaw } from './contract-section.js'

const reader: Reader = {
  language: 'en',
  words: wordsFor('en'),
  path: '/',
  nav: [],
  footer: [],
  reach: 'published',
}
const contract = {
  ...{ address: 'a-1', category: '39130000', agreement: 'framework', buyerName: 'Provstad', callers: ['Provstad'] },
  ...{
    startsOn: day('2025-06-01'),
    endsOn: day('2027-05-31'),
    extensionMonths: '12',
    noticeMonths: 6,
    ceiling: 100_000_00,
  },
  ...{ holders: 1, state: 'running', file: 'register.csv', line: 2 },
} as unknown as KnownContract
const textOf = async (told: Partial<KnownContract> = {}) => {
  const of = {
    reader,
    contract: { ...contract, ...told },
    today: day('2026-11-23'),
    held: { entered: [], verified: {} },
  }
  const html = String(await (<ContractLaw {...of} />))
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ') }
}

test('a running framework: what is asked, the next option, the small change and when to begin anew', async () => {
  const { html, text } = await textOf()
  expect(text).toContain('by the rules as of 23 November 2026')
  expect(text).toMatch(/Call-off on fixed terms Unknown/)
  expect(text).toContain('Yes, says register.csv:2.')
  expect(text).toContain('To be used by 30 November 2026, and then lasts to 31 May 2028.')
  expect(text).toContain('If that is the register’s ceiling, SEK 100 k, the limit is SEK 10 k.')
  expect(text).toMatch(/A new contract by 31 May 2027 Open procedure: send the notice by \d+ April 2027/)
  expect(html).toContain('href="https://lagen.nu/2016:1145#K17P10"')
  expect(html).toMatch(/href="\/en\/routes\?[^"]*running\.to=2027-05-31/)
  expect(text).not.toContain('Lawful')
})

test('a contract is not called off from; of one that has ended nothing is left but a new one', async () => {
  expect((await textOf({ agreement: 'contract' })).text).not.toContain('Call-off')
  const { text } = await textOf({ state: 'ended', endsOn: day('2026-05-31'), extensionMonths: '' })
  expect(text).toContain('ended on 31 May 2026')
  expect(text).not.toContain('Through a present supplier')
  expect(text).toContain('begun today, the contract can be made on 5 January 2027 at the earliest')
})

test('nothing is said of one that the register leaves out', async () => {
  expect((await textOf({ state: 'withdrawn' })).text).toBe('')
})
