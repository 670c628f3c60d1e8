/** A whole as one bar of its parts, with each part named below it: numbers in, shapes out. */
import { amountText, type Amount } from '../picture/amounts.js'
import { TEXT, WIDTHS, type Hue, type Room } from '../picture/picture.js'
import { drawable, wrap } from '../picture/text.js'

export interface Share extends Amount {
  /** Without a hue it is what is not known. */
  readonly hue?: Hue | undefined
}
export interface SharesLayout {
  readonly width: number
  readonly height: number
  readonly leading: number
  /** Parts of nothing have none. */
  readonly segments: readonly { readonly share: Share; readonly x: number; readonly width: number }[]
  readonly list: readonly ShareLine[]
}
export interface ShareLine {
  readonly share: Share
  readonly label: readonly string[]
  readonly text: readonly string[]
  /** The first baseline, and where the value begins. */
  readonly y: number
  readonly textX: number
  readonly textY: number
}

export const BAR = 44
export const INDENT = 28
const VALUE_AT = 330
/** Of the whole: a part of something is never thinner than can be seen. */
const LEAST = 0.004

export function layShares(shares: readonly Share[], room: Room): SharesLayout {
  const width = WIDTHS[room]
  const leading = Math.round(TEXT[room] * 1.3)
  const list = listOf(shares, room, leading)
  const last = list.at(-1)
  const height = last ? last.y + (linesOf(last, room) - 1) * leading + 10 : BAR
  return { width, height, leading, segments: segmentsOf(shares, width), list }
}

/** Beside each other where there is room, otherwise below; a share without a text keeps the room for one. */
function linesOf({ label, text }: Pick<ShareLine, 'label' | 'text'>, room: Room): number {
  const lines = Math.max(text.length, 1)
  return room === 'wide' ? Math.max(label.length, lines) : label.length + lines
}

function segmentsOf(shares: readonly Share[], width: number): SharesLayout['segments'] {
  const drawn = shares.filter(({ value }) => drawable(value) > 0)
  const most = Math.max(...drawn.map(({ value }) => value))
  const sum = drawn.reduce((whole, { value }) => whole + value / most, 0)
  const parts = drawn.map((share) => ({ share, part: Math.max(share.value / most / sum, LEAST) }))
  const whole = parts.reduce((all, { part }) => all + part, 0)
  let x = 0
  return parts.map(({ share, part }) => {
    const own = { share, x, width: Math.min((part / whole) * width, width - x) }
    x += own.width
    return own
  })
}

function listOf(shares: readonly Share[], room: Room, leading: number): ShareLine[] {
  const size = TEXT[room]
  const isWide = room === 'wide'
  const labelRoom = (isWide ? VALUE_AT : WIDTHS.narrow) - INDENT - 8
  const textX = isWide ? VALUE_AT : INDENT
  let y = BAR + 18 + size
  return shares.map((share) => {
    const label = wrap(share.label, labelRoom, size)
    const text = wrap(amountText(share), WIDTHS[room] - textX, size)
    const line = { share, label, text, y, textX, textY: isWide ? y : y + label.length * leading }
    y += linesOf(line, room) * leading + 8
    return line
  })
}
