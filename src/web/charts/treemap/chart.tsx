import { Table, type Column } from '../../components/table/table.js'
import type { Says } from '../../reader.js'
import { Drawing, Lines, Linked, Picture, type Room } from '../picture/picture.js'
import { layTreemap, LIST_INDENT, type ListLine, type Part, type Tile, type TreemapLayout } from './layout.js'

interface TreemapProps {
  readonly reader: Says
  readonly title: string
  readonly description?: string | undefined
  readonly parts: readonly Part[]
  readonly headings: { readonly label: string; readonly value: string; readonly share?: string | undefined }
}

/** What a whole consists of; area is amount. At most some twenty parts, the rest summed into one. */
export function Treemap({ reader, title, description, parts, headings }: TreemapProps) {
  return (
    <Picture
      reader={reader}
      title={title}
      description={description}
      draw={(room) => <TreemapDrawing title={title} description={description} parts={parts} room={room} />}
      table={
        <Table
          caption={title}
          captionHidden
          columns={columns(headings)}
          rows={parts}
          empty={reader.words('web.chart.empty')}
        />
      }
    />
  )
}

function columns(headings: TreemapProps['headings']): Column<Part>[] {
  const name: Column<Part> = {
    label: headings.label,
    cell: ({ href, label }) =>
      href ? (
        <a class="ds-link" href={href}>
          {label}
        </a>
      ) : (
        label
      ),
  }
  const value: Column<Part> = { label: headings.value, kind: 'number', cell: ({ text }) => text }
  if (!headings.share) return [name, value]
  return [name, value, { label: headings.share, kind: 'number', cell: ({ share }) => share ?? '' }]
}

type DrawingOf = Pick<TreemapProps, 'title' | 'description' | 'parts'> & { room: Room }

function TreemapDrawing({ title, description, parts, room }: DrawingOf) {
  const layout = layTreemap(parts, room)
  const { width, height } = layout
  return (
    <Drawing {...{ title, description, width, height, room }} linked={parts.some(({ href }) => href)}>
      {layout.tiles.map((tile) => (
        <Linked href={tile.number === undefined ? tile.part.href : undefined}>
          <TileMarks tile={tile} layout={layout} />
        </Linked>
      ))}
      {layout.list.map((line) => (
        <Linked href={line.part.href}>
          <ListMarks line={line} layout={layout} />
        </Linked>
      ))}
    </Drawing>
  )
}

function TileMarks({ tile, layout: { size, leading } }: { tile: Tile; layout: TreemapLayout }) {
  const { part, x, y, width, height, label, text, number, numberFits } = tile
  const first = y + 10 + size * 0.82
  return (
    <>
      <rect class={`tile hue-${part.hue}`} {...{ x, y, width, height }} />
      {label.length ? <Lines class="tile-label" lines={label} x={x + 10} y={first} leading={leading} /> : null}
      {text.length ? (
        <Lines class="tile-text" lines={text} x={x + 10} y={first + label.length * leading} leading={leading} />
      ) : null}
      {number !== undefined && numberFits ? (
        <text class="tile-label" text-anchor="middle" x={x + width / 2} y={y + height / 2 + size * 0.35}>
          {number}
        </text>
      ) : null}
    </>
  )
}

function ListMarks({
  line: { part, number, lines, y },
  layout: { size, leading },
}: {
  line: ListLine
  layout: TreemapLayout
}) {
  return (
    <>
      <rect class={`tile hue-${part.hue}`} x="0" y={y - size * 0.8} width="16" height="16" />
      <text class="quiet" text-anchor="end" x={LIST_INDENT - 10} y={y}>
        {number}
      </text>
      <Lines lines={lines} x={LIST_INDENT} y={y} leading={leading} />
    </>
  )
}
