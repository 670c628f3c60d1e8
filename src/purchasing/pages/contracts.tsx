/** The contracts under a procurement: when they run as a picture, then each as a row. */
import { dayInWords, type Day } from '../../kit/day.js'
import {
  Table,
  Timeline,
  Unknown,
  Why,
  Written,
  WRITTEN,
  type Column,
  type Reader,
  type TimelineRow,
} from '../../web/index.js'
import type { ContractRow } from '../store/procurements.js'
import { alike, noticeBy, optionEnds, optionMonths } from '../term.js'
import { counted, DayOr, money, Said } from './parts.js'
import { Place } from './told.js'

interface ContractsProps {
  readonly reader: Reader
  readonly contracts: readonly ContractRow[]
  readonly today: Day
}

export function Contracts({ reader, contracts, today }: ContractsProps) {
  const { words } = reader
  const h = (key: 'contractNumber' | 'starts' | 'ends' | 'noticeBy' | 'optionsTo') =>
    words(`purchasing.procurement.${key}`)
  return (
    <>
      {contracts.some(({ startsOn, endsOn }) => startsOn ?? endsOn) ? (
        <Timeline
          reader={reader}
          title={words('purchasing.procurement.timeline')}
          rows={alike(contracts).map((group) => timelineRow(reader, group))}
          today={today}
          headings={{
            label: h('contractNumber'),
            start: h('starts'),
            end: h('ends'),
            notice: h('noticeBy'),
            options: h('optionsTo'),
          }}
        />
      ) : null}
      <Table
        caption={words('purchasing.procurement.contracts')}
        captionHidden
        columns={columns(reader, contracts)}
        rows={contracts}
        empty={words('purchasing.procurement.datesUnknown')}
      />
    </>
  )
}

/** Contracts that run alike are one row of the picture. */
function timelineRow(reader: Reader, group: readonly ContractRow[]): TimelineRow {
  const { words } = reader
  const [first] = group
  if (!first) throw new Error('A group of contracts holds at least one')
  return {
    ...(group.length === 1
      ? { label: first.supplierName ?? first.number, lang: WRITTEN }
      : { label: words('purchasing.procurement.alike', { count: group.length }) }),
    start: first.startsOn ?? undefined,
    end: first.endsOn ?? undefined,
    notice: noticeBy(first),
    options: optionEnds(first.endsOn, optionMonths(first)),
    ...(first.endsOn ? {} : { unknown: words('purchasing.procurement.endKnown') }),
  }
}

function columns(reader: Reader, contracts: readonly ContractRow[]): Column<ContractRow>[] {
  const { words } = reader
  const h = (key: 'contractNumber' | 'supplier' | 'runs' | 'options' | 'noticeBy' | 'ceiling' | 'callers') =>
    words(`purchasing.procurement.${key}`)
  const ceiling: Column<ContractRow> = {
    label: h('ceiling'),
    kind: 'number',
    cell: (row) => (row.ceiling === null ? <Unknown reader={reader} /> : money(reader, row.ceiling)),
  }
  return [
    { label: h('contractNumber'), cell: (row) => <Numbered reader={reader} row={row} /> },
    { label: h('supplier'), cell: (row) => <Holding reader={reader} row={row} /> },
    { label: h('runs'), cell: (row) => <Runs reader={reader} row={row} /> },
    { label: h('options'), cell: (row) => <Options reader={reader} row={row} /> },
    { label: h('noticeBy'), kind: 'day', cell: (row) => <DayOr reader={reader} day={noticeBy(row)} /> },
    ...(contracts.some((row) => row.ceiling !== null) ? [ceiling] : []),
    { label: h('callers'), cell: (row) => <Callers reader={reader} row={row} /> },
  ]
}

/** The contract, and where in which register it stands. */
function Numbered({ reader, row }: { reader: Reader; row: ContractRow }) {
  return (
    <>
      <Said reader={reader} to={`/contracts/${row.address}`}>
        {row.number}
      </Said>
      <span class="cell-detail">
        <Place reader={reader} {...row} />
      </span>
    </>
  )
}

function Runs({ reader, row }: { reader: Reader; row: ContractRow }) {
  const { words, language } = reader
  if (row.startsOn === null || row.endsOn === null)
    return row.startsOn === row.endsOn ? (
      <Unknown reader={reader} />
    ) : (
      <>
        <DayOr reader={reader} day={row.startsOn} /> – <DayOr reader={reader} day={row.endsOn} />
      </>
    )
  const from = dayInWords(row.startsOn, language)
  return <>{words('purchasing.period', { from, to: dayInWords(row.endsOn, language) })}</>
}

/** One is named at once, several open. */
function Callers({ reader, row: { callers } }: { reader: Reader; row: ContractRow }) {
  const [only] = callers
  if (only === undefined) return <Unknown reader={reader} />
  if (callers.length === 1) return <Written>{only}</Written>
  return (
    <Why
      reader={reader}
      summary={reader.words('purchasing.procurement.callersCount', { count: callers.length })}
      note={<Written>{callers.join(', ')}</Written>}
    />
  )
}

function Holding({ reader, row }: { reader: Reader; row: ContractRow }) {
  if (row.withheld) return <>{reader.words(`purchasing.procurement.notNamed.${row.withheld}`)}</>
  return (
    <Said reader={reader} to={row.supplierAddress === null ? undefined : `/suppliers/${row.supplierAddress}`}>
      {row.supplierName}
    </Said>
  )
}

/** What the months come to is counted from the end; words that could not be read stand as they are. */
function Options({ reader, row }: { reader: Reader; row: ContractRow }) {
  const { words, language } = reader
  const months = optionMonths(row)
  if (row.extensionMonths === null) return <Written>{row.extensionClause}</Written>
  if (months.length === 0) return <>{words('purchasing.procurement.noOptions')}</>
  const written = months.map((one) => counted(reader, one)).join(' + ')
  const last = optionEnds(row.endsOn, months).at(-1)
  return (
    <>
      {words('purchasing.procurement.optionsText', { months: written, until: last ? dayInWords(last, language) : '' })}
    </>
  )
}
