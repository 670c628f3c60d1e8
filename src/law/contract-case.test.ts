import { describe, expect, test } from 'vitest'
import { addDays, day } from '../kit/day.js'
import { refused } from '../kit/refuse.js'
import type { KnownContract } from '../purchasing/index.js'
import { backPlan } from './back-plan.js'
import { contractCase, nextOption, overCap, purchaseCase, replacements, smallChange } from './contract-case.js'
import { routesFor } from './rules/answer.js'
import { earliest } from './rules/calendar.js'
import { ROUTE } from './rules/routes/index.js'
import { subjectOf } from './subject.js'

const today = day('2026-11-23')
const none = { entered: [], verified: {} }
const furniture = {
  ...{
    category: '39130000',
    agreement: 'framework',
    buyerName: 'Provstad',
    callers: [],
    file: 'register.csv',
    line: 2,
  },
  ...{ startsOn: day('2025-06-01'), endsOn: day('2027-05-31'), extensionMonths: '12+12', noticeMonths: 6 },
  ...{ ceiling: 6_000_000_00, holders: 1, state: 'running' },
} as unknown as KnownContract
const caseOf = (told: Partial<KnownContract> = {}) => contractCase({ ...furniture, ...told }, today, none)
const verdictOf = (route: string, told: Partial<KnownContract> = {}) => {
  const answers = routesFor(caseOf(told))
  return refused(answers) ? 'refused' : answers.find((one) => one.route === route)!.verdict
}

test.each([
  ['39130000', 'goods'],
  ['15000000', 'goods'],
  ['48000000', 'goods'],
  ['45233162', 'works'],
  ['72000000', 'service'],
  ['50116510', 'unsettled'],
  ['55524000', 'unsettled'],
  ['85000000', 'unsettled'],
  [null, 'unsettled'],
])('the code %s says that the main subject is %s', (code, subject) => {
  expect(subjectOf(code)).toBe(subject)
})

describe('what the register tells answers, and nothing else', () => {
  test('a running framework: its days and ceiling; clauses, room and price are asked', () => {
    expect(caseOf().running).toEqual({
      ...{ from: '2025-06-01', to: '2027-05-31', extendableTo: '2029-05-31' },
      ceiling: 6_000_000_00,
    })
    expect(caseOf().answers).toEqual({})
    for (const route of ['throughSupplier', 'callOff', 'miniCompetition', 'change', 'directAward'])
      expect(verdictOf(route), route).toBe('unknown')
  })
  test('a buyer that is named may call off, in the register’s name', () => {
    const { answers } = caseOf({ callers: ['Provbolaget AB', 'Provstad'] })
    expect(answers).toEqual({ mayCallOff: { says: 'yes', by: 'register.csv:2' } })
  })
  test.each([
    ['has ended', { state: 'ended', endsOn: day('2026-05-31'), extensionMonths: '' }],
    ['has not begun', { state: 'coming', startsOn: day('2027-01-01') }],
  ] as const)('nothing is called off from one that %s', (_, told) => {
    expect(verdictOf('callOff', told)).toBe('unlawful')
  })
  test('days that contradict each other are no days', () => {
    const told = { state: 'contradictory', endsOn: day('2020-01-01') } as const
    expect(caseOf(told).running).toBeUndefined()
    expect(nextOption({ ...furniture, ...told }, today)).toBeUndefined()
    expect(replacements({ ...furniture, ...told }, caseOf(told))).toEqual([])
    expect(verdictOf('open', told)).toBe('unverified')
  })
})

test.each([
  ['one supplier', {}, 10, 600_000_00],
  ['works', { category: '45000000' }, 15, 900_000_00],
  ['two suppliers under one ceiling', { holders: 2 }, 10, undefined],
  ['no ceiling', { ceiling: null }, 10, undefined],
])('a minor change, %s', (_, told, percent, below) => {
  expect(smallChange({ ...furniture, ...told }, today)).toMatchObject({ percent, ...(below ? { below } : {}) })
  expect(smallChange({ ...furniture, ...told }, today).below).toBe(below)
})

test.each([
  ['exactly four years', {}, undefined],
  ['a day more', { endsOn: day('2027-06-01') }, 4],
  ['no framework', { endsOn: day('2031-05-31'), agreement: 'contract' }, undefined],
  ['begun on a day that is not told', { endsOn: day('2031-05-31'), startsOn: null }, undefined],
] as const)('against the cap: %s', (_, told, years) => {
  expect(overCap({ ...furniture, ...told }, today)?.years).toBe(years)
})

test.each([
  ['by its notice period', {}, { useBy: '2026-11-30', endsOn: '2028-05-31' }],
  ['the second when the first has passed', { noticeMonths: 7 }, { useBy: '2027-10-31', endsOn: '2029-05-31' }],
  ['before the end where no notice is told', { noticeMonths: null }, { useBy: '2027-05-31', endsOn: '2028-05-31' }],
  ['none left', { extensionMonths: '' }, undefined],
  ['unread', { extensionMonths: null }, undefined],
])('the next option, %s', (_, told, next) => {
  expect(nextOption({ ...furniture, ...told }, today)).toEqual(next)
})

test('each procedure begins so late that its contract is just made in time, for the end and the last possible end', () => {
  const plans = replacements(furniture, caseOf())
  expect(plans.map(({ route, neededBy }) => [route, neededBy])).toEqual([
    ['open', '2027-05-31'],
    ['restricted', '2027-05-31'],
    ['open', '2029-05-31'],
    ['restricted', '2029-05-31'],
  ])
  for (const { route, neededBy, startBy, calendar } of plans) {
    expect(calendar.firstDay! <= neededBy).toBe(true)
    const later = { ...caseOf(), startOn: addDays(startBy!, 1) }
    expect(earliest(later, ROUTE[route].stages(later)).firstDay! > neededBy).toBe(true)
  }
})

test('too late: no day to begin by, and the calendar from today', () => {
  const plan = backPlan('open', purchaseCase(today, '39130000', none), day('2026-12-10'))
  expect(plan?.startBy).toBeUndefined()
  expect(plan?.calendar.firstDay).toBe('2027-01-05')
})
