import { Lines, Linked, Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { laySpans, THICK, type Span, type SpanShape } from './layout.js'

interface SpansProps extends About {
  /** In the order given: the widest first makes a tornado. */
  readonly spans: readonly Span[]
  readonly base: number
  readonly headings: { readonly label: string; readonly cause: string; readonly text: string }
  /** Words for nothing on the axis, for what lies above it and below it, and for how it is as told. */
  readonly says: { readonly zero: string; readonly above: string; readonly below: string; readonly base: string }
}

/** How far each thing alone moves one answer, and whether it moves it past nothing. */
export function Spans({ spans, base, headings, says, ...about }: SpansProps) {
  return (
    <Picture
      {...about}
      rows={spans}
      draw={(room) => drawn(spans, base, says.zero, room)}
      legend={<Key says={says} />}
      heading={headings.label}
      columns={[
        { label: headings.cause, cell: ({ cause }: Span) => cause },
        { label: headings.text, kind: 'number', cell: ({ text }: Span) => text },
      ]}
    />
  )
}

function drawn(spans: readonly Span[], base: number, word: string, room: Room): Drawn {
  const { width, height, leading, zero, top, base: told, shapes } = laySpans(spans, base, room)
  const pieces = room === 'wide' ? [[top, height]] : shapes.map(({ y }) => [y - 5, y + THICK + 5])
  const marks = [
    <text class="quiet" x={zero.x} y={leading - 4} text-anchor={zero.anchor}>
      {word}
    </text>,
    ...shapes.map((shape) => <SpanMarks shape={shape} leading={leading} />),
    ...pieces.map(([from, to]) => (
      <>
        <line class="span-zero" x1={zero.x} x2={zero.x} y1={from} y2={to} />
        <line class="span-base" x1={told} x2={told} y1={from} y2={to} />
      </>
    )),
  ]
  return { width, height, marks }
}

function SpanMarks({
  shape: { span, label, details, y, below, above },
  leading,
}: {
  shape: SpanShape
  leading: number
}) {
  return (
    <g>
      {below ? <rect class="span-below" {...below} y={y + 0.75} height={THICK - 1.5} /> : null}
      {above ? <rect class="span-above" {...above} y={y} height={THICK} /> : null}
      <Linked href={span.href}>
        <Lines class="strong" {...label} leading={leading} lang={span.lang} />
      </Linked>
      <Lines class="quiet" {...details} leading={leading} />
    </g>
  )
}

function Key({ says }: Pick<SpansProps, 'says'>) {
  return (
    <ul class="picture-key">
      {(['above', 'below', 'base'] as const).map((kind) => (
        <li>
          <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" focusable="false">
            {kind === 'base' ? (
              <line class="span-base" x1="14" x2="14" y1="0" y2="20" />
            ) : (
              <rect class={`span-${kind}`} x="1" y="2" width="26" height="16" />
            )}
          </svg>
          {says[kind]}
        </li>
      ))}
    </ul>
  )
}
