/** Spans on one axis with nothing marked on it: numbers in, shapes out. Rows are as high as their words need. */
import { wrap } from '../picture/text.js'
import { TEXT, WIDTHS, type Named, type Room } from '../picture/picture.js'

export interface Span extends Named {
  readonly from: number
  readonly to: number
  /** Both ends as read: '−310 tkr till 540 tkr'. */
  readonly text: string
  /** What makes the difference: 'från 3,5 % till 10 %'. */
  readonly cause: string
}
interface Words {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
}
export interface SpanShape {
  readonly span: Span
  readonly label: Words
  readonly details: Words
  readonly y: number
  /** The part below nothing, and the part above it. */
  readonly below: { readonly x: number; readonly width: number } | undefined
  readonly above: { readonly x: number; readonly width: number } | undefined
}
export interface SpansLayout {
  readonly width: number
  readonly height: number
  readonly leading: number
  readonly zero: { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' }
  /** Where the lines that are marked begin. */
  readonly top: number
  /** How it is as told, before anything is moved. */
  readonly base: number
  readonly shapes: readonly SpanShape[]
}

export const THICK = 18
const LABEL_COLUMN = 380
const EDGE = 8
/** A part is never thinner than can be seen. */
export const THINNEST = 2

export function laySpans(spans: readonly Span[], base: number, room: Room): SpansLayout {
  const size = TEXT[room]
  const leading = Math.round(size * 1.25)
  const width = WIDTHS[room]
  const left = room === 'wide' ? LABEL_COLUMN : EDGE
  const at = scale([0, base, ...spans.flatMap(({ from, to }) => [from, to])], left, width - EDGE)
  const zero = at(0)
  const shapes: SpanShape[] = []
  const top = leading + 6
  let next = top
  for (const span of spans) {
    const { shape, bottom } = layRow(span, next, room, at)
    shapes.push(shape)
    next = bottom
  }
  const anchor = zero < left + 60 ? 'start' : zero > width - 60 ? 'end' : 'middle'
  return { width, height: next + 2, leading, zero: { x: zero, anchor }, top, base: at(base), shapes }
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const known = values.filter(Number.isFinite)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  // Halved first: the difference of the two greatest numbers there are is none.
  const half = most / 2 - least / 2
  return (value) => {
    const within = Math.min(Math.max(Number.isFinite(value) ? value : 0, least), most)
    return half > 0 ? from + ((within / 2 - least / 2) / half) * (to - from) : (from + to) / 2
  }
}

function layRow(span: Span, top: number, room: Room, at: (value: number) => number) {
  const size = TEXT[room]
  const leading = Math.round(size * 1.25)
  const measure = room === 'wide' ? LABEL_COLUMN - 24 : WIDTHS.narrow
  const label = wrap(span.label, measure, size)
  const details = [span.cause, span.text].flatMap((text) => wrap(text, measure, size))
  const words = (label.length + details.length) * leading
  const first = top + 6 + size * 0.9
  const y = room === 'wide' ? top + 6 + (words - THICK) / 2 : top + 6 + words + 6
  const shape: SpanShape = {
    span,
    label: { lines: label, x: 0, y: first },
    details: { lines: details, x: 0, y: first + label.length * leading },
    y,
    ...sidesOf(span, at),
  }
  return { shape, bottom: Math.max(top + 6 + words, y + THICK) + 12 }
}

function sidesOf({ from, to }: Span, at: (value: number) => number): Pick<SpanShape, 'below' | 'above'> {
  const [least, most, zero] = [at(Math.min(from, to)), at(Math.max(from, to)), at(0)]
  const part = (begin: number, end: number) =>
    end > begin ? { x: begin, width: Math.max(end - begin, THINNEST) } : undefined
  return { below: part(least, Math.min(most, zero)), above: part(Math.max(least, zero), most) }
}
