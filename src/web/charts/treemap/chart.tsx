import { amountColumns, type AmountHeadings } from '../picture/amounts.js'
import { Lines, Linked, Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { hatched, type Rectangle } from './hatch.js'
import {
  layTreemap,
  LIST_INDENT,
  type ListLine,
  type Look,
  type Part,
  type Tile,
  type TreemapLayout,
} from './layout.js'

interface TreemapProps extends About {
  readonly parts: readonly Part[]
  readonly headings: AmountHeadings
}

/** What a whole consists of; area is amount. At most some twenty parts, the rest summed into one. */
export function Treemap({ parts, headings, ...about }: TreemapProps) {
  return (
    <Picture
      {...about}
      rows={parts}
      draw={(room) => drawn(parts, room)}
      heading={headings.label}
      columns={amountColumns(headings)}
    />
  )
}

function drawn(parts: readonly Part[], room: Room): Drawn {
  const layout = layTreemap(parts, room)
  const tiles = layout.tiles.map((tile) => (
    <Linked href={tile.part.href} again={tile.number !== undefined}>
      <TileMarks tile={tile} layout={layout} />
    </Linked>
  ))
  const list = layout.list.map((line) => (
    <Linked href={line.part.href}>
      <ListMarks line={line} layout={layout} />
    </Linked>
  ))
  return { width: layout.width, height: layout.height, marks: [...tiles, ...list] }
}

function TileMarks({ tile, layout: { size, leading } }: { tile: Tile; layout: TreemapLayout }) {
  const { look, x, y, width, height, label, text, number, numberFits } = tile
  const first = y + 10 + size * 0.82
  return (
    <g class={colourOf(look)}>
      <Area look={look} x={x} y={y} width={width} height={height} />
      {label.length ? <Lines class="tile-label" lines={label} x={x + 10} y={first} leading={leading} /> : null}
      {text.length ? (
        <Lines class="tile-text" lines={text} x={x + 10} y={first + label.length * leading} leading={leading} />
      ) : null}
      {number !== undefined && numberFits ? (
        <text class="tile-label" text-anchor="middle" x={x + width / 2} y={y + height / 2 + size * 0.35}>
          {number}
        </text>
      ) : null}
    </g>
  )
}

function ListMarks({ line, layout: { size, leading } }: { line: ListLine; layout: TreemapLayout }) {
  const { look, number, lines, y } = line
  return (
    <>
      <g class={colourOf(look)}>
        <Area look={look} x={0} y={y - size * 0.8} width={16} height={16} />
      </g>
      <text class="quiet" text-anchor="end" x={LIST_INDENT - 10} y={y}>
        {number}
      </text>
      <Lines lines={lines} x={LIST_INDENT} y={y} leading={leading} />
    </>
  )
}

const colourOf = ({ hue }: Look): string => (hue ? `hue-${hue}` : 'tile-rest')

type AreaProps = Rectangle & { readonly look: Look }

function Area({ look: { hatch }, ...rectangle }: AreaProps) {
  return (
    <>
      <rect class="tile" {...rectangle} />
      {hatch ? <path class="tile-hatch" d={hatched(rectangle, hatch)} /> : null}
    </>
  )
}
