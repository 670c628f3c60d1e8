/** What a whole consists of, as areas: numbers in, tiles out. Every label stands in its tile or in the list below. */
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy'
import { amountText, type Amount } from '../picture/amounts.js'
import { TEXT, WIDTHS, type Hue, type Room } from '../picture/picture.js'
import { drawable, textWidth, wrap } from '../picture/text.js'

export interface Part extends Amount {
  readonly hue: Hue
}

export interface Tile {
  readonly part: Part
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The label and, where there is room, the value. Empty when they stand in the list. */
  readonly label: readonly string[]
  readonly text: readonly string[]
  /** The tile's number in the list below; undefined when the tile says its own name. */
  readonly number?: number | undefined
  readonly numberFits: boolean
}
export interface ListLine {
  readonly part: Part
  readonly number: number
  readonly lines: readonly string[]
  /** The first baseline. */
  readonly y: number
}
export interface TreemapLayout {
  readonly width: number
  readonly height: number
  readonly size: number
  readonly leading: number
  readonly tiles: readonly Tile[]
  readonly list: readonly ListLine[]
}

const HEIGHTS = { narrow: 460, wide: 420 } as const
const PAD = 10
/** Of the largest: below this a tile could not be seen, and the arithmetic would run out of digits. */
const LEAST = 1e-4
export const LIST_INDENT = 56

/** At most some twenty parts are readable; the caller sums the rest into one. Parts of nothing are left out. */
export function layTreemap(parts: readonly Part[], room: Room): TreemapLayout {
  const size = TEXT[room]
  const leading = Math.round(size * 1.22)
  let number = 0
  const tiles = areasOf(parts, WIDTHS[room], HEIGHTS[room]).map((area): Tile => {
    const label = wrap(area.part.label, area.width - 2 * PAD, size)
    if (!fits(label, area, size, leading)) {
      number += 1
      const numberFits = area.width >= textWidth(String(number), size) + 4 && area.height >= size + 4
      return { ...area, label: [], text: [], number, numberFits }
    }
    const text = valueLines(area, size)
    return { ...area, label, text: fits([...label, ...text], area, size, leading) ? text : [], numberFits: false }
  })
  const list = listOf(tiles, room, leading)
  const bottom = list.at(-1)
  const height = bottom ? bottom.y + (bottom.lines.length - 1) * leading + 10 : HEIGHTS[room]
  return { width: WIDTHS[room], height, size, leading, tiles, list }
}

/** Value and share on one line where there is room, otherwise each on its own. */
function valueLines({ part: { text, share }, width }: Area, size: number): string[] {
  const joined = amountText({ text, share })
  if (textWidth(joined, size) <= width - 2 * PAD) return [joined]
  return [text, ...(share ? [share] : [])].flatMap((line) => wrap(line, width - 2 * PAD, size))
}

type Area = Pick<Tile, 'part' | 'x' | 'y' | 'width' | 'height'>

function areasOf(parts: readonly Part[], width: number, height: number): Area[] {
  const drawn = parts.filter(({ value }) => drawable(value) > 0)
  const most = Math.max(...drawn.map(({ value }) => value))
  const root = hierarchy<{ part?: Part; children?: { part: Part }[] }>({ children: drawn.map((part) => ({ part })) })
    .sum(({ part }) => (part ? Math.max(part.value / most, LEAST) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return treemap<{ part?: Part }>()
    .size([width, height])
    .paddingInner(3)
    .tile(treemapSquarify.ratio(1.3))(root)
    .leaves()
    .flatMap(({ data: { part }, x0, y0, x1, y1 }) =>
      part ? [{ part, ...within(x0, x1, width), ...renamed(within(y0, y1, height)) }] : [],
    )
}

/** The padding between tiles may push the narrowest ones past the edge. */
function within(from: number, to: number, whole: number): { x: number; width: number } {
  const x = Math.min(Math.max(from, 0), whole)
  return { x, width: Math.min(Math.max(to - x, 0), whole - x) }
}
const renamed = ({ x, width }: { x: number; width: number }) => ({ y: x, height: width })

/** A label that had to be divided inside a word reads badly in a tile: it goes to the list. */
function fits(lines: readonly string[], { width, height }: Area, size: number, leading: number): boolean {
  if (lines.some((line) => line.endsWith('-'))) return false
  const wide = lines.every((line) => textWidth(line, size) <= width - 2 * PAD)
  return wide && lines.length > 0 && (lines.length - 1) * leading + size + 2 * PAD <= height
}

function listOf(tiles: readonly Tile[], room: Room, leading: number): ListLine[] {
  let y = HEIGHTS[room] + 14 + leading
  return tiles.flatMap(({ part, number }) => {
    if (number === undefined) return []
    const lines = wrap(`${part.label}, ${amountText(part)}`, WIDTHS[room] - LIST_INDENT, TEXT[room])
    const line = { part, number, lines, y }
    y += lines.length * leading + 6
    return [line]
  })
}
