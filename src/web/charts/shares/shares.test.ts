import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROOMS } from '../picture/picture.js'
import { textWidth } from '../picture/text.js'
import { TEXT } from '../picture/picture.js'
import { layShares, type Share, type SharesLayout } from './layout.js'

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
      for (const { label } of list)
        expect(Math.max(...label.map((line) => textWidth(line, TEXT[room])))).toBeLessThanOrEqual(width)
      expect(lowest(layShares(shares, room))).toBeLessThanOrEqual(height)
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

const LONG = 'Inköp som varken följde ett avtal eller kunde knytas till en enda leverantör'

test.each([
  ['a blank text in a narrow room', { label: '!', value: 0, text: ' ' }, 'narrow'],
  ['a last label of two lines beside a text of one', { label: LONG, value: 1, text: '1 kr' }, 'wide'],
  ['both of two lines below each other', { label: LONG, value: 1, text: LONG }, 'narrow'],
] as const)('nothing is cut: %s', (_, share, room) => {
  const layout = layShares([share], room)
  expect(lowest(layout)).toBeLessThanOrEqual(layout.height - 10)
})

/** The last baseline, of labels and texts alike. */
const lowest = ({ list, leading }: SharesLayout): number =>
  Math.max(
    0,
    ...list.flatMap(({ label, text, y, textY }) => [
      y + (label.length - 1) * leading,
      textY + (Math.max(text.length, 1) - 1) * leading,
    ]),
  )

test('twice as much is twice as wide', () => {
  const share = (value: number): Share => ({ label: String(value), value, text: '' })
  const [one, two] = layShares([share(30), share(60)], 'wide').segments
  expect(two!.width).toBeCloseTo(2 * one!.width, 6)
})
