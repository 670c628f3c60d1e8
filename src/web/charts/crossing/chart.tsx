import { Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { layCrossing, type CrossingData, type Point } from './layout.js'

interface CrossingProps extends About, CrossingData {
  readonly headings: { readonly label: string; readonly value: string }
}

/** How something grows step by step, and where it has become enough. */
export function Crossing(props: CrossingProps) {
  const { reader, title, description, headings, points } = props
  const rows = points.flatMap(({ label, text }) => (label && text ? [{ label, text }] : []))
  return (
    <Picture
      {...{ reader, title, description, rows }}
      draw={(room) => drawn(props, room)}
      heading={headings.label}
      columns={[{ label: headings.value, kind: 'number', cell: ({ text }: Pick<Point, 'text'>) => text }]}
    />
  )
}

function drawn(data: CrossingData, room: Room): Drawn {
  const { width, height, above, axis, zero, line, ticks, mark, sides, ends } = layCrossing(data, room)
  const marks = [
    above ? <rect class="crossing-above" {...above} /> : null,
    <line class="crossing-zero" x1="0" x2={width} y1={zero} y2={zero} />,
    <line class="crossing-axis" x1="0" x2={width} y1={axis} y2={axis} />,
    <path class="crossing-line" d={line} />,
    mark ? <line class="crossing-mark" x1={mark.x} x2={mark.x} y1={zero} y2={axis} /> : null,
    mark ? <circle class="crossing-dot" cx={mark.x} cy={zero} r="6" /> : null,
    ...[...sides, ...ends].map((word) => <Word {...word} looks="haloed" />),
    ...ticks.map((word) => <Word {...word} looks="quiet" />),
    mark ? <Word {...mark.word} looks="strong haloed" /> : null,
  ]
  return { width, height, marks }
}

function Word({ text, x, y, anchor, looks }: { text: string; x: number; y: number; anchor: string; looks: string }) {
  return (
    <text class={looks} x={x} y={y} text-anchor={anchor}>
      {text}
    </text>
  )
}
