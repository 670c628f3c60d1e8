import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, type Day } from '../../kit/day.js'
import { layBars, type Bar } from './bars/layout.js'
import { layCalendar, STEP_KINDS, type CalendarRow } from './calendar/layout.js'
import { ROOMS } from './picture/picture.js'
import { textWidth, wrap } from './picture/text.js'
import { layTimeline, type TimelineRow } from './timeline/layout.js'
import { hatched } from './treemap/hatch.js'
import { layTreemap, lookOf, type Part } from './treemap/layout.js'

const letters = (text: string) => text.replace(/[\s-]/g, '')
const aLabel = fc.string({ minLength: 1, maxLength: 80 }).filter((text) => letters(text) !== '')
const aValue = fc.oneof(fc.double(), fc.integer({ min: 0, max: 1e9 }), fc.constant(0))
const aBar: fc.Arbitrary<Bar> = fc.record(
  {
    label: aLabel,
    value: aValue,
    text: aLabel,
    share: aLabel,
    low: aValue,
    high: aValue,
    parts: fc.array(aValue, { maxLength: 5 }),
  },
  { requiredKeys: ['label', 'value', 'text'] },
)
const aPart: fc.Arbitrary<Part> = fc.record(
  { label: aLabel, value: aValue, text: aLabel, share: aLabel, rest: fc.boolean() },
  { requiredKeys: ['label', 'value', 'text'] },
)
const aDay: fc.Arbitrary<Day> = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(day('2026-11-23'), days))
const aRow: fc.Arbitrary<TimelineRow> = fc.record(
  { label: aLabel, start: aDay, end: aDay, notice: aDay, options: fc.array(aDay, { maxLength: 3 }), unknown: aLabel },
  { requiredKeys: ['label'] },
)

const aStep = fc
  .record({ kind: fc.constantFrom(...STEP_KINDS), label: aLabel, from: aDay, days: fc.nat(400) })
  .map(({ days, ...step }) => ({ ...step, to: addDays(step.from, days) }))
const aChain: fc.Arbitrary<CalendarRow> = fc.record(
  { label: aLabel, steps: fc.array(aStep, { maxLength: 5 }), earliest: aDay, likely: aDay, unknown: aLabel },
  { requiredKeys: ['label', 'steps'] },
)

/** Every number anywhere in a layout. */
function numbersIn(layout: unknown): number[] {
  if (typeof layout === 'number') return [layout]
  if (typeof layout !== 'object' || layout === null) return []
  return Object.entries(layout).flatMap(([name, value]) => (/^(bar|part|look|row)$/.test(name) ? [] : numbersIn(value)))
}
const isInside = ({ x, width }: { x: number; width: number }, whole: number) => x >= -0.01 && x + width <= whole + 0.01

test.each([
  ['Livsmedel till förskolor', 100, 16],
  ['upphandlingsmyndighetens', 60, 18],
  ['', 100, 16],
])('wraps %j and drops nothing', (text, width, size) => {
  const lines = wrap(text, width, size)
  expect(letters(lines.join(''))).toBe(letters(text))
  for (const line of lines) expect(textWidth(line, size)).toBeLessThanOrEqual(width)
})

test('no two parts look alike, and no line ends inside an amount', () => {
  const looks = Array.from({ length: 24 }, (_, place) => Object.values(lookOf(place)).join())
  expect(new Set(looks).size).toBe(24)
  const parts = Array.from({ length: 20 }, (_, at) => ({
    label: `Furniture ${at}`,
    value: 20 - at,
    text: 'SEK 10.2 m',
  }))
  for (const room of ROOMS) {
    const { tiles, list } = layTreemap(parts, room)
    const sums = [...tiles.map(({ text }) => text), ...list.map(({ lines }) => lines)].flat()
    expect(sums.filter((line) => line.includes('SEK\u00a010.2\u00a0m'))).toHaveLength(20)
  }
})

test('the hatching of a tile stays within it', () => {
  const aRectangle = fc.record({ x: fc.nat(700), y: fc.nat(400), width: fc.nat(400), height: fc.nat(400) })
  fc.assert(
    fc.property(aRectangle, fc.constantFrom('rising' as const, 'falling' as const), (rectangle, way) => {
      const points = [...hatched(rectangle, way).matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)])
      const { x, y, width, height } = rectangle
      for (const [atX, atY] of points)
        expect(atX! >= x && atX! <= x + width && atY! >= y && atY! <= y + height).toBe(true)
      if (width + height > 20) expect(points.length).toBeGreaterThan(1)
    }),
  )
})

