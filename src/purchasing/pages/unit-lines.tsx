/** The lines of invoices that name one unit as where their goods were delivered. */
import { dayInWords } from '../../kit/day.js'
import {
  Figures,
  hrefIn,
  Page,
  Pagination,
  Table,
  Unknown,
  Written,
  WRITTEN,
  type Column,
  type Reader,
} from '../../web/index.js'
import { pagesOf } from '../asked.js'
import { NONE } from '../selection.js'
import type { BuyerRow } from '../store/buyers.js'
import type { UnitLine, UnitRow, UnitSelection } from '../store/units.js'
import { unitAddress } from '../units/address.js'
import { Files } from './files.js'
import { counted, Said } from './parts.js'
import { Place } from './told.js'
import { unitTrail } from './unit.js'
import { sumIn, unitLinesAddress } from './unit-parts.js'

export interface UnitLinesProps {
  readonly reader: Reader
  readonly buyer: BuyerRow
  readonly unit: UnitRow
  readonly selection: UnitSelection
  readonly page: number
  readonly sum: { readonly lines: number; readonly amount: number }
  readonly lines: readonly UnitLine[]
}

export function UnitLinesPage({ reader, buyer, unit, selection, page, sum, lines }: UnitLinesProps) {
  const { words } = reader
  const { currency } = selection
  return (
    <Page
      reader={reader}
      title={words('purchasing.units.linesTitle')}
      lead={words('purchasing.units.linesLead', { parts: chosenIn(reader, selection) })}
      trail={[
        ...unitTrail(reader, buyer),
        {
          href: hrefIn(reader, `/buyers/${buyer.number}/units/${unitAddress(unit.name)}`),
          label: unit.name,
          lang: WRITTEN,
        },
      ]}
      wide
    >
      <Figures
        figures={[
          {
            label: words('purchasing.bought'),
            value: sumIn(reader, { amount: sum.amount, currency }),
            detail: words('purchasing.why.vat'),
          },
          { label: words('purchasing.buyer.lines'), value: counted(reader, sum.lines) },
        ]}
      />
      <Table
        caption={words('purchasing.units.linesTitle')}
        captionHidden
        rowHeader={false}
        columns={columns(reader, selection, lines)}
        rows={lines}
        empty={words('purchasing.noneNarrowed')}
      />
      <Pagination
        reader={reader}
        page={page}
        pages={pagesOf(sum.lines)}
        href={(to) => hrefIn(reader, unitLinesAddress(buyer, unit.name, selection, to))}
      />
      {lines.length === 0 ? null : <Files reader={reader} path={unitLinesAddress(buyer, unit.name, selection)} />}
    </Page>
  )
}

/** What the lines are narrowed by, in words; a supplier stands in every line. */
const chosenIn = ({ words }: Reader, { year, account, supplier }: UnitSelection): string =>
  [year, account, supplier === NONE ? words('purchasing.buyer.notNamed', { reach: 'internal' }) : undefined]
    .filter((part) => part !== undefined)
    .join(', ')

/** Articles where any may be shown: everyone sees those that an act has named. */
function columns(reader: Reader, { currency }: UnitSelection, lines: readonly UnitLine[]): Column<UnitLine>[] {
  const { words, language } = reader
  const article: Column<UnitLine> = {
    label: words('purchasing.units.article'),
    cell: (line) => (line.article === null ? <Unknown reader={reader} /> : <Written>{line.article}</Written>),
  }
  return [
    { label: words('purchasing.lines.bookedOn'), kind: 'day', cell: ({ bookedOn }) => dayInWords(bookedOn, language) },
    { label: words('purchasing.lines.supplier'), cell: (line) => <SoldBy reader={reader} line={line} /> },
    { label: words('purchasing.lines.account'), cell: ({ account }) => <Written>{account}</Written> },
    ...(lines.some((line) => line.article !== null) ? [article] : []),
    {
      label: words('purchasing.lines.amount'),
      kind: 'number',
      cell: ({ amount }) => sumIn(reader, { amount, currency }),
    },
    { label: words('purchasing.procurement.source'), cell: (line) => <Place reader={reader} {...line} /> },
  ]
}

function SoldBy({ reader, line: { supplier, address } }: { reader: Reader; line: UnitLine }) {
  if (supplier === null) return <>{reader.words('purchasing.buyer.notNamed', { reach: reader.reach })}</>
  return (
    <Said reader={reader} to={`/suppliers/${address}`}>
      {supplier}
    </Said>
  )
}
