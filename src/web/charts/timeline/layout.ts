/** Rows of time: days in, shapes out. What is not known is drawn as not known. */
import { addMonths, day, daysBetween, yearOf, type Day } from '../../../kit/day.js'
import { wrap } from '../picture/text.js'
import { TEXT, WIDTHS, type Named, type Room } from '../picture/picture.js'

export interface TimelineRow extends Named {
  readonly start?: Day | undefined
  readonly end?: Day | undefined
  /** The last day to give notice. */
  readonly notice?: Day | undefined
  /** Where each option to extend would end, in order. */
  readonly options?: readonly Day[] | undefined
  readonly text?: string | undefined
  /** Why this row has no bar: 'the contract is missing'. */
  readonly unknown?: string | undefined
}

interface Span {
  readonly x: number
  readonly width: number
}
export interface RowShape {
  readonly row: TimelineRow
  readonly label: { readonly lines: readonly string[]; readonly x: number; readonly y: number }
  readonly text: { readonly lines: readonly string[]; readonly x: number; readonly y: number }
  readonly unknown?: { readonly lines: readonly string[]; readonly x: number; readonly y: number } | undefined
  /** The top of the bars, which are BAR high. */
  readonly y: number
  readonly contract?: Span | undefined
  readonly options: readonly Span[]
  /** Dashed: from here on nobody has said. */
  readonly open?: Span | undefined
  readonly notice?: number | undefined
  /** Where the row ends, for the hairline under it. */
  readonly bottom: number
}
export interface TimelineLayout {
  readonly width: number
  readonly height: number
  readonly leading: number
  readonly left: number
  readonly axis: number
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly today: number
  readonly shapes: readonly RowShape[]
}
export interface TimelineData {
  readonly rows: readonly TimelineRow[]
  readonly today: Day
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

export const BAR = 16
const LABEL_COLUMN = 250
const EDGE = 8

export function layTimeline(data: TimelineData, room: Room): TimelineLayout {
  const size = TEXT[room]
  const leading = Math.round(size * 1.25)
  const width = WIDTHS[room]
  const left = room === 'wide' ? LABEL_COLUMN : 0
  const [from, to] = windowOf(data)
  const span = Math.max(daysBetween(from, to), 1)
  const at = (of: Day) =>
    left + EDGE + Math.min(Math.max(daysBetween(from, of) / span, 0), 1) * (width - left - 2 * EDGE)
  const scale: Scale = { at, right: width - EDGE, left, width, today: data.today, size, leading }
  const axis = leading * 2 + 10
  const shapes: RowShape[] = []
  let top = axis + 4
  for (const row of data.rows) {
    const shape = layRow(row, top, room, scale)
    shapes.push(shape)
    top = shape.bottom
  }
  return { width, height: top + 2, leading, left, axis, ticks: ticksOf(from, to, scale), today: at(data.today), shapes }
}

interface Scale {
  readonly at: (of: Day) => number
  readonly left: number
  readonly right: number
  readonly width: number
  readonly today: Day
  readonly size: number
  readonly leading: number
}

/** From the first to the last day there is, today always inside. */
function windowOf({ rows, today, from, to }: TimelineData): [Day, Day] {
  const days = rows.flatMap(({ start, end, notice, options = [] }) => [start, end, notice, ...options])
  const all = [...days, today].filter((one) => one !== undefined).sort()
  const first = from ?? all[0]!
  const last = to ?? all.at(-1)!
  return [first < today ? first : today, last > today ? last : addMonths(today, 12)]
}

function layRow(row: TimelineRow, top: number, room: Room, scale: Scale): RowShape {
  const { size, leading } = scale
  const label = wrap(row.label, room === 'wide' ? LABEL_COLUMN - 16 : scale.width, size)
  const text = row.text ? wrap(row.text, room === 'wide' ? LABEL_COLUMN - 16 : scale.width, size) : []
  const words = (label.length + text.length) * leading
  const firstLine = top + 8 + size * 0.85
  const barTop = room === 'wide' ? top + 8 + (leading - BAR) / 2 : top + 8 + words + 4
  const missing = isMissing(row) && row.unknown ? wrap(row.unknown, scale.right - scale.left - EDGE, size) : []
  const under = missing.length * leading
  const drawn = barTop + BAR + under
  return {
    row,
    label: { lines: label, x: 0, y: firstLine },
    text: { lines: text, x: 0, y: firstLine + label.length * leading },
    unknown: missing.length ? { lines: missing, x: scale.left + EDGE, y: barTop + BAR + size } : undefined,
    y: barTop,
    ...spansOf(row, scale),
    bottom: Math.max(top + 8 + words, drawn) + 10,
  }
}

const isMissing = ({ start, end }: TimelineRow) => start === undefined && end === undefined

function spansOf(row: TimelineRow, { at, left, right, today }: Scale) {
  const { start, end, options = [], notice } = row
  const mark = notice === undefined ? undefined : at(notice)
  if (isMissing(row)) return { options: [], open: { x: left + EDGE, width: right - left - EDGE }, notice: mark }
  const begin = start === undefined ? left + EDGE : at(start)
  const known = end === undefined ? Math.max(at(today), begin) : Math.max(at(end), begin)
  let last = known
  const later = options.map((option) => {
    const span = { x: last, width: Math.max(at(option) - last, 0) }
    last += span.width
    return span
  })
  return {
    contract: { x: begin, width: Math.max(known - begin, 2) },
    options: later,
    open: end === undefined ? { x: known, width: Math.max(right - known, 0) } : undefined,
    notice: mark,
  }
}

/** Years where there are several, otherwise quarters; as many as there is room for. */
function ticksOf(from: Day, to: Day, { at, width, left, right, size }: Scale) {
  const years = yearOf(to) - yearOf(from)
  const room = Math.max(Math.floor((width - left) / (size * 4)), 2)
  const months = years >= 2 ? 12 * Math.ceil((years + 1) / room) : years >= 1 ? 6 : 3
  const ticks: { x: number; text: string }[] = []
  for (let tick = day(`${String(yearOf(from)).padStart(4, '0')}-01-01`); tick <= to; tick = addMonths(tick, months)) {
    if (tick >= from && at(tick) + size * 3.6 <= right)
      ticks.push({ x: at(tick), text: months % 12 === 0 ? tick.slice(0, 4) : tick.slice(0, 7) })
  }
  return thinned(ticks, months % 12 === 0 ? size * 2.9 : size * 4.6)
}

function thinned(ticks: readonly { x: number; text: string }[], least: number) {
  let last = -Infinity
  return ticks.filter(({ x }) => {
    if (x - last < least) return false
    last = x
    return true
  })
}
