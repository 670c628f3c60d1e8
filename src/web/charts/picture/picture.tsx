import type { Child } from 'hono/jsx'
import type { Says } from '../../reader.js'

/** The two widths every picture is drawn for; style chooses by the room there is. */
export const WIDTHS = { narrow: 360, wide: 760 } as const
/** In units of the drawing: on the narrowest screen (288 pixels for 360 units) text is still 14 pixels. */
export const TEXT = { narrow: 18, wide: 16 } as const
export type Room = keyof typeof WIDTHS
export const ROOMS: readonly Room[] = ['narrow', 'wide']

interface PictureProps {
  readonly reader: Says
  readonly title: string
  readonly description?: string | undefined
  readonly draw: (room: Room) => Child
  readonly legend?: Child
  readonly table: Child
}

/** A picture, what it shows in words, and the same content as a table. */
export function Picture({ reader, title, description, draw, legend, table }: PictureProps) {
  return (
    <figure class="picture">
      <figcaption>
        <p class="picture-title">{title}</p>
        {description ? <p class="picture-description">{description}</p> : null}
      </figcaption>
      <div class="picture-frame">
        {ROOMS.map((room) => (
          <div class={`picture-${room}`}>{draw(room)}</div>
        ))}
      </div>
      {legend}
      <details class="picture-table">
        <summary>{reader.words('web.chart.table')}</summary>
        {table}
      </details>
    </figure>
  )
}

interface DrawingProps {
  readonly title: string
  readonly description?: string | undefined
  readonly width: number
  readonly height: number
  readonly room: Room
  /** A drawing with links is a group one can step into; without, it is one image. */
  readonly linked: boolean
  readonly children?: Child
}

export function Drawing({ title, description, width, height, room, linked, children }: DrawingProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      class={`drawing drawing-${room}`}
      role={linked ? 'group' : 'img'}
      aria-label={title}
    >
      <title>{title}</title>
      {description ? <desc>{description}</desc> : null}
      {children}
    </svg>
  )
}

export function Linked({ href, children }: { href: string | undefined; children?: Child }) {
  return href ? <a href={href}>{children}</a> : <g>{children}</g>
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly x: number
  /** The first baseline. */
  readonly y: number
  readonly leading: number
  readonly class?: string | undefined
  readonly anchor?: 'end' | undefined
}

export function Lines({ lines, x, y, leading, class: looks, anchor }: LinesProps) {
  return (
    <text class={looks} text-anchor={anchor} x={x} y={y}>
      {lines.map((line, at) => (
        <tspan x={x} dy={at === 0 ? 0 : leading}>
          {at < lines.length - 1 ? `${line} ` : line}
        </tspan>
      ))}
    </text>
  )
}
