/** Rows of steps in time: days in, shapes out. Each kind of step keeps its own look; what nobody has said is drawn open. */
import { addDays, addMonths, day, daysBetween, type Day } from '../../../kit/day.js'
import { wrap } from '../picture/text.js'
import { TEXT, WIDTHS, type Named, type Room } from '../picture/picture.js'

/** fixed: counted by a rule. fitting: a sufficient time. own: one's own work. risk: what may come beside it. */
export const STEP_KINDS = ['fixed', 'fitting', 'own', 'risk'] as const
export type StepKind = (typeof STEP_KINDS)[number]

export interface CalendarStep {
  readonly kind: StepKind
  readonly label: string
  readonly from: Day
  /** Its last day, which is drawn whole. */
  readonly to: Day
}
export interface CalendarRow extends Named {
  readonly steps: readonly CalendarStep[]
  /** The first day on which it may be done, by fixed times alone. */
  readonly earliest?: Day | undefined
  /** The same with one's own times. */
  readonly likely?: Day | undefined
  readonly text?: string | undefined
  /** What would make the days known. */
  readonly unknown?: string | undefined
}
export interface CalendarData {
  readonly rows: readonly CalendarRow[]
  readonly today: Day
  /** A day by which it is wanted: a line through every row. */
  readonly goal?: Day | undefined
}

interface Text {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
}
export interface CalendarShape {
  readonly row: CalendarRow
  readonly label: Text
  readonly text: Text
  readonly unknown?: Text | undefined
  /** The top of the bars, which are STEP_HEIGHT high. */
  readonly y: number
  readonly steps: readonly { readonly kind: StepKind; readonly x: number; readonly width: number }[]
  /** Dotted: from here on nobody has said. */
  readonly open?: { readonly x: number; readonly width: number } | undefined
  readonly earliest?: number | undefined
  readonly likely?: number | undefined
  readonly bottom: number
}
export interface CalendarLayout {
  readonly width: number
  readonly height: number
  readonly leading: number
  readonly axis: number
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
  readonly today: number
  readonly goal?: number | undefined
  readonly shapes: readonly CalendarShape[]
}

export const STEP_HEIGHT = 18
const LABEL_COLUMN = 260
const EDGE = 8

export function layCalendar(data: CalendarData, room: Room): CalendarLayout {
  const size = TEXT[room]
  const leading = Math.round(size * 1.25)
  const width = WIDTHS[room]
  const left = room === 'wide' ? LABEL_COLUMN : 0
  const [from, to] = windowOf(data)
  const span = Math.max(daysBetween(from, to), 1)
  const at = (of: Day) =>
    left + EDGE + Math.min(Math.max(daysBetween(from, of) / span, 0), 1) * (width - left - 2 * EDGE)
  const scale: Scale = { at, left, right: width - EDGE, size, leading, room }
  const axis = leading * 2 + 10
  const shapes: CalendarShape[] = []
  for (const row of data.rows) shapes.push(layRow(row, shapes.at(-1)?.bottom ?? axis + 4, scale))
  return {
    ...{ width, leading, axis, shapes },
    height: (shapes.at(-1)?.bottom ?? axis + 4) + 2,
    ticks: ticksOf(from, to, scale),
    today: at(data.today),
    goal: data.goal && at(data.goal),
  }
}

interface Scale {
  readonly at: (of: Day) => number
  readonly left: number
  readonly right: number
  readonly size: number
  readonly leading: number
  readonly room: Room
}

/** From the first to the last day there is; today and the goal always inside. */
function windowOf({ rows, today, goal }: CalendarData): [Day, Day] {
  const days = rows.flatMap(({ steps, earliest, likely }) => [
    ...steps.flatMap(({ from, to }) => [from, addDays(to, 1)]),
    earliest,
    likely,
  ])
  const all = [...days, today, goal].filter((one) => one !== undefined).sort()
  const last = all.at(-1)!
  return [all[0]!, daysBetween(all[0]!, last) < 28 ? addDays(all[0]!, 28) : last]
}

function layRow(row: CalendarRow, top: number, scale: Scale): CalendarShape {
  const { size, leading, room, left, right } = scale
  const column = room === 'wide' ? LABEL_COLUMN - 16 : right
  const label = wrap(row.label, column, size)
  const text = row.text ? wrap(row.text, column, size) : []
  const words = (label.length + text.length) * leading
  const firstLine = top + 8 + size * 0.85
  const y = room === 'wide' ? top + 8 + (leading - STEP_HEIGHT) / 2 : top + 8 + words + 6
  const unknown = row.unknown ? wrap(row.unknown, right - left - EDGE, size) : []
  return {
    row,
    label: { lines: label, x: 0, y: firstLine },
    text: { lines: text, x: 0, y: firstLine + label.length * leading },
    unknown: unknown.length ? { lines: unknown, x: left + EDGE, y: y + STEP_HEIGHT + size } : undefined,
    y,
    ...marksOf(row, scale),
    bottom: Math.max(top + 8 + words, y + STEP_HEIGHT + unknown.length * leading) + 12,
  }
}

function marksOf({ steps, earliest, likely, unknown }: CalendarRow, { at, left, right }: Scale) {
  const laid = steps.map(({ kind, from, to }) => {
    const x = at(from)
    return { kind, x, width: Math.max(at(addDays(to, 1)) - x, 2) }
  })
  const ends = laid.length ? Math.max(...laid.map(({ x, width }) => x + width)) : left + EDGE
  return {
    steps: laid.map((step) => ({ ...step, width: Math.min(step.width, right + EDGE - step.x) })),
    open: unknown ? { x: Math.min(ends, right), width: Math.max(right - ends, 0) } : undefined,
    earliest: earliest && at(earliest),
    likely: likely && at(likely),
  }
}

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120]

/** The first day of months, as many as there is room for. */
function ticksOf(from: Day, to: Day, { at, left, right, size }: Scale) {
  const months = daysBetween(from, to) / 30.4
  const least = ((size * 4.8) / (right - left)) * months
  const step = MONTHS.find((one) => one >= least) ?? MONTHS.at(-1)!
  const ticks: { x: number; text: string }[] = []
  const first = day(`${step >= 12 ? `${from.slice(0, 4)}-01` : from.slice(0, 7)}-01`)
  for (let tick = first; tick <= to; tick = addMonths(tick, step))
    if (tick >= from && at(tick) + size * 4 <= right) ticks.push({ x: at(tick), text: tick.slice(0, 7) })
  return ticks
}
