import type { Child } from 'hono/jsx'
import { dayInWords } from '../../../kit/day.js'
import type { Column } from '../../components/table/table.js'
import { Lines, Linked, Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { textWidth } from '../picture/text.js'
import { hatched } from '../treemap/hatch.js'
import {
  layCalendar,
  STEP_HEIGHT,
  STEP_KINDS,
  type CalendarData,
  type CalendarLayout,
  type CalendarRow,
  type CalendarShape,
  type StepKind,
} from './layout.js'

interface CalendarProps extends About, CalendarData {
  readonly headings: Readonly<Record<'label' | 'steps' | 'earliest' | 'likely', string>>
  /** What each kind of step, each mark and the line of the goal is called. */
  readonly names: Readonly<Record<StepKind | 'earliest' | 'likely' | 'goal', string>>
}

/** Ways side by side in time, each a chain of steps; three kinds of step that differ by their drawing and not by colour. */
export function Calendar(props: CalendarProps) {
  const { reader, title, description, rows, headings } = props
  return (
    <Picture
      {...{ reader, title, description, rows }}
      draw={(room) => drawn(props, room)}
      legend={<Key {...props} />}
      heading={headings.label}
      columns={columns(props)}
    />
  )
}

function columns({ reader, headings, names }: CalendarProps): Column<CalendarRow>[] {
  const written = (of: CalendarRow['earliest']) => (of ? dayInWords(of, reader.language) : '–')
  return [
    { label: headings.earliest, kind: 'day', cell: ({ earliest }) => written(earliest) },
    { label: headings.likely, kind: 'day', cell: ({ likely }) => written(likely) },
    {
      label: headings.steps,
      kind: 'long',
      cell: ({ steps, unknown }) => (
        <>
          {steps.map((step) => (
            <>
              {`${step.label} (${names[step.kind]}): ${written(step.from)} – ${written(step.to)}`}
              <br />
            </>
          ))}
          {unknown}
        </>
      ),
    },
  ]
}

function drawn(props: CalendarProps, room: Room): Drawn {
  const layout = layCalendar(props, room)
  const { width, height, leading, shapes } = layout
  const marks = [
    <Axis layout={layout} />,
    ...shapes.map((shape) => <Steps shape={shape} width={width} />),
    <Upright layout={layout} room={room} x={layout.today} word={props.reader.words('web.chart.today')} kind="today" />,
    layout.goal === undefined ? null : (
      <Upright layout={layout} room={room} x={layout.goal} word={props.names.goal} kind="goal" />
    ),
    ...shapes.map((shape) => (
      <Linked href={shape.row.href}>
        <RowWords shape={shape} leading={leading} />
      </Linked>
    )),
  ]
  return { width, height, marks }
}

function Axis({ layout: { ticks, axis, height, leading, width } }: { layout: CalendarLayout }) {
  return (
    <g>
      <line class="time-axis" x1="0" x2={width} y1={axis} y2={axis} />
      {ticks.map(({ x, text }) => (
        <>
          <line class="time-tick" x1={x} x2={x} y1={leading + 10} y2={height} />
          <text class="quiet" x={x + 5} y={leading * 2}>
            {text}
          </text>
        </>
      ))}
    </g>
  )
}

interface UprightProps {
  readonly layout: CalendarLayout
  readonly room: Room
  readonly x: number
  readonly word: string
  readonly kind: 'today' | 'goal'
}

/** Whole beside the labels; where labels stand above their bars, only where it crosses no words. */
function Upright({ layout: { width, height, leading, axis, shapes }, room, x, word, kind }: UprightProps) {
  const toLeft = x + textWidth(word, leading / 1.25) + 8 > width
  const pieces: [from: number, to: number][] =
    room === 'wide'
      ? [[2, height]]
      : [[2, axis + 6], ...shapes.map(({ y }): [number, number] => [y - 5, y + STEP_HEIGHT + 5])]
  return (
    <g>
      {pieces.map(([from, to]) => (
        <line class={kind === 'today' ? 'time-today' : 'calendar-goal'} x1={x} x2={x} y1={from} y2={to} />
      ))}
      <text
        class={kind === 'today' ? 'time-today-word' : 'strong haloed'}
        x={x + (toLeft ? -6 : 6)}
        y={leading - 6}
        text-anchor={toLeft ? 'end' : undefined}
      >
        {word}
      </text>
    </g>
  )
}

function Steps({
  shape: { y, steps, open, earliest, likely, bottom },
  width,
}: {
  shape: CalendarShape
  width: number
}) {
  const middle = y + STEP_HEIGHT / 2
  return (
    <g>
      {open?.width ? <line class="time-open" x1={open.x} x2={open.x + open.width} y1={middle} y2={middle} /> : null}
      {steps.map(({ kind, ...span }) => (
        <Step kind={kind} {...span} y={y} />
      ))}
      {earliest === undefined ? null : <path class="calendar-earliest" d={pointer(earliest, y)} />}
      {likely === undefined ? null : <circle class="calendar-likely" cx={likely} cy={middle} r="6" />}
      <line class="time-row" x1="0" x2={width} y1={bottom} y2={bottom} />
    </g>
  )
}

/** fixed is filled, fitting is hatched, own is an outline, risk is dashed. */
function Step({ kind, x, y, width }: { kind: StepKind; x: number; y: number; width: number }) {
  if (kind === 'fixed') return <rect class="calendar-fixed" x={x} y={y} width={width} height={STEP_HEIGHT} />
  const inner = { x: x + 0.75, y: y + 0.75, width: Math.max(width - 1.5, 0.5), height: STEP_HEIGHT - 1.5 }
  return (
    <>
      <rect class={`calendar-${kind}`} {...inner} />
      {kind === 'fitting' ? <path class="calendar-hatch" d={hatched(inner, 'rising')} /> : null}
    </>
  )
}

/** A pointer that stands on the row at the day. */
const pointer = (x: number, y: number) => `M${x} ${y + STEP_HEIGHT / 2 + 2}l-7 -14h14z`

function RowWords({ shape: { row, label, text, unknown }, leading }: { shape: CalendarShape; leading: number }) {
  return (
    <>
      <Lines class="strong" {...label} leading={leading} lang={row.lang} />
      {text.lines.length ? <Lines class="quiet haloed" {...text} leading={leading} /> : null}
      {unknown ? <Lines class="quiet haloed" {...unknown} leading={leading} /> : null}
    </>
  )
}

function Key({ rows, names }: CalendarProps) {
  const kinds = STEP_KINDS.filter((kind) => rows.some(({ steps }) => steps.some((step) => step.kind === kind)))
  const marks = (['earliest', 'likely'] as const).filter((mark) => rows.some((row) => row[mark]))
  return (
    <ul class="picture-key">
      {kinds.map((kind) => (
        <Keyed reading={names[kind]}>
          <Step kind={kind} x={1} y={1} width={26} />
        </Keyed>
      ))}
      {marks.map((mark) => (
        <Keyed reading={names[mark]}>
          {mark === 'earliest' ? (
            <path class="calendar-earliest" d={pointer(14, 4)} />
          ) : (
            <circle class="calendar-likely" cx="14" cy="10" r="6" />
          )}
        </Keyed>
      ))}
    </ul>
  )
}

function Keyed({ reading, children }: { reading: string; children?: Child }) {
  return (
    <li>
      <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {reading}
    </li>
  )
}
