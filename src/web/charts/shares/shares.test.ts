import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROOMS } from '../picture/picture.js'
import { textWidth } from '../picture/text.js'
import { TEXT } from '../picture/picture.js'
import { layShares, type Share } from './layout.js'

const aShare: fc.Arbitrary<Share> = fc.record({
  label: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
  value: fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 1e12 }), fc.constant(0)),
  text: fc.string({ minLength: 1, maxLength: 40 }),
})

test('the parts fill the bar, none overlaps another, and every part is named', () => {
  fc.assert(
    fc.property(fc.array(aShare, { maxLength: 6 }), fc.constantFrom(...ROOMS), (shares, room) => {
      const { width, height, segments, list } = layShares(shares, room)
      expect(list.map(({ share }) => share)).toEqual(shares)
      for (const { label, y, textY } of list) {
        expect(Math.max(...label.map((line) => textWidth(line, TEXT[room])))).toBeLessThanOrEqual(width)
        expect(Math.max(y, textY)).toBeLessThanOrEqual(height)
      }
      let at = 0
      for (const segment of segments) {
        expect(segment.x).toBeCloseTo(at, 6)
        expect(segment.width).toBeGreaterThan(0)
        at += segment.width
      }
      expect(at).toBeCloseTo(segments.length ? width : 0, 6)
    }),
  )
})

test('twice as much is twice as wide', () => {
  const share = (value: number): Share => ({ label: String(value), value, text: '' })
  const [one, two] = layShares([share(30), share(60)], 'wide').segments
  expect(two!.width).toBeCloseTo(2 * one!.width, 6)
})
