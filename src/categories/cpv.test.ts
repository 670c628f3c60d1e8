import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { refused } from '../kit/refuse.js'
import {
  allCategories,
  ancestors,
  categoryOf,
  code,
  codeWithCheck,
  divisions,
  isWithin,
  kinship,
  labelOf,
} from './cpv.js'
import { readCode } from './written.js'

describe('the tree', () => {
  it('holds every code once, each with both names', () => {
    const all = [...allCategories()]
    expect(all).toHaveLength(9454)
    expect(divisions()).toHaveLength(45)
    expect(all.every(({ label, check }) => label.sv && label.en && check >= 0 && check <= 9)).toBe(true)
  })
  it('leads every code up to its division, and back down', () => {
    for (const { code: of, parent, level } of allCategories()) {
      expect(parent === undefined).toBe(level === 'division')
      if (parent) expect(categoryOf(parent).children).toContain(of)
      expect(isWithin(of, ancestors(of)[0] ?? of)).toBe(true)
    }
  })
  it('climbs over gaps: 30192120 is not in the tree, 30192100 is', () => {
    expect(categoryOf(code('30192121')).parent).toBe('30192100')
  })
  it('names and writes a code', () => {
    expect(labelOf(code('39100000'), 'sv')).toBe('Möbler')
    expect(labelOf(code('39100000'), 'en')).toBe('Furniture')
    expect(codeWithCheck(code('39100000'))).toBe('39100000-3')
  })
})

test.each([
  ['39100000', '39100000', 'same', 2],
  ['39113600', '39100000', 'within', 2],
  ['39100000', '39113600', 'contains', 2],
  ['39111000', '39112000', 'class', 3],
  ['39110000', '39130000', 'group', 2],
  ['39100000', '39500000', 'division', 1],
  ['39100000', '15100000', 'unrelated', 0],
] as const)('kinship of %s and %s is %s', (a, b, kin, depth) => {
  expect(kinship(code(a), code(b))).toEqual({ kin, depth })
})

describe('codes as written', () => {
  test.each([
    ['39100000-3', '39100000', undefined],
    ['39100000 Möbler', '39100000', undefined],
    ['39100000', '39100000', undefined],
    ['391000003', '39100000', undefined],
    ['CPV: 39100000-3', '39100000', undefined],
    ['39.10.00.00', '39100000', undefined],
    ['39 10 00 00', '39100000', undefined],
    ['391', '39100000', undefined],
    ['39100000-4', '39100000', 'categories.code.checkDigit'],
    ['3100000', '03100000', 'categories.code.lostZero'],
    ['3100000-2', '03100000', 'categories.code.lostZero'],
  ])('%s', (written, expected, problem) => {
    const read = readCode(written)
    if (refused(read)) throw new Error(read.because.key)
    expect([read.code, read.problem?.key]).toEqual([expected, problem])
  })
  test.each(['', 'möbler', '99999999', '3', '12345678901', 'KA785'])('refuses %j', (written) => {
    expect(refused(readCode(written))).toBe(true)
  })
  it('reads back every code as it writes it', () => {
    for (const { code: of } of allCategories()) expect(readCode(codeWithCheck(of))).toEqual({ code: of })
  })
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readCode(text)))
  })
})
