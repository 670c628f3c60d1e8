/** A line over steps and where it comes up through nothing: numbers in, shapes out. */
import { textWidth } from '../picture/text.js'
import { TEXT, WIDTHS, type Room } from '../picture/picture.js'

/** A named point is a step on the axis and a row of the table; the others only bend the line. */
export interface Point {
  readonly at: number
  readonly value: number
  readonly label?: string | undefined
  /** The value as read. */
  readonly text?: string | undefined
}
export interface CrossingData {
  /** In order, two at least. */
  readonly points: readonly Point[]
  /** Where the line comes up through nothing, and what it is called; undefined where it never does. */
  readonly crossing?: { readonly at: number; readonly label: string } | undefined
  /** What lies before and after it. */
  readonly before: string
  readonly after: string
}
interface Word {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}
export interface CrossingLayout {
  readonly width: number
  readonly height: number
  readonly zero: number
  readonly line: string
  readonly axis: number
  readonly ticks: readonly Word[]
  /** The side where the line is above nothing. */
  readonly above:
    { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined
  readonly mark: { readonly x: number; readonly word: Word } | undefined
  readonly sides: readonly Word[]
  /** The first and the last value, at the ends of the line. */
  readonly ends: readonly Word[]
}

const HEIGHT = { narrow: 300, wide: 320 } as const
const EDGE = 10

export function layCrossing(data: CrossingData, room: Room): CrossingLayout {
  const size = TEXT[room]
  const [width, height] = [WIDTHS[room], HEIGHT[room]]
  const points = data.points.filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value))
  const x = scale(
    points.map(({ at }) => at),
    EDGE,
    width - EDGE,
  )
  const axis = height - size * 1.9
  const y = scale([0, ...points.map(({ value }) => value)], axis - size * 1.8, size * 2.8)
  const zero = y(0)
  const mark = data.crossing && Number.isFinite(data.crossing.at) ? x(data.crossing.at) : undefined
  return {
    width,
    height,
    zero,
    axis,
    line: points.map(({ at, value }, n) => `${n === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`).join(''),
    ticks: ticksOf(points, x, axis + size * 1.4, size, width),
    above: mark === undefined ? undefined : { x: mark, y: size * 1.8, width: width - mark, height: axis - size * 1.8 },
    mark: mark === undefined ? undefined : { x: mark, word: markWord(data.crossing!.label, mark, zero, size, width) },
    sides: sidesOf(data, mark, size, width),
    ends: endsOf(points, x, y, size),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** From the least to the greatest of them, onto the room between two edges; a single value stands at the first. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  // Halved first: the difference of the two greatest numbers there are is none.
  const half = most / 2 - least / 2
  return (value) => {
    const within = Math.min(Math.max(value, least), most)
    return half > 0 ? from + ((within / 2 - least / 2) / half) * (to - from) : from
  }
}

/** As many as there is room for, evenly. */
function ticksOf(points: readonly Point[], x: (at: number) => number, y: number, size: number, width: number): Word[] {
  const named = points.filter(({ label }) => label)
  const widest = Math.max(0, ...named.map(({ label }) => textWidth(label!, size)))
  const every = Math.max(1, Math.ceil((named.length * (widest + size)) / Math.max(width - 2 * EDGE, 1)))
  const shown = named.filter((_, n) => (n + 1) % every === 0)
  return shown.map(({ at, label }) => {
    const half = textWidth(label!, size) / 2
    if (x(at) + half > width) return { text: label!, x: width, y, anchor: 'end' }
    if (x(at) < half) return { text: label!, x: 0, y, anchor: 'start' }
    return { text: label!, x: x(at), y, anchor: 'middle' }
  })
}

function markWord(text: string, x: number, zero: number, size: number, width: number): Word {
  const toLeft = x + textWidth(text, size) + EDGE > width
  return { text, x: x + (toLeft ? -10 : 10), y: zero + size * 1.3, anchor: toLeft ? 'end' : 'start' }
}

/** Each only where it has room on its side; both are in the words beside the picture too. */
function sidesOf({ before, after }: CrossingData, mark: number | undefined, size: number, width: number): Word[] {
  const y = size
  const fits = (text: string, room: number) => textWidth(text, size) <= room
  if (mark === undefined) return [{ text: before, x: 0, y, anchor: 'start' }]
  return [
    ...(fits(before, mark - 8) ? [{ text: before, x: 0, y, anchor: 'start' } as const] : []),
    ...(fits(after, width - mark) ? [{ text: after, x: width, y, anchor: 'end' } as const] : []),
  ]
}

function endsOf(
  points: readonly Point[],
  x: (at: number) => number,
  y: (value: number) => number,
  size: number,
): Word[] {
  const named = points.filter(({ text }) => text)
  const [first, last] = [named[0], named.at(-1)]
  if (!first || !last || first === last) return []
  return [
    { text: first.text!, x: x(first.at) + 8, y: y(first.value) + size * 1.2, anchor: 'start' },
    { text: last.text!, x: x(last.at) - 2, y: y(last.value) - size * 0.6, anchor: 'end' },
  ]
}
