/** Horizontal bars: numbers in, shapes out. Rows are as high as their words need. */
import { drawable, textWidth, wrap } from '../picture/text.js'
import { amountText, type Amount } from '../picture/amounts.js'
import { TEXT, WIDTHS, type Heat, type Hue, type Room } from '../picture/picture.js'

export interface Bar extends Amount {
  readonly hue?: Hue | undefined
  readonly heat?: Heat | undefined
  /** A spread; the bar is firm up to `low` and fades to `high`. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** What the value is put together of, the largest first; the bar is divided so. */
  readonly parts?: readonly number[] | undefined
}

export interface BarShape {
  readonly bar: Bar
  readonly label: { readonly lines: readonly string[]; readonly x: number; readonly y: number }
  readonly text: { readonly lines: readonly string[]; readonly x: number; readonly y: number; readonly anchor?: 'end' }
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly soft?: { readonly x: number; readonly width: number } | undefined
  /** Where one part ends and the next begins. */
  readonly dividers: readonly number[]
}
export interface BarsLayout {
  readonly width: number
  readonly height: number
  readonly leading: number
  readonly shapes: readonly BarShape[]
}

/** Columns are as wide as their widest words, and no wider than this: then words break. */
const LABEL_COLUMN = 250
const TEXT_COLUMN = 220
const NARROWEST = 3

interface Columns {
  readonly label: number
  readonly text: number
}

function columnsFor(bars: readonly Bar[]): Columns {
  const widest = (texts: readonly string[], most: number, gap: number) =>
    Math.min(most, gap + Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, TEXT.wide)))))
  return {
    label: widest(
      bars.map(({ label }) => label),
      LABEL_COLUMN,
      16,
    ),
    text: widest(bars.map(amountText), TEXT_COLUMN, 12),
  }
}

export function layBars(bars: readonly Bar[], room: Room): BarsLayout {
  const size = TEXT[room]
  const leading = Math.round(size * 1.25)
  const most = Math.max(
    ...bars.map(({ value, low, high }) => Math.max(drawable(value), drawable(low), drawable(high))),
    0,
  )
  const columns = columnsFor(bars)
  const shapes: BarShape[] = []
  let top = 0
  for (const bar of bars) {
    const { shape, height } =
      room === 'narrow' ? stacked(bar, top, most, leading) : beside(bar, { top, most, leading, columns })
    shapes.push(shape)
    top += height
  }
  return { width: WIDTHS[room], height: Math.max(top, 1), leading, shapes }
}

interface Placed {
  readonly top: number
  readonly most: number
  readonly leading: number
  readonly columns: Columns
}

function beside(bar: Bar, { top, most, leading, columns }: Placed) {
  const size = TEXT.wide
  const from = columns.label
  const label = wrap(bar.label, from - 16, size)
  const lengths = lengthsOf(bar, most, WIDTHS.wide - from - columns.text)
  const text = wrap(amountText(bar), columns.text - 10, size)
  const block = Math.max(label.length, text.length) * leading
  const height = Math.max(block, 22) + 14
  const middle = top + height / 2
  const first = (lines: readonly string[]) => middle - ((lines.length - 1) * leading) / 2 + size * 0.35
  const shape: BarShape = {
    bar,
    label: { lines: label, x: 0, y: first(label) },
    text: { lines: text, x: from + lengths.whole + 10, y: first(text) },
    rect: { x: from, y: middle - 11, width: lengths.firm, height: 22 },
    soft: lengths.soft ? { x: from + lengths.firm, width: lengths.soft } : undefined,
    dividers: dividersOf(bar, from, lengths.firm),
  }
  return { shape, height }
}

function stacked(bar: Bar, top: number, most: number, leading: number) {
  const size = TEXT.narrow
  const width = WIDTHS.narrow
  const text = amountText(bar)
  const besides = textWidth(bar.label, size) + textWidth(text, size) + 16 <= width
  const label = wrap(bar.label, width, size)
  const lines = besides ? [text] : wrap(text, width, size)
  const rows = besides ? 1 : label.length + lines.length
  const lengths = lengthsOf(bar, most, width)
  const y = top + size
  const shape: BarShape = {
    bar,
    label: { lines: label, x: 0, y },
    text: besides ? { lines, x: width, y, anchor: 'end' } : { lines, x: 0, y: y + label.length * leading },
    rect: { x: 0, y: top + rows * leading + 4, width: lengths.firm, height: 14 },
    soft: lengths.soft ? { x: lengths.firm, width: lengths.soft } : undefined,
    dividers: dividersOf(bar, 0, lengths.firm),
  }
  return { shape, height: rows * leading + 4 + 14 + 18 }
}

/** Parts narrower than can be told apart run together at the end. */
function dividersOf({ value, parts = [] }: Bar, from: number, width: number): number[] {
  const whole = drawable(value)
  if (whole === 0 || width < 2 * NARROWEST) return []
  const dividers: number[] = []
  let at = 0
  for (const part of parts) {
    const length = (drawable(part) / whole) * width
    if (length < NARROWEST || at + length > width - NARROWEST) break
    at += length
    dividers.push(from + at)
  }
  return dividers
}

/** A bar of something is never thinner than can be seen. */
function lengthsOf({ value, low, high }: Bar, most: number, room: number) {
  const along = (of: number) => (most > 0 ? Math.max((of / most) * room, of > 0 ? 2 : 0) : 0)
  if (low === undefined || high === undefined)
    return { firm: along(drawable(value)), soft: 0, whole: along(drawable(value)) }
  const [from, to] = [Math.min(drawable(low), drawable(high)), Math.max(drawable(low), drawable(high))]
  const firm = along(from)
  const whole = Math.max(along(to), firm)
  return { firm, soft: whole - firm, whole }
}
