import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROOMS } from '../picture/picture.js'
import { laySpans, THINNEST } from './layout.js'

const aValue = fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 1e12 }), fc.constant(0))
const aSpan = fc.record({
  label: fc.string({ minLength: 1, maxLength: 60 }),
  from: aValue,
  to: aValue,
  text: fc.string({ maxLength: 40 }),
  cause: fc.string({ maxLength: 40 }),
})

test('every span lies inside, its two parts meet at nothing, and rows do not overlap', () => {
  fc.assert(
    fc.property(fc.array(aSpan, { maxLength: 8 }), aValue, fc.constantFrom(...ROOMS), (spans, base, room) => {
      const { width, height, shapes, zero, base: told } = laySpans(spans, base, room)
      expect([width, height, zero.x, told].every(Number.isFinite)).toBe(true)
      let bottom = 0
      for (const { below, above, y, label } of shapes) {
        for (const part of [below, above]) if (part) expect(part.x >= 0 && part.x + part.width <= width + 2).toBe(true)
        if (below && above) expect(Math.abs(below.x + below.width - above.x)).toBeLessThanOrEqual(THINNEST)
        if (label.lines.length > 0) expect(label.y).toBeGreaterThan(bottom)
        bottom = y
      }
      expect(bottom).toBeLessThanOrEqual(height)
    }),
  )
})

test('what lies below nothing is told apart from what lies above', () => {
  const told = { label: 'a', text: '', cause: '' }
  const [both, over, under] = laySpans(
    [
      { ...told, from: -1, to: 1 },
      { ...told, from: 2, to: 1 },
      { ...told, from: -1, to: -2 },
    ],
    0,
    'wide',
  ).shapes
  expect([both, over, under].map((one) => [one!.below !== undefined, one!.above !== undefined])).toEqual([
    [true, true],
    [false, true],
    [true, false],
  ])
})
