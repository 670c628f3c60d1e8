import type { Says } from '../../reader.js'
import { Table, type Column } from '../../components/table/table.js'
import { Drawing, Lines, Linked, Picture, type Room } from '../picture/picture.js'
import { layBars, type Bar, type BarShape } from './layout.js'

interface BarsProps {
  readonly reader: Says
  readonly title: string
  readonly description?: string | undefined
  readonly bars: readonly Bar[]
  readonly headings: { readonly label: string; readonly value: string; readonly share?: string | undefined }
}

/** Amounts to compare, in the order given. */
export function Bars({ reader, title, description, bars, headings }: BarsProps) {
  return (
    <Picture
      reader={reader}
      title={title}
      description={description}
      draw={(room) => <BarsDrawing title={title} description={description} bars={bars} room={room} />}
      table={
        <Table
          caption={title}
          captionHidden
          columns={columns(headings)}
          rows={bars}
          empty={reader.words('web.chart.empty')}
        />
      }
    />
  )
}

function columns(headings: BarsProps['headings']): Column<Bar>[] {
  const name: Column<Bar> = {
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
  const value: Column<Bar> = { label: headings.value, kind: 'number', cell: ({ text }) => text }
  if (!headings.share) return [name, value]
  return [name, value, { label: headings.share, kind: 'number', cell: ({ share }) => share ?? '' }]
}

type DrawingOf = Pick<BarsProps, 'title' | 'description' | 'bars'> & { room: Room }

function BarsDrawing({ title, description, bars, room }: DrawingOf) {
  const { width, height, leading, shapes } = layBars(bars, room)
  return (
    <Drawing {...{ title, description, width, height, room }} linked={bars.some(({ href }) => href)}>
      {shapes.map((shape) => (
        <Linked href={shape.bar.href}>
          <BarMarks shape={shape} leading={leading} />
        </Linked>
      ))}
    </Drawing>
  )
}

function BarMarks({ shape: { bar, label, text, rect, soft }, leading }: { shape: BarShape; leading: number }) {
  const looks = bar.heat ? `heat-${bar.heat}` : bar.hue ? `hue-${bar.hue}` : 'plain'
  return (
    <>
      <rect class={`bar ${looks}`} {...rect} />
      {soft ? <rect class={`bar bar-soft ${looks}`} {...rect} {...soft} /> : null}
      <Lines class="strong" {...label} leading={leading} />
      <Lines {...text} leading={leading} />
    </>
  )
}
