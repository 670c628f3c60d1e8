import type { Child } from 'hono/jsx'
import { Table, type Column } from '../../components/table/table.js'
import type { Says } from '../../reader.js'

/** The two widths every picture is drawn for; style chooses by the room there is. */
export const WIDTHS = { narrow: 360, wide: 760 } as const
/** In units of the drawing: on the narrowest screen (288 pixels for 360 units) text is still 14 pixels. */
export const TEXT = { narrow: 18, wide: 16 } as const
export type Room = keyof typeof WIDTHS
export const ROOMS: readonly Room[] = ['narrow', 'wide']

/** Eight colours that differ for colour-blind eyes; never without a label beside them. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
/** From pale sand to ember. */
export type Heat = 1 | 2 | 3 | 4 | 5

/** What one row is called, in the drawing and in the table, and where it leads. */
export interface Named {
  readonly label: string
  /** The label's language, when it is not the page's. */
  readonly lang?: string | undefined
  readonly href?: string | undefined
}
export interface Drawn {
  readonly width: number
  readonly height: number
  readonly marks: Child
}
/** What the one who shows a picture says about it. */
export interface About {
  readonly reader: Says
  readonly title: string
  readonly description?: string | undefined
}
interface PictureProps<Row extends Named> extends About {
  readonly rows: readonly Row[]
  readonly draw: (room: Room) => Drawn
  readonly legend?: Child
  /** What the rows are, as the table's first heading; then its other columns. */
  readonly heading: string
  readonly columns: readonly Column<Row>[]
}

/** A picture, what it shows in words, and the same rows as a table. */
export function Picture<Row extends Named>(props: PictureProps<Row>) {
  const { reader, title, description, rows, draw, legend, heading, columns } = props
  return (
    <figure class="picture">
      <figcaption>
        <p class="picture-title">{title}</p>
        {description ? <p class="picture-description">{description}</p> : null}
      </figcaption>
      <div class="picture-frame">
        {ROOMS.map((room) => (
          <Drawing {...draw(room)} {...{ title, description, room }} linked={rows.some(({ href }) => href)} />
        ))}
      </div>
      {legend}
      <details class="picture-table">
        <summary class="quiet-summary">{reader.words('web.chart.table')}</summary>
        <Table
          caption={title}
          captionHidden
          columns={[{ label: heading, cell: (row: Row) => <Name {...row} /> }, ...columns]}
          rows={rows}
          empty={reader.words('web.chart.empty')}
        />
      </details>
    </figure>
  )
}

function Name({ href, label, lang }: Named) {
  if (!href) return lang ? <span lang={lang}>{label}</span> : <>{label}</>
  return (
    <a class="ds-link" href={href} lang={lang}>
      {label}
    </a>
  )
}

type DrawingProps = Drawn & Pick<About, 'title' | 'description'> & { readonly room: Room; readonly linked: boolean }

/** With links it is a group one can step into; without, it is one image. */
function Drawing({ title, description, width, height, room, linked, marks }: DrawingProps) {
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
      {marks}
    </svg>
  )
}

interface LinkedProps {
  readonly href: string | undefined
  /** Another mark leads there too and says so: this one is for the pointer only. */
  readonly again?: boolean | undefined
  readonly children?: Child
}

export function Linked({ href, again, children }: LinkedProps) {
  if (!href) return <g>{children}</g>
  return (
    <a href={href} {...(again ? { tabindex: -1, 'aria-hidden': 'true' as const } : {})}>
      {children}
    </a>
  )
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly x: number
  /** The first baseline. */
  readonly y: number
  readonly leading: number
  readonly class?: string | undefined
  readonly anchor?: 'end' | undefined
  readonly lang?: string | undefined
}

/** The space between two lines is for those who hear them; it stands outside, so that no line under a link reaches it. */
export function Lines({ lines, x, y, leading, class: looks, anchor, lang }: LinesProps) {
  return (
    <text class={looks} text-anchor={anchor} lang={lang} x={x} y={y}>
      {lines.map((line, at) => (
        <>
          {at === 0 ? null : ' '}
          <tspan x={x} dy={at === 0 ? 0 : leading}>
            {line}
          </tspan>
        </>
      ))}
    </text>
  )
}
