import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kit/day.js'
import { directive, lou, page } from '../cites.js'
import { CAPS } from './caps.js'
import { AMOUNTS, compare } from './compare.js'
import { numberKey, type Dated } from './dated.js'
import { minimum, PERIODS } from './periods.js'

const kronor = (least: number, most = least) => ({ least: least * 100, most: most * 100 })
const EVERY: readonly Dated[] = [...AMOUNTS, ...PERIODS, ...CAPS]

test.each(EVERY.map((row) => [`${row.name} ${row.amount} ${row.unit} from ${row.from}`, row] as const))(
  '%s has a source with a link, and a validity that is not over before it begins',
  (_, { amount, from, to, cites }) => {
    expect(amount).toBeGreaterThan(0)
    expect(from >= '2017-01-01' && (to === undefined || to > from)).toBe(true)
    for (const { source, place, url } of cites)
      expect([source !== '', place !== '', new URL(url).protocol]).toEqual([true, true, 'https:'])
  },
)

test('no two rows of one name and unit hold on the same day', () => {
  for (const row of EVERY) {
    const others = EVERY.filter(({ name, unit }) => name === row.name && unit === row.unit)
    expect(others.filter(({ from, to }) => from <= row.from && (to ?? '9999') >= row.from)).toEqual([row])
  }
})

describe('the kronor thresholds of 2026-27 have not been read', () => {
  const on = day('2026-11-24')
  test.each([
    [1_000_000, 'below'],
    [2_100_000, 'unknown'],
    [2_389_585, 'unknown'],
    [4_000_000, 'above'],
  ])('%i kr for goods is %s', (amount, standing) => {
    expect(compare(kronor(amount), 'goodsAndServices', on)).toMatchObject({ standing })
  })

  test('far from them the answer still rests on a weak mark, and says what to enter', () => {
    const found = compare(kronor(1_000_000), 'goodsAndServices', on)
    expect(found.cites.map(({ mark }) => mark)).toContain('weak')
    expect(found.findOut).toMatchObject({ key: 'law.limit.enter' })
  })

  const entered: Dated = {
    name: 'goodsAndServices',
    unit: 'SEK',
    amount: 2_345_678,
    from: day('2026-01-01'),
    to: day('2027-12-31'),
    cites: [page('C/2025/5732', 'EUT C', 'https://eur-lex.europa.eu/', 'weak')],
  }
  const near = kronor(2_345_677)

  test('one that is entered and that nobody has verified decides nothing near it', () => {
    expect(compare(near, 'goodsAndServices', on, [entered])).toMatchObject({
      standing: 'unknown',
      findOut: { key: 'law.limit.verify' },
    })
    expect(compare(kronor(1_000_000), 'goodsAndServices', on, [entered])).toMatchObject({ standing: 'below' })
  })
  test('one that a person has verified decides to the krona', () => {
    const verified = { [numberKey(entered)]: { by: 'Stadsjuristen', on: day('2026-11-20') } }
    expect(compare(near, 'goodsAndServices', on, [entered], verified)).toMatchObject({
      standing: 'below',
      cites: [{ number: numberKey(entered) }],
    })
    expect(compare(kronor(2_345_678), 'goodsAndServices', on, [entered], verified)).toMatchObject({ standing: 'at' })
  })
  test('who verified another amount has not verified this one', () => {
    const verified = { [numberKey({ ...entered, amount: 2_345_000 })]: { by: 'X', on: day('2026-11-20') } }
    expect(compare(near, 'goodsAndServices', on, [entered], verified)).toMatchObject({ standing: 'unknown' })
  })
  test('another period keeps its own', () => {
    expect(compare(kronor(1_389_584), 'goodsAndServices', day('2025-12-31'), [entered])).toMatchObject({
      standing: 'below',
    })
  })
})

test('where nothing has been read nothing is answered', () => {
  expect(compare(kronor(1), 'works', day('2028-01-01'))).toMatchObject({ standing: 'unknown' })
  expect(compare(kronor(1), 'directAward', day('2022-01-31'))).toMatchObject({ standing: 'unknown' })
})

test('a higher value never stands lower', () => {
  const order = ['below', 'unknown', 'at', 'above']
  const values = fc.integer({ min: 0, max: 12_000_000 })
  fc.assert(
    fc.property(
      values,
      values,
      fc.constantFrom(...['2019-05-01', '2023-05-01', '2025-05-01', '2027-05-01'].map(day)),
      (a, b, on) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const [lower, higher] = [low, high].map((amount) => compare(kronor(amount), 'light', on).standing)
        expect(order.indexOf(higher!)).toBeGreaterThanOrEqual(order.indexOf(lower!))
      },
    ),
  )
})

test('a period carries its number and where it stands', () => {
  expect(minimum('systemAdmission')).toMatchObject({
    period: { length: 10, unit: 'workingDays' },
    cites: [{ place: 'art. 34(5)' }],
  })
})

test('a place in the Swedish act links to its section', () => {
  expect(lou('19 a kap. 11 §').url).toBe('https://lagen.nu/2016:1145#K19aP11')
  expect(lou('20 kap.').url).toBe('https://lagen.nu/2016:1145#K20')
})

test('a recital links to the recitals, an article to itself', () => {
  expect(directive('recital 62').url).toMatch(/2014\/24\/introduction$/)
  expect(directive('art. 27(4)').url).toMatch(/article\/27$/)
})
