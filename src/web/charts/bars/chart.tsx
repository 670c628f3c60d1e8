import { Lines, Linked, Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { amountColumns, type AmountHeadings } from '../picture/amounts.js'
import { layBars, type Bar, type BarShape } from './layout.js'

interface BarsProps extends About {
  readonly bars: readonly Bar[]
  readonly headings: AmountHeadings
}

/** Amounts to compare, in the order given. */
export function Bars({ bars, headings, ...about }: BarsProps) {
  return (
    <Picture
      {...about}
      rows={bars}
      draw={(room) => drawn(bars, room)}
      heading={headings.label}
      columns={amountColumns(headings)}
    />
  )
}

function drawn(bars: readonly Bar[], room: Room): Drawn {
  const { width, height, leading, shapes } = layBars(bars, room)
  const marks = shapes.map((shape) => (
    <Linked href={shape.bar.href}>
      <BarMarks shape={shape} leading={leading} />
    </Linked>
  ))
  return { width, height, marks }
}

function BarMarks({
  shape: { bar, label, text, rect, soft, dividers },
  leading,
}: {
  shape: BarShape
  leading: number
}) {
  const looks = bar.heat ? `heat-${bar.heat}` : bar.hue ? `hue-${bar.hue}` : 'plain'
  return (
    <>
      <rect class={`bar ${looks}`} {...rect} />
      {dividers.map((x) => (
        <line class="bar-divider" x1={x} x2={x} y1={rect.y} y2={rect.y + rect.height} />
      ))}
      {soft ? <rect class={`bar bar-soft ${looks}`} {...rect} {...soft} /> : null}
      <Lines class="strong" {...label} leading={leading} />
      <Lines {...text} leading={leading} />
    </>
  )
}
