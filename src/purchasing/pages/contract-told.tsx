/** What each file tells of a contract, on which line, and whether it still stands. */
import { dayInWords } from '../../kit/day.js'
import { Section, Table, Unknown, Written, type Column, type Reader } from '../../web/index.js'
import type { ContractTold } from '../store/contract-page.js'
import { optionMonths } from '../term.js'
import { counted, exactly } from './parts.js'
import { Place } from './told.js'

interface TellingsProps {
  readonly reader: Reader
  readonly tellings: readonly ContractTold[]
}

export function Tellings({ reader, tellings }: TellingsProps) {
  const { words } = reader
  return (
    <Section
      title={words('purchasing.contract.sources')}
      lead={words('purchasing.contract.sourcesLead', { count: tellings.length })}
    >
      <Table
        caption={words('purchasing.contract.sources')}
        captionHidden
        columns={columns(reader)}
        rows={tellings}
        empty=""
      />
    </Section>
  )
}

function columns(reader: Reader): Column<ContractTold>[] {
  const { words } = reader
  const h = (key: 'source' | 'term' | 'options' | 'notice' | 'supplier') => words(`purchasing.contract.${key}`)
  return [
    { label: h('source'), cell: (row) => <Source reader={reader} row={row} /> },
    {
      label: h('supplier'),
      cell: ({ supplier }) =>
        supplier === null ? words('purchasing.contracts.unnamed') : <Written>{supplier}</Written>,
    },
    { label: h('term'), kind: 'day', cell: (row) => <Period reader={reader} row={row} /> },
    { label: h('options'), cell: (row) => <Options reader={reader} row={row} /> },
    {
      label: h('notice'),
      cell: ({ noticeMonths: months }) =>
        months === null ? <Unknown reader={reader} /> : words('purchasing.contract.noticeMonths', { months }),
    },
    {
      label: words('purchasing.contracts.ceiling'),
      kind: 'number',
      cell: ({ ceiling }) => (ceiling === null ? <Unknown reader={reader} /> : exactly(reader, ceiling)),
    },
  ]
}

interface RowProps {
  readonly reader: Reader
  readonly row: ContractTold
}

function Source({ reader, row }: RowProps) {
  return (
    <>
      <Place reader={reader} {...row} />
      <span class="cell-detail">
        {reader.words(row.isReplaced ? 'purchasing.contract.replaced' : 'purchasing.contract.standing')}
      </span>
    </>
  )
}

function Period({ reader, row: { startsOn, endsOn } }: RowProps) {
  const written = (day: ContractTold['endsOn']) =>
    day === null ? <Unknown reader={reader} /> : dayInWords(day, reader.language)
  if (startsOn === null && endsOn === null) return <Unknown reader={reader} />
  return (
    <>
      {written(startsOn)} – {written(endsOn)}
    </>
  )
}

/** As read; the clause itself where the register writes one. */
function Options({ reader, row }: RowProps) {
  if (row.extensionClause !== null) return <Written>{row.extensionClause}</Written>
  const months = optionMonths(row)
  if (months.length === 0) return <>{reader.words('purchasing.contract.optionsNone')}</>
  const written = months.map((one) => counted(reader, one)).join(' + ')
  return <>{reader.words('purchasing.contract.optionsMonths', { months: written })}</>
}
