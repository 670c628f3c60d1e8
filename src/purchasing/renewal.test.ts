import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../kit/day.js'
import { chainOf, paceOf, stateOf, type Renewable } from './renewal.js'

const TODAY = day('2026-11-23')
const contract = (
  told: Partial<Record<'starts' | 'ends' | 'options', string>> & Partial<Renewable> = {},
): Renewable => ({
  startsOn: told.starts === undefined ? null : day(told.starts),
  endsOn: told.ends === undefined ? null : day(told.ends),
  extensionMonths: told.options ?? '',
  noticeMonths: null,
  ceiling: null,
  isWithdrawn: false,
  ...told,
})

/** As a lawyer reads it: what the register tells, and the days that follow. */
test.each([
  ['only an end', contract({ ends: '2027-12-31' }), ['2027-12-31 end']],
  [
    'an end and six months’ notice',
    contract({ ends: '2027-12-31', noticeMonths: 6 }),
    ['2027-06-30 notice', '2027-12-31 end'],
  ],
  [
    'three months before the end of May is the end of February',
    contract({ ends: '2027-05-31', noticeMonths: 3 }),
    ['2027-02-28 notice', '2027-05-31 end'],
  ],
  [
    'a notice period of nought months runs out with the contract',
    contract({ ends: '2027-05-31', noticeMonths: 0 }),
    ['2027-05-31 notice', '2027-05-31 end'],
  ],
  [
    'an option begins the day after the end: six months from 30 June end on 31 December',
    contract({ ends: '2027-06-30', options: '6' }),
    ['2027-06-30 use 1', '2027-06-30 end', '2027-12-31 option 1'],
  ],
  [
    'a year from the end of February in a leap year ends on the last of February',
    contract({ ends: '2027-02-28', options: '12' }),
    ['2027-02-28 use 1', '2027-02-28 end', '2028-02-29 option 1'],
  ],
  [
    'two options, with notice: each has its own last day, and the last end has none',
    contract({ ends: '2027-03-31', options: '12+12', noticeMonths: 3 }),
    [
      '2026-12-31 notice',
      '2026-12-31 use 1',
      '2027-03-31 end',
      '2027-12-31 use 2',
      '2028-03-31 option 1',
      '2029-03-31 option 2',
    ],
  ],
  ['no end told: no day follows', contract({ starts: '2024-01-01', options: '12', noticeMonths: 3 }), []],
  ['it ends before it starts: no day is believed', contract({ starts: '2027-01-01', ends: '2026-01-01' }), []],
])('%s', (_, one, expected) => {
  const { steps } = chainOf(one, TODAY)
  expect(steps.map(({ on, kind, option }) => [on, kind, option].filter(Boolean).join(' '))).toEqual(expected)
})

test.each([
  ['an end ahead', contract({ starts: '2024-01-01', ends: '2026-11-23' }), 'running'],
  ['a start ahead', contract({ starts: '2026-11-24', ends: '2027-01-01' }), 'coming'],
  ['an end behind and no option', contract({ ends: '2026-11-22' }), 'ended'],
  ['an end behind, and an option that reaches today', contract({ ends: '2026-10-31', options: '12' }), 'past-end'],
  ['an end behind, and an option that has ended too', contract({ ends: '2024-10-31', options: '12' }), 'ended'],
  ['an end behind, and options in words', contract({ ends: '2026-10-31', extensionMonths: null }), 'past-end'],
  ['no end', contract({ starts: '2024-01-01' }), 'unknown'],
  ['an end before the start', contract({ starts: '2024-01-01', ends: '2023-01-01' }), 'contradictory'],
  ['left out by a later register', contract({ ends: '2027-01-01', isWithdrawn: true }), 'withdrawn'],
])('%s', (_, one, state) => {
  expect(stateOf(one, TODAY)).toBe(state)
})

test('the next day is the earliest ahead, today included, and none of a withdrawn contract', () => {
  const one = contract({ ends: '2027-03-31', options: '12', noticeMonths: 3 })
  expect(chainOf(one, TODAY).next).toMatchObject({ kind: 'notice', on: '2026-12-31' })
  expect(chainOf(one, day('2026-12-31')).next).toMatchObject({ kind: 'notice' })
  expect(chainOf(one, day('2027-01-01')).next).toMatchObject({ kind: 'end', on: '2027-03-31' })
  expect(chainOf(one, day('2028-04-01')).next).toBeUndefined()
  expect(chainOf({ ...one, isWithdrawn: true }, TODAY).next).toBeUndefined()
})

