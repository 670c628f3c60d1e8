/** Slanting lines that fill a rectangle, as one path. Drawn line by line: a pattern would need an id, unique on its page. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const STEP = 9

export function hatched({ x, y, width, height }: Rectangle, way: 'rising' | 'falling'): string {
  const across = (at: number) => Math.round(way === 'rising' ? x + at : x + width - at)
  const lines: string[] = []
  for (let reach = STEP; reach < width + height; reach += STEP) {
    const from = Math.max(0, reach - height)
    const to = Math.min(width, reach)
    lines.push(`M${across(from)} ${Math.round(y + reach - from)}L${across(to)} ${Math.round(y + reach - to)}`)
  }
  return lines.join('')
}
