/** What the record is told of contracts: what changed for everyone, in entries that fit, and no person. */
import { expect, test } from 'vitest'
import { entryBytes } from '../record/entry.js'
import { factsText, fingerprint, toldAnew, type PublicFacts } from './public-facts.js'

const contract = (address: string, more: Partial<PublicFacts> = {}): PublicFacts => ({
  contract: address,
  buyer: '9921091535',
  number: 'A-1',
  title: 'Färsk fisk',
  category: '15220000',
  agreement: 'framework',
  ownCategory: null,
  caseNumber: null,
  startsOn: null,
  endsOn: null,
  extensionMonths: null,
  extensionClause: null,
  noticeMonths: null,
  ceiling: null,
  callers: '',
  isWithdrawn: false,
  suppliers: ['9956406483'],
  ...more,
})
const printed = (facts: PublicFacts) => ({ contract: facts.contract, sha256: fingerprint(factsText(facts)) })

test('what became public, changed or is gone is told, and what is the same is not', () => {
  const [same, before, after] = [contract('same'), contract('one'), contract('one', { ceiling: 500 })]
  expect(toldAnew([same, before, contract('old')], [same, after, contract('new')])).toEqual([
    { published: [printed(contract('new'))], changed: [printed(after)], gone: ['old'] },
  ])
  expect(toldAnew([same], [same])).toEqual([])
})

test('a number that a person may have is in no fingerprint', () => {
  const text = factsText(contract('one', { suppliers: ['9956406483', '4607137454'] }))
  expect(text).toContain('9956406483')
  expect(text).not.toContain('4607137454')
})

test('a register of thousands is told in entries that hold their whole lists', () => {
  const many = Array.from({ length: 2001 }, (_, at) => contract(`${'9921091535-'.padEnd(87, 'a')}${at}`))
  const entries = toldAnew([], many)
  expect(entries.flatMap(({ published = [] }) => published)).toEqual(many.map(printed))
  for (const body of entries) {
    const bytes = entryBytes({
      act: 'tell-contracts',
      actor: 'operator',
      at: '2026-11-23T10:25:00Z',
      body: { ...body },
    })
    expect(bytes.length).toBeLessThan(60_000)
    expect(new TextDecoder().decode(bytes)).not.toContain('"count"')
  }
})