test('what is not told is unknown, with what would make it known', () => {
  const unknown = (one: Renewable) => chainOf(one, TODAY).unknown.map(({ kind, missing }) => `${kind}: ${missing}`)
  expect(unknown(contract())).toEqual(['end: end', 'ceiling: ceiling'])
  expect(unknown(contract({ ends: '2027-01-01', ceiling: 100 }))).toEqual([
    'notice: notice-period',
    'ceiling: purchases',
  ])
  expect(unknown(contract({ ends: '2027-01-01', noticeMonths: 3, extensionMonths: null }))).toContain(
    'last: options-read',
  )
  expect(unknown(contract({ starts: '2027-01-01', ends: '2026-01-01' }))).toContain('end: dates-agree')
  expect(chainOf(contract({ ends: '2027-01-01', extensionMonths: null }), TODAY).last).toBeUndefined()
  expect(chainOf(contract({ ends: '2027-01-01', options: '12' }), TODAY).last).toBe('2028-01-01')
})

describe('the ceiling', () => {
  const capped = contract({ ends: '2028-12-31', ceiling: 120_000 })
  const since = day('2026-01-01')

  test('half of it in twelve months: it is reached after twenty-four', () => {
    const { steps } = chainOf(capped, TODAY, { spent: 60_000, since, months: 12 })
    expect(steps[0]).toMatchObject({ kind: 'ceiling', on: '2028-01-01', because: { rule: 'pace', spent: 60_000 } })
  })
  test('where it lasts longer than the contract can, it is no day to act on', () => {
    const { steps, lasts } = chainOf(capped, TODAY, { spent: 10_000, since, months: 12 })
    expect(steps.map(({ kind }) => kind)).toEqual(['end'])
    expect(lasts).toMatchObject({ kind: 'ceiling', on: '2037-12-31' })
  })
  test.each([
    [
      'from its first month to the last month told',
      '2025-03-15',
      { spent: 700, from: '2024-01-01', to: '2025-09-01' },
      7,
    ],
    ['nothing bought', '2025-03-15', { spent: 0, from: '2024-01-01', to: '2025-09-01' }, 'purchases'],
    ['no ledger', '2025-03-15', { spent: 0, from: null, to: null }, 'purchases'],
    [
      'a ledger that begins later',
      '2023-03-15',
      { spent: 700, from: '2024-01-01', to: '2025-09-01' },
      'earlier-purchases',
    ],
    ['a start that is not told', null, { spent: 700, from: '2024-01-01', to: '2025-09-01' }, 'earlier-purchases'],
  ] as const)('the pace of %s', (_, starts, { spent, from, to }, expected) => {
    const pace = paceOf(starts && day(starts), { spent, from: from && day(from), to: to && day(to) })
    expect(typeof pace === 'string' ? pace : pace.months).toBe(expected)
  })
  test('at no pace it is not known', () => {
    for (const spent of [0, -500, 1])
      expect(chainOf(capped, TODAY, { spent, since, months: 12 }).unknown).toContainEqual({
        kind: 'ceiling',
        missing: 'purchases-to-come',
      })
  })
  test('faster is never later', () => {
    const reached = (spent: number) => {
      const { steps, lasts } = chainOf(capped, TODAY, { spent, since, months: 12 })
      return (lasts ?? steps.find(({ kind }) => kind === 'ceiling'))!.on
    }
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 500_000 }), fc.integer({ min: 1, max: 50_000 }), (spent, more) => {
        expect(reached(spent + more) <= reached(spent)).toBe(true)
      }),
    )
  })
})

describe('of any contract', () => {
  const anyDay = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(TODAY, days))
  const options = fc.array(fc.integer({ min: 1, max: 48 }), { maxLength: 4 }).map((months) => months.join('+'))
  const any = fc.record({
    startsOn: fc.option(anyDay),
    endsOn: fc.option(anyDay),
    extensionMonths: fc.option(options),
    noticeMonths: fc.option(fc.integer({ min: 0, max: 24 })),
    ceiling: fc.option(fc.nat()),
    isWithdrawn: fc.boolean(),
  })

  test('days stand in order; options end later and later; the next one is ahead', () => {
    fc.assert(
      fc.property(any, anyDay, (one, today: Day) => {
        const { steps, next, last, unknown } = chainOf(one, today)
        const days = steps.map(({ on }) => on)
        expect(days).toEqual([...days].sort())
        const ends = steps.filter(({ kind }) => kind === 'end' || kind === 'option').map(({ on }) => on)
        expect(new Set(ends).size).toBe(ends.length)
        if (last) expect(ends.at(-1)).toBe(last)
        if (next) expect(days.filter((on) => on >= today)[0]).toBe(next.on)
        else if (!one.isWithdrawn) expect(days.every((on) => on < today)).toBe(true)
        if (steps.length === 0) expect(unknown.length).toBeGreaterThan(0)
      }),
    )
  })

  test('nobody is told to act on an option later than the day it would begin', () => {
    fc.assert(
      fc.property(any, (one) => {
        const { steps } = chainOf(one, TODAY)
        for (const { kind, option, on } of steps)
          if (kind === 'use') {
            const before =
              option === 1
                ? steps.find((s) => s.kind === 'end')!
                : steps.find((s) => s.kind === 'option' && s.option === option! - 1)!
            expect(on <= before.on).toBe(true)
          }
      }),
    )
  })
})
