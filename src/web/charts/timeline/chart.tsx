import type { Child } from 'hono/jsx'
import { dayInWords, type Day } from '../../../kit/day.js'
import type { Column } from '../../components/table/table.js'
import { Unknown } from '../../components/unknown/unknown.js'
import type { Says } from '../../reader.js'
import { Lines, Linked, Picture, type About, type Drawn, type Room } from '../picture/picture.js'
import { textWidth } from '../picture/text.js'
import { BAR, layTimeline, type RowShape, type TimelineData, type TimelineLayout, type TimelineRow } from './layout.js'

interface TimelineProps extends About, TimelineData {
  readonly headings: Headings
}
interface Headings {
  readonly label: string
  readonly start: string
  readonly end: string
  readonly notice?: string | undefined
  readonly options?: string | undefined
  readonly text?: string | undefined
}

/** What runs from when until when, and where today stands in it. */
export function Timeline(props: TimelineProps) {
  const { reader, title, description, rows, headings } = props
  return (
    <Picture
      {...{ reader, title, description, rows }}
      draw={(room) => drawn(props, room)}
      legend={<Key reader={reader} rows={rows} />}
      heading={headings.label}
      columns={columns(reader, headings)}
    />
  )
}

function columns(reader: Says, { start, end, notice, options, text }: Headings): Column<TimelineRow>[] {
  const written = (of: Day | undefined) => (of ? dayInWords(of, reader.language) : undefined)
  const known = (of: Day | undefined) => written(of) ?? <Unknown reader={reader} />
  const all: (Column<TimelineRow> | undefined)[] = [
    { label: start, kind: 'day', cell: (row) => known(row.start) },
    { label: end, kind: 'day', cell: (row) => <End row={row}>{known(row.end)}</End> },
    notice ? { label: notice, kind: 'day', cell: (row) => written(row.notice) ?? '–' } : undefined,
    options ? { label: options, cell: (row) => row.options?.map(written).join(', ') || '–' } : undefined,
    text ? { label: text, kind: 'number', cell: (row) => row.text ?? '–' } : undefined,
  ]
  return all.filter((column) => column !== undefined)
}

/** An end that is missing comes with why it is. */
function End({ row, children }: { row: TimelineRow; children?: Child }) {
  if (row.end || !row.unknown) return <>{children}</>
  return (
    <span class="unknown">
      {children}
      <span class="unknown-known"> {row.unknown}</span>
    </span>
  )
}

function drawn(props: TimelineProps, room: Room): Drawn {
  const layout = layTimeline(props, room)
  const { width, height, leading, shapes } = layout
  const marks = [
    <Axis layout={layout} />,
    ...shapes.map((shape) => <RowBars shape={shape} width={width} />),
    <Today layout={layout} room={room} word={props.reader.words('web.chart.today')} />,
    ...shapes.map((shape) => (
      <Linked href={shape.row.href}>
        <RowWords shape={shape} leading={leading} />
      </Linked>
    )),
  ]
  return { width, height, marks }
}

function Axis({ layout: { ticks, axis, height, leading, width } }: { layout: TimelineLayout }) {
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

interface TodayProps {
  readonly layout: TimelineLayout
  readonly room: Room
  readonly word: string
}

/** Whole beside the labels; where labels stand above their bars, only where it crosses no words. */
function Today({ layout: { today, width, height, leading, axis, shapes }, room, word }: TodayProps) {
  const toLeft = today + textWidth(word, leading / 1.25) + 8 > width
  const pieces: [from: number, to: number][] =
    room === 'wide' ? [[2, height]] : [[2, axis + 6], ...shapes.map(({ y }): [number, number] => [y - 6, y + BAR + 6])]
  return (
    <g>
      {pieces.map(([from, to]) => (
        <line class="time-today" x1={today} x2={today} y1={from} y2={to} />
      ))}
      <text
        class="time-today-word"
        x={today + (toLeft ? -6 : 6)}
        y={leading - 6}
        text-anchor={toLeft ? 'end' : undefined}
      >
        {word}
      </text>
    </g>
  )
}

function RowBars({ shape: { y, contract, options, open, notice, bottom }, width }: { shape: RowShape; width: number }) {
  return (
    <g>
      {open ? <line class="time-open" x1={open.x} x2={open.x + open.width} y1={y + BAR / 2} y2={y + BAR / 2} /> : null}
      {contract ? <rect class="time-contract" {...contract} y={y} height={BAR} /> : null}
      {options.map((option) => (
        <rect class="time-option" {...option} y={y + 0.75} height={BAR - 1.5} />
      ))}
      {notice === undefined ? null : <path class="time-notice" d={noticePath(notice, y)} />}
      <line class="time-row" x1="0" x2={width} y1={bottom} y2={bottom} />
    </g>
  )
}

/** Drawn after the line of today, which would otherwise cross the words. */
function RowWords({ shape: { row, label, text, unknown }, leading }: { shape: RowShape; leading: number }) {
  return (
    <>
      <Lines class="strong" {...label} leading={leading} lang={row.lang} />
      {text.lines.length ? <Lines class="quiet haloed" {...text} leading={leading} /> : null}
      {unknown ? <Lines class="quiet haloed" {...unknown} leading={leading} /> : null}
    </>
  )
}

/** A pointer that stands on the bar at the day. */
const noticePath = (x: number, y: number) => `M${x} ${y + BAR / 2 + 1}l-6 -13h12z`

function Key({ reader: { words }, rows }: { reader: Says; rows: readonly TimelineRow[] }) {
  const shown = {
    contract: rows.some(({ start, end }) => start ?? end),
    option: rows.some(({ options }) => options?.length),
    notice: rows.some(({ notice }) => notice),
    unknown: rows.some(({ end }) => !end),
  }
  return (
    <ul class="picture-key">
      {(['contract', 'option', 'notice', 'unknown'] as const)
        .filter((kind) => shown[kind])
        .map((kind) => (
          <li>
            <KeyMark kind={kind} />
            {words(`web.chart.${kind}`)}
          </li>
        ))}
    </ul>
  )
}

function KeyMark({ kind }: { kind: 'contract' | 'option' | 'notice' | 'unknown' }) {
  return (
    <svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" focusable="false">
      {kind === 'contract' ? <rect class="time-contract" x="1" y="2" width="26" height={BAR} /> : null}
      {kind === 'option' ? <rect class="time-option" x="1" y="2.75" width="26" height={BAR - 1.5} /> : null}
      {kind === 'notice' ? <path class="time-notice" d={noticePath(14, 6)} /> : null}
      {kind === 'unknown' ? <line class="time-open" x1="1" x2="27" y1="10" y2="10" /> : null}
    </svg>
  )
}
