import { expect, test } from 'vitest'
import { spendFactorFor } from './factor.js'
import { SPEND_FACTORS } from './spend-factors.js'

/** The divisions as they stand in the source's table for Sweden 2023, at three decimals, by the industry that each was mapped to. */
const DIVISIONS =
  '03 1.030 · 09 0.337 · 14 0.698 · 15 0.429 · 16 0.231 · 18 0.341 · 19 0.341 · 22 0.187 · 24 0.518 · 30 0.181 · 31 0.369 · 32 0.181 · 33 0.232 · 34 0.249 · 35 0.305 · 37 0.232 · 38 0.181 · 39 0.232 · 41 0.136 · 42 0.231 · 43 0.231 · 44 0.305 · 45 0.193 · 48 0.073 · 50 0.211 · 51 0.211 · 55 0.126 · 60 0.264 · 63 0.183 · 64 0.110 · 65 0.337 · 66 0.037 · 70 0.057 · 71 0.071 · 72 0.081 · 73 0.060 · 75 0.055 · 76 0.349 · 77 0.234 · 79 0.071 · 80 0.031 · 85 0.053 · 90 0.341 · 92 0.067 · 98 0.069'
    .split(' · ')
    .map((pair) => pair.split(' ') as [string, string])

test('all 45 divisions have their factor', () => {
  expect(DIVISIONS).toHaveLength(45)
  for (const [division, value] of DIVISIONS)
    expect(Math.abs(spendFactorFor(division, SPEND_FACTORS)!.value - Number(value)), division).toBeLessThan(0.000501)
})

test('a finer prefix goes before its division', () => {
  expect(spendFactorFor('03311000', SPEND_FACTORS)!.value).toBe(0.44866)
  expect(spendFactorFor('03111000', SPEND_FACTORS)!.value).toBe(1.03004)
})

test('each is positive, has its spread, source and credit, and no prefix stands twice', () => {
  expect(new Set(SPEND_FACTORS.map(({ cpvPrefix }) => cpvPrefix)).size).toBe(SPEND_FACTORS.length)
  for (const { value, gsd, cpvPrefix, source, credit } of SPEND_FACTORS) {
    expect(cpvPrefix).toMatch(/^\d{2,5}$/)
    expect(value).toBeGreaterThan(0)
    expect(value).toBeLessThan(3)
    expect(gsd).toBe(1.59)
    expect(source.licence).toBe('CC BY 4.0')
    expect(credit).toContain('Mapped to CPV by us')
  }
})

test('prefixes of one industry are one factor, with one value', () => {
  const values = new Map<string, number>()
  for (const { id, value } of SPEND_FACTORS) {
    expect(values.get(id) ?? value, id).toBe(value)
    values.set(id, value)
  }
  expect(values.size).toBeLessThan(SPEND_FACTORS.length)
})
