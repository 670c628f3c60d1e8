import { expect, test } from 'vitest'
import { day } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import { wordsFor } from '../kit/words/index.js'
import { caseFields, fieldsToCase, readCase, writeCase } from './read-case.js'
import type { Case } from './rules/case.js'

const today = day('2026-11-24')
const read = (input: unknown): Case => {
  const found = readCase(input, today)
  if (refused(found)) throw new Error(wordsFor('en').of(found.because))
  return found
}

const WHOLE = {
  begunOn: '2026-11-01',
  startOn: '2026-11-24',
  neededBy: '2027-08-18',
  subject: 'annexService',
  category: '55524000',
  parts: [
    { part: 'contract', value: 300000 },
    { part: 'continuation', value: { least: 400000, most: 600000.5 } },
    { part: 'similar', value: 80000, name: 'Frukt, hösten 2025', by: 'Kostchefen' },
  ],
  recurs: 'renewed',
  electronic: true,
  answers: { continuationSettled: 'no', notSplit: { says: 'yes', by: 'Kostchefen' } },
  answeredBy: 'Inköpschefen',
  ownDays: { evaluation: 10 },
  frameworkYears: 4.5,
  city: { meetings: ['2027-01-20', '2027-02-17'], handInDays: 10, delegationBelow: 500000, closedJuly: true },
  change: { contract: 1000000, increase: 50000, earlier: 0 },
  running: { to: '2027-03-31', extendableTo: '2028-03-31', ceiling: 4000000, used: 3100000 },
}

test('what is written is what was read, as a file and as fields of a form or an address', () => {
  const whole = read(WHOLE)
  expect(whole.value).toEqual({ least: 78_000_000, most: 98_000_050 })
  expect(writeCase(whole)).toEqual(WHOLE)
  const fields = caseFields(whole)
  expect(fields).toContainEqual(['answers.notSplit.by', 'Kostchefen'])
  expect(read(fieldsToCase(new URLSearchParams(fields)))).toEqual(whole)
})

test('what is not said is not known: today, an unsettled subject, any value, no answer', () => {
  const empty = read({})
  expect(empty).toMatchObject({ begunOn: today, startOn: today, subject: 'unsettled', electronic: true, answers: {} })
  expect(empty.value.most).toBe(Number.MAX_SAFE_INTEGER)
  expect(writeCase(empty)).not.toHaveProperty('value')
  expect(
    read(
      fieldsToCase([
        ['answers.urgent', 'unknown'],
        ['value', ' '],
      ]),
    ),
  ).toEqual(empty)
})

test('what starts later begins today, and what started before began then', () => {
  expect(read({ startOn: '2027-03-01' })).toMatchObject({ begunOn: today, startOn: '2027-03-01' })
  expect(read({ startOn: '2025-03-01' })).toMatchObject({ begunOn: '2025-03-01', startOn: '2025-03-01' })
  expect(read({ begunOn: '2025-03-01' })).toMatchObject({ startOn: today })
})

test('no field name reaches behind the case', () => {
  expect(fieldsToCase([['__proto__.polluted', 'yes']])).not.toHaveProperty('polluted')
  expect({}).not.toHaveProperty('polluted')
})

test('a form’s kronor are read as people write them', () => {
  expect(read({ value: '300 000,50' }).value).toEqual({ least: 30_000_050, most: 30_000_050 })
})

test.each<[string, object, string, string]>([
  ['a negative value', { value: -5 }, 'value', '“value” must be kronor, zero or more'],
  ['a negative value in a form', { value: '-5' }, 'value', '“value” must be kronor'],
  ['a third of an öre', { value: { least: 0.001, most: 1 } }, 'value.least', 'at most two decimals'],
  ['ends crossed', { value: { least: 2, most: 1 } }, 'value', 'the least cannot be more than the most'],
  ['a case of 1875', { begunOn: '1875-01-01' }, 'begunOn', 'must be 2017-01-01 or later'],
  ['a day that is none', { begunOn: '2026-02-30' }, 'begunOn', 'must be a day written 2026-11-23'],
  ['needed before today', { neededBy: '2026-11-23' }, 'neededBy', 'cannot be before 2026-11-24'],
  ['no CPV code', { category: '99999999' }, 'category', '99999999 is no CPV code'],
  ['a field that is none', { valeu: 5 }, 'valeu', 'There is no field “valeu” in a case.'],
  ['a question that is none', { answers: { why: 'yes' } }, 'answers.why', 'There is no field “answers.why”'],
  ['an answer that is none', { answers: { urgent: 'ja' } }, 'answers.urgent', 'must be yes, no or unknown'],
  ['an answer of nobody', { answers: { urgent: 'yes' } }, 'answeredBy', 'Say who judged'],
  ['a subject that is none', { subject: 'food' }, 'subject', 'goods, service, annexService, works, unsettled'],
  ['a value and its parts', { value: 1, parts: [] }, 'value', 'either “value” or “parts”'],
  ['a similar contract of nobody', { parts: [{ part: 'similar', value: 1 }] }, 'by', 'who judged'],
  ['own days that are too many', { ownDays: { evaluation: 9999 } }, 'evaluation', 'from 0 to 730'],
  [
    'a contract that ends before it begins',
    { running: { from: '2026-05-01', to: '2026-04-01' } },
    'running.to',
    '2026-05-01',
  ],
])('refuses %s, naming the field', (_, input, field, sentence) => {
  const found = readCase(input, today)
  expect(refused(found) && [found.because.args['field'], wordsFor('en').of(found.because)]).toEqual([
    field,
    expect.stringContaining(sentence),
  ])
})

test.each([[null], [[]], ['text']])('refuses %j, which is no case', (input) => {
  const found = readCase(input, today)
  expect(refused(found) && found.because.key).toBe('law.refusal.notACase')
})
