/** The contracts under a procurement: when they run as a picture, then each as a row. */
import { dayInWords, type Day } from '../../kit/day.js'
import { Table, Timeline, Unknown, Why, type Column, type Reader, type TimelineRow } from '../../web/index.js'
import type { ContractRow, Holder } from '../store/procurements.js'
import { alike, noticeBy, optionEnds } from '../term.js'
import { counted, DayOr, money, Said } from './parts.js'

interface ContractsProps {
  readonly reader: Reader
  readonly contracts: readonly ContractRow[]
  readonly holders: readonly Holder[]
  readonly today: Day
}

export function Contracts({ reader, contracts, holders, today }: ContractsProps) {
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
        columns={columns(reader, contracts, holders)}
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
    label:
      group.length === 1
        ? (first.supplierName ?? first.number)
        : words('purchasing.procurement.alike', { count: group.length }),
    start: first.startsOn ?? undefined,
    end: first.endsOn ?? undefined,
    notice: noticeBy(first),
    options: optionEnds(first),
    ...(first.endsOn ? {} : { unknown: words('purchasing.procurement.endKnown') }),
  }
}

function columns(reader: Reader, contracts: readonly ContractRow[], holders: readonly Holder[]): Column<ContractRow>[] {
  const { words } = reader
  const addresses = new Map(holders.map(({ name, address }) => [name, address]))
  const h = (key: 'contractNumber' | 'supplier' | 'runs' | 'options' | 'noticeBy' | 'ceiling' | 'callers') =>
    words(`purchasing.procurement.${key}`)
  const ceiling: Column<ContractRow> = {
    label: h('ceiling'),
    kind: 'number',
    cell: (row) => (row.ceiling === null ? <Unknown reader={reader} /> : money(reader, row.ceiling)),
  }
  return [
    { label: h('contractNumber'), cell: (row) => <Numbered reader={reader} row={row} /> },
    {
      label: h('supplier'),
      cell: (row) => <Holding reader={reader} row={row} address={addresses.get(row.supplierName) ?? undefined} />,
    },
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
      {row.number}
      <span class="cell-detail">
        {reader.words('purchasing.procurement.place', { file: row.file, line: row.line })}
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
  if (callers.length === 1) return <Said reader={reader}>{only}</Said>
  return (
    <Why
      reader={reader}
      summary={reader.words('purchasing.procurement.callersCount', { count: callers.length })}
      note={<Said reader={reader}>{callers.join(', ')}</Said>}
    />
  )
}

function Holding({ reader, row, address }: { reader: Reader; row: ContractRow; address: string | undefined }) {
  if (row.withheld) return <>{reader.words(`purchasing.procurement.notNamed.${row.withheld}`)}</>
  return (
    <Said reader={reader} to={address && `/suppliers/${address}`}>
      {row.supplierName}
    </Said>
  )
}

/** A contract without options ends when it ends; what the months come to is counted from the end. */
function Options({ reader, row }: { reader: Reader; row: ContractRow }) {
  const { words, language } = reader
  if (row.extensionMonths === '') return <>{words('purchasing.procurement.noOptions')}</>
  const months = row.extensionMonths
    .split('+')
    .map((one) => counted(reader, Number(one)))
    .join(' + ')
  const last = optionEnds(row).at(-1)
  return <>{words('purchasing.procurement.optionsText', { months, until: last ? dayInWords(last, language) : '' })}</>
}
