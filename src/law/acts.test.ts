/** On both databases: what people enter and verify decides the answer, stands on the record without a name, and can be withdrawn. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR } from '../kit/actor.js'
import { day } from '../kit/day.js'
import type { Database } from '../kit/db/index.js'
import { testDatabases } from '../kit/db/testing.js'
import { refused, type Refusal } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { auditRecord } from '../record/testing.js'
import { enterNumber, lawHeld, verifyLaw, withdrawNumber, withdrawVerification } from './acts.js'
import { routesFor } from './rules/answer.js'
import type { Case } from './rules/case.js'
import { lawTable, verifiable } from './rules/table.js'
import { keyOf } from './rules/verified.js'
import { rulesVersion } from './rules/version.js'

const NOW = new Date('2026-11-24T09:00:00Z')
const LIGHT = {
  name: 'light',
  kronor: 8_000_000,
  from: '2026-01-01',
  to: '2027-12-31',
  source: 'Tillkännagivande',
  url: 'https://eur-lex.europa.eu/1',
}
const KEY = 'light 2026-01-01 8000000 SEK'
const ok = <T extends object>(answer: T | Refusal): T => {
  if (refused(answer)) throw new Error(wordsFor('en').of(answer.because))
  return answer
}

const meals: Case = {
  begunOn: day('2026-11-24'),
  startOn: day('2026-11-24'),
  subject: 'annexService',
  value: { least: 799_999_900, most: 799_999_900 },
  electronic: true,
  recurs: 'once',
  answers: {
    continuationSettled: { says: 'yes', by: 'Kostchefen' },
    notSplit: { says: 'yes', by: 'Kostchefen' },
  },
}

describe.each(testDatabases())('on $name', ({ open }) => {
  let at: Awaited<ReturnType<typeof open>>
  let db: Database
  beforeAll(async () => {
    at = await open()
    db = at.db
  }, 60_000)
  afterAll(() => at.close())
  const verdict = async () =>
    ok(routesFor({ ...meals, ...(await lawHeld(db)) })).find(({ route }) => route === 'directAward')!.verdict

  test('a missing amount is entered, verified and withdrawn, and the answer follows', async () => {
    const before = rulesVersion()
    expect(await verdict()).toBe('unknown')
    const { id } = ok(await enterNumber(db, LIGHT, OPERATOR, NOW))
    expect(rulesVersion((await lawHeld(db)).entered)).not.toBe(before)
    expect(await verdict()).toBe('unknown')
    ok(await verifyLaw(db, { keys: [KEY], by: 'Stadsjuristen Ada', on: '2026-11-24' }, OPERATOR, NOW))
    expect(await verdict()).toBe('unverified')
    const all = verifiable(lawTable((await lawHeld(db)).entered)).map(keyOf)
    ok(await verifyLaw(db, { keys: all, by: 'Stadsjuristen Ada', on: '2026-11-24' }, OPERATOR, NOW))
    expect(await verdict()).toBe('lawful')
    ok(await withdrawVerification(db, ['LOU (2016:1145) 5 kap.'], OPERATOR, NOW))
    expect(await verdict()).toBe('unverified')
    ok(await withdrawNumber(db, id, OPERATOR, NOW))
    expect(await verdict()).toBe('unknown')
    ok(await enterNumber(db, LIGHT, OPERATOR, NOW))
    expect(await verdict()).toBe('unknown')
  })

  test('the record tells what, and neither who checked it nor where it was read', async () => {
    const entries = await db.selectFrom('record.entry').select(['act', 'bytes']).execute()
    expect(entries.map(({ act }) => act)).toEqual([
      ...['enter-number', 'verify-law', 'verify-law', 'withdraw-verification', 'withdraw-number', 'enter-number'],
    ])
    const told = entries.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n')
    expect(told).toContain('8000000')
    expect(told).not.toMatch(/Ada|Tillkännagivande|eur-lex/)
    expect(await auditRecord(db)).toBe(6)
  })

  test.each([
    ['a name that is none', { name: 'food' }, 'name'],
    ['no amount', { kronor: 0 }, 'kronor'],
    ['half a krona', { kronor: 0.5 }, 'kronor'],
    ['a day of 1875', { from: '1875-01-01' }, 'from'],
    ['an end before the beginning', { to: '2025-01-01' }, 'to'],
    ['no source', { source: ' ' }, 'source'],
    ['no link', { url: 'http://eur-lex.europa.eu/' }, 'url'],
    ['days that another holds', { from: '2027-12-31', to: '2028-12-31' }, 'from'],
  ])('refuses a number with %s, naming the field', async (_, change, field) => {
    const answer = await enterNumber(db, { ...LIGHT, ...change }, OPERATOR, NOW)
    expect(refused(answer) && answer.because.args['field']).toBe(field)
  })

  test.each([
    ['of what no rule rests on', { keys: ['light 2026-01-01 1 SEK'] }, 'keys'],
    ['of nothing', { keys: [] }, 'keys'],
    ['by nobody', { by: ' ' }, 'by'],
    ['tomorrow', { on: '2026-11-25' }, 'on'],
  ])('refuses a verification %s, naming the field', async (_, change, field) => {
    const answer = await verifyLaw(db, { keys: [KEY], by: 'Ada', on: '2026-11-24', ...change }, OPERATOR, NOW)
    expect(refused(answer) && answer.because.args['field']).toBe(field)
  })

  test('what does not stand cannot be withdrawn', async () => {
    const none = '00000000-0000-7000-8000-000000000000'
    expect(refused(await withdrawNumber(db, none, OPERATOR, NOW))).toBe(true)
    expect(refused(await withdrawVerification(db, ['nothing'], OPERATOR, NOW))).toBe(true)
  })
})
