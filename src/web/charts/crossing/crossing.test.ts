import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROOMS, TEXT, type Room } from '../picture/picture.js'
import { textWidth } from '../picture/text.js'
import { layCrossing, type CrossingLayout } from './layout.js'

const edgesOf = ({ text, x, anchor }: CrossingLayout['ticks'][number], room: Room): [number, number] => {
  const width = textWidth(text, TEXT[room])
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return [left, left + width]
}

const aValue = fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 1e12 }), fc.constant(0))
const someValues = fc.array(aValue, { minLength: 2, maxLength: 60 })
const words = { before: 'too short', after: 'enough' }

test('the line lies inside, every word too, and nothing becomes NaN', () => {
  fc.assert(
    fc.property(
      someValues,
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.constantFrom(...ROOMS),
      (values, at, room) => {
        const points = values.map((value, n) => ({ at: n, value, label: `${n} years`, text: String(n) }))
        const layout = layCrossing({ points, crossing: { at, label: '3.9 years' }, ...words }, room)
        const numbers = [...layout.line.matchAll(/[ML](\S+) ([^L]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
        for (const [x, y] of numbers) expect(x! >= 0 && x! <= layout.width && y! >= 0 && y! <= layout.height).toBe(true)
        for (const [left, right] of layout.ticks.map((tick) => edgesOf(tick, room)))
          expect(left >= -0.5 && right <= layout.width + 0.5).toBe(true)
        expect(JSON.stringify(layout)).not.toMatch(/NaN|null/)
      },
    ),
  )
})

test('no two words on the axis touch', () => {
  for (const room of ROOMS)
    for (const count of [2, 8, 14, 30]) {
      const points = Array.from({ length: count }, (_, n) => ({ at: n, value: n - 3, label: `${n + 1} years` }))
      const { ticks } = layCrossing({ points, ...words }, room)
      const edges = ticks.map((tick) => edgesOf(tick, room))
      edges.slice(1).forEach(([left], n) => expect(left).toBeGreaterThan(edges[n]![1]))
    }
})

test('what lies after the crossing is where the line is above nothing', () => {
  const points = [-4, -2, 0, 2, 4].map((value, at) => ({ at, value }))
  const { above, mark, zero, width } = layCrossing({ points, crossing: { at: 2, label: 'b' }, ...words }, 'wide')
  expect(mark!.x).toBeCloseTo(width / 2)
  expect(above!.x).toBe(mark!.x)
  expect(above!.y).toBeLessThan(zero)
  expect(layCrossing({ points, ...words }, 'wide').above).toBeUndefined()
})
