/** What a whole consists of, as areas: numbers in, tiles out. Name and sum stand in the tile, or both in the list below. */
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy'
import { amountText, type Amount } from '../picture/amounts.js'
import { TEXT, WIDTHS, type Hue, type Room } from '../picture/picture.js'
import { drawable, textWidth, wrap } from '../picture/text.js'

export interface Part extends Amount {
  /** What is left, summed: it has no hue, since it is no one thing. */
  readonly rest?: boolean | undefined
  readonly hue?: Hue | undefined
}

/** What tells a part from the others, beside its words. */
export interface Look {
  readonly hue?: Hue
  readonly hatch?: 'rising' | 'falling' | undefined
}
export interface Tile {
  readonly part: Part
  readonly look: Look
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The label and the value. Empty when they stand in the list. */
  readonly label: readonly string[]
  readonly text: readonly string[]
  /** The tile's number in the list below; undefined when the tile says its own name. */
  readonly number?: number | undefined
  readonly numberFits: boolean
}
export interface ListLine {
  readonly part: Part
  readonly look: Look
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
    const said = wordsIn(area, size, leading)
    if (said) return { ...area, ...said, numberFits: false }
    number += 1
    const numberFits = area.width >= textWidth(String(number), size) + 4 && area.height >= size + 4
    return { ...area, label: [], text: [], number, numberFits }
  })
  const list = listOf(tiles, room, leading)
  const bottom = list.at(-1)
  const height = bottom ? bottom.y + (bottom.lines.length - 1) * leading + 10 : HEIGHTS[room]
  return { width: WIDTHS[room], height, size, leading, tiles, list }
}

const HATCHES = [undefined, 'rising', 'falling'] as const

/** Eight hues, then the same hatched one way, then the other. */
export const lookOf = (place: number): Look => ({
  hue: ((place % 8) + 1) as Hue,
  hatch: HATCHES[Math.floor(place / 8) % HATCHES.length],
})

/** The name with its sum, and the share where there is room; undefined where name and sum do not both fit. */
function wordsIn(area: Area, size: number, leading: number): Pick<Tile, 'label' | 'text'> | undefined {
  const label = wrap(area.part.label, area.width - 2 * PAD, size)
  if (isDivided(area.part.label, label)) return undefined
  const text = valueWays(area.part).find((lines) => fits([...label, ...lines], area, size, leading))
  return text && { label, text }
}

/** A label that had to be divided inside a word reads badly in a tile. */
const isDivided = (label: string, lines: readonly string[]): boolean =>
  lines.join(' ') !==
  label
    .split(/[ \t\r\n]+/)
    .filter(Boolean)
    .join(' ')

function valueWays(part: Part): string[][] {
  const { text, share } = part
  const ways = share ? [[amountText(part)], [text, share], [text]] : [[text]]
  return ways.map((lines) => lines.map(unbroken))
}

/** An amount is read in one piece: no line ends inside it. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

type Area = Pick<Tile, 'part' | 'look' | 'x' | 'y' | 'width' | 'height'>

type Leaf = Pick<Tile, 'part' | 'look'>

function areasOf(parts: readonly Part[], width: number, height: number): Area[] {
  const drawn = parts.filter(({ value }) => drawable(value) > 0)
  const most = Math.max(...drawn.map(({ value }) => value))
  const leaves = drawn.map((part, place) => ({ part, look: part.rest ? {} : lookOf(place) }))
  const root = hierarchy<Partial<Leaf> & { children?: Leaf[] }>({ children: leaves })
    .sum(({ part }) => (part ? Math.max(part.value / most, LEAST) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return treemap<Partial<Leaf>>()
    .size([width, height])
    .paddingInner(3)
    .tile(treemapSquarify.ratio(1.3))(root)
    .leaves()
    .flatMap(({ data: { part, look }, x0, y0, x1, y1 }) =>
      part && look ? [{ part, look, ...within(x0, x1, width), ...renamed(within(y0, y1, height)) }] : [],
    )
}

/** The padding between tiles may push the narrowest ones past the edge. */
function within(from: number, to: number, whole: number): { x: number; width: number } {
  const x = Math.min(Math.max(from, 0), whole)
  return { x, width: Math.min(Math.max(to - x, 0), whole - x) }
}
const renamed = ({ x, width }: { x: number; width: number }) => ({ y: x, height: width })

function fits(lines: readonly string[], { width, height }: Area, size: number, leading: number): boolean {
  const wide = lines.every((line) => textWidth(line, size) <= width - 2 * PAD)
  return wide && (lines.length - 1) * leading + size + 2 * PAD <= height
}

function listOf(tiles: readonly Tile[], room: Room, leading: number): ListLine[] {
  let y = HEIGHTS[room] + 14 + leading
  return tiles.flatMap(({ part, look, number }) => {
    if (number === undefined) return []
    const lines = wrap(`${part.label}, ${unbroken(amountText(part))}`, WIDTHS[room] - LIST_INDENT, TEXT[room])
    const line = { part, look, number, lines, y }
    y += lines.length * leading + 6
    return [line]
  })
}
