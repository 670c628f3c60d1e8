import { expect, test } from 'vitest'
import { allCategories, code } from './cpv.js'
import { prior, SELDOM } from './seldom.js'

test.each(SELDOM.flatMap(({ beginnings, why }) => beginnings.split(' ').map((one) => [one, why] as const)))(
  '%s is in the CPV, and is set back: %s',
  (beginning) => {
    const codes = [...allCategories()].map((one) => one.code).filter((one) => one.startsWith(beginning))
    expect(codes.length).toBeGreaterThan(0)
    expect(codes.every((one) => prior(one) < 1)).toBe(true)
  },
)

test.each(['39130000', '35110000', '38400000', '50100000', '72000000', '98310000'])('%s is not', (often) => {
  expect(prior(code(often))).toBe(1)
})