describe.each(ROOMS)('drawn %s', (room) => {
  test('bars lie inside, keep their labels and never become NaN', () => {
    fc.assert(
      fc.property(fc.array(aBar, { maxLength: 12 }), (bars) => {
        const layout = layBars(bars, room)
        expect(numbersIn(layout).every(Number.isFinite)).toBe(true)
        for (const { bar, label, rect, soft, dividers } of layout.shapes) {
          expect(letters(label.lines.join(''))).toBe(letters(bar.label))
          expect(isInside(rect, layout.width) && rect.y + rect.height <= layout.height).toBe(true)
          for (const x of dividers) expect(x > rect.x && x < rect.x + rect.width).toBe(true)
          if (soft) expect(isInside(soft, layout.width)).toBe(true)
        }
      }),
    )
  })

  test('a longer bar is a larger value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 2 }), (values) => {
        const bars = values.map((value) => ({ label: 'a', text: 'b', value }))
        const widths = layBars(bars, room).shapes.map(({ rect }) => rect.width)
        for (const [at, value] of values.entries())
          if (value > values[0]!) expect(widths[at]!).toBeGreaterThanOrEqual(widths[0]!)
      }),
    )
  })

  test('times lie inside, keep their labels, and what is unknown is drawn open', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 12 }), aDay, (rows, today) => {
        const layout = layTimeline({ rows, today }, room)
        expect(numbersIn(layout).every(Number.isFinite)).toBe(true)
        expect(layout.today).toBeGreaterThanOrEqual(layout.left)
        expect(layout.today).toBeLessThanOrEqual(layout.width)
        for (const { row, label, contract, options, open, bottom } of layout.shapes) {
          expect(letters(label.lines.join(''))).toBe(letters(row.label))
          for (const span of [contract, open, ...options]) if (span) expect(isInside(span, layout.width)).toBe(true)
          expect(bottom).toBeLessThanOrEqual(layout.height)
          if (!row.end) expect(open).toBeDefined()
        }
      }),
    )
  })

  test('chains of steps lie inside, each step from its first day to the end of its last, and a longer one is longer', () => {
    fc.assert(
      fc.property(fc.array(aChain, { maxLength: 8 }), aDay, fc.option(aDay), (rows, today, goal) => {
        const layout = layCalendar({ rows, today, goal: goal ?? undefined }, room)
        expect(numbersIn(layout).every(Number.isFinite)).toBe(true)
        const marks = [
          layout.today,
          layout.goal,
          ...layout.shapes.flatMap(({ earliest, likely }) => [earliest, likely]),
        ]
        for (const x of marks) if (x !== undefined) expect(isInside({ x, width: 0 }, layout.width)).toBe(true)
        for (const { row, label, steps, open, bottom } of layout.shapes) {
          expect(letters(label.lines.join(''))).toBe(letters(row.label))
          expect(steps).toHaveLength(row.steps.length)
          for (const step of steps) expect(isInside(step, layout.width)).toBe(true)
          expect(open !== undefined).toBe(row.unknown !== undefined)
          expect(bottom).toBeLessThanOrEqual(layout.height)
        }
      }),
    )
    const days = [1, 30, 90].map((length) => ({
      label: 'a',
      steps: [
        { kind: 'fixed' as const, label: 'b', from: day('2026-12-01'), to: addDays(day('2026-12-01'), length - 1) },
      ],
    }))
    const [short, month, quarter] = layCalendar({ rows: days, today: day('2026-12-01') }, room).shapes.map(
      ({ steps }) => steps[0]!.width,
    )
    expect(month! / short!).toBeCloseTo(30, 1)
    expect(quarter! / month!).toBeCloseTo(3, 1)
  })

  test('tiles lie inside, and every name stands with its sum, in its tile or in the list', () => {
    fc.assert(
      fc.property(fc.array(aPart, { maxLength: 24 }), (parts) => {
        const layout = layTreemap(parts, room)
        expect(numbersIn(layout).every(Number.isFinite)).toBe(true)
        for (const tile of layout.tiles) {
          expect(isInside(tile, layout.width) && tile.y + tile.height <= layout.height + 0.01).toBe(true)
          const listed = layout.list.find(({ number }) => number === tile.number)
          const said = listed ? listed.lines : [...tile.label, ...tile.text]
          expect(letters(said.join(''))).toContain(letters(tile.part.label))
          expect(letters(said.join(''))).toContain(letters(tile.part.text))
        }
        expect(layout.tiles).toHaveLength(parts.filter(({ value }) => Number.isFinite(value) && value > 0).length)
      }),
    )
  })
})
