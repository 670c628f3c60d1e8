import { expect, test } from 'vitest'
import { netPresentValue } from './supplier.js'
import { SUPPLY as supply } from './testing.js'
import { tornado } from './tornado.js'

test('the input that moves the answer most comes first, and what moves nothing is left out', () => {
  const bars = tornado(supply)
  expect(bars.map(({ swing }) => swing)).toEqual(bars.map(({ swing }) => swing).sort((a, b) => b - a))
  const inputs = bars.map(({ input }) => input)
  expect(inputs[0]).toBe('term')
  // Without a value elsewhere it does not matter how fast it falls; without a chance to renew, nor how long the next is.
  expect(inputs).not.toContain('depreciation')
  expect(inputs).not.toContain('nextTerm')
})

test('one input is moved at a time, through the range that was given', () => {
  const [bar] = tornado(supply, { cashflow: [1.1e6, 1.3e6] }).filter(({ input }) => input === 'cashflow')
  expect(bar).toMatchObject({ low: 1.1e6, high: 1.3e6, decides: true })
  expect(bar!.atLow).toBe(netPresentValue({ ...supply, cashflow: 1.1e6 }))
  expect(bar!.atHigh).toBe(netPresentValue({ ...supply, cashflow: 1.3e6 }))
  const [sure] = tornado(supply, { cashflow: [1.18e6, 1.3e6] }).filter(({ input }) => input === 'cashflow')
  expect(sure!.decides).toBe(false)
})

test('a plausible range is widened to hold what was stated', () => {
  const [bar] = tornado({ ...supply, rate: 0.2 }).filter(({ input }) => input === 'rate')
  expect(bar).toMatchObject({ low: 0.035, high: 0.2 })
})

test('a next contract of unknown length is taken to be as long as this one', () => {
  const [bar] = tornado(supply).filter(({ input }) => input === 'renewal')
  expect(bar!.atHigh).toBe(netPresentValue({ ...supply, renewal: 0.7, nextTerm: 4 }))
})
